"""Tells 'the 3rd' of the people shown from the 3rd of the month."""

from collections.abc import Sequence

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
    return bare and 1 <= int(number) <= shown and message.norm(first - 1) in _OF_SOMEBODY
