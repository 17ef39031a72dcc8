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
        form = {"name": SaidReading.__name__, "schema": SaidReading.model_json_schema(), "strict": True}
        ways: tuple[Runnable[Any, AIMessage], ...] = (
            model.chat.bind(response_format={"type": "json_schema", "json_schema": form}),
            model.chat.bind_tools([SaidReading], tool_choice=SaidReading.__name__),
            model.chat,
        )
        self._ways = tuple(way.with_config(tags=_NO_STREAM) for way in ways)
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
            return _said(answer)

    async def _answer(self, way: int, messages: Sequence[BaseMessage], work: ModelWork) -> AIMessage:
        plain = way + 1 == len(self._ways)
        given = _with_schema(messages) if plain else messages
        answer = await self._model.ask(lambda: self._ways[way].ainvoke(given), work)
        self._model.count(answer, work)
        return answer


_PLAINLY = (
    "Answer with one JSON object of this JSON Schema, and with nothing else:\n"
    f"{json.dumps(SaidReading.model_json_schema())}"
)


def _with_schema(messages: Sequence[BaseMessage]) -> list[BaseMessage]:
    """The messages, the form's schema at the end of the first: some endpoints take one of the system's."""
    return [SystemMessage(f"{messages[0].text}\n\n{_PLAINLY}"), *messages[1:]]


def _said(answer: AIMessage) -> SaidReading:
    if answer.additional_kwargs.get("refusal"):
        raise ModelFailed("the model refused")
    if answer.response_metadata.get("finish_reason") == "length":
        raise ModelFailed("the model's answer was cut off")
    try:
        if answer.tool_calls:
            return SaidReading.model_validate(answer.tool_calls[0]["args"])
        return SaidReading.model_validate_json(_object_in(answer.text))
    except ValidationError:
        raise ModelFailed("the model's answer was not the form asked for") from None


def _object_in(text: str) -> str:
    """The JSON object in an answer that may have words around it."""
    return text[text.find("{") : text.rfind("}") + 1]
