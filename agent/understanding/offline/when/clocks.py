"""Finds hours of the day: '9-5 Pacific', '14:00–19:00 Paris', '8 am to 2 pm', 'weekdays 9-1'."""

from collections.abc import Iterator
from dataclasses import dataclass

from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind

HALF_DAY, DAY = 12.0, 24.0

_FROM_TO = frozenset({"-", "–", "to", "till", "until", "and"})
_MERIDIEM = {"am": 0.0, "pm": HALF_DAY}
_LONGEST_SHIFT = 14.0
_ZONE_REACH = 2
_BEFORE_ZONE = frozenset({"", "in", "(", "on", ","})


@dataclass(frozen=True, slots=True)
class Hours:
    """From one time of the day to another, said in tokens [first, last)."""

    begin: float
    end: float
    first: int
    last: int

    @property
    def length(self) -> float:
        """How many hours they are."""
        return self.end - self.begin


@dataclass(frozen=True, slots=True)
class _Time:
    hour: float
    last: int
    half: str | None
    is_plain: bool


def find_hours_of_day(message: Message, lexicon: Lexicon) -> Iterator[Hours]:
    """The spans from one time of the day to another. Bare numbers are times only beside days or a zone."""
    index = 0
    while index < len(message.tokens):
        span = _span(message, index, lexicon)
        if span is None:
            index += 1
        else:
            yield span
            index = span.last


def zone_word(message: Message, hours: Hours, lexicon: Lexicon) -> tuple[str, int] | None:
    """The time zone that a single word right after hours of the day names, and its token: '9-5 Pacific'."""
    name = lexicon.setting("places", "clock_zones", "values").get(message.norm(hours.last))
    return None if name is None else (name, hours.last)


def is_beside(message: Message, hours: Hours, first: int) -> bool:
    """Whether what begins at a token says where it is that late: '14:00–19:00 Paris', '9-5 in London'."""
    between = message.norms[hours.last : first]
    return 0 <= first - hours.last <= _ZONE_REACH and all(word in _BEFORE_ZONE for word in between)


def _span(message: Message, index: int, lexicon: Lexicon) -> Hours | None:
    begin = _time(message, index)
    if begin is None or message.norm(begin.last) not in _FROM_TO:
        return None
    joint = message.norm(begin.last)
    end = _time(message, begin.last + 1)
    if end is None or (joint == "and" and message.norm(index - 1) != "between"):
        return None
    span = _as_hours(begin, end, index)
    if span is None or (begin.is_plain and end.is_plain and not _is_of_day(message, span, lexicon)):
        return None
    return span


def _time(message: Message, index: int) -> _Time | None:
    """One time of the day: '9', '9am', '9:30', '17h00'."""
    if message.norm(index) in _NAMED:
        return _Time(_NAMED[message.norm(index)], index + 1, None, False)
    if index >= len(message.tokens) or message.tokens[index].kind is not TokenKind.NUMBER:
        return None
    hour, _, minutes = message.norm(index).partition(".")
    if not hour.isdigit() or (minutes and not _are_minutes(minutes)) or float(hour) > DAY:
        return None
    last = index + 1
    if not minutes and message.norm(last) == ":" and _are_minutes(message.norm(last + 1)):
        minutes, last = message.norm(last + 1), last + 2
    half = message.norm(last) if message.norm(last) in _MERIDIEM else None
    value = float(hour) + (float(minutes) / 60 if minutes else 0.0)
    return _Time(value, last + (half is not None), half, half is None and not minutes)


_NAMED = {"noon": HALF_DAY, "midday": HALF_DAY, "midnight": DAY}


def _are_minutes(written: str) -> bool:
    return len(written) == len("00") and written.isdigit() and int(written) < 60


def _as_hours(begin: _Time, end: _Time, first: int) -> Hours | None:
    """From the one to the other, on a clock of twelve hours where nothing says which half."""
    start = begin.hour % HALF_DAY + _MERIDIEM[begin.half] if begin.half else begin.hour
    stop = end.hour % HALF_DAY + _MERIDIEM[end.half] if end.half else end.hour
    if begin.half is None and end.half == "pm" and start + HALF_DAY < stop:
        start += HALF_DAY if start < _EARLIEST else 0.0
    if stop <= start:
        stop += HALF_DAY if end.half is None and stop + HALF_DAY > start else DAY
    if begin.half is None and stop - start > _LONGEST_SHIFT and start < HALF_DAY:
        start += HALF_DAY  # '6 to midnight'
    return Hours(start, stop, first, end.last) if 0 < stop - start <= _LONGEST_SHIFT else None


_EARLIEST = 5.0


def _is_of_day(message: Message, span: Hours, lexicon: Lexicon) -> bool:
    """Whether days of the week or a zone stand beside two bare numbers: 'weekdays 9-1', '10 to 2 Central'."""
    if zone_word(message, span, lexicon) is not None:
        return True
    if any(mention.first == span.last for mention in message.of("zone")):
        return True
    before = message.norm(span.first - 1)
    if before in ("from", ",", "("):
        before = message.norm(span.first - 2)
    after = message.norm(span.last if message.norm(span.last) not in (",", "on") else span.last + 1)
    days = lexicon.setting("dates", "weekdays", "values")
    return any(word.removesuffix("s") in days or word in _DAYS for word in (before, after))


_DAYS = frozenset({"weekdays", "weekday", "weekends", "daily", "thurs", "tues"})
