"""A small embedding model for tests of the index: exact, instant and obvious."""

from collections.abc import Sequence

import numpy as np
import pytest

from store.embedding.embedder import Vectors, unit_rows


class AxisEmbedder:
    """Each of eight words has its own axis; a text is the sum of its words' axes."""

    words = ("react", "shopify", "german", "design", "audio", "law", "tax", "test")
    dimension = 8

    def __init__(self, name: str = "axis-1-8") -> None:
        self.name = name

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        counts = [[text.lower().count(word) + 0.01 for word in self.words] for text in texts]
        return unit_rows(np.asarray(counts, np.float32).reshape(-1, self.dimension))

    def embed_query(self, text: str) -> Vectors:
        row: Vectors = self.embed_documents([text])[0]
        return row


@pytest.fixture
def embedder() -> AxisEmbedder:
    return AxisEmbedder()


@pytest.fixture
def other_embedder() -> AxisEmbedder:
    return AxisEmbedder("axis-2-8")
