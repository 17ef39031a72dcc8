"""A marketplace of exactly the people a test makes, open for matching."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from agent.matching import Matcher
from store.index import open_index
from store.knowledge import load_knowledge
from store.nouns.freelancer import Freelancer
from store.opening import Store, open_store
from store.search import Search, open_search
from tests_support.embedding import AxisEmbedder

OpenMatcher = Callable[[Sequence[Freelancer]], AbstractAsyncContextManager[Matcher]]


@dataclass(frozen=True)
class Market:
    """A real store and index, with the obvious embedding model."""

    store: Store
    search: Search
    matcher: Matcher
    embedder: AxisEmbedder


OpenMarket = Callable[[Sequence[Freelancer]], AbstractAsyncContextManager[Market]]


@asynccontextmanager
async def opened_market(people: Sequence[Freelancer], url: str, folder: Path) -> AsyncIterator[Market]:
    """The marketplace, with everybody indexed; later changes wait for `sync`."""
    knowledge, embedder = load_knowledge(), AxisEmbedder()
    async with open_store(url) as store, open_index(folder, embedder) as index:
        await store.freelancers.upsert_many(people)
        async with open_search(store, index, embedder, knowledge, follow=False) as search:
            await search.sync()
            yield Market(store, search, Matcher(search, store.freelancers, knowledge), embedder)


@asynccontextmanager
async def opened_matcher(people: Sequence[Freelancer], url: str, folder: Path) -> AsyncIterator[Matcher]:
    """Only the matcher of such a marketplace."""
    async with opened_market(people, url, folder) as market:
        yield market.matcher
