"""OpenAI's embeddings, for operators who set a key and ask for them."""

from collections.abc import Iterator, Sequence

import numpy as np
import openai

from store.embedding.embedder import Vectors, unit_rows
from store.embedding.errors import EmbeddingError

MAX_TEXTS = 256
MAX_CHARACTERS = 200_000
"""One request stays well below the service's 300,000 tokens."""
LONGEST_TEXT = 8_000
"""Characters; the service takes 8,192 tokens and refuses longer texts."""


class OpenAIEmbedder:
    """Embeds through an OpenAI-compatible service; retries are the client's own."""

    similarity_range = (0.1, 0.6)

    def __init__(self, client: openai.OpenAI, model: str, dimension: int) -> None:
        self._client = client
        self._model = model
        self._dimension = dimension

    @property
    def name(self) -> str:
        """The service's model name and our dimension."""
        return f"openai-{self._model}-{self._dimension}"

    @property
    def dimension(self) -> int:
        """The dimension the service was asked for."""
        return self._dimension

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        """One row per text, in order. Raises EmbeddingError when the service fails."""
        parts = [self._embed(batch) for batch in _batches(texts)]
        return np.concatenate(parts) if parts else np.empty((0, self._dimension), np.float32)

    def embed_query(self, text: str) -> Vectors:
        """The vector of a search text: this model makes no difference between the two."""
        row: Vectors = self._embed([text])[0]
        return row

    def _embed(self, texts: list[str]) -> Vectors:
        try:
            answer = self._client.embeddings.create(
                model=self._model,
                dimensions=self._dimension,
                input=[text[:LONGEST_TEXT] or " " for text in texts],
                encoding_format="float",
            )
        except openai.OpenAIError as failure:
            raise EmbeddingError(f"The embedding service failed: {type(failure).__name__}") from failure
        rows = sorted(answer.data, key=lambda item: item.index)
        vectors = np.asarray([item.embedding for item in rows], np.float32)
        if vectors.shape != (len(texts), self._dimension):
            raise EmbeddingError(
                f"The embedding service gave vectors of shape {vectors.shape}, "
                f"expected {(len(texts), self._dimension)}."
            )
        return unit_rows(vectors)


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        length = min(len(text), LONGEST_TEXT)
        if batch and (len(batch) == MAX_TEXTS or size + length > MAX_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += length
    if batch:
        yield batch
