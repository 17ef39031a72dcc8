"""Messages of graphql-transport-ws, read from text that may be anything.

A message that is none of the protocol's is a Fault: it is answered, and the socket's operations go on.
"""

import json
from dataclasses import dataclass
from typing import Any

from api.graphql.engine import OperationRequest
from api.server.requests import RequestRefused, operation_in


@dataclass(frozen=True)
class Init:
    """connection_init, with what it carries."""

    payload: dict[str, Any]


@dataclass(frozen=True)
class Ping:
    """Either side may ask whether the other is there."""


@dataclass(frozen=True)
class Pong:
    """The answer to a ping, or an unasked sign of life."""


@dataclass(frozen=True)
class Subscribe:
    """Begin an operation under an id that is the client's choice."""

    id: str
    request: OperationRequest


@dataclass(frozen=True)
class Complete:
    """Stop an operation."""

    id: str


@dataclass(frozen=True)
class Fault:
    """What is wrong with a message. `id` is set where it was meant to begin an operation."""

    reason: str
    id: str | None = None


Message = Init | Ping | Pong | Subscribe | Complete | Fault


def read_message(text: str) -> Message:
    """The message in one text frame. Never raises."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return Fault("The message is not valid JSON.")
    if not isinstance(message, dict):
        return Fault("A message must be a JSON object with a 'type'.")
    match message.get("type"):
        case "connection_init":
            return _init(message.get("payload"))
        case "ping":
            return Ping()
        case "pong":
            return Pong()
        case "subscribe":
            return _subscribe(message)
        case "complete":
            return _complete(message.get("id"))
        case _:
            return Fault("The message has no type that a client can send.")


def _init(payload: object) -> Init | Fault:
    if payload is None:
        return Init({})
    return Init(payload) if isinstance(payload, dict) else Fault("The payload must be an object.")


def _subscribe(message: dict[str, Any]) -> Subscribe | Fault:
    given = message.get("id")
    if not isinstance(given, str) or not _is_id(given):
        return Fault("'subscribe' needs an 'id' of 1 to 200 characters.")
    try:
        return Subscribe(given, operation_in(message.get("payload")))
    except RequestRefused as refused:
        return Fault(refused.error.message, given)


def _complete(given: object) -> Complete | Fault:
    if isinstance(given, str) and _is_id(given):
        return Complete(given)
    return Fault("'complete' needs the 'id' of an operation.")


def _is_id(value: str) -> bool:
    return 1 <= len(value) <= 200
