"""Several processes can create one SQLite database at the same moment."""

import multiprocessing
import sqlite3
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from store.sqlite_files import prepare_sqlite_file


def test_processes_that_create_a_file_together_wait_for_each_other(tmp_path: Path) -> None:
    files = [tmp_path / str(n) / "rolecall.db" for n in range(25) for _ in range(4)]
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(4, mp_context=spawned) as pool:
        list(pool.map(prepare_sqlite_file, files))
    for file in set(files):
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Sir or Madam, " * 100)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        prepare_sqlite_file(file)
    assert file.read_text().startswith("Dear Sir")
