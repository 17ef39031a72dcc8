"""Opens search: loads the catalog, makes good what a crash left undone, and follows the database."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from store.embedding.embedder import Embedder
from store.embedding.errors import EmbeddingError
from store.index.freelancer_index import FreelancerIndex
from store.knowledge import Knowledge
from store.opening import Store
from store.search.catalog import Catalog
from store.search.keeping_step import Keeper
from store.search.search import Search

_log = logging.getLogger(__name__)


@asynccontextmanager
async def open_search(
    store: Store, index: FreelancerIndex, embedder: Embedder, knowledge: Knowledge, *, follow: bool = True
) -> AsyncIterator[Search]:
    """Search over the store.

    The first changes that wait are taken in before it is handed out. With `follow` a task takes in the
    rest and all that come; without it only `Search.sync` does. Raises EmbeddingError only without `follow`.
    """
    catalog = Catalog(knowledge, embedder.dimension)
    keeper = Keeper(store.freelancers, index, catalog, embedder)
    await keeper.load()
    try:
        await keeper.take_some()
    except EmbeddingError:
        if not follow:
            raise
        _log.exception("The search index could not take in changes yet.")
    search = Search(catalog, index, embedder, knowledge, keeper)
    following = asyncio.create_task(keeper.run()) if follow else None
    try:
        yield search
    finally:
        if following is not None:
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following
