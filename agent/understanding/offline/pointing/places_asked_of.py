"""Finds places on the list behind what is asked of somebody: 'the downsides of 3', 'a portfolio for 1'.

What is wrong with a number, and whose portfolio it is, can only be told of somebody. A rate or a rating of 3
may be an amount: there it has to be asked for.
"""

from collections.abc import Iterator

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.pointing.positions import LIST_LINKS, small_number
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import ReferenceKind

_ONLY_OF_SOMEBODY = frozenset({"gaps", "portfolio"})
_DENYING = frozenset({"no", "not", "without"})
"""'no problem with 5' grants an amount."""


def find_places_asked_of(scene: Scene) -> Iterator[Pointer]:
    """The numbers after a topic's words and an 'of', and those that a topic belongs to: '3's weaknesses'."""
    if not scene.context.shown:
        return
    norms, found = scene.message.norms, set[int]()
    for topic in scene.message.of("topics"):
        denied = scene.message.norm(topic.first - 1) in _DENYING
        if denied or (topic.key not in _ONLY_OF_SOMEBODY and not _asks(scene)):
            continue
        places = _behind(scene, topic) or _owning(scene, topic)
        for index in places:
            if index not in found:
                yield Pointer(
                    ReferenceKind.POSITION, index, index + 1, position=small_number(norms[index], {})
                )
        found |= {*places}


def _asks(scene: Scene) -> bool:
    words = scene.lexicon.words("references", "question_words")
    return scene.asked is None and scene.message.norm(scene.beginning) in words


def _behind(scene: Scene, topic: Mention) -> list[int]:
    """The places of 'what is wrong with 3 and 5?', where nothing but a pause follows them."""
    norm, words = scene.message.norm, scene.lexicon.words("references", "of_whom")
    first = topic.last
    while norm(first) in words or norm(first) == "/":
        first += 1
    if norm(first - 1) not in words and norm(first - 1) != "/":
        return []
    places = _row(scene, first)
    after = norm(places[-1] + 1) if places else ""
    closing = scene.lexicon.words("references", "after_whom")
    return places if not after.isalnum() or after in closing else []


def _owning(scene: Scene, topic: Mention) -> list[int]:
    """The place of '3's weaknesses', 'number 3's best reviews'."""
    norm = scene.message.norm
    for index in (topic.first - 2, topic.first - 3):
        if index >= 0 and norm(index + 1) == "s" and _row(scene, index)[:1] == [index]:
            return [index]
    return []


def _row(scene: Scene, first: int) -> list[int]:
    """The numbers that begin at a token and count nothing: the 'about' of 'about 1 and 5' is no amount's."""
    norm, places, index = scene.message.norm, list[int](), first
    amounts = [q for q in scene.quantities if q.unit or q.per or q.currency]
    while (position := small_number(norm(index), {})) is not None and position <= len(scene.context.shown):
        if any(q.first <= index < q.last for q in amounts) or scene.message.at("units", index + 1):
            break
        places.append(index)
        index += 1
        while norm(index) in LIST_LINKS:
            index += 1
    return places
