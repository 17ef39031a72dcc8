"""How many hours from UTC a place or a zone is on the day a message is written."""

from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from store.knowledge.entries import TimeZoneName
from store.search.places import offsets

Span = tuple[float, float]
"""Hours from UTC, least and most."""


def hours_in(zone: str, today: date) -> Span | None:
    """Those of one place: 'Europe/Madrid'."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    return offsets((zone,), today)


def hours_across(standard: Span, zone: str, today: date) -> Span:
    """Those of a country of several zones, some of which keep summer time when its main zone does."""
    around = [
        hours_in(zone, day) for day in (today, today.replace(month=1, day=1), today.replace(month=7, day=1))
    ]
    now, *others = [hours[0] for hours in around if hours is not None] or [0.0]
    return standard[0], standard[1] + now - min((now, *others))


def hours_named(name: TimeZoneName, today: date) -> Span:
    """Those of a zone's name: one that is used all the year round means what its clocks show today."""
    least, most = name.utc_offset
    now = hours_in(name.time_zone, today) if least != most else None
    return now or name.utc_offset
