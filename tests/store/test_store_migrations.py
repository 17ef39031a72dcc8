"""Migrations build exactly the tables the code expects, once, whoever else is starting."""

import asyncio
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from store.database import open_database
from store.migrations.applying import DatabaseTooNew
from store.opening import open_store
from store.tables import Base

_OPEN = """
import asyncio, sys
from store.opening import open_store

async def main():
    async with open_store(sys.argv[1]) as store:
        await store.clients.create("client")

asyncio.run(main())
"""


async def test_migrations_build_the_tables_of_the_code(fresh_database_url: str) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        return list(compare_metadata(context, Base.metadata))

    async with open_database(fresh_database_url) as database, database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_opening_again_keeps_what_is_there(fresh_database_url: str) -> None:
    async with open_store(fresh_database_url) as store:
        client = await store.clients.create("Acme")
    async with open_store(fresh_database_url) as store:
        assert await store.clients.get(client.id) == client


async def test_several_processes_may_start_at_once(fresh_database_url: str) -> None:
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", _OPEN, fresh_database_url, cwd=Path(__file__).parents[2]
        )
        for _ in range(4)
    ]
    assert [await process.wait() for process in processes] == [0, 0, 0, 0]
    async with open_store(fresh_database_url) as store:
        assert len(await store.clients.list()) == 4


async def test_a_newer_database_is_refused_with_advice(fresh_database_url: str) -> None:
    async with open_database(fresh_database_url) as database, database.write() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseTooNew, match=r"'9999'.*Upgrade Rolecall"):
        async with open_database(fresh_database_url):
            pass
