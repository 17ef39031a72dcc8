"""What goes back over HTTP: which media type the client takes, and with which status.

GraphQL over HTTP has two answers. `application/graphql-response+json` speaks in status codes;
`application/json` says 200 to every well-formed request, because old clients expect it.
"""

import json
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from api.graphql.engine import Result
from api.graphql.errors import Code, code_of

GRAPHQL_RESPONSE = "application/graphql-response+json"
JSON = "application/json"
EVENT_STREAM = "text/event-stream"

_ANY = {"application/*": (GRAPHQL_RESPONSE, JSON), "*/*": (JSON, GRAPHQL_RESPONSE), "text/*": (EVENT_STREAM,)}
_STATUS = {
    Code.UNAUTHENTICATED: 401,
    Code.METHOD_NOT_ALLOWED: 405,
    Code.NOT_ACCEPTABLE: 406,
    Code.TIMEOUT: 503,
    Code.INTERNAL: 500,
}


@dataclass(frozen=True)
class Accepted:
    """What the client takes: the JSON it prefers, if any, and whether it takes an event stream."""

    json: str | None
    event_stream: bool


def accepted(header: str | None) -> Accepted:
    """The meaning of an Accept header. Without one, or with `*/*`, it is plain JSON."""
    if not header or not header.strip():
        return Accepted(JSON, False)
    best: tuple[float, str] | None = None
    event_stream = False
    for part in header.split(","):
        media_type, quality = _weighed(part)
        if quality <= 0:
            continue
        event_stream = event_stream or media_type == EVENT_STREAM
        for offered in _ANY.get(media_type, (media_type,))[:1]:
            if offered not in (GRAPHQL_RESPONSE, JSON):
                continue
            if best is None or quality > best[0] or (quality == best[0] and offered == GRAPHQL_RESPONSE):
                best = (quality, offered)
    return Accepted(best[1] if best else None, event_stream)


def respond(result: Result, media_type: str) -> Response:
    """The response that carries `result`."""
    response = json_response(result.as_response(), status_of(result, media_type), media_type)
    if response.status_code == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if response.status_code == 405:
        response.headers["Allow"] = "POST"
    return response


def json_response(body: dict[str, Any], status: int, media_type: str = JSON) -> Response:
    """A JSON response in UTF-8, not to be kept by anyone on the way."""
    return Response(
        json.dumps(body, ensure_ascii=False, separators=(",", ":")),
        status_code=status,
        media_type=f"{media_type}; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )


def status_of(result: Result, media_type: str) -> int:
    """200 for what was executed; else the status of the refusal, as far as the media type has them."""
    if result.executed:
        return 200
    for error in result.errors:
        code = code_of(error)
        if code in _STATUS:
            return _STATUS[Code(code)]
    return 400 if media_type == GRAPHQL_RESPONSE else 200


def _weighed(part: str) -> tuple[str, float]:
    media_type, *parameters = [each.strip().lower() for each in part.split(";")]
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return media_type, float(parameter[2:])
            except ValueError:
                return media_type, 0.0
    return media_type, 1.0
