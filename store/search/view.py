"""One moment of the catalog, as filters and scores read it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from store.embedding.embedder import Vectors
from store.knowledge import Knowledge
from store.search.columns import Rows
from store.search.facts import UNKNOWN, Facts
from store.search.places import offsets
from store.search.tables import Tables
from store.search.tokens import words

Mask = NDArray[np.bool_]


class View:
    """Row numbers hold for this view alone. Masks and columns have `size` rows, the dead included."""

    def __init__(self, tables: Tables, alive: Mask, knowledge: Knowledge) -> None:
        self._tables = tables
        self.alive = alive
        self.knowledge = knowledge
        self.size = len(alive)
        self.facts: Facts = tables.facts.read(self.size)
        self.people = int(np.count_nonzero(alive))
        self.skill_names = tables.encoder.skill_names
        self.role_skills = tables.encoder.role_skills

    def id_of(self, row: int) -> str:
        """The freelancer of a row."""
        return self._tables.ids[row]

    def rows_of(self, ids: Iterable[str]) -> Rows:
        """The living rows of those freelancers that are here, in the order given."""
        found = (self._tables.row_of.get(freelancer_id, UNKNOWN) for freelancer_id in ids)
        rows = np.fromiter(found, np.int32)
        rows = rows[(rows >= 0) & (rows < self.size)]
        living: Rows = rows[self.alive[rows]]
        return living

    def without(self, ids: Collection[str]) -> Mask:
        """The living, less those freelancers."""
        mask = self.alive.copy()
        mask[self.rows_of(ids)] = False
        return mask

    def role_code(self, role: str) -> int:
        """The code of a role family; UNKNOWN if nobody states it."""
        return self._tables.encoder.roles.known(role)

    def country_codes(self, countries: Iterable[str]) -> list[int]:
        """The codes of those countries that somebody lives in."""
        codes = (self._tables.encoder.countries.known(country) for country in countries)
        return [code for code in codes if code != UNKNOWN]

    def with_skill(self, name: str) -> Mask:
        """Who has the skill, or one that implies it."""
        return self._tables.skills.mask([self.skill_names.key(name)], self.size)

    def contracts_with(self, names: Iterable[str]) -> NDArray[np.float32]:
        """The most contracts that showed any of the skills; -1 for who has none of them."""
        return self._tables.skills.highest([self.skill_names.key(name) for name in names], self.size)

    def skill_rows(self, name: str) -> tuple[Rows, NDArray[np.generic]]:
        """The rows that have the skill or one that implies it, and the contracts that showed it."""
        return self._tables.skills.read(self.skill_names.key(name), self.size)

    def language_ranks(self, code: str) -> NDArray[np.float32]:
        """Rank of everybody's level in a language; -1 for who does not state it."""
        return self._tables.languages.highest([code], self.size)

    def in_industry(self, industry: str) -> Mask:
        """Who names the industry."""
        return self._tables.industries.mask([industry], self.size)

    def utc_offsets(self, day: date) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Everybody's least and greatest offset from UTC on a day, in hours; NaN if unknown."""
        spans: Sequence[tuple[float, float] | None] = [
            offsets(zone, day) for zone in self._tables.encoder.zones.values()
        ]
        known = [(np.nan, np.nan) if span is None else span for span in spans]
        table = np.asarray([*known, (np.nan, np.nan)], np.float64)
        # The last line of the table is where UNKNOWN (-1) points.
        return table[self.facts.zone, 0], table[self.facts.zone, 1]

    def similarities(self, vector: Vectors, rows: Rows) -> NDArray[np.float32]:
        """Cosine of each row's text to a unit vector."""
        return self._tables.vectors.similarities(vector, rows)

    def vectors(self, rows: Rows) -> Vectors:
        """The rows' vectors."""
        return self._tables.vectors.rows(rows)

    def mentions(self, text: str) -> Mask:
        """Whose text has every word of `text`."""
        return self._tables.words.having(words(text), self.size)

    def word_scores(self, query: Mapping[str, float]) -> NDArray[np.float32]:
        """BM25 of everybody against weighted words, as a share of what nobody can exceed (0 to 1)."""
        ceiling = self._tables.words.ceiling(query, self.alive)
        scores = self._tables.words.scores(query, self.alive)
        return scores / np.float32(ceiling) if ceiling > 0 else scores
