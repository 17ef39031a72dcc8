"""Dates written in digits: '15 March', 'the 15th', '2027-03-15', '15.03.2027', '3/15/2027'."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agent.understanding.offline.when.periods import Period, from_parts, next_date, next_day, valid_date
from agent.understanding.offline.words.message import Message

ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
_TO_DAYS = frozenset({"-", "–", "to", "and", "/", "or"})
"""Between two days of one month: '14-15 December'."""


@dataclass(frozen=True)
class WrittenDates:
    """The grammar of dates in digits, with the names of the months and the words that mark a date."""

    months: Mapping[str, int]
    marks: Collection[str]
    weekdays: Collection[str]

    def find(self, message: Message, index: int, today: date) -> Period | None:
        """The date that begins at a number."""
        return self._numeric(message, index, today) or self._day_first(message, index, today)

    def _day_first(self, message: Message, index: int, today: date) -> Period | None:
        """'15 March', '15th of March 2027', 'the 15th'."""
        token = message.norm(index)
        if not (token.isascii() and token.isdigit() and 1 <= int(token) <= 31):
            return None
        last = index + 1
        ordinal = message.norm(last) in ORDINAL_ENDS and message.tokens[last].glued
        if ordinal:
            last += 1
        if message.norm(last) in _TO_DAYS and message.norm(last + 1)[:1].isdigit():
            until = self._day_first(message, last + 1, today)
            if until is None:
                return None
            begun = valid_date(until.start.year, until.start.month, int(token))
            return None if begun is None or begun > until.end else replace(until, start=begun, first=index)
        if message.norm(last) == "of":
            last += 1
        norm = message.norm(last)
        if norm in self.months:
            year, end = year_at(message, last + 1)
            month = self.months[norm]
            when = (
                next_date(month, int(token), today) if year is None else valid_date(year, month, int(token))
            )
            return None if when is None else Period(when, when, index, end)
        marked = message.norm(index - 2) in self.marks or index == 1 or _is_put_right(message, index - 1)
        if ordinal and message.norm(index - 1) == "the" and marked:
            when = next_day(int(token), today)
            after = message.norm(last)
            if when is not None and after in (
                "",
                ".",
                ",",
                "!",
                "?",
                "for",
                "and",
                "until",
                "to",
                "\n",
                ";",
                ")",
            ):
                return Period(when, when, index - 1, last)
        return None

    def _numeric(self, message: Message, index: int, today: date) -> Period | None:
        """'2027-03-15', '15.03.2027', '3/15/2027', '15/3'."""
        token = message.norm(index)
        parts = token.split(".")
        last = index + 1
        marked = message.norm(index - 1) in _BEFORE_SHORT_DATE or self._is_headed(message, index)
        if len(parts) == 2 and marked and message.norm(last) == "." and all(part.isdigit() for part in parts):
            when = next_date(int(parts[1]), int(parts[0]), today) if _are_day_month(parts) else None
            return None if when is None else Period(when, when, index, last + 1)
        if len(parts) == 3 and all(part.isdigit() for part in parts):
            written_out = len(parts[2]) in (2, 4) or len(parts[0]) == 4
            numbers_of = [int(part) for part in parts]
            return from_parts(numbers_of, index, last, day_first=True, today=today) if written_out else None
        numbers = [token]
        mark = message.norm(last)
        if mark not in ("-", "/") or not message.tokens[last].glued:
            return None
        while len(numbers) < 3 and message.norm(last) == mark:
            following = message.norm(last + 1)
            if not (following.isascii() and following.isdigit()):
                break
            numbers.append(following)
            last += 2
        if not all(n.isascii() and n.isdigit() for n in numbers):
            return None
        marked = marked or message.norm(last) in _AFTER_SHORT_DATE or numbers == list(message.norms[::2])
        marked = marked and numbers != _ALWAYS
        if len(numbers) == 2 and mark == "/" and marked:
            month, day = (int(n) for n in (numbers if int(numbers[0]) <= _MONTHS else numbers[::-1]))
            when = next_date(month, day, today) if 1 <= month <= _MONTHS and 1 <= day <= _DAYS else None
            return None if when is None else Period(when, when, index, last)
        if len(numbers) != 3:
            return None
        return from_parts([int(n) for n in numbers], index, last, day_first=False, today=today)

    def _is_headed(self, message: Message, index: int) -> bool:
        """'Saturday, 12/12', 'as of 12/7', 'start: 12/7'."""
        before = message.norms[max(0, index - 2) : index]
        if before in _HEADS or before[-1:] == (":",):
            return before[0] in ("as", "start", "date", "starts", "starting", "begin", "from")
        return any(word in self.weekdays for word in (before if before[-1:] == (",",) else before[-1:]))


_HEADS = frozenset({("as", "of"), ("start", "date"), ("starting", "date"), ("start", "on")})
_AFTER_SHORT_DATE = frozenset({"onward", "onwards", "start", "kickoff", "kick"})
_ALWAYS = ["24", "7"]


def _is_put_right(message: Message, first: int) -> bool:
    """'make that the 11th', 'rather the 11th'."""
    return message.norm(first - 1) in _PUTTING_RIGHT or message.norms[max(0, first - 2) : first] in _MADE


_PUTTING_RIGHT = frozenset({"rather", "actually", "meant", "mean", "sorry", "say", "not"})
_MADE = frozenset({("make", "it"), ("make", "that"), ("no", ","), ("let", "us"), ("change", "it")})

_BEFORE_SHORT_DATE = frozenset(
    {"from", "by", "on", "start", "starting", "starts", "until", "due", "before", "ab", "am", "bis", "date"}
    | {"beginning", "begin", "begins", "kickoff", "after", "since"}
)
_MONTHS, _DAYS = 12, 31


def _are_day_month(parts: Sequence[str]) -> bool:
    return 1 <= int(parts[0]) <= _DAYS and 1 <= int(parts[1]) <= _MONTHS


def year_at(message: Message, index: int) -> tuple[int | None, int]:
    """The year that stands at a token, a comma before it allowed, and where it ends."""
    place = index + 1 if message.norm(index) == "," else index
    token = message.norm(place)
    if len(token) == 4 and token.isascii() and token.isdigit() and 2000 <= int(token) <= 2100:
        return int(token), place + 1
    return None, index
