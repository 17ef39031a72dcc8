"""Arrays that only grow: what makes a search see one consistent state while freelancers change.

Nothing below a row count that a reader has seen is ever written again, so reading needs no lock.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

Scalar = TypeVar("Scalar", bound=np.generic)

Rows = NDArray[np.int32]
Places = NDArray[np.intp]
"""Row numbers to read and write many values at: numpy takes twice as long with those of another width."""

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
            self._data = _grown(self._data, end)
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

    def __init__(self, rows: Rows, values: NDArray[np.generic]) -> None:
        self._rows, self._values = rows.copy(), values.copy()
        self._length = len(rows)

    def extend(self, rows: Rows, values: NDArray[np.generic]) -> None:
        """Add rows above all that are there."""
        end = self._length + len(rows)
        if end > len(self._rows):
            self._rows, self._values = _grown(self._rows, end), _grown(self._values, end)
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

    def extend(self, first: int, held: Sequence[Mapping[str, int]]) -> None:
        """Add rows from `first` on, above all that are there: the numbers each has, by key.

        A number that is too large for the type counts as the largest.
        """
        keys = list(chain.from_iterable(held))
        codes: defaultdict[str, int] = defaultdict(count().__next__)
        coded = np.fromiter(map(codes.__getitem__, keys), np.int32, len(keys))
        order = np.argsort(coded, kind="stable")
        rows = np.arange(first, first + len(held), dtype=np.int32).repeat([len(each) for each in held])[order]
        numbers = np.fromiter(chain.from_iterable(each.values() for each in held), np.int64, len(keys))
        values = np.minimum(numbers, np.iinfo(self._dtype).max).astype(self._dtype)[order]
        ends = np.bincount(coded).cumsum().tolist()
        for key, start, end in zip(codes, [0, *ends], ends, strict=False):
            posting = self._postings.get(key)
            if posting is None:
                self._postings[key] = Posting(rows[start:end], values[start:end])
            else:
                posting.extend(rows[start:end], values[start:end])

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
                kept._postings[key] = Posting(number[rows[living]], values[living])
        return kept

    def mask(self, keys: Iterable[str], below: int) -> NDArray[np.bool_]:
        """Which rows have any of the keys."""
        found = np.zeros(below, np.bool_)
        for key in keys:
            found[places(self.read(key, below)[0])] = True
        return found

    def highest(self, keys: Iterable[str], below: int) -> NDArray[np.float32]:
        """Each row's highest value among the keys; -1 where it has none of them."""
        best = np.full(below, -1, np.float32)
        for key in keys:
            rows, values = self.read(key, below)
            where = places(rows)
            best[where] = np.maximum(best[where], values.astype(np.float32))
        return best


class Levels:
    """A small number per row by key, -1 for none: for keys that nearly everybody has, as a language.

    They cost a byte for each row and key, and are compared forty times as fast as a posting of everybody.
    """

    def __init__(self) -> None:
        self._columns: dict[str, Column[np.int8]] = {}
        self._length = 0

    def extend(self, held: Sequence[Mapping[str, int]]) -> None:
        """Add rows at the end: the numbers each has, by key."""
        added = {key: _none(len(held)) for key in (*self._columns, *chain.from_iterable(held))}
        for place, each in enumerate(held):
            for key, number in each.items():
                added[key][place] = number
        for key, numbers in added.items():
            if key in self._columns:
                self._columns[key].extend(numbers)
            else:
                self._columns[key] = _column(np.concatenate([_none(self._length), numbers]))
        self._length += len(held)

    def read(self, key: str, rows: int) -> NDArray[np.int8]:
        """The key's number of the first `rows` rows."""
        column = self._columns.get(key)
        return _none(rows) if column is None else column.read(rows)

    def kept(self, alive: NDArray[np.bool_]) -> "Levels":
        """The numbers of the rows that are alive."""
        kept = Levels()
        kept._columns = {key: column.kept(alive) for key, column in self._columns.items()}
        kept._length = int(np.count_nonzero(alive))
        return kept


def places(rows: Rows) -> Places:
    """Row numbers as places."""
    return rows.astype(np.intp)


def _none(rows: int) -> NDArray[np.int8]:
    return np.full(rows, -1, np.int8)


def _column(values: NDArray[np.int8]) -> Column[np.int8]:
    column = Column(np.int8)
    column.extend(values)
    return column


def _grown(array: NDArray[Scalar], least: int) -> NDArray[Scalar]:
    """A copy with room for at least so many, and for twice as many as now."""
    grown = np.empty(max(least, 2 * len(array)), array.dtype)
    grown[: len(array)] = array
    return grown
