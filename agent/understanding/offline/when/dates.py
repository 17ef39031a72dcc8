"""Reads dates: 'next Monday', 'start of next month', 'mid March', '15 March', '2027-03-15', 'Q2'.

Every date is a period [start, end] counted from a `today` that is given. A day or month that is past this
year means next year's.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from agent.understanding.offline.when.feasts import next_feast
from agent.understanding.offline.when.periods import (
    PARTS,
    Period,
    current_unit,
    month_period,
    next_date,
    shifted,
    valid_date,
    week_of_month,
)
from agent.understanding.offline.when.phrases import folded_keys, longest, sizes_of
from agent.understanding.offline.when.written_dates import ORDINAL_ENDS, WrittenDates, year_at
from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind

_UP_TO = frozenset({"to", "-", "–", "through", "thru", "till", "until"})
_MAY = "may"
_AFTER_MAY = frozenset(
    {"be", "slip", "move", "also", "well", "not", "come", "begin", "start", "take", "shift", "have", "still"}
    | {"go", "wait", "happen", "fall", "change", "vary", "need", "want", "then", "even", "actually"}
)
"""What may be is no month: 'the start may slip to 7 December'."""
_DIGITS = ("2", "3", "4")
_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "1st": 0}


class DateReader:
    """The grammar of dates over tokens."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._months: Mapping[str, int] = folded_keys(lexicon.setting("dates", "months", "values"))
        self._weekdays: Mapping[str, int] = lexicon.setting("dates", "weekdays", "values")
        self._unclear = lexicon.words("dates", "unclear")
        self._marks = lexicon.words("dates", "marks")
        self._after_we_would = lexicon.words("dates", "after_we_would")
        self._seasons = lexicon.words("dates", "seasons")
        self._days: dict[str, int] = folded_keys(lexicon.setting("dates", "days", "values"))
        feasts: Mapping[str, Sequence[str | int]] = lexicon.setting("dates", "holidays", "values")
        self._holidays = folded_keys(feasts)
        self._occasions = lexicon.words("dates", "occasions")
        self._parts = {
            part: lexicon.words("dates", part)
            for part in ("first_part", "middle_part", "last_part", "coming", "present")
        }
        self._written = WrittenDates(self._months, self._marks, self._weekdays)
        self._sizes = {part: sizes_of(phrases) for part, phrases in self._parts.items()}
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
                period = self._week_of(message, index, today) or self._written.find(message, index, today)
            elif token.norm in self._may_start and not self._is_we_would(message, index):
                period = self._period(message, index, today)
            if period is None:
                index += 1
            else:
                found.append(period)
                index = period.last
        return found

    def _is_we_would(self, message: Message, index: int) -> bool:
        """'we'd take two': written like the short name of a day once its mark is dropped."""
        marked = not message.words(index, index + 1).isalnum()
        return marked or (message.norm(index) == "wed" and message.norm(index + 1) in self._after_we_would)

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
            if whole is not None and whole.start == whole.end and message.norms[index:after] == ("end",):
                return None  # 'end April 30'
            return None if whole is None else replace(choose(whole), first=index)
        return self._named(message, index, today, marked=False)

    def _named(self, message: Message, index: int, today: date, marked: bool) -> Period | None:
        norm = message.norm(index)
        day = longest(message, index, self._days)
        if day is not None and _is_counted_from(message, index):
            return None
        if day is not None:
            words, offset = day
            when = today + timedelta(days=offset)
            return Period(when, when, index, index + len(words.split(" ")))
        if norm == _MAY and message.norm(index + 1) in _AFTER_MAY:
            return None
        if norm in ("q1", "q2", "q3", "q4"):
            return self._quarter(message, index, today)
        if (week_of := self._week_of(message, index, today)) is not None:
            return week_of
        if norm in _NTH and message.norm(index + 1) in self._weekdays:
            return self._nth_weekday(message, index, today)
        if (after := self._after(message, index, "coming")) is not None:
            return self._relative(message, index, after, today, ahead=1)
        if (after := self._after(message, index, "present")) is not None:
            return self._relative(message, index, after, today, ahead=0)
        holiday = longest(message, index, self._holidays)
        if holiday is not None and self._names_a_thing(message, index + len(holiday[0].split(" "))):
            return None
        if holiday is not None and (holiday[0] not in self._seasons or self._is_marked(message, index)):
            words, when_is_it = holiday
            feast = next_feast(when_is_it, today)
            return None if feast is None else Period(feast, feast, index, index + len(words.split(" ")))
        is_clear = (
            marked
            or norm not in self._unclear
            or self._is_marked(message, index)
            or self._opens_span(message, index)
        )
        if norm in self._months and (
            is_clear or message.tokens[min(index + 1, len(message.tokens) - 1)].kind is TokenKind.NUMBER
        ):
            return self._month(message, index, today)
        if norm in self._weekdays and (dated := self._dated_weekday(message, index, today)) is not None:
            return dated
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

    def _dated_weekday(self, message: Message, index: int, today: date) -> Period | None:
        """'Saturday 5 December', 'Tuesday, December 8', 'Thursday the 3rd of December': the date counts."""
        place = index + 1 + (message.norm(index + 1) == ",")
        place += message.norm(place) == "the"
        following = message.tokens[place] if place < len(message.tokens) else None
        day = None
        if following is not None and following.kind is TokenKind.NUMBER:
            day = self._written.find(message, place, today)
        elif following is not None and following.norm in self._months:
            day = self._month(message, place, today)
        return replace(day, first=index) if day is not None and day.start == day.end else None

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

    def _week_of(self, message: Message, index: int, today: date) -> Period | None:
        """'second week of December', '2nd week in January': a first week is the month's beginning."""
        number, last = _NTH.get(message.norm(index)), index + 1
        if number is None and message.norm(last) in ORDINAL_ENDS and message.norm(index) in _DIGITS:
            number, last = int(message.norm(index)) - 1, last + 1
        if number is None or number < 1 or message.norm(last) not in ("week", "full"):
            return None
        last += 1 + (message.norm(last) == "full")
        if message.norm(last) not in ("of", "in"):
            return None
        month = self._named(message, last + 1, today, marked=True)
        return None if month is None else week_of_month(month, number, index)

    def _week_after(self, message: Message, index: int) -> tuple[int, int] | None:
        """How many weeks ahead 'next week' or 'this week' after a weekday says, and where it ends."""
        for ahead, part in ((1, "coming"), (0, "present")):
            after = self._after(message, index + (message.norm(index) in ("of", ",")), part)
            if after is not None and message.norm(after) == "week":
                return ahead, after + 1
        return None

    def _names_a_thing(self, message: Message, index: int) -> bool:
        """'our Thanksgiving campaign', 'a Christmas card': what the feast is of, and no day."""
        kinds = ("tasks", "products", "skill", "role")
        return message.norm(index) in self._occasions or any(message.at(kind, index) for kind in kinds)

    def _opens_span(self, message: Message, index: int) -> bool:
        """'Jan to March', 'Jan-Mar'."""
        joint = message.norm(index + 1) in _UP_TO
        return message.norm(index) in self._months and message.norm(index + 1 + joint) in self._months

    def _is_marked(self, message: Message, index: int) -> bool:
        index -= message.norm(index - 1) == "the"
        return index > 0 and (
            message.norm(index - 1) in self._marks or message.norm(index - 1) in ORDINAL_ENDS
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
            season = next_feast(self._holidays[norm], today)
            return None if season is None else Period(season, season, first, index + 1)
        return None

    def _month(self, message: Message, index: int, today: date) -> Period | None:
        month = self._months[message.norm(index)]
        day, last = self._month_day(message, index + 1)
        year, last = year_at(message, last)
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
        if message.norm(last) in ORDINAL_ENDS:
            last += 1
        elif message.norm(last) in ("hours", "hour", "hrs", "weeks", "months", "%", "h", "k"):
            return None, index
        return int(token), last

    def _quarter(self, message: Message, index: int, today: date) -> Period | None:
        quarter = int(message.norm(index)[1])
        year, last = year_at(message, index + 1)
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


def _is_counted_from(message: Message, index: int) -> bool:
    """'two weeks from today': a length of time that begins on the day, and not the day itself."""
    return message.norm(index - 1) == "from" and message.norm(index - 2) in _LENGTHS


_LENGTHS = frozenset({"day", "days", "week", "weeks", "month", "months"})
