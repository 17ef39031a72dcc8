"""Engines for the two databases, set up so that both keep the same promises.

SQLite waits for locks, enforces foreign keys and begins transactions where we say so. PostgreSQL reads
in snapshots. Errors leave out the values of a statement, because errors are logged.
"""

import asyncio
from json import JSONEncoder

from sqlalchemy import URL, Connection, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

_BUSY_TIMEOUT_MS = 30_000
_IMMEDIATE = "rolecall_immediate"

_to_json = JSONEncoder(separators=(",", ":"), allow_nan=False).encode


def open_engine(url: URL, *, foreign_keys: bool = True) -> AsyncEngine:
    """An engine for a URL of `parse_database_url`; the caller disposes of it.

    Without `foreign_keys`, SQLite does not enforce them, as rebuilding a table requires.
    """
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url, foreign_keys)
    return create_async_engine(
        url, pool_size=10, max_overflow=10, pool_pre_ping=True, json_serializer=_to_json, hide_parameters=True
    )


def for_reading(engine: AsyncEngine) -> AsyncEngine:
    """The engine, with transactions that see one snapshot and write nothing."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def for_writing(engine: AsyncEngine) -> AsyncEngine:
    """The engine, with transactions that write.

    On SQLite each has the only write lock from its start. On PostgreSQL each statement sees what others
    committed before it, whatever the server's default: after waiting for a row, it works on the latest.
    """
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_IMMEDIATE: True})
    return engine.execution_options(isolation_level="READ COMMITTED")


def _sqlite_engine(url: URL, foreign_keys: bool) -> AsyncEngine:
    engine = create_async_engine(
        url, pool_size=8, max_overflow=0, json_serializer=_to_json, hide_parameters=True
    )

    def set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute(f"PRAGMA foreign_keys = {foreign_keys:d}")
        cursor.close()

    event.listen(engine.sync_engine, "connect", set_up)
    event.listen(engine.sync_engine, "begin", _begin)
    event.listen(engine.sync_engine, "handle_error", _keep_when_cancelled)
    return engine


def _keep_when_cancelled(context: ExceptionContext) -> None:
    """Let a cancelled transaction be rolled back on its connection, which is as sound as before.

    SQLAlchemy would close the connection at once. SQLite keeps a closed one, with its transaction and the
    write lock, for as long as a statement of it is left, and the cancelled task's traceback holds one
    (sqlite.org/c3ref/close.html). Statements run one by one in the connection's thread, so the rollback
    comes after whatever was running.
    """
    if isinstance(context.original_exception, asyncio.CancelledError):
        context.is_disconnect = False


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(_IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
