"""The tables behind the catalog, row for row: one writer adds to them, any number of readers look."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from store.search.columns import Column, Levels, Postings
from store.search.encoding import Encoder
from store.search.facts import FactTable
from store.search.vectors import VectorTable
from store.search.words import WordIndex


@dataclass(frozen=True, slots=True)
class Tables:
    """`skills` counts contracts, `languages` ranks levels, `marks` are digests of all that a row holds.

    `row_of` knows the living rows alone.
    """

    encoder: Encoder
    vectors: VectorTable
    facts: FactTable = field(default_factory=FactTable)
    words: WordIndex = field(default_factory=WordIndex)
    skills: Postings = field(default_factory=lambda: Postings(np.uint16))
    languages: Levels = field(default_factory=Levels)
    industries: Postings = field(default_factory=lambda: Postings(np.uint8))
    marks: Column[np.uint64] = field(default_factory=lambda: Column(np.uint64))
    ids: list[str] = field(default_factory=list)
    row_of: dict[str, int] = field(default_factory=dict)

    def kept(self, alive: NDArray[np.bool_]) -> "Tables":
        """New tables of the rows that are alive, in the same order."""
        ids = [self.ids[row] for row in np.flatnonzero(alive)]
        return Tables(
            encoder=self.encoder,
            vectors=self.vectors.kept(alive),
            facts=self.facts.kept(alive),
            words=self.words.kept(alive),
            skills=self.skills.kept(alive),
            languages=self.languages.kept(alive),
            industries=self.industries.kept(alive),
            marks=self.marks.kept(alive),
            ids=ids,
            row_of={freelancer_id: row for row, freelancer_id in enumerate(ids)},
        )
