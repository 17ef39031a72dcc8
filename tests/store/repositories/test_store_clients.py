"""Only a good token lets anyone in, and its secret is kept nowhere."""

import pytest
from sqlalchemy import select

from store.opening import Store
from store.repositories.clients import Client, UnknownClient
from store.tables import TokenRow


async def test_clients_are_listed_in_the_order_they_came(opened_store: Store) -> None:
    made = [await opened_store.clients.create(name) for name in ("Acme", "Zoë & Co", "Acme")]
    assert list(await opened_store.clients.list()) == made
    assert await opened_store.clients.get(made[1].id) == made[1]
    assert await opened_store.clients.get("cl_none") is None


async def test_a_token_lets_its_client_in(opened_store: Store, client: Client, stranger: Client) -> None:
    secret, info = await opened_store.clients.create_token(client.id, "laptop")
    other, _ = await opened_store.clients.create_token(stranger.id, "laptop")
    assert secret.startswith("rc_")
    assert len(secret) >= 40
    assert await opened_store.clients.authenticate(secret) == client
    assert await opened_store.clients.authenticate(other) == stranger
    assert await opened_store.clients.tokens(client.id) == [info]


@pytest.mark.parametrize("wrong", ["", "rc_", "rc_\x00", "rc_\ud800", "' OR 1=1 --", "x" * 10_000])
async def test_anything_else_does_not(opened_store: Store, client: Client, wrong: str) -> None:
    secret, info = await opened_store.clients.create_token(client.id, "laptop")
    for attempt in (wrong, secret + wrong if wrong else secret[:-1], secret.upper(), info.id):
        assert await opened_store.clients.authenticate(attempt) is None


async def test_a_revoked_token_is_over(opened_store: Store, client: Client) -> None:
    secret, info = await opened_store.clients.create_token(client.id, "laptop")
    kept, _ = await opened_store.clients.create_token(client.id, "server")
    assert await opened_store.clients.revoke(info.id)
    assert not await opened_store.clients.revoke(info.id)
    assert not await opened_store.clients.revoke("tk_none")
    assert await opened_store.clients.authenticate(secret) is None
    assert await opened_store.clients.authenticate(kept) == client
    assert [token.revoked is None for token in await opened_store.clients.tokens(client.id)] == [False, True]


async def test_the_secret_is_not_stored(opened_store: Store, client: Client) -> None:
    secret, _ = await opened_store.clients.create_token(client.id, "laptop")
    async with opened_store.database.read() as session:
        row = await session.scalar(select(TokenRow))
    assert row is not None
    stored = [getattr(row, column.name) for column in TokenRow.__table__.columns]
    assert not any(secret[3:] in str(value) for value in stored)


async def test_a_token_needs_a_client(opened_store: Store) -> None:
    with pytest.raises(UnknownClient, match="cl_none"):
        await opened_store.clients.create_token("cl_none", "laptop")
