"""The search index and the embedding model behind it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from agent.service.topics import AnswersFault, load_topics
from api.cli.checks.finding import Finding, good, note, wrong
from api.cli.problems import explained
from api.composition import index_place, open_settings_embedder
from api.settings import Settings
from store.embedding import EmbeddingError
from store.index import IndexInUse, open_index
from store.knowledge import KnowledgeFault, load_knowledge
from store.opening import open_store

_REMEDY = "`rolecall index` brings it in step"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The index held against the database: how many profiles each has, and how many differ."""

    stored: int
    indexed: int
    missing: int
    orphaned: int
    waiting: int

    @property
    def is_in_step(self) -> bool:
        """Whether the index needs nothing."""
        return not (self.missing or self.orphaned or self.waiting)

    @property
    def in_words(self) -> str:
        """The comparison for a person."""
        counts = f"{self.stored:,} profiles, {self.indexed:,} indexed"
        if self.is_in_step:
            return f"{counts}: in step"
        return (
            f"{counts}: {self.missing:,} missing, {self.orphaned:,} too many, "
            f"{self.waiting:,} changes waiting; {_REMEDY}"
        )


async def compare_index(settings: Settings) -> Comparison:
    """Compare index and database. Raises IndexInUse and the other errors of opening the index."""
    async with (
        open_store(settings.store_url) as store,
        open_settings_embedder(settings) as embedder,
        open_index(index_place(settings), embedder) as index,
    ):
        indexed = await index.ids()
        stored = {row async for batch in store.freelancers.batches(1000) for row in (p.id for p in batch)}
        return Comparison(
            stored=len(stored),
            indexed=len(indexed),
            missing=len(stored - indexed),
            orphaned=len(indexed - stored),
            waiting=len(await store.freelancers.pending_index(1_000_000_000)),
        )


async def check_search(settings: Settings) -> AsyncIterator[Finding]:
    """Knowledge files, answers, embedding model, index."""
    try:
        knowledge = load_knowledge(settings.knowledge)
        yield good("Knowledge", f"{len(knowledge.skills):,} skills, {len(knowledge.roles):,} roles")
    except KnowledgeFault as error:
        yield wrong("Knowledge", " ".join(str(error).split()), "correct the file ROLECALL_KNOWLEDGE names")
    try:
        yield good(
            "Answers", f"{len(load_topics(settings.answers)) - 1:,} topics of questions about the service"
        )
    except AnswersFault as error:
        yield wrong("Answers", " ".join(str(error).split()), "correct the file ROLECALL_ANSWERS names")
    try:
        async with open_settings_embedder(settings) as embedder:
            yield good("Model", f"{embedder.name}, as it should be")
    except EmbeddingError as error:
        yield wrong("Model", str(error), "reinstall Rolecall")
        return
    yield await _index(settings)


async def _index(settings: Settings) -> Finding:
    place = settings.chroma_url or "in the data folder"
    if settings.chroma_url is None and not settings.data_dir.exists():
        return note("Index", "not made yet", "it is made with the database")
    try:
        comparison = await compare_index(settings)
    except IndexInUse:
        return note("Index", f"{place}, in use by another Rolecall process, which keeps it in step")
    except Exception as error:
        return wrong("Index", explained(error) or f"{type(error).__name__}: {error}", "see the line above")
    if comparison.is_in_step:
        return good("Index", f"{place}: {comparison.in_words}")
    return wrong("Index", f"{place}: {comparison.in_words.rpartition(';')[0]}", _REMEDY)
