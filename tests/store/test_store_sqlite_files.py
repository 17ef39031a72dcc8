"""A SQLite file is made ready with patience, and nothing else is ever touched."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.sqlite_files import prepare_sqlite_file


def _journal_mode(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        mode: str = connection.execute("PRAGMA journal_mode").fetchone()[0]
        return mode


def test_a_new_file_keeps_a_write_ahead_log(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "rolecall.db"
    prepare_sqlite_file(file)
    prepare_sqlite_file(file)
    assert _journal_mode(file) == "wal"


async def test_a_file_that_another_process_is_writing_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "rolecall.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        preparing = asyncio.create_task(asyncio.to_thread(prepare_sqlite_file, file))
        finished, _ = await asyncio.wait([preparing], timeout=0.3)
        assert not finished
        other.execute("COMMIT")
        await preparing
    assert _journal_mode(file) == "wal"


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Sir or Madam, " * 100)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        prepare_sqlite_file(file)
    assert file.read_text().startswith("Dear Sir")
