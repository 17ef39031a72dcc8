"""Tells a place on the list from a date or an amount: 'the 3rd' looks good, 'not 1'."""

from collections.abc import Sequence

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.when.periods import Period
from agent.understanding.offline.words.message import Message

_OF_SOMEBODY = frozenset({"about", "is", "does", "did", "has", "can", "hire", "with", "like", "save", "hide"})


def days_only(message: Message, periods: Sequence[Period], shown: int) -> list[Period]:
    """The periods without ordinals that can only be places on a list of so many people."""
    return [period for period in periods if not _is_place(message, period, shown)]


def _is_place(message: Message, period: Period, shown: int) -> bool:
    """'tell me more about the 3rd', and not 'from the 3rd' or 'the 3rd of May'."""
    words = [word for word in message.norms[period.first : period.last] if word != "the"]
    first = period.first - (message.norm(period.first - 1) == "the")
    number = words[0] if words else ""
    bare = number.isdigit() and len(words) == len((number, "rd"))
    begins = first == 0 or message.norm(first - 1) in _OF_SOMEBODY
    return bare and 1 <= int(number) <= shown and begins


DENYING = frozenset({"not", "neither", "nor"})


def amounts_only(message: Message, quantities: Sequence[Quantity], shown: int) -> list[Quantity]:
    """The quantities without bare numbers that only say whom of so many people the client does not want.

    'Not 1', 'neither 1 nor 2' say that; 'not 20, 25' puts a number right.
    """
    denied = [each for each in quantities if _is_denied_place(message, each, shown)]
    return [] if len(denied) == len(quantities) else list(quantities)


def _is_denied_place(message: Message, quantity: Quantity, shown: int) -> bool:
    bare = quantity.is_bare and not (quantity.is_range or quantity.bounded or quantity.step)
    return bare and message.norm(quantity.core - 1) in DENYING and quantity.value in range(1, shown + 1)
