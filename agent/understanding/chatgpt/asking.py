"""Asks the model to fill in the form, in the strictest way its endpoint knows."""

import json
import logging
from collections.abc import Sequence
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, SystemMessage
from langchain_core.runnables import Runnable
from openai import APIStatusError
from pydantic import ValidationError

from agent.chatmodel.asking import ChatModel, ModelFailed
from agent.chatmodel.work import ModelWork
from agent.understanding.chatgpt.said import SaidReading

_log = logging.getLogger(__name__)

_NOT_KNOWN_HERE = frozenset({400, 404, 405, 415, 422, 501})
"""Statuses by which endpoints refuse a parameter they do not know."""

_NO_STREAM = ["nostream"]
"""Keeps LangGraph from streaming the raw form."""


class FormAsker:
    """Knows three ways to ask, from strict to plain, and remembers the one that worked.

    Strict structured output; a function call; and the form's JSON Schema in the prompt, for endpoints that
    know neither.
    """

    def __init__(self, model: ChatModel) -> None:
        self._model = model
        strict = model.chat.with_structured_output(
            SaidReading, method="json_schema", strict=True, include_raw=True
        )
        called = model.chat.with_structured_output(SaidReading, method="function_calling", include_raw=True)
        self._ways: tuple[Runnable[Any, Any], ...] = (
            strict.with_config(tags=_NO_STREAM),
            called.with_config(tags=_NO_STREAM),
            model.chat.with_config(tags=_NO_STREAM),
        )
        self._way = 0

    async def ask(self, messages: Sequence[BaseMessage], work: ModelWork) -> SaidReading:
        """The form, filled in. Raises ModelFailed, and whatever the endpoint's client raises."""
        way = self._way
        while True:
            try:
                answer = await self._answer(way, messages, work)
            except APIStatusError as refused:
                if refused.status_code not in _NOT_KNOWN_HERE or way + 1 == len(self._ways):
                    raise
                way += 1
                continue
            if way != self._way:
                _log.info("the endpoint does not know the stricter ways to ask for a form; using way %d", way)
                self._way = way
            return _parsed(answer)

    async def _answer(self, way: int, messages: Sequence[BaseMessage], work: ModelWork) -> dict[str, Any]:
        asked = self._ways[way]
        if way + 1 < len(self._ways):
            answer: dict[str, Any] = await self._model.ask(lambda: asked.ainvoke(messages), work)
        else:
            schema = SystemMessage(_PLAINLY + json.dumps(SaidReading.model_json_schema()))
            answer = {"raw": await self._model.ask(lambda: asked.ainvoke([schema, *messages]), work)}
        if isinstance(answer["raw"], AIMessage):
            self._model.count(answer["raw"], work)
        return answer


_PLAINLY = "Answer with one JSON object of this JSON Schema, and with nothing else:\n"


def _parsed(answer: dict[str, Any]) -> SaidReading:
    raw, said = answer.get("raw"), answer.get("parsed")
    if isinstance(said, SaidReading):
        return said
    if not isinstance(raw, AIMessage):
        raise ModelFailed("the model's answer could not be used")
    if raw.additional_kwargs.get("refusal"):
        raise ModelFailed("the model refused")
    if raw.response_metadata.get("finish_reason") == "length":
        raise ModelFailed("the model's answer was cut off")
    return _out_of(raw.text)


def _out_of(text: str) -> SaidReading:
    """The form in an answer that has words around it, as models without structured output write."""
    start, end = text.find("{"), text.rfind("}")
    try:
        return SaidReading.model_validate_json(text[start : end + 1] if start >= 0 else text)
    except ValidationError:
        raise ModelFailed("the model's answer was not the form asked for") from None
