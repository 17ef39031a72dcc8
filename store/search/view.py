"""One moment of the catalog, as filters and scores read it."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from datetime import date
from itertools import repeat
from threading import Lock
from typing import TypeVar, cast

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


Made = TypeVar("Made")

_MOST_REMEMBERED = 24
"""Arrays over everybody that a view keeps for the next search: 8 MB each among a million."""


class View:
    """Row numbers hold for this view alone. Masks and columns have `size` rows, the dead included.

    `tables` go on growing behind it: read them through the view, which knows where its moment ends.
    """

    def __init__(self, tables: Tables, alive: Mask, knowledge: Knowledge) -> None:
        self.tables = tables
        self.alive = alive
        self.knowledge = knowledge
        self.size = len(alive)
        self.facts: Facts = tables.facts.read(self.size)
        self.people = int(np.count_nonzero(alive))
        self.skill_names = tables.encoder.skill_names
        self.role_skills = tables.encoder.role_skills
        self._remembered: OrderedDict[Hashable, object] = OrderedDict()
        self._remembering = Lock()

    def remember(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, made once for this view; `key` must determine it and its type."""
        with self._remembering:
            if key in self._remembered:
                self._remembered.move_to_end(key)
                return cast(Made, self._remembered[key])
        made = make()
        with self._remembering:
            self._remembered[key] = made
            if len(self._remembered) > _MOST_REMEMBERED:
                self._remembered.popitem(last=False)
        return made

    @property
    def digest(self) -> str:
        """Names what everybody's rows hold, whatever their order: another fact or text gives another name."""
        return self.remember("digest", self._digest)

    def _digest(self) -> str:
        marks = self.tables.marks.read(self.size)[self.alive]
        return f"{int(np.bitwise_xor.reduce(marks)) if len(marks) else 0:016x}"

    def id_of(self, row: int) -> str:
        """The freelancer of a row."""
        return self.tables.ids[row]

    def rows_of(self, ids: Iterable[str]) -> Rows:
        """The living rows of those freelancers that are here, in the order given."""
        rows = np.fromiter(map(self.tables.row_of.get, ids, repeat(UNKNOWN)), np.int32)
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
        return self.tables.encoder.roles.known(role)

    def roles(self) -> tuple[str, ...]:
        """Every role family that anybody stated, at the place of its code."""
        return self.tables.encoder.roles.values()

    def country_codes(self, countries: Iterable[str]) -> list[int]:
        """The codes of those countries that somebody lives in."""
        codes = (self.tables.encoder.countries.known(country) for country in countries)
        return [code for code in codes if code != UNKNOWN]

    def with_skill(self, *names: str) -> Mask:
        """Who has any of the skills, or one that implies it."""
        return self.tables.skills.mask([self.skill_names.key(name) for name in names], self.size)

    def contracts_with(self, names: Iterable[str]) -> NDArray[np.float32]:
        """The most contracts that showed any of the skills; -1 for who has none of them."""
        return self.tables.skills.highest([self.skill_names.key(name) for name in names], self.size)

    def skill_rows(self, name: str) -> tuple[Rows, NDArray[np.generic]]:
        """The rows that have the skill or one that implies it, and the contracts that showed it."""
        return self.tables.skills.read(self.skill_names.key(name), self.size)

    def language_ranks(self, code: str) -> NDArray[np.int8]:
        """Rank of everybody's level in a language; -1 for who does not state it."""
        return self.tables.languages.read(code, self.size)

    def in_industry(self, industry: str) -> Mask:
        """Who names the industry."""
        return self.tables.industries.mask([industry], self.size)

    def zone_offsets(self, day: date) -> list[tuple[float, float] | None]:
        """Least and greatest offset from UTC on a day, in hours, at the place of each zone's code."""
        return [offsets(zone, day) for zone in self.tables.encoder.zones.values()]

    def utc_offsets(self, day: date) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Everybody's least and greatest offset from UTC on a day, in hours; NaN if unknown."""
        return self.remember(("offsets", day), lambda: self._utc_offsets(day))

    def _utc_offsets(self, day: date) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        known = [(np.nan, np.nan) if span is None else span for span in self.zone_offsets(day)]
        table = np.asarray([*known, (np.nan, np.nan)], np.float64)
        # The last line of the table is where UNKNOWN (-1) points.
        return table[self.facts.zone, 0], table[self.facts.zone, 1]

    def similarities(self, vector: Vectors, rows: Rows) -> NDArray[np.float32]:
        """Cosine of each row's text to a unit vector."""
        return self.tables.vectors.similarities(vector, rows)

    def vectors(self, rows: Rows) -> Vectors:
        """The rows' vectors."""
        return self.tables.vectors.rows(rows)

    def mentions(self, text: str) -> Mask:
        """Whose text has every word of `text`."""
        return self.tables.words.having(words(text), self.size)

    def word_scores(self, query: Mapping[str, float]) -> NDArray[np.float32]:
        """BM25 of everybody against weighted words, as a share of what nobody can exceed (0 to 1)."""
        return self.remember(("words", frozenset(query.items())), lambda: self._word_scores(query))

    def _word_scores(self, query: Mapping[str, float]) -> NDArray[np.float32]:
        index = self.tables.words
        norms = self.remember("norms", lambda: index.norms(self.alive))
        weighed = index.weighed(query, self.alive)
        ceiling = sum(weighed.values())
        scores = index.scores(weighed, self.alive, norms)
        return scores / np.float32(ceiling) if ceiling > 0 else scores
