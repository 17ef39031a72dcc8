"""Words as points: near ones mean nearly the same, so that 'ramen' is read where only 'noodles' was taught.

A word's point is what the bundled embedding model makes of the word alone, turned to the directions in which
words differ most. Made by `python -m evals.fitting word_vectors`; read here with numpy alone.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import IO

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]

_LONGEST = 127
"""The largest coordinate of all is kept as this whole number."""


class WordVectors:
    """The points of some 28,000 English words, each of length 1."""

    def __init__(self, rows: Mapping[str, int], points: NDArray[np.int8]) -> None:
        self._rows = rows
        # One more for words that are not known: nowhere.
        self._points = np.vstack([points, np.zeros_like(points[:1])])

    @property
    def dimension(self) -> int:
        """Coordinates of a point."""
        return int(self._points.shape[1])

    def of(self, words: Sequence[str]) -> Points:
        """A row a word; zeros for one that is not known."""
        found = self._points[[self._rows.get(word, -1) for word in words]].astype(np.float32)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        rows: Points = (found / np.where(lengths > 0, lengths, 1)).astype(np.float32)
        return rows


@cache
def word_vectors() -> WordVectors:
    """The points that ship, read once."""
    with (files("agent.understanding.offline") / "data" / "word_vectors.npz").open("rb") as file:
        return read_vectors(file)


def read_vectors(file: IO[bytes]) -> WordVectors:
    """What `write_vectors` wrote."""
    with np.load(file) as kept:
        words = bytes(kept["words"]).decode().split("\n")
        return WordVectors({word: row for row, word in enumerate(words)}, np.asarray(kept["points"], np.int8))


def write_vectors(file: IO[bytes], words: Sequence[str], points: Points) -> None:
    """Keep words and their points, a row a word; only their directions are kept."""
    rounded = np.rint(points * (_LONGEST / np.abs(points).max())).astype(np.int8)
    np.savez_compressed(file, words=np.frombuffer("\n".join(words).encode(), np.uint8), points=rounded)
