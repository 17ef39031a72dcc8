"""Word search: BM25 over an inverted index that grows in place.

bm25s bakes every score into its matrix when it is built, document frequencies included, so that one
changed freelancer would mean building it all again. Here the counts are kept and the scores computed when
asked; the tests hold the scores against bm25s.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from store.search.columns import Column, Postings, places
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

    def norms(self, alive: NDArray[np.bool_]) -> NDArray[np.float32]:
        """What BM25 adds to a word's count below the line: the longer a row beside the living, the more."""
        lengths = self._lengths.read(len(alive))
        living = lengths[alive]
        mean = max(float(np.mean(living, dtype=np.float64)), 1.0) if len(living) else 1.0
        norms: NDArray[np.float32] = np.float32(K1) * (1 - B + B * lengths / mean)
        return norms

    def weighed(self, query: Mapping[str, float], alive: NDArray[np.bool_]) -> dict[str, float]:
        """Each word's weight in the query times its idf: the sum is a score that no row can reach.

        The idf is Lucene's, ln(1 + (N - n + 0.5) / (n + 0.5)); only rows that are alive count in N and n.
        """
        people = int(np.count_nonzero(alive))
        having = {word: alive.take(self._postings.read(word, len(alive))[0]) for word in query}
        return {
            word: query[word] * _idf(people, int(np.count_nonzero(living))) for word, living in having.items()
        }

    def scores(
        self, weighed: Mapping[str, float], alive: NDArray[np.bool_], norms: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Okapi BM25 (Robertson and Zaragoza 2009, equation 3.15) of every row, 0 for those not alive.

        `weighed` and `norms` are of the same living rows.
        """
        total = np.zeros(len(alive), np.float32)
        for word in sorted(weighed):
            rows, counts = self._postings.read(word, len(alive))
            where, frequency = places(rows), counts.astype(np.float32)
            total[where] += weighed[word] * frequency / (frequency + norms[where])
        total[~alive] = 0
        return total

    def having(self, wanted: Iterable[str], below: int) -> NDArray[np.bool_]:
        """Which rows have every one of the words; none if there are no words."""
        found = [self._postings.mask([word], below) for word in set(wanted)]
        return np.logical_and.reduce(found) if found else np.zeros(below, np.bool_)


def _idf(people: int, having: int) -> float:
    return float(np.log1p((people - having + 0.5) / (having + 0.5)))
