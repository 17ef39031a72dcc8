"""The one place that opens the database and says what a transaction is.

Reads see one snapshot. Writes on SQLite begin with BEGIN IMMEDIATE, because a transaction that reads
first and upgrades later loses updates or fails; within a process they also queue on a lock, which is
fair where SQLite's own waiting is not. On PostgreSQL, whoever reads in order to write locks the row.
Errors never repeat what was being stored, because they are logged.
"""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from store.database_url import parse_database_url, sqlite_file
from store.migrations.applying import apply_migrations
from store.sqlite_files import prepare_sqlite_file

_BUSY_TIMEOUT_MS = 30_000
_IMMEDIATE = "rolecall_immediate"

_SQLITE_PRAGMAS = (
    f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
)


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. Sessions are short: never hold one across a model call or a subscription."""

    engine: AsyncEngine
    _readers: async_sessionmaker[AsyncSession]
    _writers: async_sessionmaker[AsyncSession]
    _turnstile: contextlib.AbstractAsyncContextManager[Any] = field(repr=False)

    @property
    def dialect(self) -> str:
        """'sqlite' or 'postgresql'."""
        return self.engine.dialect.name

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncGenerator[AsyncSession]:
        """A session that reads and never commits."""
        async with self._readers() as session:
            yield session

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncGenerator[AsyncSession]:
        """A write transaction: committed at the end, rolled back on any error. Do not nest."""
        async with self._turnstile, self._writers() as session, session.begin():
            yield session


@contextlib.asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """Open the database at `url`, bring its tables up to date, and close it at the end.

    Raises UnsupportedDatabase for a URL we cannot use and DatabaseTooNew for a database that a newer
    version of Rolecall has written.
    """
    parsed = parse_database_url(url)
    file = sqlite_file(parsed)
    if file is None:
        engine = create_async_engine(
            parsed,
            pool_size=10,
            max_overflow=10,
            pool_pre_ping=True,
            json_serializer=_to_json,
            hide_parameters=True,
        )
    else:
        await asyncio.to_thread(prepare_sqlite_file, file)
        engine = _sqlite_engine(parsed)
    try:
        writing = engine.execution_options(**{_IMMEDIATE: True})
        async with writing.connect() as connection:
            await connection.run_sync(apply_migrations)
            await connection.commit()
        yield Database(
            engine=engine,
            _readers=async_sessionmaker(_reading(engine), expire_on_commit=False),
            _writers=async_sessionmaker(writing, expire_on_commit=False),
            _turnstile=contextlib.nullcontext() if file is None else asyncio.Lock(),
        )
    finally:
        await engine.dispose()


def _reading(engine: AsyncEngine) -> AsyncEngine:
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


_to_json = partial(json.dumps, separators=(",", ":"), allow_nan=False)


def _sqlite_engine(url: URL) -> AsyncEngine:
    engine = create_async_engine(
        url, pool_size=8, max_overflow=0, json_serializer=_to_json, hide_parameters=True
    )
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _SQLITE_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(_IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
