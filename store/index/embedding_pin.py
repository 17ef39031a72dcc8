"""Pins the embedding model in the collection itself, where any client of Chroma will see it.

Chroma compares nothing but an embedding function's name, so the name carries model, version and
dimension. The function never embeds: vectors always come from the Embedder.
"""

from typing import Any

from chromadb.api.types import Embeddable, EmbeddingFunction, Embeddings, Space
from chromadb.utils.embedding_functions import known_embedding_functions


def pin(name: str) -> EmbeddingFunction[Embeddable]:
    """An embedding function of that name, which refuses to embed; Chroma is told of it, to read it back."""

    class Pinned(EmbeddingFunction[Embeddable]):
        def __init__(self) -> None:
            """Nothing to configure: the name says it all."""

        def __call__(self, texts: Embeddable) -> Embeddings:
            raise RuntimeError(f"Vectors in this collection are made by Rolecall with {name}.")

        @staticmethod
        def name() -> str:
            return name

        @staticmethod
        def build_from_config(config: dict[str, Any]) -> EmbeddingFunction[Embeddable]:
            return Pinned()

        def get_config(self) -> dict[str, Any]:
            return {}

        def default_space(self) -> Space:
            return "cosine"

    known_embedding_functions[name] = Pinned
    return Pinned()
