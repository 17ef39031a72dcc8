"""The numbers of every freelancer that a filter or a score reads, each in a column of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from store.nouns.brief import Provider, Seniority
from store.repositories.search_rows import SearchRow
from store.search.columns import Column

UNKNOWN = -1
"""In a column of whole numbers: not stated. In a column of real numbers NaN says so."""

PROVIDERS: tuple[str, ...] = tuple(Provider)
SENIORITIES: tuple[str, ...] = tuple(Seniority)


@dataclass(frozen=True, slots=True)
class Facts:
    """Row for row. Days are ordinals (`date.toordinal`), shares are 0 to 1, codes are the catalog's."""

    provider: NDArray[np.int8]
    seniority: NDArray[np.int8]
    role: NDArray[np.int32]
    country: NDArray[np.int16]
    zone: NDArray[np.int16]
    rate_usd: NDArray[np.float64]
    hours_per_week: NDArray[np.int32]
    available_from: NDArray[np.int32]
    last_sign: NDArray[np.int32]
    """The later of last activity and last profile update."""
    rating: NDArray[np.float64]
    ratings: NDArray[np.int32]
    jobs: NDArray[np.int32]
    success: NDArray[np.float64]
    repeat: NDArray[np.float64]
    on_time: NDArray[np.float64]
    on_budget: NDArray[np.float64]
    completeness: NDArray[np.float64]
    stuffing: NDArray[np.float64]
    skills: NDArray[np.int32]
    """How many skills the profile names."""


_TYPES: Mapping[str, type[np.generic]] = {
    "provider": np.int8,
    "seniority": np.int8,
    "role": np.int32,
    "country": np.int16,
    "zone": np.int16,
    "rate_usd": np.float64,
    "hours_per_week": np.int32,
    "available_from": np.int32,
    "last_sign": np.int32,
    "rating": np.float64,
    "ratings": np.int32,
    "jobs": np.int32,
    "success": np.float64,
    "repeat": np.float64,
    "on_time": np.float64,
    "on_budget": np.float64,
    "completeness": np.float64,
    "stuffing": np.float64,
    "skills": np.int32,
}


@dataclass(frozen=True, slots=True)
class Coded:
    """What a row's words were turned into: the catalog's codes, and the rate in US dollars."""

    role: int
    country: int
    zone: int
    rate_usd: float | None


class FactTable:
    """The columns of `Facts`, growing together."""

    def __init__(self) -> None:
        self._columns: dict[str, Column[Any]] = {
            field.name: Column(_TYPES[field.name]) for field in fields(Facts)
        }

    def extend(self, rows: Sequence[SearchRow], coded: Sequence[Coded], stuffing: Sequence[float]) -> None:
        """Add freelancers at the end."""
        values: dict[str, Sequence[float]] = {
            "provider": [PROVIDERS.index(row.provider) for row in rows],
            "seniority": [
                UNKNOWN if row.seniority is None else SENIORITIES.index(row.seniority) for row in rows
            ],
            "role": [each.role for each in coded],
            "country": [each.country for each in coded],
            "zone": [each.zone for each in coded],
            "rate_usd": _reals([each.rate_usd for each in coded]),
            "hours_per_week": [_whole(row.hours_per_week) for row in rows],
            "available_from": [_day(row.available_from) for row in rows],
            "last_sign": [max(_day(row.last_active), _day(row.profile_updated)) for row in rows],
            "rating": _reals([row.rating for row in rows]),
            "ratings": [row.ratings for row in rows],
            "jobs": [row.jobs_completed for row in rows],
            "success": _reals([row.job_success for row in rows]),
            "repeat": _reals([row.repeat_rate for row in rows]),
            "on_time": _reals([row.on_time_rate for row in rows]),
            "on_budget": _reals([row.on_budget_rate for row in rows]),
            "completeness": [row.completeness for row in rows],
            "stuffing": stuffing,
            "skills": [len(row.skills) for row in rows],
        }
        for name, column in self._columns.items():
            column.extend(np.asarray(values[name], _TYPES[name]))

    def read(self, rows: int) -> Facts:
        """The first `rows` freelancers, without copying."""
        return Facts(**{name: column.read(rows) for name, column in self._columns.items()})

    def kept(self, alive: NDArray[np.bool_]) -> "FactTable":
        """A table of the rows that are alive."""
        table = FactTable()
        table._columns = {name: column.kept(alive) for name, column in self._columns.items()}
        return table


def _reals(values: Sequence[float | None]) -> list[float]:
    return [float("nan") if value is None else value for value in values]


def _whole(value: int | None) -> int:
    return UNKNOWN if value is None else value


def _day(value: date | None) -> int:
    return UNKNOWN if value is None else value.toordinal()
