"""Arrays that only grow: what makes a search see one consistent state while freelancers change.

Nothing below a row count that a reader has seen is ever written again, so reading needs no lock.
"""

from collections.abc import Iterable
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

Scalar = TypeVar("Scalar", bound=np.generic)

Rows = NDArray[np.int32]
_FIRST_CAPACITY = 16


class Column(Generic[Scalar]):
    """One value per row."""

    def __init__(self, dtype: type[Scalar], capacity: int = _FIRST_CAPACITY) -> None:
        self._data: NDArray[Scalar] = np.empty(capacity, dtype)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def extend(self, values: NDArray[Scalar]) -> None:
        """Add rows at the end."""
        end = self._length + len(values)
        if end > len(self._data):
            grown = np.empty(max(end, 2 * len(self._data)), self._data.dtype)
            grown[: self._length] = self._data[: self._length]
            self._data = grown
        self._data[self._length : end] = values
        self._length = end

    def read(self, rows: int) -> NDArray[Scalar]:
        """The first `rows` rows, without copying."""
        return self._data[:rows]

    def kept(self, alive: NDArray[np.bool_]) -> "Column[Scalar]":
        """A column of the rows that are alive."""
        column = Column(self._data.dtype.type)
        column.extend(self._data[: len(alive)][alive])
        return column


class Posting:
    """The rows that have something, ascending, each with a number (how often, how well)."""

    def __init__(self, dtype: DTypeLike) -> None:
        self._rows: Rows = np.empty(4, np.int32)
        self._values = np.empty(4, dtype)
        self._length = 0

    def extend(self, rows: Rows, values: NDArray[np.generic]) -> None:
        """Add rows above all that are there."""
        end = self._length + len(rows)
        if end > len(self._rows):
            size = max(end, 2 * len(self._rows))
            self._rows = np.concatenate([self._rows, np.empty(size - len(self._rows), np.int32)])
            self._values = np.resize(self._values, size)
        self._rows[self._length : end] = rows
        self._values[self._length : end] = values
        self._length = end

    def read(self, below: int) -> tuple[Rows, NDArray[np.generic]]:
        """Rows below a row number and their values, without copying."""
        length = self._length
        rows, values = self._rows[:length], self._values[:length]
        if length and rows[-1] >= below:
            length = int(np.searchsorted(rows, below))
        return rows[:length], values[:length]


class Postings:
    """Postings by key: a skill's name, a word, a language."""

    def __init__(self, dtype: DTypeLike) -> None:
        self._dtype = np.dtype(dtype)
        self._postings: dict[str, Posting] = {}

    def extend(self, keys: list[str], rows: Rows, values: NDArray[np.generic]) -> None:
        """Add entries (key, row, value); rows must lie above all earlier ones."""
        if not keys:
            return
        numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        codes = np.fromiter((numbers[key] for key in keys), np.int32, len(keys))
        order = np.lexsort((rows, codes))
        starts = np.searchsorted(codes[order], np.arange(len(numbers) + 1))
        for key, number in numbers.items():
            part = order[starts[number] : starts[number + 1]]
            posting = self._postings.get(key)
            if posting is None:
                posting = self._postings[key] = Posting(self._dtype)
            posting.extend(rows[part], values[part])

    def read(self, key: str, below: int) -> tuple[Rows, NDArray[np.generic]]:
        """The key's rows below a row number, ascending, and their values."""
        posting = self._postings.get(key)
        if posting is None:
            return np.empty(0, np.int32), np.empty(0, self._dtype)
        return posting.read(below)

    def kept(self, alive: NDArray[np.bool_]) -> "Postings":
        """Postings of the rows that are alive, under their new numbers."""
        number = np.cumsum(alive, dtype=np.int32) - 1
        kept = Postings(self._dtype)
        for key in self._postings:
            rows, values = self.read(key, len(alive))
            living = alive[rows]
            if living.any():
                kept._postings[key] = posting = Posting(self._dtype)
                posting.extend(number[rows[living]], values[living])
        return kept

    def mask(self, keys: Iterable[str], below: int) -> NDArray[np.bool_]:
        """Which rows have any of the keys."""
        found = np.zeros(below, np.bool_)
        for key in keys:
            found[self.read(key, below)[0]] = True
        return found

    def highest(self, keys: Iterable[str], below: int) -> NDArray[np.float32]:
        """Each row's highest value among the keys; -1 where it has none of them."""
        best = np.full(below, -1, np.float32)
        for key in keys:
            rows, values = self.read(key, below)
            best[rows] = np.maximum(best[rows], values.astype(np.float32))
        return best
