"""Reads a number said again in another's place: '40 hours is too many, make it 10'."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agent.understanding.offline.message import Message
from agent.understanding.offline.quantities import Quantity

_REACH = 4
_TOO = frozenset({"many", "much", "long", "short", "high", "low", "little", "few", "expensive", "steep"})


def restated(message: Message, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Without the quantities called too much; a bare number after one of them is of the same kind."""
    kept: list[Quantity] = []
    denied: Quantity | None = None
    for quantity in quantities:
        if _is_too_much(message, quantity):
            denied = quantity
            continue
        bare = quantity.unit is None and quantity.per is None and quantity.currency is None
        if denied is not None and bare:
            kept.append(replace(quantity, unit=denied.unit, per=denied.per, currency=denied.currency))
        else:
            kept.append(quantity)
    return kept


def _is_too_much(message: Message, quantity: Quantity) -> bool:
    norms = message.norms[quantity.last : quantity.last + _REACH]
    return any(pair[0] == "too" and pair[1] in _TOO for pair in pairwise(norms))
