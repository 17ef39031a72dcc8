"""GraphQL over WebSocket by the graphql-transport-ws protocol.

Nothing one operation does may end another: a message that cannot be read, a syntax error or an unknown
operation is answered, and the socket goes on. It closes only where the protocol demands it.
"""

import asyncio
import json
import logging
import secrets
from contextlib import aclosing, suppress
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from api.graphql.context import unauthenticated
from api.graphql.engine import Engine, OperationRefused, OperationRequest, Result
from api.graphql.errors import ApiError, Code
from api.server.bearer import InvalidToken, client_of, token_in_headers, token_in_payload
from api.server.limits import ServerLimits
from api.server.messages import Complete, Fault, Init, Ping, Pong, Subscribe, read_message
from store.repositories.clients import Client

SUBPROTOCOL = "graphql-transport-ws"
_log = logging.getLogger("rolecall.api")


class Close(Exception):
    """The socket has to be closed, by the protocol's code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Socket:
    """One connection: its client, and the operations under way on it."""

    def __init__(self, websocket: WebSocket, engine: Engine, limits: ServerLimits) -> None:
        self._websocket = websocket
        self._engine = engine
        self._limits = limits
        self._operations: dict[str, asyncio.Task[None]] = {}
        self._sending = asyncio.Lock()
        self._token: str | None = None
        self._acknowledged = asyncio.Event()
        self._faults = 0

    async def run(self) -> None:
        """Serve the connection until either side closes it."""
        if SUBPROTOCOL not in self._websocket.scope["subprotocols"]:
            await self._websocket.accept()
            await self._websocket.close(4406, f"Subprotocol not acceptable: use {SUBPROTOCOL}")
            return
        await self._websocket.accept(SUBPROTOCOL)
        reader = asyncio.create_task(self._read())
        watch = asyncio.create_task(self._watch())
        try:
            await asyncio.wait({reader, watch}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            running = [reader, watch, *self._operations.values()]
            for task in running:
                task.cancel()
            outcomes = await asyncio.gather(*running, return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, Close):
                with suppress(RuntimeError, WebSocketDisconnect):
                    await self._websocket.close(outcome.code, outcome.reason)
                return

    async def _watch(self) -> None:
        """Close a socket that never introduces itself, or whose token is withdrawn."""
        try:
            async with asyncio.timeout(self._limits.init_seconds):
                await self._acknowledged.wait()
        except TimeoutError:
            raise Close(4408, "Connection initialisation timeout") from None
        while True:
            await asyncio.sleep(self._limits.recheck_seconds)
            await self._client()

    async def _read(self) -> None:
        while True:
            frame = await self._websocket.receive()
            if frame["type"] == "websocket.disconnect":
                return
            text = frame.get("text")
            await self._take(text if isinstance(text, str) else "")

    async def _take(self, text: str) -> None:
        match read_message(text):
            case Init(payload):
                await self._begin(payload)
            case Ping():
                await self._send({"type": "pong"})
            case Pong():
                return
            case Subscribe(id=operation_id, request=request):
                await self._subscribe(operation_id, request)
            case Complete(id=operation_id):
                task = self._operations.pop(operation_id, None)
                if task is not None:
                    task.cancel()
            case Fault(reason=reason, id=operation_id):
                await self._complain(reason, operation_id)

    async def _begin(self, payload: dict[str, Any]) -> None:
        if self._acknowledged.is_set():
            raise Close(4429, "Too many initialisation requests")
        self._token = token_in_payload(payload) or token_in_headers(self._websocket.headers)
        await self._client()
        await self._send({"type": "connection_ack"})
        self._acknowledged.set()

    async def _client(self) -> Client:
        """The client, asked for anew each time: a token may have been withdrawn meanwhile."""
        try:
            client = await client_of(self._token, self._engine.services.store.clients)
        except InvalidToken:
            client = None
        if client is None:
            raise Close(4403, "Forbidden: connection_init needs a valid token")
        return client

    async def _subscribe(self, operation_id: str, request: OperationRequest) -> None:
        if not self._acknowledged.is_set():
            raise Close(4401, "Unauthorized: send connection_init first")
        if operation_id in self._operations:
            raise Close(4409, "Subscriber for this id already exists")
        if len(self._operations) >= self._limits.socket_operations:
            error = ApiError(
                Code.TOO_MANY_OPERATIONS,
                f"At most {self._limits.socket_operations} operations may run on one socket.",
                limit=self._limits.socket_operations,
            )
            await self._send_errors(operation_id, Result(errors=(error,)))
            return
        task = asyncio.create_task(self._run_operation(operation_id, request))
        self._operations[operation_id] = task

    async def _run_operation(self, operation_id: str, request: OperationRequest) -> None:
        me = asyncio.current_task()
        try:
            client = await client_of(self._token, self._engine.services.store.clients)
            operation = self._engine.prepare(request, client)
            async with aclosing(self._engine.stream(operation)) as results:
                async for result in results:
                    if not result.executed:
                        raise OperationRefused(*result.errors)
                    await self._send({"id": operation_id, "type": "next", "payload": result.as_response()})
        except InvalidToken:
            await self._end(operation_id, me, Result(errors=(unauthenticated(),)))
        except OperationRefused as refused:
            await self._end(operation_id, me, refused.result)
        except WebSocketDisconnect:
            self._forget(operation_id, me)
        except Exception:
            await self._end(operation_id, me, _unexpected())
        else:
            await self._end(operation_id, me, None)

    async def _end(self, operation_id: str, me: asyncio.Task[None] | None, failed: Result | None) -> None:
        """Say the operation's last word, its id free again by then, unless the client has stopped it."""
        if self._forget(operation_id, me):
            with suppress(WebSocketDisconnect, RuntimeError):
                if failed is None:
                    await self._send({"id": operation_id, "type": "complete"})
                else:
                    await self._send_errors(operation_id, failed)

    def _forget(self, operation_id: str, me: asyncio.Task[None] | None) -> bool:
        if self._operations.get(operation_id) is not me:
            return False
        del self._operations[operation_id]
        return True

    async def _complain(self, reason: str, operation_id: str | None) -> None:
        """Answer a message that cannot be read: its operation if it has one, else a pong that says why."""
        self._faults += 1
        if self._faults > self._limits.socket_faults:
            raise Close(4400, "Too many messages that cannot be read")
        error = ApiError(Code.BAD_REQUEST, reason)
        if operation_id is not None and operation_id not in self._operations:
            await self._send_errors(operation_id, Result(errors=(error,)))
        else:
            await self._send({"type": "pong", "payload": {"errors": [error.formatted]}})

    async def _send_errors(self, operation_id: str, result: Result) -> None:
        payload = [error.formatted for error in result.errors]
        await self._send({"id": operation_id, "type": "error", "payload": payload})

    async def _send(self, message: dict[str, Any]) -> None:
        text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
        async with self._sending:
            await self._websocket.send_text(text)


def _unexpected() -> Result:
    error_id = secrets.token_hex(6)
    _log.exception("Unexpected error %s on a WebSocket", error_id)
    return Result(
        errors=(
            ApiError(
                Code.INTERNAL,
                f"Something went wrong on our side. It is logged under the id {error_id}.",
                errorId=error_id,
            ),
        )
    )
