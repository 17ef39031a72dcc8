"""Makes a SQLite file ready before anyone connects: it exists, and it keeps a write-ahead log.

The switch to the log needs the file for a moment alone and, unlike everything else in SQLite, does not
wait for it. Done here, with patience, several processes may create one database together.
"""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

_PATIENCE_SECONDS = 30.0
_PAUSE_SECONDS = 0.02


def prepare_sqlite_file(file: Path) -> None:
    """Create the file and its folder if need be, in WAL mode, which stays with the file.

    Blocks for up to 30 seconds while others hold the file. Raises sqlite3.Error if it is no database,
    OSError if the folder cannot be made.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + _PATIENCE_SECONDS
    with closing(sqlite3.connect(file, timeout=_PATIENCE_SECONDS)) as connection:
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE_SECONDS)
            else:
                return
