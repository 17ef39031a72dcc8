"""Reads so many stretches of so long: 'two sprints of three weeks', '4 two-week sprints'."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.words.message import Message

_OF = frozenset({("of",), ("(",), (",",), ("at",), ("x",), ("for",), ()})
_LENGTHS = frozenset({"week", "day", "month"})


def with_sprints(message: Message, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, each number of sprints and the length of one made the length of them all."""
    kept = list(quantities)
    for one, other in pairwise(quantities):
        if one.is_range or other.is_range or other.unit not in _LENGTHS or other.per not in (None, "piece"):
            continue
        if _are_lengths(message, one, other) or _are_named_after(message, one, other):
            whole = one.value * other.value
            joined = replace(other, low=whole, high=whole, first=one.first, core=one.core, per=None)
            kept = [joined if q is other else q for q in kept if q is not one]
    return kept


def _are_lengths(message: Message, count: Quantity, length: Quantity) -> bool:
    """'two sprints of three weeks', 'two sprints (3 weeks each)'."""
    return count.unit == "sprint" and message.norms[count.last : length.first] in _OF


def _are_named_after(message: Message, count: Quantity, length: Quantity) -> bool:
    """'4 two-week sprints'."""
    unit = message.at("units", length.last)
    bare = count.is_bare
    return bare and count.last == length.first and unit is not None and unit.key == "sprint"
