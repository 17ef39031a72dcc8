"""Word search: BM25 over an inverted index that grows in place.

bm25s bakes every score into its matrix when it is built, document frequencies included, so that one
changed freelancer would mean building it all again. Here the counts are kept and the scores computed when
asked; the tests hold the scores against bm25s.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from store.search.columns import Column, Postings
from store.search.tokens import words

K1 = 1.2
B = 0.75
HEAD_COUNTS = 2
"""A word in the profile's data (headline, skills, titles) counts as much as two in the bio."""


class WordIndex:
    """Words of every row. Rows are added in order and never changed."""

    def __init__(self) -> None:
        self._postings = Postings(np.uint16)
        self._lengths: Column[np.float32] = Column(np.float32)

    def extend(self, texts: Sequence[tuple[str, str]]) -> None:
        """Add rows: the profile's data and its bio."""
        counts = [Counter([*words(bio), *(HEAD_COUNTS * words(head))]) for head, bio in texts]
        self._postings.extend(len(self._lengths), counts)
        self._lengths.extend(np.asarray([each.total() for each in counts], np.float32))

    def kept(self, alive: NDArray[np.bool_]) -> "WordIndex":
        """An index of the rows that are alive."""
        index = WordIndex()
        index._postings = self._postings.kept(alive)
        index._lengths = self._lengths.kept(alive)
        return index

    def mean_length(self, alive: NDArray[np.bool_]) -> float:
        """Words in the average living row, at least 1."""
        lengths = self._lengths.read(len(alive))[alive]
        return max(float(np.mean(lengths, dtype=np.float64)), 1.0) if len(lengths) else 1.0

    def scores(
        self, query: Mapping[str, float], alive: NDArray[np.bool_], people: int, mean: float
    ) -> NDArray[np.float32]:
        """BM25 of every row, 0 where no word of the query occurs; `query` gives each word's weight.

        `people` is how many rows are alive and `mean` their `mean_length`. Okapi BM25 with Lucene's idf,
        ln(1 + (N - n + 0.5) / (n + 0.5)) (Robertson and Zaragoza 2009, equation 3.15); only rows that are
        alive count in N and n.
        """
        below = len(alive)
        total = np.zeros(below, np.float32)
        lengths = self._lengths.read(below)
        for word in sorted(query):
            rows, counts = self._postings.read(word, below)
            living = alive[rows]
            rows, frequency = rows[living], counts[living].astype(np.float32)
            if len(rows):
                norm = np.float32(K1) * (1 - B + B * lengths[rows] / mean)
                total[rows] += query[word] * _idf(people, len(rows)) * frequency / (frequency + norm)
        return total

    def having(self, wanted: Iterable[str], below: int) -> NDArray[np.bool_]:
        """Which rows have every one of the words; none if there are no words."""
        found = [self._postings.mask([word], below) for word in set(wanted)]
        return np.logical_and.reduce(found) if found else np.zeros(below, np.bool_)

    def ceiling(self, query: Mapping[str, float], alive: NDArray[np.bool_], people: int) -> float:
        """The score that no row can reach: every word of the query, endlessly often."""
        return sum(
            weight * _idf(people, int(np.count_nonzero(alive[self._postings.read(word, len(alive))[0]])))
            for word, weight in query.items()
        )


def _idf(people: int, having: int) -> float:
    return float(np.log1p((people - having + 0.5) / (having + 0.5)))
