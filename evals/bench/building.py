"""Builds a marketplace of any size and measures what that costs; one that was built before is used again."""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from itertools import islice
from pathlib import Path

import numpy as np

from api.composition import index_place, open_settings_embedder
from api.settings import Settings
from evals.bench.composed import REAL, ComposedEmbedder
from evals.bench.growing import import_and_index, people
from evals.bench.plain_chroma import PlainChroma
from store.demo import generate
from store.index import open_index
from store.index.document import document
from store.knowledge import Knowledge, load_knowledge
from store.nouns.freelancer import Freelancer
from store.nouns.profile_text import profile_text
from store.opening import Store, open_store
from store.search import Search, View, open_search

SEED = 11
TODAY = date(2026, 11, 1)
MOST_INVENTED = 100_000
"""Above this size most people are variations of others, and building is not measured."""
_BATCH = 500
_DONE = "built.json"

Figures = dict[str, float]


async def build(folder: Path, size: int) -> Figures:
    """The marketplace in `folder`, built unless it is there; what building it cost, people a second."""
    done = folder / _DONE
    if done.exists():
        known: Figures = json.loads(done.read_text())
        return known
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    settings, knowledge = Settings(data_dir=folder), load_knowledge()
    if size > MOST_INVENTED:
        await _grow(settings, size, knowledge)
        done.write_text("{}")
        return {}
    figures: Figures = {}
    async with open_store(settings.store_url, knowledge=knowledge) as store:
        importing, sample = await _import(store, size, knowledge)
        async with _composed_search(settings, store, knowledge, sample) as search:
            start = time.perf_counter()
            await search.sync(lambda n, total: progress("indexing", n, total))
            indexing = time.perf_counter() - start
            raw = _add_to_plain_chroma(folder, search.view())
    figures["import"] = size / importing
    figures["index"] = size / indexing
    figures["import and index"] = size / (importing + indexing)
    figures["raw Chroma add"] = size / raw
    done.write_text(json.dumps(figures))
    return figures


async def _grow(settings: Settings, size: int, knowledge: Knowledge) -> None:
    first = [each.freelancer for each in generate(REAL, SEED, TODAY, knowledge)]
    async with (
        open_store(settings.store_url, knowledge=knowledge) as store,
        _composed(settings, first) as embedder,
        open_index(index_place(settings), embedder) as index,
    ):
        await import_and_index(
            people(size, SEED, TODAY, knowledge),
            store.freelancers,
            index,
            embedder,
            TODAY,
            lambda n: progress("importing and indexing", n, size),
        )


async def _import(store: Store, size: int, knowledge: Knowledge) -> tuple[float, list[Freelancer]]:
    """Seconds spent storing (inventing the people is not counted), and the first few hundred of them."""
    people = (each.freelancer for each in generate(size, SEED, TODAY, knowledge))
    spent, stored = 0.0, 0
    sample: list[Freelancer] = []
    while batch := list(islice(people, _BATCH)):
        sample += batch[: REAL - len(sample)]
        start = time.perf_counter()
        await store.freelancers.upsert_many(batch, today=TODAY)
        spent += time.perf_counter() - start
        stored += len(batch)
        progress("importing", stored, size)
    return spent, sample


@asynccontextmanager
async def _composed_search(
    settings: Settings, store: Store, knowledge: Knowledge, sample: list[Freelancer]
) -> AsyncIterator[Search]:
    async with (
        _composed(settings, sample) as embedder,
        open_index(index_place(settings), embedder) as index,
        open_search(store, index, embedder, knowledge, follow=False) as search,
    ):
        yield search


@asynccontextmanager
async def _composed(settings: Settings, sample: list[Freelancer]) -> AsyncIterator[ComposedEmbedder]:
    async with open_settings_embedder(settings) as real:
        embedder = ComposedEmbedder(real)
        embedder.prepare([document(profile_text(person)).text for person in sample])
        yield embedder


def _add_to_plain_chroma(folder: Path, view: View) -> float:
    """Seconds that Chroma alone takes for the same vectors, with the metadata its `where` filters by."""
    rows = np.flatnonzero(view.alive).astype(np.int32)
    start = time.perf_counter()
    with PlainChroma(folder) as chroma:
        chroma.add(view, rows, lambda done: progress("raw Chroma", done, len(rows)))
    return time.perf_counter() - start


def progress(step: str, done: int, total: int) -> None:
    """Show how far a step is, on standard error."""
    end = "\n" if done >= total else ""
    sys.stderr.write(f"\r{step} {done:,}/{total:,}   {end}")
    sys.stderr.flush()
