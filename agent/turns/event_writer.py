"""Writes a turn's events to the log in their order, without holding the turn up.

Events that come while a write is under way go together in the next one: each is stored as soon as the
store is ready for it, and a turn of a dozen events costs a few transactions.
"""

import asyncio
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from agent.events import TurnEvent
from agent.turns.bell import Bell
from store.nouns.conversation import Turn
from store.opening import Store


class EventWriter:
    """The log of one running turn. Leaving the block waits until all is stored.

    Raises LostLease, from `put` or at the end, when the turn went on elsewhere.
    """

    def __init__(self, store: Store, bell: Bell, turn: Turn) -> None:
        self._store = store
        self._bell = bell
        self._turn = turn
        self._waiting: list[TurnEvent] = []
        self._wake = asyncio.Event()
        self._ended = False

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._write())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            return
        self._ended = True
        self._wake.set()
        await self._task

    def put(self, event: TurnEvent) -> None:
        """Have the event stored soon."""
        if self._task.done():
            self._task.result()
        self._waiting.append(event)
        self._wake.set()

    async def _write(self) -> None:
        while self._waiting or not self._ended:
            await self._wake.wait()
            self._wake.clear()
            events: Sequence[TurnEvent]
            events, self._waiting = self._waiting, []
            if events:
                await self._store.turns.append(
                    self._turn, [event.model_dump(mode="json") for event in events]
                )
                await self._bell.ring(self._turn.conversation_id)
            if self._waiting or self._ended:
                self._wake.set()
