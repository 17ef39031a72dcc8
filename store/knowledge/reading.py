"""Reading knowledge files into rows: every cell a text or a list of texts, every row knowing its file.

Two forms say the same: a folder of CSV and TOML files (ours, and an operator's large additions), or one
TOML file with a section for each table (an operator's small additions).
"""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from store.knowledge.faults import KnowledgeFault
from store.knowledge.rows import Row, Source
from store.knowledge.tables import RATES_FILE, TABLES, WORD_LISTS, WORDS_FILE, Table

LIST_SEPARATOR = ";"


def read_source(path: Path) -> Source:
    """Read a knowledge folder, or one TOML file. Raises KnowledgeFault naming the file that is wrong."""
    try:
        return _read_folder(path) if path.is_dir() else _read_file(path)
    except OSError as error:
        raise KnowledgeFault([f"{path}: {error.strerror or error}"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, csv.Error) as error:
        raise KnowledgeFault([f"{path}: {error}"]) from error


def _read_folder(folder: Path) -> Source:
    known = {*(table.path for table in TABLES), RATES_FILE, WORDS_FILE}
    tables = {each.name for each in folder.iterdir() if each.suffix in (".csv", ".toml")}
    if strangers := sorted(tables - known):
        there_are = ", ".join(sorted(known))
        raise KnowledgeFault(
            [f"{folder.name}: nothing is read from {', '.join(strangers)}; there are {there_are}"]
        )
    rows = {table.name: list(_table_rows(folder / table.path, table)) for table in TABLES}
    rates, words = folder / RATES_FILE, folder / WORDS_FILE
    per_usd, day = _rates(_toml(rates) if rates.exists() else {}, RATES_FILE)
    return Source(rows, per_usd, day, _words(_toml(words) if words.exists() else {}, WORDS_FILE))


def _read_file(path: Path) -> Source:
    content = _toml(path)
    known = {table.name for table in TABLES} | {"rates", "name_words"}
    if strangers := sorted(set(content) - known):
        raise KnowledgeFault(
            [f"{path.name}: no table is called {', '.join(strangers)}; there are {', '.join(sorted(known))}"]
        )
    rows = {
        table.name: [
            _row(table, f"{path.name} [{table.name}.{key}]", cells, key=key)
            for key, cells in content.get(table.name, {}).items()
        ]
        for table in TABLES
    }
    per_usd, day = _rates(content.get("rates", {}), path.name)
    return Source(rows, per_usd, day, _words(content.get("name_words", {}), path.name))


def _table_rows(path: Path, table: Table) -> Iterator[Row]:
    if path.suffix:
        files = [path] if path.exists() else []
    else:
        files = sorted([*path.glob("*.csv"), *path.glob("*.toml")])
    for file in files:
        category = "" if path.suffix else file.stem
        yield from (
            _csv_rows(file, table, category) if file.suffix == ".csv" else _toml_rows(file, table, category)
        )


def _csv_rows(file: Path, table: Table, category: str) -> Iterator[Row]:
    name = file.name
    with file.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        header = next(reader, [])
        if strangers := [column for column in header if column not in table.columns]:
            raise KnowledgeFault([f"{name}: unknown columns {', '.join(strangers)}"])
        lists = frozenset(table.lists)
        for cells in reader:
            origin = f"{name} line {reader.line_num}"
            if len(cells) > len(header):
                raise KnowledgeFault([f"{origin}: more cells than the {len(header)} columns"])
            text = {"category": category} if category else {}
            many: dict[str, tuple[str, ...]] = {}
            for column, cell in zip(header, cells, strict=False):
                if not cell:
                    continue
                if column in lists:
                    many[column] = tuple(filter(None, map(str.strip, cell.split(LIST_SEPARATOR))))
                else:
                    text[column] = cell.strip()
            if cells:
                yield Row(table, origin, text, many)


def _toml_rows(file: Path, table: Table, category: str) -> Iterator[Row]:
    for key, cells in _toml(file).items():
        yield _row(table, f"{file.name} [{key}]", cells, key=key, category=category)


def _row(table: Table, origin: str, cells: object, *, key: str, category: str = "") -> Row:
    if not isinstance(cells, dict):
        raise KnowledgeFault([f"{origin}: expected a table of cells"])
    if strangers := sorted(set(cells) - table.columns):
        raise KnowledgeFault([f"{origin}: unknown cells {', '.join(strangers)}"])
    text = {table.key[0]: key} | ({"category": category} if category else {})
    many: dict[str, tuple[str, ...]] = {}
    for column, value in cells.items():
        if (column in table.lists) != isinstance(value, list):
            wanted = "a list" if column in table.lists else "one value"
            raise KnowledgeFault([f"{origin}: {column} must be {wanted}"])
        if isinstance(value, list):
            many[column] = tuple(str(item) for item in value)
        else:
            text[column] = ("yes" if value else "") if isinstance(value, bool) else str(value)
    return Row(table, origin, text, many)


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _rates(content: Mapping[str, Any], file: str) -> tuple[dict[str, float], date | None]:
    day = content.get("date")
    table = content.get("per_usd", {})
    if not isinstance(table, dict) or not all(isinstance(v, int | float) and v > 0 for v in table.values()):
        raise KnowledgeFault([f"{file}: per_usd must hold numbers above 0"])
    if table and not isinstance(day, date):
        raise KnowledgeFault([f"{file}: say the day of the rates, as in date = 2025-06-30"])
    return {code: float(units) for code, units in table.items()}, day if isinstance(day, date) else None


def _words(content: Mapping[str, Any], file: str) -> dict[str, frozenset[str]]:
    if strangers := sorted(set(content) - WORD_LISTS):
        raise KnowledgeFault([f"{file}: no list of words is called {', '.join(strangers)}"])
    return {name: frozenset(str(word).casefold() for word in words) for name, words in content.items()}
