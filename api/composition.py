"""The one place that opens things: the server, the command line, the tests and the evals all start here.

Each part is handed what it needs when it is opened. They are opened in the order they need each other
and closed in the opposite one, so that a turn under way still has its store.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import fields
from pathlib import Path

from agent.deps import Deps
from agent.matching import Matcher
from agent.phrasing.phrasing import Phrasing, TemplatePhrasing
from agent.service.answers import load_answers
from agent.tools import build_tools
from agent.turns import open_runner
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Interpreter
from api.services import Marketplace, Services
from api.settings import Settings
from store.clock import Clock, utc_now
from store.embedding import Embedder, OpenAIEmbedding, open_embedder
from store.index import open_index
from store.knowledge import Knowledge, load_knowledge
from store.opening import open_store
from store.search import open_search


@asynccontextmanager
async def open_services(
    settings: Settings, *, clock: Clock = utc_now, replace_index: bool = False
) -> AsyncIterator[Services]:
    """Everything, open and at work, as `settings` say; closed when the context is left.

    With `replace_index` an index of another model is dropped, to be rebuilt. Raises whatever opening the
    parts raises, each with a message that says what to do: IndexInUse, IndexModelMismatch, KnowledgeFault,
    AnswersFault, DatabaseTooNew and their like.
    """
    async with (
        open_marketplace(settings, clock=clock, replace_index=replace_index) as marketplace,
        open_runner(
            marketplace.store,
            marketplace.deps,
            settings.store_url,
            redis_url=settings.redis_url,
            several_processes=settings.is_shared,
        ) as runner,
    ):
        yield Services(
            **{part.name: getattr(marketplace, part.name) for part in fields(marketplace)}, runner=runner
        )


@asynccontextmanager
async def open_marketplace(
    settings: Settings, *, clock: Clock = utc_now, replace_index: bool = False, still: bool = False
) -> AsyncIterator[Marketplace]:
    """The marketplace and what the agent needs to talk about it, with nobody's turns running.

    `still` promises that no freelancer changes while it is open: then nothing looks for changes, neither the
    search nor who reads a profile again. Raises the same as `open_services`.
    """
    async with AsyncExitStack() as stack:
        await asyncio.to_thread(prepare_data_dir, settings.data_dir)
        knowledge = await asyncio.to_thread(load_knowledge, settings.knowledge)
        store = await stack.enter_async_context(
            open_store(settings.store_url, clock=clock, knowledge=knowledge, still=still)
        )
        embedder = await stack.enter_async_context(open_settings_embedder(settings))
        index = await stack.enter_async_context(
            open_index(index_place(settings), embedder, replace=replace_index)
        )
        search = await stack.enter_async_context(
            open_search(store, index, embedder, knowledge, follow=not still)
        )
        matcher = Matcher(search, store.freelancers, knowledge)
        answers = await asyncio.to_thread(
            load_answers, settings.answers, with_model=settings.openai_api_key is not None
        )
        offline = await asyncio.to_thread(OfflineInterpreter, knowledge)
        interpreter, phrasing = await stack.enter_async_context(_open_language(settings, offline, knowledge))
        yield Marketplace(
            settings=settings,
            store=store,
            knowledge=knowledge,
            search=search,
            matcher=matcher,
            deps=Deps(
                interpreter=interpreter,
                tools=build_tools(matcher, store.freelancers),
                knowledge=knowledge,
                clock=clock,
                answers=answers,
                phrasing=phrasing,
            ),
            clock=clock,
        )


def prepare_data_dir(folder: Path) -> None:
    """Make the data folder, for its owner alone; one that is there is left as it is."""
    if not folder.exists():
        folder.mkdir(parents=True, mode=0o700)


def index_place(settings: Settings) -> Path | str:
    """Where the index is: the Chroma server's address, or a folder within the data folder."""
    return settings.chroma_url or settings.data_dir / "index"


def open_settings_embedder(settings: Settings) -> AbstractAsyncContextManager[Embedder]:
    """The embedding model that the settings name."""
    key = settings.openai_api_key
    service = None if key is None else OpenAIEmbedding(key.get_secret_value(), settings.openai_base_url)
    return open_embedder(settings.embedder, service)


@asynccontextmanager
async def _open_language(
    settings: Settings, offline: OfflineInterpreter, knowledge: Knowledge
) -> AsyncIterator[tuple[Interpreter, Phrasing]]:
    """What reads messages and words replies. ChatGPT is imported only with a key: that takes a second."""
    if settings.openai_api_key is None:
        yield offline, TemplatePhrasing()
        return
    from api.chatgpt import open_chatgpt

    async with open_chatgpt(settings, settings.openai_api_key, offline, knowledge) as language:
        yield language
