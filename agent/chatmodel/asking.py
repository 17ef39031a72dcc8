"""Asks the model within bounds: a deadline, a place among the calls, one retry, rest after failures."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from langchain_core.messages import AIMessage
from langchain_openai import ChatOpenAI
from openai import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    InternalServerError,
    LengthFinishReasonError,
    RateLimitError,
)

from agent.chatmodel.prices import Price
from agent.chatmodel.work import ModelWork

_log = logging.getLogger(__name__)

SHARE_OF_ONE_STAGE = 0.6
"""Of the turn's deadline, what one stage may take: something is left for the other."""

_MOST_PAUSE = 2.0
"""Seconds that are waited before the one retry; an endpoint that asks for more is left alone instead."""

_FAILURES_IN_A_ROW = 3
_REST = 30.0
_MOST_REST = 120.0
"""Seconds without a call: after failures in a row, and at most when the endpoint asks for it."""

Answer = TypeVar("Answer")


class ModelFailed(Exception):
    """The model gave nothing that could be used; the text says why, in words a client may see."""


class ChatModel:
    """The chat model. `ask` and `within` are the only ways to call it."""

    def __init__(
        self, chat: ChatOpenAI, name: str, *, price: Price | None, turn_seconds: float, calls_at_once: int
    ) -> None:
        self.chat = chat
        self.name = name
        self._price = price
        self._turn_seconds = turn_seconds
        self._places = asyncio.Semaphore(calls_at_once)
        self._failures = 0
        self._rest_until = 0.0

    @asynccontextmanager
    async def within(self, work: ModelWork) -> AsyncIterator[None]:
        """A block that calls the model: bounded in time, counted, its failures turned into ModelFailed."""
        now = asyncio.get_running_loop().time
        begun = now()
        seconds = min(self._turn_seconds * SHARE_OF_ONE_STAGE, self._turn_seconds - work.seconds)
        if work.given_up or seconds <= 0:
            raise ModelFailed("the model had failed already in this turn")
        if begun < self._rest_until:
            raise ModelFailed("the model is left alone for a moment, after it failed or asked for a pause")
        try:
            async with asyncio.timeout(seconds), self._places:
                yield
        except ModelFailed:
            raise
        except Exception as problem:
            if isinstance(problem, TimeoutError | APIError):
                work.given_up = True
                self._note(problem, now())
            _log.warning("the model failed: %s", type(problem).__name__)
            raise ModelFailed(_in_words(problem)) from problem
        else:
            self._failures = 0
        finally:
            work.seconds += now() - begun

    async def ask(self, call: Callable[[], Awaitable[Answer]], work: ModelWork) -> Answer:
        """The answer of `call`, which is tried again once where that may help."""
        work.called()
        try:
            return await call()
        except LengthFinishReasonError as problem:
            usage = problem.completion.usage
            if usage is not None:
                work.used(usage.prompt_tokens, usage.completion_tokens, self._price)
            raise
        except (APIConnectionError, InternalServerError, RateLimitError) as problem:
            pause = _pause_asked(problem) if isinstance(problem, APIStatusError) else None
            if isinstance(problem, APITimeoutError) or (pause or 0) > _MOST_PAUSE:
                raise
            await asyncio.sleep(0.2 if pause is None else pause)
        work.called()
        return await call()

    def count(self, message: AIMessage, work: ModelWork) -> None:
        """Add what the endpoint says a message took to the turn's account."""
        usage = message.usage_metadata
        if usage is not None:
            work.used(usage["input_tokens"], usage["output_tokens"], self._price)

    def _note(self, problem: Exception, now: float) -> None:
        self._failures += 1
        rest = _REST if self._failures >= _FAILURES_IN_A_ROW else 0.0
        if isinstance(problem, RateLimitError):
            rest = max(rest, _pause_asked(problem) or 0.0)
        if rest:
            self._rest_until = now + min(rest, _MOST_REST)


def _pause_asked(problem: APIStatusError) -> float | None:
    """The seconds of Retry-After; None if there is none, or it is a date or nonsense."""
    try:
        return max(0.0, float(problem.response.headers.get("retry-after", "")))
    except ValueError:
        return None


def _in_words(problem: Exception) -> str:
    match problem:
        case TimeoutError() | APITimeoutError():
            return "the model took too long"
        case RateLimitError():
            return "the model has too much to do"
        case APIStatusError() if problem.status_code in (401, 403):
            return "the model's service turned us away"
        case APIConnectionError():
            return "the model could not be reached"
        case LengthFinishReasonError():
            return "the model's answer was cut off"
        case APIStatusError():
            return "the model's service had a fault"
        case _:
            return "the model's answer could not be used"
