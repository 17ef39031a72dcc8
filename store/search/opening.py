"""Opens search: loads the catalog, makes good what a crash left undone, and follows the database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from store.embedding.embedder import Embedder
from store.index.freelancer_index import FreelancerIndex
from store.knowledge import Knowledge
from store.opening import Store
from store.search.catalog import Catalog
from store.search.keeping_step import Keeper
from store.search.search import Search


@asynccontextmanager
async def open_search(
    store: Store, index: FreelancerIndex, embedder: Embedder, knowledge: Knowledge, *, follow: bool = True
) -> AsyncIterator[Search]:
    """Search over the store.

    With `follow` a task takes in changes as they come, those that wait already included; without it
    only `Search.sync` does.
    """
    catalog = Catalog(knowledge, embedder.dimension)
    keeper = Keeper(store.freelancers, index, catalog, embedder)
    await keeper.load()
    await keeper.take_some()
    search = Search(catalog, index, embedder, knowledge, keeper)
    following = asyncio.create_task(keeper.run()) if follow else None
    try:
        yield search
    finally:
        if following is not None:
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following
