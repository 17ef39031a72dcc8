"""Where each way to the nearest texts among those who pass is the cheapest: what the planner goes by.

Those who pass are drawn at random, so that only their number decides.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from api.services import Marketplace
from evals.bench.searching import NEEDS
from evals.bench.timing import latency
from store.embedding.embedder import Vectors
from store.search.recall import ByIds, Exact, OverFetch, Plan, enough_fetched, plan
from store.search.view import Mask

PASSING = (10, 100, 1_000, 3_000, 10_000, 20_000, 50_000, 100_000, 300_000, 1_000_000)
_SEED = 5
_MOST_IDS = 20_000
"""Ids beyond which asking Chroma by them is left out: it is far behind by then."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """Median milliseconds of each way where so many pass; None where it was left out."""

    wanted: int
    passing: int
    exact: float
    over_fetch: float
    by_ids: float | None
    planned: str


async def measure_crossovers(marketplace: Marketplace, wanted: int, repeats: int) -> list[Crossing]:
    """Every way at every number of people who pass, up to all of the marketplace."""
    view, chance = marketplace.search.view(), np.random.default_rng(_SEED)
    living = np.flatnonzero(view.alive)
    vectors = [await marketplace.search.vector(need) for need in NEEDS]
    found = []
    for passing in (number for number in PASSING if number <= view.people):
        mask = np.zeros(view.size, np.bool_)
        mask[chance.choice(living, passing, replace=False)] = True
        fetched = OverFetch(enough_fetched(view.people, passing, wanted))
        by_ids = passing <= _MOST_IDS

        async def timed(by: Plan, among: Mask = mask) -> float:
            return await _median(marketplace, vectors, among, wanted, by, repeats)

        found.append(
            Crossing(
                wanted=wanted,
                passing=passing,
                exact=await timed(Exact()),
                over_fetch=await timed(fetched),
                by_ids=await timed(ByIds()) if by_ids else None,
                planned=type(plan(view.people, passing, wanted)).__name__,
            )
        )
    return found


async def _median(
    marketplace: Marketplace, vectors: Sequence[Vectors], mask: Mask, wanted: int, by: Plan, repeats: int
) -> float:
    view, times = marketplace.search.view(), []
    for _ in range(repeats):
        for vector in vectors:
            start = time.perf_counter()
            await marketplace.search.nearest(view, vector, mask, wanted, by=by)
            times.append(time.perf_counter() - start)
    return latency(times).p50


def as_lines(crossings: Sequence[Crossing]) -> list[str]:
    """For people."""
    lines = [f"  {'wanted':>6} {'passing':>9} {'exact':>9} {'over-fetch':>11} {'by ids':>9}  planned"]
    for each in crossings:
        by_ids = "" if each.by_ids is None else f"{each.by_ids:.1f}"
        lines.append(
            f"  {each.wanted:>6} {each.passing:>9,} {each.exact:>9.1f} {each.over_fetch:>11.1f} "
            f"{by_ids:>9}  {each.planned}"
        )
    return lines
