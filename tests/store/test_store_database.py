"""What the database promises: no lost update, no half-done write, one snapshot a read, strict URLs."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from store.database import Database, open_database
from store.database_url import UnsupportedDatabase, parse_database_url, sqlite_file


async def _counter(database: Database) -> None:
    async with database.write() as session:
        await session.execute(text("CREATE TABLE counter (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)"))
        await session.execute(text("INSERT INTO counter VALUES (1, 0)"))


async def _read(database: Database) -> int:
    async with database.read() as session:
        return int(await session.scalar(text("SELECT value FROM counter")) or 0)


async def _add_one(database: Database) -> None:
    lock = "" if database.dialect == "sqlite" else " FOR UPDATE"
    async with database.write() as session:
        value = await session.scalar(text(f"SELECT value FROM counter WHERE id = 1{lock}")) or 0
        await asyncio.sleep(0)
        await session.execute(text("UPDATE counter SET value = :value"), {"value": value + 1})


async def _set_and_break(database: Database) -> None:
    async with database.write() as session:
        await session.execute(text("UPDATE counter SET value = 5"))
        await session.execute(text("INSERT INTO counter VALUES (1, 0)"))


async def _set_slowly(database: Database) -> None:
    async with database.write() as session:
        await session.execute(text("UPDATE counter SET value = 1000 RETURNING value"))
        await session.execute(text(_SLOW))
        raise RuntimeError("not cancelled")


_SLOW = """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
    SELECT i FROM n, counter WHERE i % 100000 = 0"""


async def _store_secret(database: Database) -> None:
    async with database.write() as session:
        await session.execute(
            text("INSERT INTO tokens VALUES ('tk_1', 'cl_none', :label, 'd', '2030-01-01', NULL)"),
            {"label": "hunter2"},
        )


async def test_200_concurrent_changes_lose_nothing(database_url: str) -> None:
    async with open_database(database_url) as database:
        await _counter(database)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(200):
                tasks.create_task(_add_one(database))
        assert await _read(database) == 200


async def test_two_openings_of_one_database_lose_nothing(database_url: str) -> None:
    async with open_database(database_url) as one, open_database(database_url) as other:
        await _counter(one)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(30):
                tasks.create_task(_add_one(one))
                tasks.create_task(_add_one(other))
        assert await _read(one) == 60


async def test_an_error_rolls_everything_back(database_url: str) -> None:
    async with open_database(database_url) as database:
        await _counter(database)
        with pytest.raises(IntegrityError):
            await _set_and_break(database)
        assert await _read(database) == 0
        await _add_one(database)
        assert await _read(database) == 1


async def test_a_cancelled_write_leaves_the_database_usable(database_url: str) -> None:
    async with open_database(database_url) as database:
        await _counter(database)
        inside = asyncio.Event()

        async def stall() -> None:
            async with database.write() as session:
                await session.execute(text("UPDATE counter SET value = 5"))
                inside.set()
                await asyncio.Event().wait()

        stalled = asyncio.create_task(stall())
        await inside.wait()
        stalled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await stalled
        await _add_one(database)
        assert await _read(database) == 1


async def test_writing_goes_on_though_a_statement_was_cancelled(sqlite_url: str) -> None:
    async with open_database(sqlite_url) as database:
        await _counter(database)
        for pause in (0.0, 0.001, 0.003, 0.01, 0.03) * 4:
            task = asyncio.create_task(_set_slowly(database))
            await asyncio.sleep(pause)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            async with asyncio.timeout(5):  # While `task` and the error it ended with are still there.
                await _add_one(database)
        assert await _read(database) == 20


async def test_a_read_sees_one_moment(database_url: str) -> None:
    async with open_database(database_url) as database:
        await _counter(database)
        async with database.read() as session:
            before = await session.scalar(text("SELECT value FROM counter"))
            await _add_one(database)
            assert await session.scalar(text("SELECT value FROM counter")) == before
        assert await _read(database) == 1


async def test_sqlite_is_set_up_for_several_processes(sqlite_url: str) -> None:
    async with open_database(sqlite_url) as database, database.read() as session:
        assert await session.scalar(text("PRAGMA journal_mode")) == "wal"
        assert await session.scalar(text("PRAGMA foreign_keys")) == 1
        assert int(await session.scalar(text("PRAGMA busy_timeout")) or 0) >= 10_000


async def test_the_folder_of_a_sqlite_file_is_made(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "rolecall.db"
    async with open_database(f"sqlite:///{file}"):
        pass
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT count(*) FROM freelancers").fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("sqlite:////data/rolecall.db", "sqlite+aiosqlite:////data/rolecall.db"),
        ("sqlite+aiosqlite:///rolecall.db", "sqlite+aiosqlite:///rolecall.db"),
        ("postgres://u:p@host/db", "postgresql+psycopg://u:p@host/db"),
        ("postgresql://host/db?sslmode=require", "postgresql+psycopg://host/db?sslmode=require"),
        ("postgresql+psycopg://host/db", "postgresql+psycopg://host/db"),
    ],
)
def test_the_usual_spellings_of_a_url(given: str, meant: str) -> None:
    assert parse_database_url(given).render_as_string(hide_password=False) == meant


@pytest.mark.parametrize(
    "url",
    ["mysql://host/db", "postgresql+asyncpg://host/db", "sqlite://", "sqlite:///:memory:", "rolecall.db", ""],
)
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(UnsupportedDatabase, match=r"SQLite|sqlite:///"):
        parse_database_url(url)


async def test_an_error_does_not_repeat_what_was_stored(database_url: str) -> None:
    async with open_database(database_url) as database:
        with pytest.raises(IntegrityError) as refused:
            await _store_secret(database)
    assert "hunter2" not in str(refused.value)


def test_a_refusal_does_not_repeat_a_password() -> None:
    with pytest.raises(UnsupportedDatabase) as refused:
        parse_database_url("mysql://root:hunter2@host/db")
    assert "hunter2" not in str(refused.value)


def test_the_file_behind_a_url() -> None:
    assert sqlite_file(parse_database_url("sqlite:////data/rolecall.db")) == Path("/data/rolecall.db")
    assert sqlite_file(parse_database_url("postgres://host/db")) is None
