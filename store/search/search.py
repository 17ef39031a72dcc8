"""Search over the marketplace: the catalog, the vectors and the words, kept in step with the database."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np

from store.embedding.embedder import Embedder, Vectors
from store.index.freelancer_index import FreelancerIndex
from store.knowledge import Knowledge
from store.search.catalog import Catalog
from store.search.columns import Rows
from store.search.keeping_step import Keeper
from store.search.recall import ByIds, Exact, OverFetch, Plan, plan
from store.search.view import Mask, View

Progress = Callable[[int, int], None]
"""Called with how many freelancers are done and how many there are."""

_REMEMBERED_QUERIES = 512


class Search:
    """Built by `open_search`. Every method may be called from many tasks at once."""

    def __init__(
        self,
        catalog: Catalog,
        index: FreelancerIndex,
        embedder: Embedder,
        knowledge: Knowledge,
        keeper: Keeper,
    ) -> None:
        self._catalog = catalog
        self._index = index
        self._embedder = embedder
        self._keeper = keeper
        self._queries: OrderedDict[str, Vectors] = OrderedDict()
        self.knowledge = knowledge

    @property
    def model(self) -> str:
        """The embedding model's name: model, version, dimension."""
        return self._embedder.name

    @property
    def similarity_range(self) -> tuple[float, float]:
        """Cosines of the model: of what has nothing in common, and of the best fits."""
        return self._embedder.similarity_range

    def view(self) -> View:
        """The marketplace as it is now."""
        return self._catalog.view()

    async def vector(self, text: str) -> Vectors:
        """The vector of a search text; the last few hundred are remembered."""
        known = self._queries.get(text)
        if known is None:
            known = await asyncio.to_thread(self._embedder.embed_query, text)
            self._queries[text] = known
            if len(self._queries) > _REMEMBERED_QUERIES:
                self._queries.popitem(last=False)
        else:
            self._queries.move_to_end(text)
        return known

    async def nearest(
        self, view: View, vector: Vectors, passing: Mask, wanted: int, *, by: Plan | None = None
    ) -> Rows:
        """The rows, of those passing, whose texts are nearest to a vector: `wanted` of them if there are.

        `by` is the way to find them; unless given, the one that is planned. Where those who pass are rare
        among the nearest, so that over-fetching finds too few of them, they are compared exactly after all.
        """
        count = int(np.count_nonzero(passing))
        rows = None
        match by or plan(view.people, count, wanted):
            case OverFetch(limit=limit):
                rows = await self._from_index(view, vector, passing, limit)
            case ByIds():
                ids = [view.id_of(int(row)) for row in np.flatnonzero(passing)]
                rows = await self._from_index(view, vector, passing, wanted, ids)
            case Exact():
                pass
        if rows is None or len(rows) < min(wanted, count):
            return await asyncio.to_thread(_nearest, view, vector, passing, wanted)
        return rows[:wanted]

    async def _from_index(
        self, view: View, vector: Vectors, passing: Mask, limit: int, among: Sequence[str] | None = None
    ) -> Rows:
        found = await self._index.nearest(vector, limit, among)
        rows = view.rows_of(found.ids)
        kept: Rows = rows[passing[rows]]
        return kept

    async def sync(self, progress: Progress | None = None) -> int:
        """Take in every change to the marketplace so far; how many freelancers that were."""
        return await self._keeper.sync(progress)

    async def rebuild(self, progress: Progress | None = None) -> int:
        """Forget the index and make it anew from the database; how many freelancers it holds."""
        return await self._keeper.rebuild(progress)


def _nearest(view: View, vector: Vectors, passing: Mask, wanted: int) -> Rows:
    """The same by comparing everybody who passes; of equally near ones the earlier rows."""
    rows = np.flatnonzero(passing).astype(np.int32)
    similarities = view.similarities(vector, rows)
    if len(rows) > wanted:
        near = similarities >= np.partition(similarities, -wanted)[-wanted]
        rows, similarities = rows[near], similarities[near]
    nearest: Rows = rows[np.argsort(-similarities, kind="stable")[:wanted]]
    return nearest
