"""Vectors for marketplaces too large to embed: a few hundred real embeddings, and noise.

Embedding a million profiles would take hours and tell nothing of search. Each text is given the vector of
one of the first few hundred texts, chosen by the text's hash, turned a little by noise from the same hash.
So vectors keep the clusters of real ones, no two are alike, and a text always gets the same.
"""

import hashlib
from collections.abc import Sequence

import numpy as np

from store.embedding.embedder import Embedder, Vectors, unit_rows

REAL = 300
"""Texts that are truly embedded."""

NOISE = 0.45
"""Length of the noise beside the real vector's 1: neighbours of one origin have a cosine of about 0.8."""


class ComposedEmbedder:
    """Stands in for `real` when documents are embedded; queries are truly embedded."""

    def __init__(self, real: Embedder) -> None:
        self._real = real
        self._origins = np.empty((0, real.dimension), np.float32)

    @property
    def name(self) -> str:
        """The real model's, so that the product opens the index as its own."""
        return self._real.name

    @property
    def dimension(self) -> int:
        """The real model's."""
        return self._real.dimension

    @property
    def similarity_range(self) -> tuple[float, float]:
        """The real model's."""
        return self._real.similarity_range

    def prepare(self, texts: Sequence[str]) -> None:
        """Embed the texts that all others are composed from."""
        self._origins = self._real.embed_documents(list(texts)[:REAL])

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        """One composed vector per text. Call `prepare` before."""
        return unit_rows(np.stack([self._composed(text) for text in texts])) if texts else self._origins[:0]

    def embed_query(self, text: str) -> Vectors:
        """The real vector of a search text."""
        return self._real.embed_query(text)

    def _composed(self, text: str) -> Vectors:
        chance = np.random.default_rng(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]))
        origin = self._origins[chance.integers(len(self._origins))]
        noise = chance.standard_normal(self.dimension, np.float32) * np.float32(NOISE / self.dimension**0.5)
        composed: Vectors = origin + noise
        return composed
