"""Has a model word a reply, shows each sentence once it is checked, and says the rest in our own words."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import cast

from langchain_core.messages import AIMessageChunk, BaseMessage
from openai import APIStatusError

from agent.chatmodel.asking import ChatModel, ModelFailed
from agent.chatmodel.work import ModelWork
from agent.phrasing.phrasing import Say
from agent.phrasing.prompt import wording_prompt
from agent.phrasing.wording import Wording
from agent.replies.draft import Draft
from store.nouns.usage import ModelStage

SECONDS_BETWEEN_TOKENS = 5.0
"""A stream that is silent for longer has stalled."""

_NO_STREAMS_HERE = frozenset({400, 404, 405, 415, 422, 501})
"""Statuses by which endpoints refuse to stream."""


class ChatGPTPhrasing:
    """Words replies that tell facts. What tells none, every question and preview, is ours to the letter."""

    def __init__(self, model: ChatModel) -> None:
        self._model = model
        self._streams = True

    async def phrase(self, draft: Draft, say: Say, work: ModelWork) -> str:
        """The reply, a word at a time; in our own words wherever the model does not serve."""
        wording = Wording(draft, say)
        wording.open()
        if draft.told and all(told.facts for told in draft.told):
            try:
                async with self._model.within(work):
                    await self._word(wording, wording_prompt(draft.told), work)
            except ModelFailed as problem:
                work.fell_back(ModelStage.WORDING, str(problem))
            if wording.used:
                work.worded_by(self._model.name)
        return wording.close()

    async def _word(self, wording: Wording, messages: Sequence[BaseMessage], work: ModelWork) -> None:
        if self._streams and await self._streamed(wording, messages, work):
            return
        answer = await self._model.ask(lambda: self._model.chat.ainvoke(messages), work)
        self._streams = self._streams and not answer.text.strip()
        self._model.count(answer, work)
        wording.take(answer.text)
        wording.finish(cut=answer.response_metadata.get("finish_reason") == "length")

    async def _streamed(self, wording: Wording, messages: Sequence[BaseMessage], work: ModelWork) -> bool:
        """Listen to the model as it writes. False if its endpoint does not stream."""
        work.called()
        cut = False
        stream = cast(AsyncGenerator[AIMessageChunk, None], self._model.chat.astream(messages))
        try:
            async with aclosing(stream) as chunks:
                while not wording.enough and (chunk := await _next(chunks, wording.begun)) is not None:
                    self._model.count(chunk, work)
                    cut = cut or chunk.response_metadata.get("finish_reason") == "length"
                    wording.take(chunk.text)
        except APIStatusError as refused:
            if refused.status_code in _NO_STREAMS_HERE:
                return False
            raise
        except ValueError:
            if not wording.begun:
                return False
            raise
        if wording.begun:
            wording.finish(cut=cut)
        return wording.begun


async def _next(chunks: AsyncGenerator[AIMessageChunk, None], begun: bool) -> AIMessageChunk | None:
    """The next piece; None at the end. Raises TimeoutError when a stream that had begun stalls."""
    async with asyncio.timeout(SECONDS_BETWEEN_TOKENS if begun else None):
        return await anext(chunks, None)
