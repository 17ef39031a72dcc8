"""Turns text into vectors: offline by default, OpenAI's embeddings by setting."""

from store.embedding.embedder import Embedder
from store.embedding.errors import EmbeddingError, ModelFileError
from store.embedding.opening import OpenAIEmbedding, open_embedder

__all__ = ["Embedder", "EmbeddingError", "ModelFileError", "OpenAIEmbedding", "open_embedder"]
