"""Plans how to find the texts nearest to a need among those who pass the filters.

Chroma's own filter is 30 to 250 times slower than an unfiltered query, so it is never used. A few who
pass are compared one by one, exactly; with many, Chroma gives more than needed of all and the filter is
applied to that.
"""

from dataclasses import dataclass

EXACT_UP_TO = 20_000
"""So many vectors are compared one by one in the time that a wide query of Chroma takes."""
MOST_FETCHED = 3_000
_SLACK = 1.5
"""Over-fetching takes so much more than the filter's share would need on average."""


@dataclass(frozen=True, slots=True)
class Exact:
    """Compare everybody who passes."""


@dataclass(frozen=True, slots=True)
class OverFetch:
    """Ask Chroma for the nearest `limit` of all, and keep those who pass."""

    limit: int


Plan = Exact | OverFetch


def plan(people: int, passing: int, wanted: int) -> Plan:
    """The cheaper way to the `wanted` nearest of `passing` out of `people`."""
    if passing <= EXACT_UP_TO:
        return Exact()
    return OverFetch(min(MOST_FETCHED, round(wanted * _SLACK * people / passing)))
