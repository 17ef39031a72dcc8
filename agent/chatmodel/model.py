"""Opens the chat model, with every bound set: time, tokens, bytes, and how many calls at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from agent.chatmodel.asking import ChatModel
from agent.chatmodel.prices import Price
from agent.chatmodel.transport import BoundedTransport


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which model to ask, and the bounds of asking it."""

    api_key: str
    model: str
    base_url: str | None = None
    turn_seconds: float = 20
    """All that the model may take in one turn, waiting for a free place and retries included."""
    most_tokens: int = 1500
    most_bytes: int = 1_000_000
    """Of one answer."""
    calls_at_once: int = 8
    price: Price | None = None


@asynccontextmanager
async def open_chat_model(settings: ModelSettings) -> AsyncIterator[ChatModel]:
    """The chat model; its connections are closed with the context."""
    limits = httpx.Limits(max_connections=settings.calls_at_once)
    transport = BoundedTransport(httpx.AsyncHTTPTransport(limits=limits), settings.most_bytes)
    async with httpx.AsyncClient(transport=transport, timeout=settings.turn_seconds) as client:
        chat = ChatOpenAI(
            model=settings.model,
            api_key=SecretStr(settings.api_key),
            base_url=settings.base_url,
            timeout=settings.turn_seconds,
            max_retries=0,
            max_completion_tokens=settings.most_tokens,
            http_async_client=client,
            stream_usage=True,
        )
        yield ChatModel(
            chat,
            settings.model,
            price=settings.price,
            turn_seconds=settings.turn_seconds,
            calls_at_once=settings.calls_at_once,
        )
