"""Who is asking: a bearer token in a header, or in the first message of a WebSocket."""

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers

from store.repositories.clients import Client, ClientRepository

_PAYLOAD_KEYS = ("authorization", "Authorization", "token")
_LONGEST = 200


class InvalidToken(Exception):
    """A token came, but it is not one of ours, or no longer."""


def token_in_headers(headers: Headers) -> str | None:
    """The token of `Authorization: Bearer …`; None without the header."""
    return _bare(headers.get("authorization"))


def token_in_payload(payload: Mapping[str, Any]) -> str | None:
    """The token of a connection_init payload: under `authorization`, `Authorization` or `token`, with or
    without the word Bearer; also one level down under `headers`, where some clients put it."""
    for key in _PAYLOAD_KEYS:
        value = payload.get(key)
        if isinstance(value, str):
            return _bare(value)
    inner = payload.get("headers")
    return token_in_payload(inner) if isinstance(inner, dict) and "headers" not in inner else None


async def client_of(token: str | None, clients: ClientRepository) -> Client | None:
    """The client `token` belongs to; None without a token. Raises InvalidToken for any other one."""
    if not token:
        return None
    client = await clients.authenticate(token) if len(token) <= _LONGEST else None
    if client is None:
        raise InvalidToken
    return client


def _bare(value: str | None) -> str | None:
    """The token itself; an empty header, as GraphiQL sends before one is entered, counts as none."""
    if value is None:
        return None
    scheme, _, rest = value.strip().partition(" ")
    if scheme.lower() == "bearer":
        return rest.strip() or None
    return value.strip() or None
