"""One Chroma collection of freelancers. Chroma is synchronous, so it runs in one thread of its own."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Literal, TypeVar

import numpy as np
from chromadb.api.client import Client
from chromadb.api.models.Collection import Collection
from chromadb.api.types import GetResult
from chromadb.errors import NotFoundError

from store.embedding.embedder import Vectors
from store.index.clients import disconnect
from store.index.collection import create_collection, drop_collection, open_collection
from store.index.entries import IndexEntry, Nearest, Page

Result = TypeVar("Result")

PAGE_SIZE = 2_000
_PARTS: tuple[Literal["embeddings", "metadatas"], ...] = ("embeddings", "metadatas")
_WRITE_SIZE = 200
"""Entries per write: a search waits for at most one of these (about 0.1 s)."""


class FreelancerIndex:
    """Vectors and texts by freelancer id. Built by `open_index`.

    `embedder` is the name of the model whose vectors it holds; `dimension` their length. `is_shared` tells
    that other processes may use it at the same time.
    """

    def __init__(
        self, client: Client, collection: Collection, embedder: str, dimension: int, is_shared: bool
    ) -> None:
        self._client = client
        self._collection = collection
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="chroma")
        self.embedder = embedder
        self.dimension = dimension
        self.is_shared = is_shared

    async def count(self) -> int:
        """How many freelancers are indexed."""
        return await self._run(self._count)

    async def upsert(self, entries: Sequence[IndexEntry], vectors: Vectors) -> None:
        """Write entries with their vectors, row for row; known ids are replaced."""
        for start in range(0, len(entries), _WRITE_SIZE):
            part = entries[start : start + _WRITE_SIZE]
            rows = vectors[start : start + _WRITE_SIZE]
            await self._run(partial(self._upsert, part, rows))

    async def delete(self, ids: Sequence[str]) -> None:
        """Remove freelancers; unknown ids are no error."""
        for start in range(0, len(ids), _WRITE_SIZE):
            part = list(ids[start : start + _WRITE_SIZE])
            await self._run(partial(self._delete, part))

    async def clear(self) -> None:
        """Remove everything, at once."""
        await self._run(self._clear)

    async def nearest(self, vector: Vectors, limit: int, among: Sequence[str] | None = None) -> Nearest:
        """The `limit` freelancers nearest to `vector`, of all or of those named. Approximate (HNSW)."""
        return await self._run(lambda: self._nearest(vector, limit, among))

    async def get(self, ids: Sequence[str]) -> Page:
        """Those freelancers that are indexed, in no particular order."""
        return await self._run(partial(self._get, list(ids)))

    async def ids(self) -> set[str]:
        """Everyone indexed."""
        return set((await self._run(self._all))["ids"])

    async def pages(self, size: int = PAGE_SIZE) -> AsyncIterator[Page]:
        """The whole index, a page at a time, in no particular order."""
        # By ids: Chroma counts its way to an offset, row by row.
        ids = (await self._run(self._all))["ids"]
        for start in range(0, len(ids), size):
            yield await self.get(ids[start : start + size])

    def close(self) -> None:
        """Finish running calls and let go of the files. Blocks."""
        self._thread.submit(disconnect, self._client).result()
        self._thread.shutdown()

    async def _run(self, call: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._retried, call)

    def _retried(self, call: Callable[[], Result]) -> Result:
        """The call; again with the new collection if another process rebuilt the index meanwhile."""
        try:
            return call()
        except NotFoundError:
            self._collection = open_collection(self._client, self.embedder, self.dimension)
            return call()

    def _upsert(self, entries: Sequence[IndexEntry], vectors: Vectors) -> None:
        self._collection.upsert(
            ids=[entry.freelancer_id for entry in entries],
            embeddings=vectors,
            # A document of Chroma's is indexed word by word, which costs more than all the rest.
            metadatas=[{"text": entry.text, "stuffing": entry.stuffing} for entry in entries],
        )

    def _all(self) -> GetResult:
        return self._collection.get(include=[])

    def _count(self) -> int:
        return self._collection.count()

    def _delete(self, ids: list[str]) -> None:
        self._collection.delete(ids=ids)

    def _clear(self) -> None:
        drop_collection(self._client)
        self._collection = create_collection(self._client, self.embedder, self.dimension)

    def _nearest(self, vector: Vectors, limit: int, among: Sequence[str] | None) -> Nearest:
        if limit < 1 or (among is not None and not among):
            return Nearest((), np.empty(0, np.float32))
        found = self._collection.query(
            query_embeddings=vector[np.newaxis],
            n_results=limit,
            ids=None if among is None else list(among),
            include=["distances"],
        )
        distances = found["distances"]
        similarities = 1 - np.asarray(distances[0] if distances else [], np.float32)
        return Nearest(tuple(found["ids"][0]), similarities)

    def _get(self, ids: list[str]) -> Page:
        if not ids:
            return Page((), np.empty((0, self.dimension), np.float32))
        return self._to_page(self._collection.get(ids=ids, include=[*_PARTS]))

    def _to_page(self, found: GetResult) -> Page:
        entries = tuple(
            IndexEntry(freelancer_id, str(values.get("text", "")), _stuffing(values))
            for freelancer_id, values in zip(found["ids"], found["metadatas"] or [], strict=True)
        )
        return Page(entries, np.asarray(found["embeddings"], np.float32).reshape(-1, self.dimension))


def _stuffing(metadata: Mapping[str, object]) -> float:
    value = metadata.get("stuffing")
    return float(value) if isinstance(value, int | float) else 0.0
