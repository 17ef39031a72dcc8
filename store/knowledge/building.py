"""Turning rows into typed entries. A cell that cannot be read is a fault that names its file and line."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from store.knowledge.entries import (
    City,
    Country,
    Currency,
    Industry,
    LanguageEntry,
    Region,
    RoleFamily,
    SkillEntry,
    TimeZoneName,
)
from store.knowledge.faults import KnowledgeFault
from store.knowledge.rows import Row

Entry = TypeVar("Entry")


def build(rows: Sequence[Row], entry: Callable[[Row], Entry]) -> list[Entry]:
    """Build every row. Raises KnowledgeFault with all the rows that could not be read."""
    built: list[Entry] = []
    faults: list[str] = []
    for row in rows:
        try:
            if not all(row.key):
                raise ValueError(f"{' and '.join(row.table.key)} must not be empty")
            built.append(entry(row))
        except ValueError as error:
            faults.append(f"{row.origin}: {error}")
    if faults:
        raise KnowledgeFault(faults)
    return built


def skill(row: Row) -> SkillEntry:
    """A line of a skills file."""
    name, everyday = row.of("name"), row.all("everyday_words")
    return SkillEntry(
        name=name,
        aliases=row.all("aliases"),
        category=row.of("category") or "marketplace",
        ordinary_word=name in everyday,
        ordinary_names=everyday,
        implies=row.all("implies"),
        related=row.all("related"),
    )


def role(row: Row) -> RoleFamily:
    """A section of a roles file."""
    rates = row.all("rate_usd")
    if len(rates) != 3:
        raise ValueError("rate_usd must be [entry, intermediate, expert]")
    entry, intermediate, expert = (_number("rate_usd", rate) for rate in rates)
    return RoleFamily(
        id=row.of("id"),
        name=row.of("name"),
        category=row.of("category"),
        aliases=row.all("aliases"),
        core_skills=row.all("core_skills"),
        usual_skills=row.all("usual_skills"),
        neighbours=row.all("neighbours"),
        rate_usd=(entry, intermediate, expert),
        ordinary_names=row.all("everyday_words"),
    )


def industry(row: Row) -> Industry:
    """A section of a file in industries/."""
    return Industry(row.of("id"), row.of("name"), row.all("aliases"))


def country(row: Row) -> Country:
    """A line of countries.csv."""
    return Country(
        code=row.of("code"),
        alpha3=row.of("alpha3"),
        name=row.of("name"),
        aliases=row.all("aliases"),
        demonyms=row.all("demonyms"),
        currency=row.of("currency"),
        time_zone=row.of("time_zone"),
        languages=row.all("languages"),
        rate_factor=_number("rate_factor", row.of("rate_factor")),
    )


def region(row: Row) -> Region:
    """A line of regions.csv; its members may still be regions themselves."""
    offset = row.all("utc_offset")
    return Region(
        id=row.of("id"),
        name=row.of("name"),
        aliases=row.all("aliases"),
        countries=row.all("members"),
        utc_offset=_span(offset) if offset else None,
    )


def city(row: Row) -> City:
    """A line of cities.csv or states.csv."""
    return City(
        name=row.of("name"),
        country=row.of("country"),
        time_zone=row.of("time_zone"),
        aliases=row.all("aliases"),
        kind=row.of("kind") or "city",
        ordinary_word=_flag(row, "everyday_word"),
    )


def language(row: Row) -> LanguageEntry:
    """A line of languages.csv."""
    return LanguageEntry(row.of("code"), row.of("name"), row.all("aliases"))


def currency(per_usd: Mapping[str, float]) -> Callable[[Row], Currency]:
    """A line of currencies.csv, with its rate from the rates file."""

    def with_rate(row: Row) -> Currency:
        code = row.of("code")
        if code not in per_usd:
            raise ValueError(f"{code} has no rate in rates.toml")
        return Currency(code, row.of("name"), row.all("symbols"), row.all("words"), per_usd[code])

    return with_rate


def time_zone_name(row: Row) -> TimeZoneName:
    """A line of time_zones.csv."""
    return TimeZoneName(
        name=row.of("name"),
        aliases=row.all("aliases"),
        utc_offset=_span(row.all("utc_offset")),
        time_zone=row.of("time_zone"),
        ordinary_word=_flag(row, "everyday_word"),
    )


def _span(cells: Sequence[str]) -> tuple[float, float]:
    if not 1 <= len(cells) <= 2:
        raise ValueError("utc_offset must be one number of hours, or least;greatest")
    return _number("utc_offset", cells[0]), _number("utc_offset", cells[-1])


def _number(column: str, cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise ValueError(f"{column} must be a number, not {cell!r}") from None


def _flag(row: Row, column: str) -> bool:
    match row.of(column):
        case "yes":
            return True
        case "":
            return False
        case other:
            raise ValueError(f"{column} must be yes or empty, not {other!r}")
