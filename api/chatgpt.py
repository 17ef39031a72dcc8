"""ChatGPT as the settings ask for it: it reads messages, and words replies unless templates are asked for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import SecretStr

from agent.chatmodel.model import ModelSettings, open_chat_model
from agent.chatmodel.prices import load_prices, price_of
from agent.phrasing.chatgpt import ChatGPTPhrasing
from agent.phrasing.phrasing import Phrasing, TemplatePhrasing
from agent.understanding.chatgpt import ChatGPTInterpreter
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Interpreter
from api.settings import Settings
from store.knowledge import Knowledge


@asynccontextmanager
async def open_chatgpt(
    settings: Settings, key: SecretStr, offline: OfflineInterpreter, knowledge: Knowledge
) -> AsyncIterator[tuple[Interpreter, Phrasing]]:
    """The reader on top of the offline one, and what words the replies, over one client."""
    ours = settings.openai_base_url is None
    prices = await asyncio.to_thread(load_prices, settings.model_prices, ours=ours)
    model_settings = ModelSettings(
        key.get_secret_value(),
        settings.model,
        settings.openai_base_url,
        turn_seconds=settings.model_seconds,
        calls_at_once=settings.model_calls,
        price=price_of(settings.model, prices),
    )
    async with open_chat_model(model_settings) as model:
        phrasing = TemplatePhrasing() if settings.phrasing == "template" else ChatGPTPhrasing(model)
        yield ChatGPTInterpreter(model, offline, knowledge), phrasing
