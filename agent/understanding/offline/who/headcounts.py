"""How many of a role: 'two senior devs', 'support agents (4)', 'designers x2'."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.tokens import TokenKind


def find_headcount(scene: Scene, start: int, first: int) -> tuple[int | None, tuple[int, int] | None]:
    """The number right before a role's modifiers: 'two senior backend devs', 'a couple of writers'."""
    for quantity in scene.quantities:
        if quantity.first > first:
            break
        if _counts(quantity, _is_level(scene, quantity)) and start <= quantity.last <= first:
            between = range(quantity.last, first)
            if all(scene.message.tokens[i].kind is not TokenKind.SYMBOL for i in between):
                return round(quantity.value), (quantity.core, quantity.last)
    return None, None


def in_brackets(scene: Scene, last: int) -> tuple[int | None, tuple[int, int] | None]:
    """'Support agents (4)', 'designers x2'."""
    message = scene.message
    times = message.norm(last)
    if times[:1] == "x" and times[1:].isdigit() and len(times) <= 3 and int(times[1:]) > 0:
        return int(times[1:]), (last, last + 1)
    for quantity in scene.quantities:
        closed = message.norm(last) == "x" or (
            message.norm(last) == "(" and message.norm(quantity.last) == ")"
        )
        if quantity.core == last + 1 and _counts(quantity) and closed:
            return round(quantity.value), (quantity.core, quantity.last)
    return None, None


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
