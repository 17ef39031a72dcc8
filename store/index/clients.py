"""Connects to Chroma, in a directory or on a server, and lets go of it again."""

from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import chromadb
import httpx
from chromadb.api.client import Client
from chromadb.config import Settings

from store.index.errors import IndexUnavailable

TIMEOUT = 30.0
"""Seconds; Chroma's own client would wait for ever."""


def local_client(directory: Path) -> Client:
    """Chroma in this process, over the files of a directory."""
    return cast(
        Client, chromadb.PersistentClient(str(directory), settings=Settings(anonymized_telemetry=False))
    )


def server_client(url: str) -> Client:
    """A connection to the Chroma server at `url`. Raises IndexUnavailable if none answers."""
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    try:
        client = chromadb.HttpClient(
            host=parts.hostname or "localhost",
            port=parts.port or (443 if secure else 8000),
            ssl=secure,
            settings=Settings(anonymized_telemetry=False),
        )
    except ValueError as unreachable:
        raise IndexUnavailable(url) from unreachable
    for session in _http_sessions(cast(Client, client)):
        session.timeout = httpx.Timeout(TIMEOUT)
    return cast(Client, client)


def disconnect(client: Client) -> None:
    """Let go of the files or the sockets; Chroma's own `close` leaves its sockets open."""
    sessions = _http_sessions(client)
    client.close()
    for session in sessions:
        session.close()


def _http_sessions(client: Client) -> list[httpx.Client]:
    """The client's connections, its own and those it uses to check tenants; none for a local one."""
    owners = (client, getattr(client, "_admin_client", None))
    found = (getattr(getattr(owner, "_server", None), "_session", None) for owner in owners)
    return [session for session in found if isinstance(session, httpx.Client)]
