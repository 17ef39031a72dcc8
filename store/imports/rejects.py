"""Writes the rows that could not be imported, with line number and reason, so that none is lost silently."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from store.imports.rows import ImportFileError


@dataclass(frozen=True, slots=True)
class Reject:
    """A row left out. `line` counts from 1; `row` is the row itself, or the start of its text."""

    line: int
    reason: str
    field: str | None
    row: object


class RejectsFile:
    """The rejects of one run, one JSON object a line. A run without rejects leaves no file behind."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def start(self) -> None:
        """Forget the rejects of an earlier run."""
        self._do(lambda: self.path.unlink(missing_ok=True))

    def write(self, rejects: Sequence[Reject]) -> None:
        """Append rejects. They are on disk when this returns."""
        if rejects:
            lines = "".join(_line(reject) for reject in rejects)
            self._do(lambda: self._append(lines))

    def _append(self, lines: str) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(lines)

    def _do(self, action: Callable[[], None]) -> None:
        try:
            action()
        except OSError as error:
            raise ImportFileError(
                f"cannot write the rejected rows to {self.path}: {error.strerror or error}; "
                "choose another place for them"
            ) from error


def rejects_path(path: Path) -> Path:
    """Where the rejects of a file go unless told otherwise: beside it, as FILE.rejected.jsonl."""
    return path.with_name(f"{path.name}.rejected.jsonl")


def _line(reject: Reject) -> str:
    entry = {"line": reject.line, "reason": reject.reason, "field": reject.field, "row": reject.row}
    return json.dumps(entry) + "\n"
