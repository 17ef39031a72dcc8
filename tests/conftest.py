"""The databases that tests run on: SQLite in a temporary folder, and a PostgreSQL database of their own."""

import os
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from store.opening import Store, open_store

POSTGRES_SERVER = "postgresql://postgres@127.0.0.1:5432"


def _without_postgres(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[psycopg.Connection]:
    """A connection to the PostgreSQL server; skips the test where there is none, but never in CI."""
    try:
        connection = psycopg.connect(f"{POSTGRES_SERVER}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as error:
        _without_postgres(f"no PostgreSQL at 127.0.0.1:5432: {error}")
    with connection:
        yield connection


@pytest.fixture
def postgres_url(postgres_server: psycopg.Connection) -> Iterator[str]:
    """The URL of an empty PostgreSQL database, dropped after the test."""
    name = f"rolecall_test_{uuid.uuid4().hex}"
    postgres_server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield f"{POSTGRES_SERVER}/{name}"
    finally:
        postgres_server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/rolecall.db"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database; the test runs on both kinds."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def opened_store(database_url: str) -> AsyncIterator[Store]:
    """An open, empty store; the test runs on both kinds of database."""
    async with open_store(database_url) as opened:
        yield opened
