"""Opens the embedding model that the settings ask for, without blocking the event loop.

OpenAI's client is imported where it is wanted: without it everything starts half a second sooner.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal

from store.embedding.bge import BgeSmall
from store.embedding.embedder import Embedder


@dataclass(frozen=True, slots=True)
class OpenAIEmbedding:
    """Where OpenAI's embeddings come from. `base_url` None is OpenAI itself; the timeout is in seconds."""

    api_key: str
    base_url: str | None = None
    model: str = "text-embedding-3-small"
    dimension: int = 1536
    timeout: float = 20.0


@asynccontextmanager
async def open_embedder(
    kind: Literal["bge-small", "openai"] = "bge-small",
    service: OpenAIEmbedding | None = None,
    *,
    threads: int | None = None,
) -> AsyncIterator[Embedder]:
    """The embedder of that kind. `threads` bounds bge-small's cores (default: at most 4).

    Raises ModelFileError when bge-small's files are absent or altered, ValueError when `openai` comes
    without a service.
    """
    if kind == "bge-small":
        yield await asyncio.to_thread(BgeSmall, threads)
        return
    if service is None:
        raise ValueError("OpenAI embeddings need a service: set OPENAI_API_KEY.")
    import openai

    from store.embedding.openai_embedder import OpenAIEmbedder

    client = openai.OpenAI(
        api_key=service.api_key, base_url=service.base_url, timeout=service.timeout, max_retries=3
    )
    with client:
        yield OpenAIEmbedder(client, service.model, service.dimension)
