"""How many hours from UTC a freelancer is, daylight saving included.

A stated time zone or city decides. A country with one zone of note decides too; one that spans several
leaves an interval, so that a requirement is only met when all of the country meets it.
"""

import csv
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from store.knowledge import Knowledge

_WIDE_COUNTRIES = Path(__file__).with_name("wide_countries.csv")

Offsets = tuple[float, float]


def zones(
    time_zone: str | None, city: str | None, country: str | None, knowledge: Knowledge
) -> tuple[str, ...]:
    """The IANA zones somebody may be in: one if known, several in a wide country, none if unknown."""
    if time_zone is not None and _known(time_zone):
        return (time_zone,)
    if city is not None:
        found = knowledge.find_city(city)
        if found is not None and found.country == (country or found.country):
            return (found.time_zone,)
    if country is None:
        return ()
    if country in _wide_countries():
        return _wide_countries()[country]
    known = knowledge.countries.get(country)
    return () if known is None or not _known(known.time_zone) else (known.time_zone,)


@lru_cache(maxsize=8_192)
def offsets(zone_names: tuple[str, ...], day: date) -> Offsets | None:
    """Least and greatest offset from UTC on that day, in hours; None for no zones."""
    if not zone_names:
        return None
    noon = datetime.combine(day, time(12), UTC)
    hours = [_hours(noon, zone) for zone in zone_names]
    return min(hours), max(hours)


def _hours(moment: datetime, zone: str) -> float:
    offset = moment.astimezone(ZoneInfo(zone)).utcoffset()
    return 0.0 if offset is None else offset.total_seconds() / 3600


@cache
def _known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@cache
def _wide_countries() -> Mapping[str, tuple[str, ...]]:
    with _WIDE_COUNTRIES.open(encoding="utf-8", newline="") as stream:
        return {row["country"]: tuple(row["zones"].split("|")) for row in csv.DictReader(stream)}
