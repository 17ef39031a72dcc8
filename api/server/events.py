"""GraphQL over server-sent events: one operation a connection (the protocol's distinct connections mode).

A client that leaves is noticed by listening for it, not by a failing send: a stream that waits for
back-pressure to ease would otherwise never learn of it, and what it follows would leak.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing

from starlette.types import Receive, Scope, Send

from api.graphql.engine import Result

_SendText = Callable[[str], Awaitable[None]]
_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-cache, no-transform"),
    (b"x-accel-buffering", b"no"),
]


class EventStream:
    """An ASGI response that sends `results` as `next` events, and `complete` after the last.

    Ends without `complete` when `stopping` is set, so that the client connects again elsewhere.
    """

    def __init__(
        self, results: AsyncGenerator[Result, None], keep_alive_seconds: float, stopping: asyncio.Event
    ) -> None:
        self._results = results
        self._keep_alive_seconds = keep_alive_seconds
        self._stopping = stopping

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until the results, the client or the server end."""
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        one_at_a_time = asyncio.Lock()

        async def send_text(text: str) -> None:
            async with one_at_a_time:
                await send({"type": "http.response.body", "body": text.encode(), "more_body": True})

        tasks = {
            asyncio.create_task(self._deliver(send_text)),
            asyncio.create_task(_until_client_leaves(receive)),
            asyncio.create_task(_wait(self._stopping)),
        }
        beat = asyncio.create_task(self._keep_alive(send_text))
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (*tasks, beat):
                task.cancel()
            await asyncio.gather(*tasks, beat, return_exceptions=True)
            await self._results.aclose()
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _deliver(self, send_text: _SendText) -> None:
        async with aclosing(self._results) as results:
            async for result in results:
                data = json.dumps(result.as_response(), ensure_ascii=False, separators=(",", ":"))
                await send_text(f"event: next\ndata: {data}\n\n")
        await send_text("event: complete\ndata:\n\n")

    async def _keep_alive(self, send_text: _SendText) -> None:
        while True:
            await asyncio.sleep(self._keep_alive_seconds)
            await send_text(":\n\n")


async def _until_client_leaves(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _wait(event: asyncio.Event) -> None:
    await event.wait()
