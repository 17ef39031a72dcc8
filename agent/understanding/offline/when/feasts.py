"""The days of feasts and seasons, those that move among them: Christmas, Easter, Thanksgiving."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from agent.understanding.offline.when.periods import next_date

THURSDAY, NOVEMBER = 3, 11


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus 1991, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def thanksgiving(year: int) -> date:
    """The fourth Thursday of November."""
    first = date(year, NOVEMBER, 1)
    return first + timedelta(days=(THURSDAY - first.weekday()) % 7 + 21)


def next_feast(named: Sequence[str | int], today: date) -> date | None:
    """The next day of a feast: a month and its day, or the name of one that moves and how many days after."""
    name, days = named
    reckon = _MOVING.get(str(name))
    if reckon is None:
        return next_date(int(name), int(days), today)
    dates = (reckon(year) + timedelta(days=int(days)) for year in (today.year, today.year + 1))
    return next((when for when in dates if when >= today), None)


_MOVING: Mapping[str, Callable[[int], date]] = {"easter": easter, "thanksgiving": thanksgiving}
