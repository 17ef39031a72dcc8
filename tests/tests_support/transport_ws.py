"""A graphql-transport-ws client that can also misbehave: it sends what the test says, valid or not."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from tests_support.api_server import ApiServer


class RawSocket:
    """One connection; `receive` gives the messages in the order they came."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    async def send(self, message: object) -> None:
        """Send JSON."""
        await self.connection.send(json.dumps(message))

    async def receive(self, seconds: float = 10) -> dict[str, Any]:
        """The next message."""
        async with asyncio.timeout(seconds):
            message: dict[str, Any] = json.loads(await self.connection.recv())
        return message

    async def subscribe(self, operation_id: str, query: str, **payload: Any) -> None:
        """Begin an operation."""
        await self.send({"id": operation_id, "type": "subscribe", "payload": {"query": query, **payload}})

    async def until(self, operation_id: str, *types: str) -> list[dict[str, Any]]:
        """The messages of one operation up to the first of one of `types`."""
        messages = []
        while True:
            message = await self.receive()
            if message.get("id") == operation_id:
                messages.append(message)
                if message["type"] in types:
                    return messages

    async def close_code(self) -> int:
        """The code the server closes with, whatever it says before."""
        async with asyncio.timeout(10):
            await self.connection.wait_closed()
        code = self.connection.close_code
        return -1 if code is None else code


@asynccontextmanager
async def open_socket(
    api: ApiServer, *, subprotocol: str | None = "graphql-transport-ws", **options: Any
) -> AsyncIterator[RawSocket]:
    """A connection that has not introduced itself."""
    subprotocols: Any = [subprotocol] if subprotocol else None
    async with connect(api.ws_url, subprotocols=subprotocols, **options) as connection:
        yield RawSocket(connection)


@asynccontextmanager
async def greeted_socket(api: ApiServer, client: str = "alice") -> AsyncIterator[RawSocket]:
    """A connection whose client is acknowledged."""
    async with open_socket(api) as socket:
        await socket.send(
            {"type": "connection_init", "payload": {"authorization": f"Bearer {api.tokens[client]}"}}
        )
        if (await socket.receive())["type"] != "connection_ack":
            raise RuntimeError("not acknowledged")
        yield socket
