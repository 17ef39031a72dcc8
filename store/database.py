"""The one place that opens the database and says what a transaction is.

Reads see one snapshot. Writes on SQLite begin with BEGIN IMMEDIATE, because a transaction that reads
first and upgrades later loses updates or fails; within a process they also queue on a lock, which is
fair where SQLite's own waiting is not. On PostgreSQL, whoever reads in order to write locks the row.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from store.database_url import parse_database_url, sqlite_file
from store.engines import for_reading, for_writing, open_engine
from store.migrations.applying import apply_migrations
from store.sqlite_files import prepare_sqlite_file


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
    if file is not None:
        await asyncio.to_thread(prepare_sqlite_file, file)
    await _migrate(parsed)
    engine = open_engine(parsed)
    try:
        yield Database(
            engine=engine,
            _readers=async_sessionmaker(for_reading(engine), expire_on_commit=False),
            _writers=async_sessionmaker(for_writing(engine), expire_on_commit=False),
            _turnstile=contextlib.nullcontext() if file is None else asyncio.Lock(),
        )
    finally:
        await engine.dispose()


async def _migrate(url: URL) -> None:
    engine = open_engine(url, foreign_keys=False)
    try:
        async with for_writing(engine).begin() as connection:
            await connection.run_sync(apply_migrations)
    finally:
        await engine.dispose()
