"""A small embedding model for tests: exact, instant and obvious."""

from collections.abc import Sequence

import numpy as np

from store.embedding.embedder import Vectors, unit_rows


class AxisEmbedder:
    """Each of eight words has its own axis; a text is the sum of its words' axes."""

    words = ("react", "shopify", "german", "design", "audio", "law", "tax", "test")
    dimension = 8
    similarity_range = (0.0, 1.0)

    def __init__(self, name: str = "axis-1-8") -> None:
        self.name = name
        self.embedded: list[str] = []

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        self.embedded.extend(texts)
        return unit_rows(np.asarray([self._counts(text) for text in texts], np.float32).reshape(-1, 8))

    def embed_query(self, text: str) -> Vectors:
        row: Vectors = unit_rows(np.asarray([self._counts(text)], np.float32))[0]
        return row

    def _counts(self, text: str) -> list[float]:
        return [text.lower().count(word) + 0.01 for word in self.words]
