"""Reads a database URL: which of the two databases it means, and the driver we use for it."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError


class UnsupportedDatabase(ValueError):
    """The URL names a database that Rolecall does not run on; the message says which it does."""


_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
}


def parse_database_url(url: str) -> URL:
    """The SQLAlchemy URL with our driver, whichever of the usual spellings was given.

    Raises UnsupportedDatabase for any other database or driver, and for SQLite in memory, where
    every connection would see a database of its own.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise UnsupportedDatabase(
            "This is not a database URL. Use sqlite:///path/to/rolecall.db or postgresql://user@host/name."
        ) from None
    driver = parsed.drivername
    if driver not in _DRIVERS.values():
        try:
            driver = _DRIVERS[driver]
        except KeyError:
            raise UnsupportedDatabase(
                f"Rolecall runs on SQLite and PostgreSQL, not on '{parsed.drivername}'."
            ) from None
    parsed = parsed.set(drivername=driver)
    if driver.startswith("sqlite") and parsed.database in (None, "", ":memory:"):
        raise UnsupportedDatabase("SQLite needs a file: sqlite:///path/to/rolecall.db.")
    return parsed


def sqlite_file(url: URL) -> Path | None:
    """The file behind a SQLite URL; None for PostgreSQL."""
    if url.get_backend_name() != "sqlite" or url.database is None:
        return None
    return Path(url.database)
