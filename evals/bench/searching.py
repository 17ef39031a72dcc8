"""Search latency and recall by class of filter, beside Chroma's own `where` and an exact scan."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import numpy as np

from agent.matching.field import survey
from api.services import Marketplace
from evals.bench.filters import FilterClass, filter_classes
from evals.bench.plain_chroma import PlainChroma
from evals.bench.timing import Latency, latency
from store.embedding.embedder import Vectors
from store.search.view import View

DEPTH = 10
NEEDS = (
    "React developer for an online shop",
    "bookkeeper who knows Xero",
    "illustrator of children's books",
    "data engineer with Spark",
    "German legal translator",
    "video editor for short clips",
    "mechanical engineer, SolidWorks drawings",
    "customer support in the evenings",
    "Shopify theme work",
    "copywriter for e-mail campaigns",
)


@dataclass(frozen=True, slots=True)
class SearchFigures:
    """What a class of filters costs. Recall is the share of the exact ten nearest that were found.

    `chroma` is None where nothing was added to plain Chroma.
    """

    filters: str
    passing: int
    ours: Latency
    ranking: Latency
    chroma: Latency | None
    scan: Latency
    recall: float

    @property
    def times_faster(self) -> float | None:
        """How many times Chroma's `where` takes of our 95th percentile."""
        return None if self.chroma is None else round(self.chroma.p95 / self.ours.p95, 1)


async def measure_search(marketplace: Marketplace, chroma: PlainChroma, repeats: int) -> list[SearchFigures]:
    """Every class of filters with every need, so often."""
    vectors = [await marketplace.search.vector(need) for need in NEEDS]
    return [
        await _measure(marketplace, chroma, each, vectors, repeats) for each in filter_classes(marketplace)
    ]


async def _measure(
    marketplace: Marketplace,
    chroma: PlainChroma,
    filters: FilterClass,
    vectors: Sequence[Vectors],
    repeats: int,
) -> SearchFigures:
    view, today, brief = marketplace.search.view(), marketplace.today, filters.brief

    async def ours(vector: Vectors) -> list[str]:
        passing = survey(view, brief, today).passing
        rows = await marketplace.search.nearest(view, vector, passing, DEPTH)
        return [view.id_of(int(row)) for row in rows[:DEPTH]]

    async def ranking(_: Vectors) -> list[str]:
        found = await marketplace.matcher.search(brief, today=today, limit=DEPTH)
        return [match.freelancer_id for match in found.matches]

    async def by_where(vector: Vectors) -> list[str]:
        return chroma.nearest(vector, brief, DEPTH)

    async def scan(vector: Vectors) -> list[str]:
        return exact(view, vector, np.flatnonzero(survey(view, brief, today).passing).astype(np.int32))

    recalls = []
    for vector in vectors:
        best = set(await scan(vector))
        recalls.append(len(best & set(await ours(vector))) / len(best) if best else 1.0)
    return SearchFigures(
        filters=filters.name,
        passing=filters.passing,
        ours=await _timed(ours, vectors, repeats),
        ranking=await _timed(ranking, vectors, repeats),
        chroma=None if chroma.is_empty else await _timed(by_where, vectors, max(1, repeats // 4)),
        scan=await _timed(scan, vectors, max(1, repeats // 4)),
        recall=round(float(np.mean(recalls)), 4),
    )


def exact(view: View, vector: Vectors, rows: np.ndarray) -> list[str]:
    """The nearest by comparing everybody who passes."""
    similarities = view.similarities(vector, rows)
    best = np.argsort(-similarities, kind="stable")[:DEPTH]
    return [view.id_of(int(rows[place])) for place in best]


async def _timed(
    call: Callable[[Vectors], Awaitable[list[str]]], vectors: Sequence[Vectors], repeats: int
) -> Latency:
    await call(vectors[0])
    times = []
    for _ in range(repeats):
        for vector in vectors:
            start = time.perf_counter()
            await call(vector)
            times.append(time.perf_counter() - start)
    return latency(times)
