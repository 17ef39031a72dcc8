"""The databases that tests run on: SQLite in a temporary folder, and PostgreSQL databases of their own.

Migrating takes longer than most tests, so it is done once for each kind and copied.
"""

import asyncio
import os
import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from store.database import open_database
from store.opening import Store, open_store

POSTGRES_SERVER = "postgresql://postgres@127.0.0.1:5432"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests begin first, so that no process waits for them at the end."""
    items.sort(key=lambda item: "e2e" not in item.path.parts)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[psycopg.Connection]:
    """A connection to the PostgreSQL server; skips the test where there is none, but never in CI."""
    try:
        connection = psycopg.connect(f"{POSTGRES_SERVER}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as error:
        reason = f"no PostgreSQL at 127.0.0.1:5432: {error}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with connection:
        yield connection


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: psycopg.Connection) -> Iterator[str]:
    """The name of a database with all tables and no rows, to be copied."""
    with _postgres_database(postgres_server, "template1") as name:
        asyncio.run(_migrate(f"{POSTGRES_SERVER}/{name}"))
        yield name


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables and no rows, to be copied."""
    file = tmp_path_factory.mktemp("migrated") / "rolecall.db"
    asyncio.run(_migrate(f"sqlite:///{file}"))
    return file


@pytest.fixture
def postgres_url(postgres_server: psycopg.Connection, migrated_postgres: str) -> Iterator[str]:
    """The URL of a PostgreSQL database without rows, dropped after the test."""
    with _postgres_database(postgres_server, migrated_postgres) as name:
        yield f"{POSTGRES_SERVER}/{name}"


@pytest.fixture
def fresh_postgres_url(postgres_server: psycopg.Connection) -> Iterator[str]:
    """The URL of a PostgreSQL database without tables, dropped after the test."""
    with _postgres_database(postgres_server, "template1") as name:
        yield f"{POSTGRES_SERVER}/{name}"


@pytest.fixture
def sqlite_url(tmp_path: Path, migrated_sqlite: Path) -> str:
    """The URL of a SQLite file without rows."""
    return f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'rolecall.db')}"


@pytest.fixture
def fresh_sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/rolecall.db"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of a database without rows; the test runs on both kinds."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=["sqlite", "postgres"])
def fresh_database_url(request: pytest.FixtureRequest) -> str:
    """The URL of a database without tables; the test runs on both kinds."""
    url: str = request.getfixturevalue(f"fresh_{request.param}_url")
    return url


@pytest.fixture
async def opened_store(database_url: str) -> AsyncIterator[Store]:
    """An open store without rows; the test runs on both kinds of database."""
    async with open_store(database_url) as opened:
        yield opened


async def _migrate(url: str) -> None:
    async with open_database(url):
        pass


@contextmanager
def _postgres_database(server: psycopg.Connection, template: str) -> Iterator[str]:
    name = f"rolecall_test_{uuid.uuid4().hex}"
    server.execute(
        sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
    )
    try:
        yield name
    finally:
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
