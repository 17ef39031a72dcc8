"""Tells places that only say what something is about: 'articles on Morocco', 'EU advertising rules'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.where.place_names import KINDS, Place
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind

_MATTERS = frozenset({"about", "featuring", "covering", "exploring", "discovering"})
"""Before a place these tell what something is about: 'ten articles on Morocco'."""


def is_matter(message: Message, place: Place) -> bool:
    """'ten articles on Morocco': what something is about."""
    before = message.norm(place.first - 1)
    if before == "on":
        return message.ending("units", place.first - 1) is not None
    return before in _MATTERS and message.norm(place.first - 2) not in ("what", "how")


def is_of_known_field(scene: Scene, first: int) -> bool:
    """'EU advertising rules', 'US insurance experience': what people anywhere know of a place.

    `first` is the token after the place.
    """
    message = scene.message
    fields = scene.lexicon.words("places", "fields")
    for index in range(first, first + _LONGEST_FIELD):
        if index >= len(message.tokens) or message.tokens[index].kind is not TokenKind.WORD:
            return False
        if message.norm(index) in fields:
            return True
        if message.norm(index) in scene.lexicon.words("common", "function_words"):
            return False
        if any(message.at(kind, index) is not None for kind in _OF_PEOPLE):
            return False
    return False


_LONGEST_FIELD = 4
_OF_PEOPLE = (*KINDS, "role", "heads", "people", "places", "languages", "zone", "schedule")
