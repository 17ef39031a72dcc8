"""GraphQL over HTTP: queries by GET and POST, mutations by POST, any of them as an event stream."""

import asyncio
from collections.abc import AsyncGenerator

from graphql import OperationType
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from api.graphql.context import unauthenticated
from api.graphql.engine import (
    ANY_OPERATION,
    Engine,
    OperationRefused,
    OperationRequest,
    Result,
)
from api.graphql.errors import ApiError, Code
from api.server.bearer import InvalidToken, client_of, token_in_headers
from api.server.events import EventStream
from api.server.limits import ServerLimits
from api.server.requests import RequestRefused, read_operation
from api.server.responses import JSON, Accepted, accepted, json_response, respond
from store.repositories.clients import Client

_BY_GET = frozenset({OperationType.QUERY})
"""A GET must change nothing, and the subscription `turn` sends a message."""


class HttpEndpoint:
    """Answers GET and POST at the GraphQL address."""

    def __init__(self, engine: Engine, limits: ServerLimits, stopping: asyncio.Event) -> None:
        self._engine = engine
        self._limits = limits
        self._stopping = stopping

    async def respond(self, request: Request) -> Response | ASGIApp:
        """The response to one request; never raises for anything a client can send."""
        takes = accepted(request.headers.get("accept"))
        if takes.json is None and not takes.event_stream:
            error = ApiError(
                Code.NOT_ACCEPTABLE,
                "Accept application/graphql-response+json, application/json or text/event-stream.",
            )
            return json_response(_refusal(error), 406)
        try:
            wanted = await read_operation(request, self._limits)
        except RequestRefused as refused:
            return json_response(_refusal(refused.error), refused.status, takes.json or JSON)
        try:
            client = await client_of(token_in_headers(request.headers), self._engine.services.store.clients)
        except InvalidToken:
            return respond(Result(errors=(unauthenticated(),), executed=False), takes.json or JSON)
        return await self._run(wanted, client, takes, by_get=request.method == "GET")

    async def _run(
        self, wanted: OperationRequest, client: Client | None, takes: Accepted, *, by_get: bool
    ) -> Response | ASGIApp:
        try:
            operation = self._engine.prepare(wanted, client, _BY_GET if by_get else ANY_OPERATION)
        except OperationRefused as refused:
            if takes.json is None and not _is_about_access(refused):
                return self._stream(_only(refused.result))
            return respond(refused.result, takes.json or JSON)
        if operation.is_subscription and not takes.event_stream:
            return respond(_needs_event_stream(), takes.json or JSON)
        if takes.json is None or operation.is_subscription:
            return self._stream(self._engine.stream(operation))
        return respond(await self._engine.execute(operation), takes.json)

    def _stream(self, results: AsyncGenerator[Result, None]) -> EventStream:
        return EventStream(results, self._limits.keep_alive_seconds, self._stopping)


async def _only(result: Result) -> AsyncGenerator[Result, None]:
    yield result


def _is_about_access(refused: OperationRefused) -> bool:
    """Whether the HTTP status says it best; all else an event stream reports as an event."""
    return refused.code in (Code.UNAUTHENTICATED, Code.METHOD_NOT_ALLOWED)


def _needs_event_stream() -> Result:
    return Result(
        errors=(
            ApiError(
                Code.NOT_ACCEPTABLE,
                "A subscription needs 'Accept: text/event-stream', or a WebSocket with the subprotocol "
                "graphql-transport-ws.",
            ),
        ),
        executed=False,
    )


def _refusal(error: ApiError) -> dict[str, object]:
    return Result(errors=(error,), executed=False).as_response()
