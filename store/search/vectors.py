"""Everybody's vector, row for row, for scoring exactly where that is cheaper than asking Chroma."""

import numpy as np
from numpy.typing import NDArray

from store.embedding.embedder import Vectors
from store.search.columns import Rows

_DECIMALS = 4
"""Similarities are rounded, so that they do not depend on how many rows were multiplied at once."""


_CHUNK = 512
"""Rows multiplied at once: few enough to stay in the processor's cache, four times as fast."""
_DENSE = 0.6
"""From this share of all rows on, multiplying them all is quicker than picking out the wanted ones."""


class VectorTable:
    """A matrix that only grows."""

    def __init__(self, dimension: int, capacity: int = 16) -> None:
        self._data: Vectors = np.empty((capacity, dimension), np.float32)
        self._length = 0

    def extend(self, vectors: Vectors) -> None:
        """Add rows at the end."""
        end = self._length + len(vectors)
        if end > len(self._data):
            grown = np.empty((max(end, 2 * len(self._data)), self._data.shape[1]), np.float32)
            grown[: self._length] = self._data[: self._length]
            self._data = grown
        self._data[self._length : end] = vectors
        self._length = end

    def similarities(self, vector: Vectors, rows: Rows) -> NDArray[np.float32]:
        """Cosine of each row to a unit vector, -1 to 1. Quickest where the rows ascend."""
        # Read in this order, and once: another thread may be adding rows meanwhile.
        length, data = self._length, self._data
        if len(rows) > _CHUNK and len(rows) >= _DENSE * length:
            return np.round(_of_all(data[:length], vector)[rows], _DECIMALS)
        found = np.empty(len(rows), np.float32)
        for start in range(0, len(rows), _CHUNK):
            found[start : start + _CHUNK] = data.take(rows[start : start + _CHUNK], axis=0) @ vector
        return np.round(found, _DECIMALS)

    def rows(self, rows: Rows) -> Vectors:
        """The vectors of those rows."""
        found: Vectors = self._data[rows]
        return found

    def kept(self, alive: NDArray[np.bool_]) -> "VectorTable":
        """A table of the rows that are alive."""
        table = VectorTable(self._data.shape[1], capacity=max(16, int(np.count_nonzero(alive))))
        table.extend(self._data[: len(alive)][alive])
        return table


def _of_all(data: Vectors, vector: Vectors) -> NDArray[np.float32]:
    found = np.empty(len(data), np.float32)
    for start in range(0, len(data), _CHUNK):
        np.matmul(data[start : start + _CHUNK], vector, out=found[start : start + _CHUNK])
    return found
