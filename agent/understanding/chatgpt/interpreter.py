"""Asks the model to read a message, and falls back on the offline reading whenever that does not go well."""

import asyncio
import logging
from typing import Any

from langchain_core.exceptions import LangChainException
from langchain_core.messages import AIMessage
from langchain_core.runnables import Runnable
from langchain_openai import ChatOpenAI
from openai import BadRequestError, OpenAIError
from pydantic import ValidationError

from agent.understanding.chatgpt.checking import AbsurdReading, check
from agent.understanding.chatgpt.model import ModelSettings
from agent.understanding.chatgpt.prompt import reading_prompt
from agent.understanding.chatgpt.said import SaidReading
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Reading
from store.knowledge import Knowledge

_log = logging.getLogger(__name__)


class NoReading(Exception):
    """The model gave no usable form; the text says why, in words a client may see."""


class ChatGPTInterpreter:
    """Reads with the model, checked; with the offline reader when the model fails in any way."""

    def __init__(
        self, model: ChatOpenAI, settings: ModelSettings, offline: OfflineInterpreter, knowledge: Knowledge
    ) -> None:
        self._settings = settings
        self._offline = offline
        self._knowledge = knowledge
        self._places = asyncio.Semaphore(settings.calls_at_once)
        self._strict = _form(model, "json_schema")
        self._lenient = _form(model, "function_calling")
        self._strict_works = True

    async def read(self, text: str, context: Context) -> Reading:
        """The checked reading of the model, or the offline one with the reason in `fallback`."""
        offline = await self._offline.read(text, context)
        try:
            async with asyncio.timeout(self._settings.timeout_seconds), self._places:
                said = await self._ask(without_personal_data(text, offline), context)
            reading = check(said, text, context, offline, self._knowledge, self._offline.read_now)
        except (NoReading, AbsurdReading) as problem:
            return _fall_back(offline, str(problem))
        except TimeoutError:
            return _fall_back(offline, "the model took too long")
        except (OpenAIError, LangChainException, ValueError) as problem:
            _log.warning("the model could not read a message: %s", type(problem).__name__)
            return _fall_back(offline, "the model could not be reached or refused")
        return reading.model_copy(update={"interpreter": self._settings.model})

    async def _ask(self, text: str, context: Context) -> SaidReading:
        messages = reading_prompt(text, context, self._knowledge)
        if self._strict_works:
            try:
                return _parsed(await self._strict.ainvoke(messages))
            except BadRequestError:
                self._strict_works = False
                _log.info("the endpoint has no strict structured output; using function calls")
        return _parsed(await self._lenient.ainvoke(messages))


def without_personal_data(text: str, reading: Reading) -> str:
    """The text with personal data blotted out, character for character, so that quotes keep their places."""
    for found in reading.personal_data:
        start, end = found.span.start, found.span.end
        text = text[:start] + "#" * (end - start) + text[end:]
    return text


def _form(model: ChatOpenAI, method: str) -> Runnable[Any, Any]:
    if method == "json_schema":
        form = model.with_structured_output(SaidReading, method="json_schema", strict=True, include_raw=True)
    else:
        form = model.with_structured_output(SaidReading, method="function_calling", include_raw=True)
    return form.with_config(tags=["nostream"])


def _parsed(answer: dict[str, Any]) -> SaidReading:
    raw, said = answer.get("raw"), answer.get("parsed")
    if isinstance(raw, AIMessage) and raw.additional_kwargs.get("refusal"):
        raise NoReading("the model refused")
    if not isinstance(said, SaidReading):
        problem = answer.get("parsing_error")
        reason = "invalid" if isinstance(problem, ValidationError) else "malformed"
        raise NoReading(f"the model's answer was {reason}")
    return said


def _fall_back(offline: Reading, reason: str) -> Reading:
    return offline.model_copy(update={"fallback": reason})
