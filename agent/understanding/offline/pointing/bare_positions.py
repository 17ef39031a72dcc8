"""Finds bare numbers that are places on the list: 'hide 2', 'ok 4', '5 it is', 'compare 1 and 3'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.exceptions import exceptions
from agent.understanding.offline.pointing.places_on_list import DENYING
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.pointing.positions import LIST_LINKS, small_number
from agent.understanding.offline.pointing.rows_of_places import find_rows
from agent.understanding.reading import ReferenceKind


def find_bare_numbers(scene: Scene) -> Iterator[Pointer]:
    """'compare 1 and 3', 'hide 2': numbers right after an order about candidates."""
    message = scene.message
    if not scene.context.shown:
        return
    yield from _alone(scene)
    yield from _denied(scene)
    yield from _leading(scene)
    yield from find_rows(scene)
    if message.has("intents", "compare"):
        yield from _compared(scene)
        return
    orders = [m for m in message.of("intents") if m.key in _ORDERS]
    after_position = scene.lexicon.words("references", "after_position")
    values = scene.lexicon.setting("numbers", "ones", "values")
    for order in orders:
        index = scene.once(exceptions).get(order.last, order.last)
        while message.norm(index) in (
            "between",
            "both",
            "numbers",
            "number",
            "candidates",
            "#",
            "with",
            "like",
            "the",
            "from",
            ":",
            "of",
        ):
            index += 1
        while True:
            position = small_number(message.norm(index), values)
            following = message.norm(index + 1)
            if (
                position is None
                or position > max(10, len(scene.context.shown))
                or message.at("units", index + 1)
                or scene.is_priced(index)
                or following in ("more", "%", "people", "others", "additional")
            ):
                break
            if following.isalpha() and following not in after_position:
                break
            if message.norm(index) == "one" and order.key == "more_results":
                break  # 'next one'
            if message.norm(index) == "one" and following in ("who", "that", "with", "of", "more"):
                break
            yield Pointer(ReferenceKind.POSITION, index, index + 1, position=position)
            index += 1
            if message.norm(index) not in LIST_LINKS:
                break
            while message.norm(index) in LIST_LINKS or message.norm(index) == "#":
                index += 1


def _leading(scene: Scene) -> Iterator[Pointer]:
    """'5 it is', '4 is too expensive': a number at the beginning, and what is said of somebody."""
    message = scene.message
    starts = scene.lexicon.words("intents", "sentence_starts") | {",", "-"}
    index = next((i for i, word in enumerate(message.norms) if word not in starts), 0)
    position = small_number(message.norm(index), {})
    if scene.asked is not None or position is None or position > len(scene.context.shown):
        return
    said = scene.lexicon.words("references", "after_leading")
    told = message.phrase_end(index + 1, said) is not None
    if told and len(message.tokens) <= _SHORT_QUESTION and not scene.is_priced(index):
        yield Pointer(ReferenceKind.POSITION, index, index + 1, position=position)


def _compared(scene: Scene) -> Iterator[Pointer]:
    """'put 1, 3 and 4 side by side', 'how do 2 and 5 differ?': every number that can be a place."""
    message, shown = scene.message, len(scene.context.shown)
    values = scene.lexicon.setting("numbers", "ones", "values")
    for index in range(len(message.tokens)):
        position = small_number(message.norm(index), values)
        counted = message.at("units", index + 1) is not None or scene.is_priced(index)
        spelled = message.norm(index) in values and message.norm(index - 1) in ("the", "each", "which", "no")
        if position is not None and position <= shown and not counted and not spelled:
            yield Pointer(ReferenceKind.POSITION, index, index + 1, position=position)


def _alone(scene: Scene) -> Iterator[Pointer]:
    """'is 4 any good?', 'ok 4', 'and 2?', '3': a number where somebody's name could stand."""
    only = [i for i, word in enumerate(scene.message.norms) if word.isalnum() and word != "please"]
    if scene.asked is None and len(only) == 1:
        position = small_number(scene.message.norm(only[0]), {})
        if position is not None and position <= len(scene.context.shown) and not scene.is_priced(only[0]):
            yield Pointer(ReferenceKind.POSITION, only[0], only[0] + 1, position=position)
            return
    yield from _asked_about(scene)
    for index in range(len(scene.message.tokens) if scene.context.shown else 0):
        if points_at_somebody(scene, index) and not scene.is_priced(index):
            position = small_number(scene.message.norm(index), {})
            yield Pointer(ReferenceKind.POSITION, index, index + 1, position=position)


def _asked_about(scene: Scene) -> Iterator[Pointer]:
    """'tell me about 2', 'what do you think of 4?'."""
    norms = scene.message.norms
    asking = scene.lexicon.words("references", "asks_about")
    for index in range(_SOON, len(norms)):
        position = small_number(norms[index], {})
        ends = norms[index + 1 : index + 2] in ((), ("?",), (".",), (",",), ("please",))
        if position is None or not ends or " ".join(norms[index - 2 : index]) not in asking:
            continue
        counted = any((q.unit or q.currency) and q.first <= index < q.last for q in scene.quantities)
        if scene.asked is None and position <= len(scene.context.shown) and not counted:
            yield Pointer(ReferenceKind.POSITION, index, index + 1, position=position)


def _denied(scene: Scene) -> Iterator[Pointer]:
    """'not 1', 'neither 1 nor 2', whatever was asked before."""
    message = scene.message
    for index in range(1, len(message.tokens)):
        position = small_number(message.norm(index), {})
        if message.norm(index - 1) not in DENYING or scene.quantities or position is None:
            continue
        if _is_put_right(scene, index):
            continue
        if position <= len(scene.context.shown) and not points_at_somebody(scene, index):
            yield Pointer(ReferenceKind.POSITION, index, index + 1, position=position)


def _is_put_right(scene: Scene, index: int) -> bool:
    """The 4 of 'not 4, 14 people': a number that another takes the place of."""
    norm = scene.message.norm
    return norm(index - 1) == "not" and norm(index + 1) in (",", "but") and norm(index + 2).isdigit()


def points_at_somebody(scene: Scene, index: int) -> bool:
    """Whether a bare number is somebody's place on the list, by the words beside it."""
    message = scene.message
    after = message.norm(index + 1)
    if scene.asked is not None or index > _SOON or _is_put_right(scene, index):
        return False
    if len(message.tokens) > _SHORT_QUESTION and after not in _PAUSES:
        return False
    position = small_number(message.norm(index), {})
    if position is None or position > len(scene.context.shown):
        return False
    before = scene.lexicon.words("references", "before_alone")
    return message.norm(index - 1) in before and (
        after in scene.lexicon.words("references", "after_alone") or not after.isalpha()
    )


_SOON = 2


_SHORT_QUESTION = 9

_PAUSES = frozenset({",", "?", "!", ";", "-"})
"""After a number, these end what is said of it: 'what about 2, is she free in January?'."""


_ORDERS = frozenset({"compare", "shortlist", "dismiss", "hand_off", "more_results", "weak_hand_off"})
