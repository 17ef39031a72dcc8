import stat
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from api.cli.announcing import Marketplace, announcement
from api.cli.development_token import development_token, kept_token, withdraw_development_token
from store.opening import Store, open_store


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path / 'rolecall.db'}") as opened:
        yield opened


async def test_it_stays_the_same_and_is_its_owners_alone(store: Store, tmp_path: Path) -> None:
    token = await development_token(store, tmp_path)
    assert await development_token(store, tmp_path) == token
    assert kept_token(tmp_path) == token
    assert stat.S_IMODE((tmp_path / "development-token").stat().st_mode) == 0o600


async def test_it_is_withdrawn_and_other_tokens_stay(store: Store, tmp_path: Path) -> None:
    token = await development_token(store, tmp_path)
    client = await store.clients.authenticate(token)
    assert client is not None
    other, _ = await store.clients.create_token(client.id, "mine")
    await withdraw_development_token(store, tmp_path)
    assert await store.clients.authenticate(token) is None
    assert await store.clients.authenticate(other) is not None
    assert kept_token(tmp_path) is None
    assert await development_token(store, tmp_path) != token


async def test_a_spoilt_file_gives_a_new_token(store: Store, tmp_path: Path) -> None:
    (tmp_path / "development-token").write_bytes(b"\xff\xfe")
    token = await development_token(store, tmp_path)
    assert await store.clients.authenticate(token) is not None


def test_the_token_is_announced_in_demo_mode_alone() -> None:
    demo = "\n".join(announcement("http://127.0.0.1:8000", Marketplace(1000, 1), "rc_secret"))
    assert "http://127.0.0.1:8000/graphql#token=rc_secret" in demo
    assert "curl" in demo
    plain = "\n".join(announcement("http://0.0.0.0:8000", Marketplace(0, 0), None))
    assert "rc_" not in plain
    assert "rolecall import FILE" in plain
    assert "rolecall token create" in plain
