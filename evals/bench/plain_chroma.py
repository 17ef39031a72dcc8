"""Chroma as one would use it without Rolecall: vectors with metadata, filtered by its own `where`."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from store.embedding.embedder import Vectors
from store.index.clients import disconnect, local_client
from store.nouns.brief import Brief
from store.search.columns import Rows
from store.search.view import View

_BATCH = 1_000
_LANGUAGES = ("en", "de", "sw")


class PlainChroma:
    """A collection beside the product's, of the same vectors."""

    def __init__(self, folder: Path) -> None:
        self._client = local_client(folder / "plain")
        self._collection = self._client.get_or_create_collection(
            "plain", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )

    def __enter__(self) -> "PlainChroma":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        disconnect(self._client)

    @property
    def is_empty(self) -> bool:
        """Whether nobody was added, as in marketplaces too large to build twice."""
        return self._collection.count() == 0

    def add(self, view: View, rows: Rows, done: Callable[[int], None]) -> None:
        """Everybody's vector and metadata."""
        spoken = {code: view.language_ranks(code) for code in _LANGUAGES}
        countries = view.tables.encoder.countries.values()
        for start in range(0, len(rows), _BATCH):
            part = rows[start : start + _BATCH]
            metadatas: list[Mapping[str, Any]] = []
            for row in part:
                entry: dict[str, Any] = {code: int(spoken[code][row]) for code in _LANGUAGES}
                entry["country"] = countries[view.facts.country[row]] if view.facts.country[row] >= 0 else ""
                for name in ("rate_usd", "success"):
                    value = float(getattr(view.facts, name)[row])
                    if np.isfinite(value):
                        entry[name] = value
                metadatas.append(entry)
            self._collection.add(
                ids=[view.id_of(int(row)) for row in part],
                embeddings=view.vectors(part),
                metadatas=metadatas,
            )
            done(start + len(part))

    def nearest(self, vector: Vectors, brief: Brief, limit: int) -> list[str]:
        """The nearest ids that pass the brief's filters, found by Chroma's `where`."""
        found = self._collection.query(
            query_embeddings=vector[np.newaxis, :], n_results=limit, where=where(brief), include=[]
        )
        return found["ids"][0]


def where(brief: Brief) -> Any:
    """The brief's hard requirements in Chroma's words; None if it has none."""
    parts: list[dict[str, Any]] = []
    if brief.hourly_rate is not None:
        parts.append({"rate_usd": {"$lte": brief.hourly_rate.max}})
    if brief.countries is not None:
        parts.append({"country": {"$in": list(brief.countries.include)}})
    if brief.min_job_success is not None:
        parts.append({"success": {"$gte": brief.min_job_success / 100}})
    parts += [{wish.code: {"$gte": wish.level.rank}} for wish in brief.languages]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else {"$and": parts}
