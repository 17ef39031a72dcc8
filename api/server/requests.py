"""From an HTTP request to an operation, by the GraphQL-over-HTTP specification."""

import asyncio
import json
import re
from collections.abc import Mapping
from typing import Any

from starlette.requests import ClientDisconnect, Request

from api.graphql.engine import OperationRequest
from api.graphql.errors import ApiError, Code
from api.server.limits import ServerLimits

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_HIDDEN_NUL = re.compile(r"\\u(0000|\{0+\})")
"""A NUL written as an escape in the document itself: GraphQL's own strings allow it."""


class RequestRefused(Exception):
    """The request is not one for an operation; nothing was parsed as GraphQL."""

    def __init__(self, status: int, error: ApiError) -> None:
        super().__init__(error.message)
        self.status = status
        self.error = error


async def read_operation(request: Request, limits: ServerLimits) -> OperationRequest:
    """The operation of a GET's parameters or a POST's JSON body. Raises RequestRefused."""
    if request.method == "GET":
        return operation_in(_decoded_parameters(request.query_params))
    _check_content_type(request.headers.get("content-type"))
    return operation_in(_json(await _body(request, limits)))


def operation_in(parameters: object) -> OperationRequest:
    """The operation in decoded parameters, wherever they came from. Raises RequestRefused."""
    if not isinstance(parameters, Mapping):
        raise _bad("The request must be one JSON object with a 'query'. Batches are not supported.")
    query = parameters.get("query")
    if not isinstance(query, str) or not query.strip():
        raise _bad("'query' must be a string with a GraphQL document.")
    name = parameters.get("operationName")
    if not isinstance(name, str | None):
        raise _bad("'operationName' must be a string or null.")
    for key in ("variables", "extensions"):
        if not isinstance(parameters.get(key), dict | None):
            raise _bad(f"'{key}' must be an object or null.")
    if _HIDDEN_NUL.search(query) or _is_unstorable([query, name, parameters.get("variables")]):
        raise _bad("Text must not contain NUL characters or lone surrogates.")
    return OperationRequest(query, parameters.get("variables"), name or None)


def _is_unstorable(value: object) -> bool:
    """Whether there is text in `value` that no database keeps and no UTF-8 response can carry."""
    match value:
        case str():
            return _UNSTORABLE.search(value) is not None
        case dict():
            return any(_is_unstorable(key) or _is_unstorable(each) for key, each in value.items())
        case list():
            return any(_is_unstorable(each) for each in value)
        case _:
            return False


def _decoded_parameters(given: Mapping[str, str]) -> dict[str, Any]:
    decoded: dict[str, Any] = dict(given)
    for key in ("variables", "extensions"):
        if decoded.get(key):
            decoded[key] = _json(decoded[key].encode())
        else:
            decoded.pop(key, None)
    return decoded


def _check_content_type(header: str | None) -> None:
    media_type, *parameters = [part.strip().lower() for part in (header or "").split(";")]
    charsets = [
        part.removeprefix("charset=").strip('"') for part in parameters if part.startswith("charset=")
    ]
    if media_type != "application/json" or any(each not in ("utf-8", "utf8") for each in charsets):
        raise RequestRefused(
            415, ApiError(Code.BAD_REQUEST, "Send 'Content-Type: application/json', encoded in UTF-8.")
        )


async def _body(request: Request, limits: ServerLimits) -> bytes:
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limits.body:
        raise _too_large(limits)
    body = bytearray()
    try:
        async with asyncio.timeout(limits.body_seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > limits.body:
                    raise _too_large(limits)
    except TimeoutError:
        raise RequestRefused(
            408, ApiError(Code.TIMEOUT, f"The body did not arrive within {limits.body_seconds:g} seconds.")
        ) from None
    except ClientDisconnect:
        raise _bad("The request was cut off.") from None
    return bytes(body)


def _json(text: bytes) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise _bad("This is not valid JSON.") from None


def _bad(message: str) -> RequestRefused:
    return RequestRefused(400, ApiError(Code.BAD_REQUEST, message))


def _too_large(limits: ServerLimits) -> RequestRefused:
    return RequestRefused(
        413,
        ApiError(Code.BODY_TOO_LARGE, f"The body is larger than {limits.body} bytes.", limit=limits.body),
    )
