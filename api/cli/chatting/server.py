"""A GraphQL client for one server: each operation over a WebSocket of its own (graphql-transport-ws)."""

import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI
from websockets.typing import Subprotocol

from api.cli.chatting.scenes import Refused
from api.cli.problems import CommandError

_PROTOCOL = Subprotocol("graphql-transport-ws")
_FORBIDDEN = 4403


class Server:
    """A server's API. Each operation has a socket of its own."""

    def __init__(self, url: str, token: str) -> None:
        """`url` as a person gives it: http://127.0.0.1:8000, with or without /graphql."""
        self._url = _socket_url(url)
        self._token = token

    async def answer(self, name: str, variables: dict[str, Any]) -> dict[str, Any]:
        """The one result of a query or mutation. Raises as `operation` does."""
        async with aclosing(self.operation(name, variables)) as results:
            async for result in results:
                return result
        raise CommandError("the server gave no answer")

    async def operation(self, name: str, variables: dict[str, Any]) -> AsyncGenerator[dict[str, Any], None]:
        """The results of the operation of that name in operations.graphql.

        Raises Refused for an error the server states, CommandError if it cannot be talked to.
        """
        try:
            async with connect(self._url, subprotocols=[_PROTOCOL], max_size=2**24) as socket:
                await _send(socket, {"type": "connection_init", "payload": {"authorization": self._token}})
                await self._acknowledged(socket)
                payload = {"query": _operations(), "operationName": name, "variables": variables}
                await _send(socket, {"id": "1", "type": "subscribe", "payload": payload})
                async for message in socket:
                    answer = json.loads(message)
                    match answer["type"]:
                        case "next":
                            yield _data(answer["payload"])
                        case "error":
                            raise Refused(_first_message(answer["payload"]))
                        case "complete":
                            return
                        case "ping":
                            await _send(socket, {"type": "pong"})
        except (OSError, InvalidHandshake, InvalidURI) as error:
            raise CommandError(f"no Rolecall server answers at {self._url}: {error}") from error

    async def _acknowledged(self, socket: ClientConnection) -> None:
        try:
            while json.loads(await socket.recv())["type"] != "connection_ack":
                pass
        except ConnectionClosed as closed:
            if closed.rcvd is not None and closed.rcvd.code == _FORBIDDEN:
                raise CommandError("the server does not know this token; see `rolecall token`") from closed
            raise


def _socket_url(url: str) -> str:
    parts = urlsplit(url if "//" in url else f"http://{url}")
    scheme = {"http": "ws", "https": "wss", "ws": "ws", "wss": "wss"}.get(parts.scheme)
    if scheme is None or not parts.netloc:
        raise CommandError(f"{url} is not a server's address, such as http://127.0.0.1:8000")
    path = parts.path if parts.path not in ("", "/") else "/graphql"
    return f"{scheme}://{parts.netloc}{path}"


def _operations() -> str:
    return resources.files(__package__).joinpath("operations.graphql").read_text(encoding="utf-8")


def _data(payload: dict[str, Any]) -> dict[str, Any]:
    if payload.get("errors"):
        raise Refused(_first_message(payload["errors"]))
    data: dict[str, Any] = payload["data"]
    return data


def _first_message(errors: list[dict[str, Any]]) -> str:
    return str(errors[0].get("message", "the server refused")) if errors else "the server refused"


async def _send(socket: ClientConnection, message: dict[str, Any]) -> None:
    await socket.send(json.dumps(message))
