"""What goes into the index and what comes out of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from store.embedding.embedder import Vectors


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A freelancer as the index keeps them. `stuffing` is 0 (natural text) to 1 (a pile of keywords)."""

    freelancer_id: str
    text: str
    stuffing: float


@dataclass(frozen=True, slots=True)
class Nearest:
    """Freelancers nearest to a vector, best first. `similarities` are cosines, -1 to 1."""

    ids: tuple[str, ...]
    similarities: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Page:
    """A part of the index: entries and the vector of each, row for row."""

    entries: tuple[IndexEntry, ...]
    vectors: Vectors
