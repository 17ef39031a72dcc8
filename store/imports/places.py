"""Where a freelancer is: country, city and time zone, in the knowledge files' terms."""

import zoneinfo
from dataclasses import dataclass
from functools import cache

from store.imports.cells import Cells, Notice
from store.imports.mapping import FieldName
from store.imports.values import shown
from store.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Place:
    """A place. `country` is ISO 3166-1 alpha-2, `time_zone` an IANA name."""

    country: str | None = None
    city: str | None = None
    time_zone: str | None = None


def place_of(cells: Cells, knowledge: Knowledge) -> Place:
    """The row's place. A time zone that is not stated is the city's, or the country's main one."""
    stated_country = cells.line(FieldName.COUNTRY, 100)
    stated_city = cells.line(FieldName.CITY, 100)
    stated_zone = cells.line(FieldName.TIME_ZONE, 60)
    country = knowledge.find_country(stated_country) if stated_country else None
    if country is None and stated_country:
        short = stated_country.upper() if len(stated_country) <= 3 else ""
        country = knowledge.find_country(short) if short else None
        if country is None:
            cells.notice(Notice.UNKNOWN_COUNTRY, shown(stated_country))
    city = knowledge.find_city(stated_city) if stated_city else None
    if city is not None and stated_country and (country is None or city.country != country.code):
        city = None
    if stated_city and city is None:
        cells.notice(Notice.UNKNOWN_CITY, shown(stated_city))
    code = country.code if country else city.country if city else None
    zone = _stated_zone(cells, stated_zone, knowledge) if stated_zone else None
    usual = city.time_zone if city else country.time_zone if country else None
    return Place(code, stated_city or None, zone or usual)


def _stated_zone(cells: Cells, stated: str, knowledge: Knowledge) -> str | None:
    if stated in _zones():
        return stated
    for entry in knowledge.time_zones.values():
        if stated.casefold() in (name.casefold() for name in (entry.name, *entry.aliases)):
            return entry.time_zone
    cells.notice(Notice.UNKNOWN_TIME_ZONE, shown(stated))
    return None


@cache
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())
