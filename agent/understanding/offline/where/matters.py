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


def is_code_of_thing(scene: Scene, place: Place) -> bool:
    """'EU funds', 'US individual returns', 'six EU markets': a code before a thing, and before nobody."""
    message, index = scene.message, place.last
    counted = place.first and message.tokens[place.first - 1].kind is TokenKind.NUMBER
    if counted and place.kind == "region" and _PARTS & {message.norm(index - 1), message.norm(index)}:
        return True
    if not _is_code(message, place):
        return False
    if not _is_noun(scene, index):
        return False
    return not any(_is_of_people(scene, i) for i in range(index, index + _LONGEST_FIELD))


def is_of_route(message: Message, place: Place) -> bool:
    """'oil from Kenya to the EU': either end of a way that goods or people go."""
    if place.kind == "zone":
        return False
    start = place.first - (message.norm(place.first - 1) == "the")
    if message.norm(start - 1) == "to":
        return any(message.ending(kind, start - 1) for kind in KINDS)
    end = place.last + 1 + (message.norm(place.last + 1) == "the")
    after = message.norm(place.last) == "to" and any(message.at(kind, end) for kind in KINDS)
    return after and message.norm(place.first - 1) == "from"


def _is_code(message: Message, place: Place) -> bool:
    return place.kind in ("country", "region") and all(
        len(norm) <= _LONGEST_CODE and message.words(i, i + 1).isupper()
        for i, norm in enumerate(message.norms[place.first : place.last], place.first)
    )


def _is_noun(scene: Scene, index: int) -> bool:
    """Whether a token is a word of the same item that is said of no place and no people, and is no cue."""
    message, lexicon = scene.message, scene.lexicon
    if index >= len(message.tokens) or message.tokens[index].kind is not TokenKind.WORD:
        return False
    said = lexicon.words("places", "said_of_places") | lexicon.words("common", "function_words")
    known = (*_OF_PEOPLE, "language", "cues", "industry", "skill", "quantities", "intents")
    return message.norm(index) not in said and not any(message.at(kind, index) for kind in known)


def _is_of_people(scene: Scene, index: int) -> bool:
    message = scene.message
    return any(message.at(kind, index) is not None for kind in ("role", "heads", "people", "callings"))


_LONGEST_CODE = 3
_PARTS = frozenset({"countries", "states", "markets", "languages", "countrys"})
_LONGEST_FIELD = 4
_OF_PEOPLE = (*KINDS, "role", "heads", "people", "places", "languages", "zone", "schedule")
