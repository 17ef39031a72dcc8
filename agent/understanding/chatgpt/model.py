"""The chat model, with every bound set: time, tries, tokens and how many calls at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
from langchain_openai import ChatOpenAI
from pydantic import SecretStr


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which model to ask and how long to wait. Prices are in US dollars per million tokens, if known."""

    api_key: str
    model: str
    base_url: str | None = None
    timeout_seconds: float = 12
    retries: int = 1
    most_tokens: int = 1500
    calls_at_once: int = 8
    input_price: float | None = None
    output_price: float | None = None


@asynccontextmanager
async def open_model(settings: ModelSettings) -> AsyncIterator[ChatOpenAI]:
    """The chat model; its connections are closed with the context."""
    limits = httpx.Limits(max_connections=settings.calls_at_once)
    async with httpx.AsyncClient(limits=limits, timeout=settings.timeout_seconds) as client:
        yield ChatOpenAI(
            model=settings.model,
            api_key=SecretStr(settings.api_key),
            base_url=settings.base_url,
            timeout=settings.timeout_seconds,
            max_retries=settings.retries,
            max_completion_tokens=settings.most_tokens,
            http_async_client=client,
        )
