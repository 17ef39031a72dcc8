"""Streams the rows of a JSON Lines or CSV file, gzipped or not, without ever holding the file in memory.

A line that cannot be a row is yielded as a BadRow rather than ending the stream: one broken row must not
keep out a million good ones.
"""

import csv
import gzip
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Literal, Self

from store.imports.mapping import FileFormat
from store.imports.values import Invalid, read_json, shown

MAX_ROW_BYTES = 1_000_000
"""A longer line is not a profile: it is rejected without being read into memory."""

MAX_COLUMNS = 2_000


class ImportFileError(Exception):
    """The file as a whole cannot be read; the message says why and what to do, in one line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as the file has it. `line` is the line it starts on, from 1."""

    line: int
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that is not a row, with the beginning of its text."""

    line: int
    reason: str
    text: str


class RowFile:
    """An open file of rows. Iterate once; `position` of `size` bytes are read (compressed, if gzipped)."""

    def __init__(self, path: Path, file: FileFormat) -> None:
        self._path = path
        self._file = file
        self._kind, self._delimiter, self._gzipped = _kind_of(path, file)
        self.size = 0
        self.header: Sequence[str] | None = None

    def __enter__(self) -> Self:
        try:
            self._raw: BinaryIO = self._path.open("rb")
            self.size = self._path.stat().st_size
            packed = gzip.GzipFile(fileobj=self._raw) if self._gzipped else None
            self._lines = _Lines(packed or self._raw, self._path)
        except OSError as error:
            raise ImportFileError(f"cannot read {self._path}: {error.strerror or error}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._raw.close()

    @property
    def position(self) -> int:
        """Bytes of the file read so far."""
        return min(self._raw.tell(), self.size)

    def __iter__(self) -> Iterator[Row | BadRow]:
        return self._json_rows() if self._kind == "jsonl" else self._csv_rows()

    def _json_rows(self) -> Iterator[Row | BadRow]:
        for line in self._lines:
            text = self._decode(line)
            problem = self._unreadable(line, text)
            if problem:
                yield BadRow(line.number, problem, _excerpt(text))
            elif text.strip():
                yield _json_row(line.number, text)

    def _csv_rows(self) -> Iterator[Row | BadRow]:
        problems: list[str] = []
        reader = csv.reader(self._csv_lines(problems), delimiter=self._delimiter)
        header = self._read_header(reader)
        while True:
            start = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                problems.append(f"is not valid CSV: {error}")
                cells = []
            place = f" (lines {start} to {reader.line_num})" if reader.line_num > start else ""
            if problems:
                yield BadRow(start, problems[0] + place, _excerpt(self._delimiter.join(cells)))
                problems.clear()
            elif any(cell.strip() for cell in cells):
                yield _csv_row(start, header, cells, place)

    def _csv_lines(self, problems: list[str]) -> Iterator[str]:
        for line in self._lines:
            text = self._decode(line)
            problem = self._unreadable(line, text)
            if problem:
                problems.append(problem)
            yield text

    def _read_header(self, reader: Iterator[list[str]]) -> Sequence[str]:
        try:
            cells = next(reader, [])
        except csv.Error as error:
            raise ImportFileError(f"{self._path}: the first line is not a CSV header: {error}") from error
        header = [cell.strip() for cell in cells]
        named = [name for name in header if name]
        if not named:
            raise ImportFileError(f"{self._path} has no header: its first line must name the columns")
        repeated = {name for name in named if named.count(name) > 1} if len(named) <= MAX_COLUMNS else set()
        if repeated:
            raise ImportFileError(f"{self._path}: the header names the column '{min(repeated)}' twice")
        if len(header) > MAX_COLUMNS:
            raise ImportFileError(f"{self._path}: the header has over {MAX_COLUMNS:,} columns")
        self.header = header
        return header

    def _decode(self, line: "_Line") -> str:
        return line.content.decode(self._file.encoding, errors="surrogateescape")

    def _unreadable(self, line: "_Line", text: str) -> str | None:
        if line.overlong:
            return f"is longer than {MAX_ROW_BYTES:,} bytes"
        if any("\udc80" <= character <= "\udcff" for character in _non_ascii(text)):
            return f"is not {self._file.encoding} text; name its encoding in the mapping's [file]"
        return None


def _kind_of(path: Path, file: FileFormat) -> tuple[Literal["jsonl", "csv"], str, bool]:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    gzipped = suffixes[-1:] == [".gz"]
    suffix = next(iter(suffixes[-2:-1] if gzipped else suffixes[-1:]), "")
    by_suffix: dict[str, tuple[Literal["jsonl", "csv"], str]] = {
        ".jsonl": ("jsonl", ","),
        ".ndjson": ("jsonl", ","),
        ".csv": ("csv", ","),
        ".tsv": ("csv", "\t"),
    }
    kind, delimiter = by_suffix.get(suffix, (None, ","))
    if file.format is None and kind is None:
        raise ImportFileError(
            f"{path}: cannot tell the format by its name; it should end in .jsonl, .ndjson, .csv or .tsv "
            "(with .gz if gzipped), or the mapping's [file] should give the format"
        )
    return file.format or kind or "jsonl", file.delimiter or delimiter, gzipped


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    content: bytes
    overlong: bool


class _Lines:
    """Physical lines of bounded length."""

    def __init__(self, stream: BinaryIO | gzip.GzipFile, path: Path) -> None:
        self._stream = stream
        self._path = path

    def __iter__(self) -> Iterator[_Line]:
        number = 0
        while content := self._read(MAX_ROW_BYTES + 1):
            number += 1
            if number == 1:
                content = content.removeprefix(b"\xef\xbb\xbf")
            overlong = len(content) > MAX_ROW_BYTES and not content.endswith(b"\n")
            rest = content
            while overlong and rest and not rest.endswith(b"\n"):
                rest = self._read(MAX_ROW_BYTES)
            yield _Line(number, content, overlong)

    def _read(self, limit: int) -> bytes:
        try:
            return self._stream.readline(limit)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise ImportFileError(
                f"{self._path} is damaged ({error}): the rows before the damage are imported; "
                "fetch the file again and run the same command"
            ) from error
        except OSError as error:
            raise ImportFileError(f"cannot read {self._path}: {error.strerror or error}") from error


def _json_row(line: int, text: str) -> Row | BadRow:
    try:
        decoded = read_json(text)
    except Invalid as error:
        return BadRow(line, str(error), _excerpt(text))
    if not isinstance(decoded, dict):
        return BadRow(line, f"is not a JSON object: {shown(decoded)}", _excerpt(text))
    return Row(line, decoded)


def _csv_row(line: int, header: Sequence[str], cells: Sequence[str], place: str) -> Row | BadRow:
    if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
        reason = f"has {len(cells)} cells for {len(header)} columns{place}"
        return BadRow(line, reason, _excerpt(",".join(cells)))
    return Row(line, {name: cell for name, cell in zip(header, cells, strict=False) if name})


def _non_ascii(text: str) -> str:
    return "" if text.isascii() else text


def _excerpt(text: str) -> str:
    return text[:200].encode("utf-8", errors="replace").decode().strip()
