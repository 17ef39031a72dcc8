"""Keeps index and catalog in step with the database.

The database is the truth. Each change leaves a mark in its queue in the same transaction; a mark is removed
only when the index has the change on disk. So a crash in between is made good at the next start.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from itertools import islice

import numpy as np

from store.embedding.embedder import Embedder, Vectors
from store.index.document import HEAD_END, document
from store.index.entries import IndexEntry
from store.index.freelancer_index import FreelancerIndex
from store.nouns.profile_text import ProfileText
from store.repositories.freelancers import FreelancerRepository
from store.repositories.search_rows import SearchRow
from store.search.catalog import Catalog, Entry
from store.search.waiting import EVERYTHING, OwnQueue, SharedQueue, Waiting

INTERVAL = 0.5
"""Seconds between looks at the queue: a change is searchable within a second."""

_LEAST, _MOST = 64, 1024
"""Freelancers taken in at once. What was taken in is on disk, so a crash loses one batch of work."""
_QUICK, _SLOW = 0.5, 1.0
"""Seconds: after a batch quicker than this the next is twice as large, after one slower half as large."""

_log = logging.getLogger(__name__)


class Keeper:
    """The one writer of a catalog, and of the index as far as this process goes."""

    def __init__(
        self,
        freelancers: FreelancerRepository,
        index: FreelancerIndex,
        catalog: Catalog,
        embedder: Embedder,
    ) -> None:
        self._freelancers = freelancers
        self._index = index
        self._catalog = catalog
        self._embedder = embedder
        self._waiting: Waiting = SharedQueue(freelancers) if index.is_shared else OwnQueue(freelancers)
        self._lost: dict[str, None] = {}
        self._taken = 0
        self._batch = _LEAST
        self._one_at_a_time = asyncio.Lock()

    async def load(self) -> None:
        """Fill the catalog from database and index, and note where the two disagree."""
        rows = {row.id: row for row in await self._freelancers.profiles()}
        orphans: list[str] = []
        async for page in self._index.pages():
            known = [n for n, entry in enumerate(page.entries) if entry.freelancer_id in rows]
            orphans += [e.freelancer_id for e in page.entries if e.freelancer_id not in rows]
            entries = [_entry(rows.pop(page.entries[n].freelancer_id), page.entries[n]) for n in known]
            await asyncio.to_thread(self._catalog.put, entries, page.vectors[known])
        await self._index.delete(orphans)
        waiting = {freelancer_id for freelancer_id, _ in await self._freelancers.pending_index(EVERYTHING)}
        self._lost = dict.fromkeys(each for each in sorted(rows) if each not in waiting)

    async def sync(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Take in every change that is waiting; how many freelancers were taken in meanwhile."""
        total = await self._waiting.count() + len(self._lost)
        before = self._taken
        while await self.take_some():
            done = self._taken - before
            if progress is not None:
                progress(done, max(done, total))
        return self._taken - before

    async def rebuild(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Empty the index and take everybody in again."""
        async with self._one_at_a_time:
            await self._index.clear()
            self._catalog.clear()
            self._lost = {}
            await self._freelancers.queue_all()
            before = self._taken
        await self.sync(progress)
        return self._taken - before

    async def take_some(self) -> int:
        """Take in one batch of changes; how many freelancers, 0 when nothing is waiting."""
        async with self._one_at_a_time:
            changes = await self._waiting.next(self._batch)
            ids = [freelancer_id for freelancer_id, _ in changes] or list(islice(self._lost, self._batch))
            if ids:
                begun = time.monotonic()
                await self._take(ids)
                self._adapt(len(ids), time.monotonic() - begun)
            await self._waiting.done(changes)
            for each in ids:
                self._lost.pop(each, None)
            self._taken += len(ids)
            return len(ids)

    def _adapt(self, taken: int, seconds: float) -> None:
        """Find the batch that takes a second: many at once where vectors come quickly."""
        if seconds > _SLOW:
            self._batch = max(_LEAST, self._batch // 2)
        elif seconds < _QUICK and taken == self._batch:
            self._batch = min(_MOST, self._batch * 2)

    async def run(self) -> None:
        """Take in changes for ever. What fails is logged and tried again."""
        pause = INTERVAL
        while True:
            try:
                while await self.take_some():
                    pause = INTERVAL
            except Exception:
                _log.exception("The search index could not take in changes; trying again.")
                pause = min(60.0, 2 * pause)
            await asyncio.sleep(pause)

    async def _take(self, ids: Sequence[str]) -> None:
        rows = {row.id: row for row in await self._freelancers.profiles(ids)}
        present = [text for text in await self._freelancers.texts(rows) if text.id in rows]
        entries = await asyncio.to_thread(_index_entries, present)
        vectors = await self._vectors(entries)
        gone = sorted(set(ids) - rows.keys())
        await self._index.delete(gone)
        self._catalog.remove(gone)
        catalogued = [_entry(rows[entry.freelancer_id], entry) for entry in entries]
        await asyncio.gather(
            self._index.upsert(entries, vectors),
            asyncio.to_thread(self._catalog.put, catalogued, vectors),
        )

    async def _vectors(self, entries: Sequence[IndexEntry]) -> Vectors:
        """Vectors of the entries' texts; those whose text is indexed already are not embedded again."""
        page = await self._index.get([entry.freelancer_id for entry in entries])
        known = {
            (entry.freelancer_id, entry.text): vector
            for entry, vector in zip(page.entries, page.vectors, strict=True)
        }
        new = [entry for entry in entries if (entry.freelancer_id, entry.text) not in known]
        made = await asyncio.to_thread(self._embedder.embed_documents, [entry.text for entry in new])
        known |= {(entry.freelancer_id, entry.text): vector for entry, vector in zip(new, made, strict=True)}
        if not entries:
            return np.empty((0, self._embedder.dimension), np.float32)
        return np.stack([known[entry.freelancer_id, entry.text] for entry in entries])


def _index_entries(profiles: Sequence[ProfileText]) -> list[IndexEntry]:
    entries = []
    for profile in profiles:
        made = document(profile)
        entries.append(IndexEntry(profile.id, made.text, made.stuffing))
    return entries


def _entry(row: SearchRow, entry: IndexEntry) -> Entry:
    head, _, bio = entry.text.rpartition(HEAD_END) if HEAD_END in entry.text else (entry.text, "", "")
    return Entry(row, head, bio, entry.stuffing)
