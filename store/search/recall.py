"""Plans how to find the texts nearest to a need among those who pass the filters.

Chroma's own filter is 30 to 250 times slower than an unfiltered query, so it is never used. A few who
pass are compared one by one, exactly; with many, Chroma gives more than needed of all and the filter is
applied to that.
"""

from dataclasses import dataclass
from math import ceil, sqrt

LEAST_FETCHED = 200
"""Fewer are hardly cheaper. How many neighbours HNSW looks at is the width of the index, not this."""
EXACT_MS = 0.4
"""Comparing a thousand vectors one by one."""
FETCH_MS, FETCHED_MS = 3.0, 8.0
"""A query of Chroma, and each thousand that it gives. Medians of `python -m evals.bench --crossovers` at
100,000 freelancers on two cores; only their proportions matter."""


@dataclass(frozen=True, slots=True)
class Exact:
    """Compare everybody who passes."""


@dataclass(frozen=True, slots=True)
class OverFetch:
    """Ask Chroma for the nearest `limit` of all, and keep those who pass."""

    limit: int


@dataclass(frozen=True, slots=True)
class ByIds:
    """Ask Chroma for the nearest of those who pass, by their ids. Never the cheapest; measured to know it."""


Plan = Exact | OverFetch | ByIds


def plan(people: int, passing: int, wanted: int) -> Plan:
    """The cheaper way to the `wanted` nearest of `passing` out of `people`."""
    if not passing:
        return Exact()
    limit = enough_fetched(people, passing, wanted)
    fetching = FETCH_MS + FETCHED_MS * limit / 1000
    return Exact() if EXACT_MS * passing / 1000 <= fetching else OverFetch(limit)


def enough_fetched(people: int, passing: int, wanted: int) -> int:
    """How many to fetch so that `wanted` of them pass, three standard deviations of chance allowed for."""
    return min(people, max(LEAST_FETCHED, ceil((wanted + 3 * sqrt(wanted)) * people / passing)))
