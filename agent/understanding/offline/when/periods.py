"""Spans of days counted from a day that is given: weeks, months and quarters, and their parts."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """Days `start` to `end`, both included, said in tokens [first, last)."""

    start: date
    end: date
    first: int
    last: int


def _first_part(period: Period) -> Period:
    return period


def _middle_part(period: Period) -> Period:
    days = (period.end - period.start).days
    middle = period.start.replace(day=15) if 27 <= days <= 31 and period.start.day == 1 else None
    return replace(period, start=middle or period.start + timedelta(days=days // 2))


def _last_part(period: Period) -> Period:
    is_week = (period.end - period.start).days < _WEEK and period.end.weekday() == _SUNDAY
    friday = period.end - timedelta(days=2) if is_week else period.end
    return replace(period, start=max(period.start, friday))


_WEEK, _SUNDAY = 7, 6


PARTS = {"first_part": _first_part, "middle_part": _middle_part, "last_part": _last_part}


def current_unit(unit: str, today: date, first: int, last: int) -> Period | None:
    """The present week, month, quarter or year."""
    return shifted(unit, today, 0, first, last)


def shifted(unit: str, today: date, ahead: int, first: int, last: int) -> Period | None:
    """The present or next week, month, quarter or year; what is past of the present one is cut off."""
    match unit:
        case "week":
            start = today - timedelta(days=today.weekday()) + timedelta(days=7 * ahead)
            end = start + timedelta(days=6)
        case "month":
            months = today.year * 12 + today.month - 1 + ahead
            return month_period(months // 12, months % 12 + 1, today, first, last)
        case "quarter":
            quarters = today.year * 4 + (today.month - 1) // 3 + ahead
            year, month = quarters // 4, quarters % 4 * 3 + 1
            start, end = date(year, month, 1), date(year, month + 2, monthrange(year, month + 2)[1])
        case _:
            start, end = date(today.year + ahead, 1, 1), date(today.year + ahead, 12, 31)
    return Period(max(start, today), end, first, last)


def month_period(year: int, month: int, today: date, first: int, last: int) -> Period:
    """A whole month; of the present one what is left."""
    start, end = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if start <= today <= end:
        start = today
    return Period(start, end, first, last)


def week_of_month(month: Period, number: int, first: int) -> Period | None:
    """So many weeks after the month's first, which is the one with most of its days in it."""
    fourth = month.start.replace(day=4)
    monday = fourth + timedelta(days=7 * number - fourth.weekday())
    if number and monday.month != fourth.month:
        return None
    return Period(monday, monday + timedelta(days=6), first, month.last)


def valid_date(year: int, month: int, day: int) -> date | None:
    """The day, None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_date(month: int, day: int, today: date) -> date | None:
    """The next day of that month and number, today counted."""
    when = valid_date(today.year, month, day)
    if when is not None and when >= today:
        return when
    return valid_date(today.year + 1, month, day) or when


def next_day(day: int, today: date) -> date | None:
    """The next day of that number in a month."""
    for ahead in range(3):
        months = today.year * 12 + today.month - 1 + ahead
        when = valid_date(months // 12, months % 12 + 1, day)
        if when is not None and when >= today:
            return when
    return None


def from_parts(parts: list[int], first: int, last: int, day_first: bool, today: date) -> Period | None:
    """Year first, or day and month in the order that makes a date to come (month first where both do)."""
    if parts[0] > 31:
        orders = [(parts[0], parts[1], parts[2])]
    else:
        year = parts[2] + 2000 if parts[2] < 100 else parts[2]
        orders = [(year, parts[0], parts[1]), (year, parts[1], parts[0])]
        if day_first:
            orders.reverse()
    read = (valid_date(*order) for order in orders if 2000 <= order[0] <= 2100)
    dates = [when for when in read if when is not None]
    when = next((each for each in dates if each >= today), dates[0] if dates else None)
    return None if when is None else Period(when, when, first, last)
