"""Finds places on the list in a row: '1 and 3 are too expensive', 'whom do you recommend, 1 or 4?'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.pointing.positions import LIST_LINKS, small_number
from agent.understanding.reading import ReferenceKind


def find_rows(scene: Scene) -> Iterator[Pointer]:
    """A row of numbers that a message begins with, and says something of, or that it ends a question with."""
    starts = scene.lexicon.words("intents", "sentence_starts") | _PUTS
    norms = scene.message.norms
    begin = next((i for i, word in enumerate(norms) if word not in starts), len(norms))
    end = max((i + 1 for i, word in enumerate(norms) if word.isalnum()), default=0)
    for places in (row_of_places(scene, begin), _row_before(scene, end)):
        if scene.asked is not None or (len(places) < _FEWEST and not _is_kept(scene, places)):
            continue
        after = norms[places[-1] + 1 : places[-1] + 3]
        said = {" ".join(after[:1]), " ".join(after)} & scene.lexicon.words("references", "after_row")
        offered = places[-1] == end - 1 and "or" in norms[places[0] : end] and _asks_whom(scene, places[0])
        if said or offered:
            for index in places:
                yield Pointer(
                    ReferenceKind.POSITION, index, index + 1, position=small_number(norms[index], {})
                )
            return


_FEWEST = 2
_PUTS = frozenset({"put", "add", "move", "please", "also"})
"""What a list is told to do with those it begins with: 'put 1 and 3 on my list'."""


def _is_kept(scene: Scene, places: list[int]) -> bool:
    """'add 2 to my list': one place that is put on the client's own list."""
    if len(places) != 1 or scene.message.norm(places[0] - 1) not in _PUTS:
        return False
    whose = (m.first for m in scene.message.of("references", "kept"))
    return scene.message.norm(places[0] + 1) in _ONTO and places[0] + 2 in whose


_ONTO = frozenset({"to", "on", "onto", "in", "into"})


def _asks_whom(scene: Scene, first: int) -> bool:
    asking = scene.lexicon.words("references", "asks_whom")
    return bool(asking & set(scene.message.norms[:first]))


def row_of_places(scene: Scene, first: int) -> list[int]:
    """The places of the numbers that begin at a token."""
    found, index = list[int](), first
    while _is_place(scene, index):
        found.append(index)
        index += 1
        while scene.message.norm(index) in LIST_LINKS:
            index += 1
    return found


def _row_before(scene: Scene, last: int) -> list[int]:
    """The places of the numbers that end before a token."""
    found, index = list[int](), last - 1
    while index >= 0 and _is_place(scene, index):
        found.insert(0, index)
        index -= 1
        while index > 0 and scene.message.norm(index) in LIST_LINKS:
            index -= 1
    return found


def _is_place(scene: Scene, index: int) -> bool:
    position = small_number(scene.message.norm(index), {})
    counted = scene.message.at("units", index + 1) is not None or scene.is_priced(index)
    return position is not None and position <= len(scene.context.shown) and not counted
