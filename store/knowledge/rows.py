"""What a knowledge folder says before it is typed: rows of text that know where they were read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from store.knowledge.tables import Table


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table and where it was read. A cell that was left empty is absent."""

    table: Table
    origin: str
    text: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this row from the others of its table."""
        return tuple(self.text.get(column, "") for column in self.table.key)

    def of(self, column: str) -> str:
        """A plain cell; empty text if it was left out."""
        return self.text.get(column, "")

    def all(self, column: str) -> tuple[str, ...]:
        """A list cell; empty if it was left out."""
        return self.lists.get(column, ())


@dataclass(frozen=True, slots=True)
class Source:
    """All that a knowledge folder or file says: rows by table, exchange rates, their day, and name words."""

    rows: Mapping[str, list[Row]]
    per_usd: Mapping[str, float]
    rates_date: date | None
    words: Mapping[str, frozenset[str]]
