"""A matcher over a marketplace of exactly the people a test makes."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from agent.matching import Matcher
from store.index import open_index
from store.knowledge import load_knowledge
from store.nouns.freelancer import Freelancer
from store.opening import open_store
from store.search import open_search
from tests_support.embedding import AxisEmbedder

OpenMatcher = Callable[[Sequence[Freelancer]], AbstractAsyncContextManager[Matcher]]


@asynccontextmanager
async def opened_matcher(people: Sequence[Freelancer], url: str, folder: Path) -> AsyncIterator[Matcher]:
    """The matcher over a real store and index, with the obvious embedding model."""
    knowledge, embedder = load_knowledge(), AxisEmbedder()
    async with open_store(url) as store, open_index(folder, embedder) as index:
        await store.freelancers.upsert_many(people)
        async with open_search(store, index, embedder, knowledge, follow=False) as search:
            await search.sync()
            yield Matcher(search, store.freelancers, knowledge)
