"""The development token: made for demo mode on loopback, and taken away as soon as a server runs otherwise.

Its secret lies in the data folder, readable by its owner alone, so that it is the same after a restart and
`rolecall chat --url` finds it.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.opening import Store
    from store.repositories.clients import Client

CLIENT = "Development"
_LABEL = "development token of demo mode"
_FILE = "development-token"


async def development_token(store: Store, data_dir: Path) -> str:
    """The token of this data folder, made if there is none that is good."""
    kept = kept_token(data_dir)
    if kept is not None and await store.clients.authenticate(kept) is not None:
        return kept
    client = await _client(store) or await store.clients.create(CLIENT)
    secret, _ = await store.clients.create_token(client.id, _LABEL)
    _keep(data_dir, secret)
    return secret


async def withdraw_development_token(store: Store, data_dir: Path) -> None:
    """Make sure that no development token is good any more."""
    with contextlib.suppress(FileNotFoundError):
        (data_dir / _FILE).unlink()
    client = await _client(store)
    for token in await store.clients.tokens(client.id) if client else ():
        if token.label == _LABEL and token.revoked is None:
            await store.clients.revoke(token.id)


def kept_token(data_dir: Path) -> str | None:
    """The token kept in the data folder, whether or not it is still good."""
    try:
        return (data_dir / _FILE).read_text(encoding="ascii").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def _keep(data_dir: Path, secret: str) -> None:
    data_dir.mkdir(parents=True, exist_ok=True)
    path = data_dir / _FILE
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secret + "\n")


async def _client(store: Store) -> Client | None:
    return next((each for each in await store.clients.list() if each.name == CLIENT), None)
