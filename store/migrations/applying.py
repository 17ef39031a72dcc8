"""Brings a database's tables up to date, whoever else is doing the same at the moment."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

_ADVISORY_LOCK = 0x526F6C6563616C6C
"""'Rolecall' in ASCII; the key under which PostgreSQL lets one process migrate at a time."""


class DatabaseTooNew(Exception):
    """A newer version of Rolecall has written this database; the message says what to do."""


def apply_migrations(connection: Connection) -> None:
    """Apply every step the database does not have yet, within the connection's transaction.

    One process at a time: on SQLite the caller's transaction must be BEGIN IMMEDIATE, on PostgreSQL an
    advisory lock holds until commit. Raises DatabaseTooNew.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    steps = ScriptDirectory.from_config(config)
    present = MigrationContext.configure(connection).get_current_heads()
    known = {step.revision for step in steps.walk_revisions()}
    for revision in present:
        if revision not in known:
            raise DatabaseTooNew(
                f"This database was written by a newer version of Rolecall (its tables are at '{revision}', "
                f"which this version does not know). Upgrade Rolecall, or point it at another database."
            )
    if present != tuple(steps.get_heads()):
        command.upgrade(config, "head")
