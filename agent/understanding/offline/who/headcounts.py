"""How many of a role: 'two senior devs', 'support agents (4)', 'designers x2'."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.who.others_people import is_somebody_elses
from agent.understanding.offline.words.tokens import TokenKind


def find_headcount(scene: Scene, start: int, first: int) -> tuple[int | None, tuple[int, int] | None]:
    """The number right before a role's modifiers: 'two senior backend devs', 'a couple of writers'."""
    for quantity in scene.quantities:
        if quantity.first > first:
            break
        if _counts(quantity, _is_level(scene, quantity)) and _leads_to(scene, quantity, start, first):
            between = range(_past_pieces(scene, quantity.last), first)
            if not is_somebody_elses(scene, quantity) and all(
                scene.message.tokens[i].kind is not TokenKind.SYMBOL or scene.message.norm(i) in _WITHIN_NAMES
                for i in between
            ):
                return round(quantity.value), (quantity.core, quantity.last)
    return None, None


def _leads_to(scene: Scene, quantity: Quantity, start: int, first: int) -> bool:
    """Whether it stands before the role's modifiers, or one word before them: '3 temp support agents'."""
    message = scene.message
    if start <= _past_pieces(scene, quantity.last) <= first or start <= quantity.last <= first:
        return True
    if (
        quantity.last != start - 1
        or quantity.value <= 1
        or message.tokens[start - 1].kind is not TokenKind.WORD
    ):
        return False
    word, small = message.norm(start - 1), scene.lexicon.words("common", "function_words")
    several = any(
        message.norm(i).endswith("s") for i in range(first, min(first + _ROLE_WORDS, len(message.norms)))
    )
    return several and word not in small and not word.endswith("s")


_ROLE_WORDS = 2
_WITHIN_NAMES = frozenset({"/", "+", "#", "-"})
"""Marks that are part of the tools' names before a role: 'five C#/.NET developers'."""


def _past_pieces(scene: Scene, index: int) -> int:
    """Past 'nos. of', as in '4 nos. of testers', and past the number once more: '2 (two) testers'."""
    message = scene.message
    if message.norm(index) == "(" and message.norm(index + 2) == ")" and _is_said_again(scene, index + 1):
        index += 3
    if message.norm(index) not in _PIECES:
        return index
    index += 1
    while message.norm(index) in (".", "of"):
        index += 1
    return index


_PIECES = frozenset({"nos", "no", "pax", "units", "numbers"})


def _is_said_again(scene: Scene, index: int) -> bool:
    """'2 (two)', 'three (3)': a number in the other way of writing."""
    values = scene.lexicon.setting("numbers", "ones", "values")
    one, other = scene.message.norm(index - 2), scene.message.norm(index)
    return str(values.get(one)) == other or str(values.get(other)) == one


def in_brackets(scene: Scene, last: int) -> tuple[int | None, tuple[int, int] | None]:
    """'Support agents (4)', 'designers x2', 'designers (x2)', 'developers, 2 nos'."""
    message = scene.message
    if message.norm(last) == "(" and message.norm(last + 1).startswith("x"):
        last += 1
    times = message.norm(last)
    if times[:1] == "x" and times[1:].isdigit() and len(times) <= 3 and int(times[1:]) > 0:
        return int(times[1:]), (last, last + 1)
    if times[:-1].isdigit() and times.endswith("x") and 0 < int(times[:-1]) <= _MOST_TIMES:
        return int(times[:-1]), (last, last + 1)
    for quantity in scene.quantities:
        pieces = message.norm(quantity.last) in _PIECES
        if pieces and _counts(quantity) and last <= quantity.core <= last + (message.norm(last) == ","):
            return round(quantity.value), (quantity.core, quantity.last)
        pause = message.norm(last) == "," and message.norm(quantity.last) in (",", ".", "", "\n")
        if pause and quantity.core == last + 1 and _counts(quantity) and message.norm(last - 1).endswith("s"):
            return round(quantity.value), (quantity.core, quantity.last)
        if quantity.core == last and message.norm(quantity.last) == "x" and _counts(quantity):
            return round(quantity.value), (quantity.core, quantity.last + 1)
        closed = message.norm(last) == "x" or (
            message.norm(last) == "(" and message.norm(quantity.last) == ")"
        )
        if quantity.core == last + 1 and _counts(quantity) and closed:
            return round(quantity.value), (quantity.core, quantity.last)
    return None, None


_MOST_TIMES = 50


def _is_level(scene: Scene, quantity: Quantity) -> bool:
    """'one lead engineer': the lead is no piece of anything, as the leads of '50 leads' are."""
    return quantity.unit == "piece" and scene.message.norm(quantity.last - 1) == "lead"


def _counts(quantity: Quantity, is_level: bool = False) -> bool:
    return (
        (quantity.unit is None or is_level)
        and quantity.per is None
        and quantity.currency is None
        and not quantity.step
        and 1 <= quantity.value <= 1000
        and quantity.value == round(quantity.value)
    )
