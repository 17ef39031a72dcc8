"""Where the graph's pauses are kept: LangGraph's saver on the product's own database."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from enum import Enum
from pathlib import Path
from typing import Any

import aiosqlite
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from psycopg import AsyncConnection
from psycopg.rows import DictRow, dict_row
from psycopg_pool import AsyncConnectionPool

from agent.graph import state
from agent.understanding import reading
from store.database_url import parse_database_url, sqlite_file
from store.nouns import brief, conversation, handoff
from store.nouns.base import Noun

_BUSY_MS = 10_000
_SETUP_LOCK = 0x726F6C65
"""Key of the PostgreSQL advisory lock under which one process at a time creates the saver's tables."""


def checkpointed() -> Iterator[tuple[str, str]]:
    """Module and name of every class a checkpoint may hold: the nouns and enums a turn's state is made of."""
    for module in (state, reading, brief, conversation, handoff):
        for name, found in vars(module).items():
            is_ours = isinstance(found, type) and found.__module__ == module.__name__
            if is_ours and issubclass(found, (Noun, Enum)):
                yield module.__name__, name


@asynccontextmanager
async def open_saver(database_url: str) -> AsyncIterator[BaseCheckpointSaver[Any]]:
    """The checkpoint saver on SQLite or PostgreSQL, its tables created.

    Open one per process: the SQLite saver serialises its writes within itself only.
    """
    serializer = _serializer()
    url = parse_database_url(database_url)
    file = sqlite_file(url)
    if file is not None:
        async with _on_sqlite(file, serializer) as sqlite_saver:
            yield sqlite_saver
    else:
        conninfo = url.set(drivername="postgresql").render_as_string(hide_password=False)
        async with _on_postgres(conninfo, serializer) as postgres_saver:
            yield postgres_saver


def saver_in_memory() -> BaseCheckpointSaver[Any]:
    """A saver for conversations that nobody goes on with later."""
    return InMemorySaver(serde=_serializer())


def _serializer() -> JsonPlusSerializer:
    return JsonPlusSerializer(allowed_msgpack_modules=list(checkpointed()))


@asynccontextmanager
async def _on_sqlite(file: Path, serializer: JsonPlusSerializer) -> AsyncIterator[AsyncSqliteSaver]:
    # Each statement commits by itself: a turn cancelled before its commit would lock everyone out.
    async with aiosqlite.connect(file, timeout=_BUSY_MS / 1000, isolation_level=None) as connection:
        await connection.execute("PRAGMA synchronous = NORMAL")
        saver = AsyncSqliteSaver(connection, serde=serializer)
        await saver.setup()
        yield saver


@asynccontextmanager
async def _on_postgres(conninfo: str, serializer: JsonPlusSerializer) -> AsyncIterator[AsyncPostgresSaver]:
    settings = {"autocommit": True, "prepare_threshold": 0, "row_factory": dict_row}
    pool: AsyncConnectionPool[AsyncConnection[DictRow]] = AsyncConnectionPool(
        conninfo, min_size=1, max_size=8, open=False, kwargs=settings
    )
    async with pool:
        saver = AsyncPostgresSaver(pool, serde=serializer)
        async with pool.connection() as connection:
            await connection.execute("SELECT pg_advisory_lock(%s)", (_SETUP_LOCK,))
            try:
                await saver.setup()
            finally:
                await connection.execute("SELECT pg_advisory_unlock(%s)", (_SETUP_LOCK,))
        yield saver
