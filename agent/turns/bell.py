"""Wakes whoever waits for a conversation: its subscribers when events were logged, workers when turns wait.

A bell only says "look again". What happened is read from the log, so a ring that is lost costs a moment
(the listener's own time-out), never an event.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from redis.asyncio import Redis

_CHANNEL = "rolecall:bell"


class Ring:
    """One listener's ear: set when the bell rang since it last listened."""

    def __init__(self) -> None:
        self._rang = asyncio.Event()

    def ring(self) -> None:
        """Wake the listener."""
        self._rang.set()

    async def wait(self, seconds: float) -> None:
        """Return at the next ring, at once if it rang since the last call, or after `seconds`."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rang.wait()
        self._rang.clear()


class Bell(Protocol):
    """Rings for conversations."""

    @property
    def patience(self) -> float:
        """Seconds a listener should wait before it looks by itself."""
        ...

    async def ring(self, conversation_id: str) -> None:
        """Something happened in the conversation."""
        ...

    def listen(self, conversation_id: str) -> contextlib.AbstractContextManager[Ring]:
        """Hear the conversation's rings while the context is open."""
        ...


class LocalBell:
    """Rings within this process. With several processes, `patience` bounds what the others hear late."""

    def __init__(self, patience: float = 5.0) -> None:
        self.patience = patience
        self._rings: dict[str, set[Ring]] = defaultdict(set)

    async def ring(self, conversation_id: str) -> None:
        """Wake this process's listeners."""
        for ring in self._rings.get(conversation_id, ()):
            ring.ring()

    @contextmanager
    def listen(self, conversation_id: str) -> Iterator[Ring]:
        """Hear this process's rings."""
        ring = Ring()
        self._rings[conversation_id].add(ring)
        try:
            yield ring
        finally:
            self._rings[conversation_id].discard(ring)
            if not self._rings[conversation_id]:
                del self._rings[conversation_id]


class RedisBell:
    """Rings across processes through Redis; falls back on listeners' patience while Redis is away."""

    def __init__(self, redis: "Redis", local: LocalBell) -> None:
        self._redis = redis
        self._local = local

    @property
    def patience(self) -> float:
        """Seconds a listener should wait before it looks by itself."""
        return self._local.patience

    async def ring(self, conversation_id: str) -> None:
        """Wake every process's listeners."""
        await self._local.ring(conversation_id)
        with contextlib.suppress(ConnectionError, OSError, TimeoutError):
            await self._redis.publish(_CHANNEL, conversation_id)

    def listen(self, conversation_id: str) -> contextlib.AbstractContextManager[Ring]:
        """Hear every process's rings."""
        return self._local.listen(conversation_id)

    async def relay(self) -> None:
        """Pass on what other processes ring, until cancelled; reconnects by itself."""
        while True:
            with contextlib.suppress(ConnectionError, OSError, TimeoutError):
                async with self._redis.pubsub() as channel:
                    await channel.subscribe(_CHANNEL)
                    async for message in channel.listen():
                        if message["type"] == "message":
                            await self._local.ring(message["data"].decode())
            await asyncio.sleep(1)


@asynccontextmanager
async def open_bell(redis_url: str | None, several_processes: bool) -> AsyncIterator[Bell]:
    """The bell for this deployment: within the process, across processes by Redis, or by looking often.

    Redis's client is imported where it is wanted, because most deployments start faster without it.
    """
    if redis_url is None:
        yield LocalBell(patience=0.2 if several_processes else 5.0)
        return
    from redis.asyncio import Redis

    async with Redis.from_url(redis_url) as redis:
        bell = RedisBell(redis, LocalBell(patience=1.0))
        relay = asyncio.create_task(bell.relay())
        try:
            yield bell
        finally:
            relay.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await relay
