"""The marketplace in memory: everything a search needs to know of everybody, in columns.

A changed freelancer gets a new row and the old one dies; the tables are rewritten when a quarter of the
rows are dead. A View holds one moment, whatever is written after it was taken.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from store.embedding.embedder import Vectors
from store.knowledge import Knowledge
from store.repositories.search_rows import SearchRow
from store.search.encoding import Encoder
from store.search.tables import Tables
from store.search.vectors import VectorTable
from store.search.view import View

_FEW_DEAD = 1_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A freelancer on the way into the catalog. `head` and `bio` are the two parts of the indexed text."""

    row: SearchRow
    head: str
    bio: str
    stuffing: float


class Catalog:
    """Every freelancer by row. One writer at a time; readers take a View."""

    def __init__(self, knowledge: Knowledge, dimension: int) -> None:
        self._knowledge = knowledge
        tables = Tables(Encoder(knowledge), VectorTable(dimension))
        # One attribute, so that a reader in another thread never sees tables with another's rows.
        self._view = View(tables, np.empty(0, np.bool_), knowledge)

    def __len__(self) -> int:
        """How many freelancers there are."""
        return len(self._view.tables.row_of)

    def __contains__(self, freelancer_id: object) -> bool:
        return freelancer_id in self._view.tables.row_of

    def ids(self) -> set[str]:
        """Everybody in the catalog."""
        return set(self._view.tables.row_of)

    def view(self) -> View:
        """The catalog at this moment."""
        return self._view

    def put(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        """Add freelancers, or give known ones a new row; `vectors` row for row, ids all different.

        An empty text means nothing, whatever vector a model gives it: it is near to nobody.
        """
        if not entries:
            return
        tables, alive = self._view.tables, self._view.alive
        rows = [entry.row for entry in entries]
        first = len(tables.ids)
        tables.facts.extend(
            rows, [tables.encoder.encode(row) for row in rows], [entry.stuffing for entry in entries]
        )
        said = np.asarray([bool(entry.head or entry.bio) for entry in entries])
        tables.vectors.extend(np.where(said[:, np.newaxis], vectors, np.float32(0)))
        tables.words.extend([(entry.head, entry.bio) for entry in entries])
        tables.skills.extend(first, [tables.encoder.skills(row) for row in rows])
        tables.languages.extend([tables.encoder.languages(row) for row in rows])
        tables.industries.extend(first, [dict.fromkeys(row.industries, 1) for row in rows])
        tables.marks.extend(np.asarray([_mark(entry) for entry in entries], np.uint64))
        tables.ids.extend(row.id for row in rows)
        alive = np.concatenate([alive, np.ones(len(rows), np.bool_)])
        alive[self._rows(row.id for row in rows)] = False
        tables.row_of.update({row.id: first + number for number, row in enumerate(rows)})
        self._settle(tables, alive)

    def remove(self, ids: Iterable[str]) -> None:
        """Take freelancers out; unknown ids are no error."""
        gone = list(ids)
        tables, alive = self._view.tables, self._view.alive
        alive = alive.copy()
        alive[self._rows(gone)] = False
        for freelancer_id in gone:
            tables.row_of.pop(freelancer_id, None)
        self._settle(tables, alive)

    def clear(self) -> None:
        """Take everybody out."""
        self.remove(self.ids())

    def _rows(self, ids: Iterable[str]) -> list[int]:
        row_of = self._view.tables.row_of
        return [row_of[freelancer_id] for freelancer_id in ids if freelancer_id in row_of]

    def _settle(self, tables: Tables, alive: NDArray[np.bool_]) -> None:
        dead = len(alive) - len(tables.row_of)
        if dead > max(_FEW_DEAD, len(alive) // 4):
            tables = tables.kept(alive)
            alive = np.ones(len(tables.ids), np.bool_)
        self._view = View(tables, alive, self._knowledge)


def _mark(entry: Entry) -> int:
    return int.from_bytes(blake2b(repr(entry).encode(), digest_size=8).digest())
