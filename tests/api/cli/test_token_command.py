import asyncio
from pathlib import Path

import pytest

from store.opening import open_store
from tests_support.command import rolecall_here


def client_name(data_dir: Path, secret: str) -> str | None:
    async def look() -> str | None:
        async with open_store(f"sqlite:///{data_dir / 'rolecall.db'}") as store:
            client = await store.clients.authenticate(secret)
            return client.name if client else None

    return asyncio.run(look())


def test_a_token_is_made_listed_and_revoked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = rolecall_here(monkeypatch, tmp_path, "token", "create", "Acme", "--label", "website")
    assert made.code == 0
    secret = made.out.strip()
    assert secret.startswith("rc_")
    assert client_name(tmp_path, secret) == "Acme"
    rolecall_here(monkeypatch, tmp_path, "token", "create", "Acme")
    listed = rolecall_here(monkeypatch, tmp_path, "token", "list")
    assert secret not in listed.out
    assert listed.out.count("Acme") == 1
    line = next(line for line in listed.out.splitlines() if "website" in line)
    revoked = rolecall_here(monkeypatch, tmp_path, "token", "revoke", line.split()[0])
    assert revoked.code == 0
    assert client_name(tmp_path, secret) is None
    assert rolecall_here(monkeypatch, tmp_path, "token", "list").out.count("revoked") == 1
