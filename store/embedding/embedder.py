"""What the index and the search need of an embedding model, whichever one is behind it."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """A model that turns text into unit vectors. Calls block: run them in a thread.

    Safe to call from several threads at once. The same text always gives the same vector, whatever
    else is embedded in the same call.
    """

    @property
    def name(self) -> str:
        """Model, version and dimension, e.g. 'bge-small-en-v1.5-int8-384'. Pins the index."""
        ...

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        ...

    @property
    def similarity_range(self) -> tuple[float, float]:
        """Cosines between a search and a text: of those that have nothing in common, and of the best."""
        ...

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 per text, in order. Raises EmbeddingError if the model cannot be reached."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """The vector of a search text. Raises EmbeddingError if the model cannot be reached."""
        ...


def unit_rows(vectors: NDArray[np.floating]) -> Vectors:
    """The rows scaled to length 1; a row of zeros stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return scaled
