"""Reads dates: 'next Monday', 'start of next month', 'mid March', '15 March', '2027-03-15', 'Q2'.

Every date is a period [start, end] counted from a `today` that is given. A day or month that is past this
year means next year's.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from agent.understanding.offline.lexicon import Lexicon
from agent.understanding.offline.message import Message
from agent.understanding.offline.periods import (
    PARTS,
    Period,
    current_unit,
    from_parts,
    month_period,
    next_date,
    next_day,
    shifted,
    valid_date,
)
from agent.understanding.offline.tokens import TokenKind, folded

Value = TypeVar("Value")


_TO_DAYS = frozenset({"-", "–", "to", "and", "/", "or"})
"""Between two days of one month: '14-15 December'."""


_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "1st": 0}


_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})


class DateReader:
    """The grammar of dates over tokens."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._months: Mapping[str, int] = _folded(lexicon.setting("dates", "months", "values"))
        self._weekdays: Mapping[str, int] = lexicon.setting("dates", "weekdays", "values")
        self._unclear = lexicon.words("dates", "unclear")
        self._marks = lexicon.words("dates", "marks")
        self._seasons = lexicon.words("dates", "seasons")
        self._days: dict[str, int] = _folded(lexicon.setting("dates", "days", "values"))
        self._holidays: dict[str, Sequence[int]] = _folded(lexicon.setting("dates", "holidays", "values"))
        self._parts = {
            part: lexicon.words("dates", part)
            for part in ("first_part", "middle_part", "last_part", "coming", "present")
        }
        self._sizes = {part: _sizes(phrases) for part, phrases in self._parts.items()}
        firsts = {words.split(" ")[0] for part in self._parts.values() for words in part}
        firsts |= {words.split(" ")[0] for words in (*self._days, *self._holidays)}
        self._may_start = frozenset(
            firsts | set(self._months) | set(self._weekdays) | {"q1", "q2", "q3", "q4"} | set(_NTH)
        )

    def find(self, message: Message, today: date) -> list[Period]:
        """The dates of a message, in order."""
        found: list[Period] = []
        index = 0
        while index < len(message.tokens):
            token = message.tokens[index]
            period = None
            if token.kind is TokenKind.NUMBER:
                period = self._numeric(message, index, today) or self._day_first(message, index, today)
            elif token.norm in self._may_start:
                period = self._period(message, index, today)
            if period is None:
                index += 1
            else:
                found.append(period)
                index = period.last
        return found

    def _period(self, message: Message, index: int, today: date) -> Period | None:
        for part, choose in PARTS.items():
            after = self._after(message, index, part)
            if after is None:
                continue
            if message.norm(after) == "the" and message.norm(after + 1) in (
                "month",
                "week",
                "year",
                "quarter",
            ):
                whole = current_unit(message.norm(after + 1), today, index, after + 2)
            else:
                whole = self._named(message, after, today, marked=True)
            return None if whole is None else replace(choose(whole), first=index)
        return self._named(message, index, today, marked=False)

    def _named(self, message: Message, index: int, today: date, marked: bool) -> Period | None:
        norm = message.norm(index)
        day = self._longest(message, index, self._days)
        if day is not None:
            words, offset = day
            when = today + timedelta(days=offset)
            return Period(when, when, index, index + len(words.split(" ")))
        if norm in ("q1", "q2", "q3", "q4"):
            return self._quarter(message, index, today)
        if norm in _NTH and message.norm(index + 1) in self._weekdays:
            return self._nth_weekday(message, index, today)
        if (after := self._after(message, index, "coming")) is not None:
            return self._relative(message, index, after, today, ahead=1)
        if (after := self._after(message, index, "present")) is not None:
            return self._relative(message, index, after, today, ahead=0)
        holiday = self._longest(message, index, self._holidays)
        if holiday is not None and (holiday[0] not in self._seasons or self._is_marked(message, index)):
            words, (month, month_day) = holiday
            feast = next_date(month, month_day, today)
            return None if feast is None else Period(feast, feast, index, index + len(words.split(" ")))
        is_clear = marked or norm not in self._unclear or self._is_marked(message, index)
        if norm in self._months and (
            is_clear or message.tokens[min(index + 1, len(message.tokens) - 1)].kind is TokenKind.NUMBER
        ):
            return self._month(message, index, today)
        if norm in self._weekdays and (week := self._week_after(message, index + 1)) is not None:
            ahead, last = week
            monday = today - timedelta(days=today.weekday())
            when = monday + timedelta(days=7 * ahead + self._weekdays[norm])
            return Period(when, when, index, last)
        if norm in self._weekdays and is_clear:
            ahead = (self._weekdays[norm] - today.weekday() - 1) % 7 + 1
            when = today + timedelta(days=ahead)
            return Period(when, when, index, index + 1)
        return None

    def _nth_weekday(self, message: Message, index: int, today: date) -> Period | None:
        """'first Monday in January', 'last Friday of the month'."""
        place = index + 2
        if message.norm(place) not in ("in", "of"):
            return None
        place += 1 + (message.norm(place + 1) == "the")
        month = (
            current_unit("month", today, index, place + 1)
            if message.norm(place) == "month"
            else self._named(message, place, today, marked=True)
        )
        if month is None:
            return None
        first = month.start.replace(day=1)
        ahead = (self._weekdays[message.norm(index + 1)] - first.weekday()) % 7
        days = [first + timedelta(days=ahead + 7 * week) for week in range(5)]
        within = [day for day in days if day.month == first.month]
        when = within[_NTH[message.norm(index)]]
        return Period(when, when, index, month.last)

    def _week_after(self, message: Message, index: int) -> tuple[int, int] | None:
        """How many weeks ahead 'next week' or 'this week' after a weekday says, and where it ends."""
        for ahead, part in ((1, "coming"), (0, "present")):
            after = self._after(message, index + (message.norm(index) in ("of", ",")), part)
            if after is not None and message.norm(after) == "week":
                return ahead, after + 1
        return None

    def _is_marked(self, message: Message, index: int) -> bool:
        return index > 0 and (
            message.norm(index - 1) in self._marks or message.norm(index - 1) in _ORDINAL_ENDS
        )

    def _relative(self, message: Message, first: int, index: int, today: date, ahead: int) -> Period | None:
        norm = message.norm(index)
        if norm in ("week", "month", "quarter", "year"):
            return shifted(norm, today, ahead, first, index + 1)
        if norm in self._weekdays:
            monday = today - timedelta(days=today.weekday())
            when = monday + timedelta(days=7 * ahead + self._weekdays[norm])
            if when <= today:
                when += timedelta(days=7)
            return Period(when, when, first, index + 1)
        if norm in self._months:
            month = self._month(message, index, today)
            return None if month is None else replace(month, first=first)
        if norm in self._seasons:
            month_of, day_of = self._holidays[norm]
            season = next_date(month_of, day_of, today)
            return None if season is None else Period(season, season, first, index + 1)
        return None

    def _month(self, message: Message, index: int, today: date) -> Period | None:
        month = self._months[message.norm(index)]
        day, last = self._month_day(message, index + 1)
        year, last = _year(message, last)
        if day is not None:
            when = next_date(month, day, today) if year is None else valid_date(year, month, day)
            return None if when is None else Period(when, when, index, last)
        if year is None:
            year = today.year if month >= today.month else today.year + 1
        return month_period(year, month, today, index, last)

    def _month_day(self, message: Message, index: int) -> tuple[int | None, int]:
        if message.norm(index) == "the":
            index += 1
        token = message.norm(index)
        if not (token.isascii() and token.isdigit() and 1 <= int(token) <= 31):
            return None, index if message.norm(index - 1) != "the" else index - 1
        last = index + 1
        if message.norm(last) in _ORDINAL_ENDS:
            last += 1
        elif message.norm(last) in ("hours", "hour", "hrs", "weeks", "months", "%", "h", "k"):
            return None, index
        return int(token), last

    def _day_first(self, message: Message, index: int, today: date) -> Period | None:
        """'15 March', '15th of March 2027', 'the 15th'."""
        token = message.norm(index)
        if not (token.isascii() and token.isdigit() and 1 <= int(token) <= 31):
            return None
        last = index + 1
        ordinal = message.norm(last) in _ORDINAL_ENDS and message.tokens[last].glued
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
        if norm in self._months:
            year, end = _year(message, last + 1)
            month = self._months[norm]
            when = (
                next_date(month, int(token), today) if year is None else valid_date(year, month, int(token))
            )
            return None if when is None else Period(when, when, index, end)
        if ordinal and message.norm(index - 1) == "the" and message.norm(index - 2) in self._marks:
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
        marked = message.norm(index - 1) in _BEFORE_SHORT_DATE
        if len(parts) == 2 and marked and message.norm(last) == "." and all(part.isdigit() for part in parts):
            when = next_date(int(parts[1]), int(parts[0]), today) if _are_day_month(parts) else None
            return None if when is None else Period(when, when, index, last + 1)
        if len(parts) == 3 and all(part.isdigit() for part in parts):
            written_out = len(parts[2]) in (2, 4) or len(parts[0]) == 4
            numbers_of = [int(part) for part in parts]
            return from_parts(numbers_of, index, last, day_first=True) if written_out else None
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
        if len(numbers) == 2 and mark == "/" and marked:
            month, day = (int(n) for n in (numbers if int(numbers[0]) <= _MONTHS else numbers[::-1]))
            when = next_date(month, day, today) if 1 <= month <= _MONTHS and 1 <= day <= _DAYS else None
            return None if when is None else Period(when, when, index, last)
        if len(numbers) != 3:
            return None
        return from_parts([int(n) for n in numbers], index, last, day_first=False)

    def _quarter(self, message: Message, index: int, today: date) -> Period | None:
        quarter = int(message.norm(index)[1])
        year, last = _year(message, index + 1)
        month = 3 * quarter - 2
        if year is None:
            year = today.year if month + 2 >= today.month else today.year + 1
        end = date(year, month + 2, monthrange(year, month + 2)[1])
        return Period(max(date(year, month, 1), today), end, index, last)

    def _after(self, message: Message, index: int, part: str) -> int | None:
        """The token after a phrase of that part, if one stands at `index`."""
        sizes = self._sizes[part].get(message.norm(index), ())
        for size in sizes:
            if " ".join(message.norms[index : index + size]) in self._parts[part]:
                return index + size
        return None

    def _longest(self, message: Message, index: int, table: Mapping[str, Value]) -> tuple[str, Value] | None:
        for size in (4, 3, 2, 1):
            words = " ".join(message.norms[index : index + size])
            if words in table:
                return words, table[words]
        return None


_BEFORE_SHORT_DATE = frozenset(
    {"from", "by", "on", "start", "starting", "starts", "until", "due", "before", "ab", "am", "bis"}
)
_MONTHS, _DAYS = 12, 31


def _are_day_month(parts: Sequence[str]) -> bool:
    return 1 <= int(parts[0]) <= _DAYS and 1 <= int(parts[1]) <= _MONTHS


def _sizes(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For each first word of the phrases, how many words they have, longest first."""
    sizes: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split(" ")
        sizes.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}


def _folded(table: Mapping[str, Value]) -> dict[str, Value]:
    return {folded(words): value for words, value in table.items()}


def _year(message: Message, index: int) -> tuple[int | None, int]:
    place = index + 1 if message.norm(index) == "," else index
    token = message.norm(place)
    if len(token) == 4 and token.isascii() and token.isdigit() and 2000 <= int(token) <= 2100:
        return int(token), place + 1
    return None, index
