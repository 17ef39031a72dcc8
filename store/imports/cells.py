"""Picks each field's value out of a row, as the mapping says."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from store.imports.mapping import Column, FieldName, Mapping
from store.imports.text import Cleaned, clean_line, clean_paragraphs
from store.imports.values import Invalid, is_blank, is_unstated, read_count, read_text, shown

T = TypeVar("T")

_FREE_TEXT = frozenset({FieldName.EXTERNAL_ID, FieldName.NAME, FieldName.HEADLINE, FieldName.BIO})


class Notice(StrEnum):
    """Something about an imported row that its owner may want to know; the row is imported all the same."""

    UNKNOWN_COUNTRY = "country not known, left out"
    UNKNOWN_CITY = "city not known, kept without a time zone of its own"
    UNKNOWN_TIME_ZONE = "time zone not known, left out"
    UNKNOWN_LANGUAGE = "language not known, left out"
    UNKNOWN_ROLE = "role not known, left out"
    UNKNOWN_INDUSTRY = "industry not known, left out"
    TEXT_CUT = "text was too long and was cut"
    MARKUP_REMOVED = "markup or invisible characters removed"
    ITEMS_CUT = "list was too long and was cut"
    ITEM_DROPPED = "list item was too long, left out"
    NEUTRAL_NAME = "no name, shown under a neutral one"
    ZERO_RATE = "hourly rate of 0 read as not stated"
    ZERO_RATING = "rating of 0 without reviews read as not stated"


class Rejected(Exception):
    """A row that cannot be imported, and the field that is to blame (None: the row as a whole)."""

    def __init__(self, field: FieldName | None, reason: str) -> None:
        super().__init__(f"{field}: {reason}" if field else reason)
        self.field = field


class Cells:
    """One row seen through the mapping. Collects notices while fields are read."""

    def __init__(self, values: dict[str, object], mapping: Mapping) -> None:
        self._values = values
        self._mapping = mapping
        self.decimal = mapping.file.decimal
        self.notices: dict[Notice, str] = {}

    def notice(self, kind: Notice, detail: str = "") -> None:
        """Remember a notice; the first detail of each kind is kept."""
        self.notices.setdefault(kind, detail)

    def read(self, field: FieldName, reader: Callable[[object, Column], T]) -> T | None:
        """The field as `reader` understands it; None if not stated. Raises Rejected if it cannot be read."""
        column = self._mapping.fields.get(field)
        if column is None:
            return None
        try:
            value = self._raw(field, column)
            return None if value is None else reader(value, column)
        except Invalid as error:
            raise Rejected(field, str(error)) from error

    def line(self, field: FieldName, limit: int) -> str:
        """A line of text of at most `limit` characters; empty if not stated."""
        return self._clean(self.read(field, lambda value, _: clean_line(read_text(value), limit)))

    def paragraphs(self, field: FieldName, limit: int) -> str:
        """Text of at most `limit` characters; empty if not stated."""
        return self._clean(self.read(field, lambda value, _: clean_paragraphs(read_text(value), limit)))

    def column(self, name: str) -> object:
        """The cell of a column, looking inside objects where `name` has dots."""
        if name in self._values or "." not in name:
            return self._values.get(name)
        value: object = self._values
        for part in name.split("."):
            if not isinstance(value, dict):
                return None
            value = value.get(part)
        return value

    def _raw(self, field: FieldName, column: Column) -> object:
        unstated = is_blank if field in _FREE_TEXT else is_unstated
        if column.sum:
            stated = [cell for name in column.sum if not unstated(cell := self.column(name))]
            value: object = sum(read_count(cell, self.decimal) for cell in stated) if stated else None
        elif column.constant is not None:
            value = column.constant
        else:
            value = next((cell for name in column.column if not unstated(cell := self.column(name))), None)
        if value is not None and column.unknown and _among(value, column.unknown):
            value = None
        if isinstance(value, str | int | float) and column.values:
            translated = {word.strip().lower(): ours for word, ours in column.values.items()}
            value = translated.get(str(value).strip().lower(), value)
        return column.default if value is None else value

    def _clean(self, cleaned: Cleaned | None) -> str:
        if cleaned is None:
            return ""
        if cleaned.cut:
            self.notice(Notice.TEXT_CUT, shown(cleaned.text))
        if cleaned.markup_removed:
            self.notice(Notice.MARKUP_REMOVED, shown(cleaned.text))
        return cleaned.text


def _among(value: object, unknown: tuple[str | int | float, ...]) -> bool:
    text = str(value).strip().lower()
    return any(value == entry or text == str(entry).lower() or _same_number(text, entry) for entry in unknown)


def _same_number(text: str, entry: str | float) -> bool:
    try:
        return float(text) == float(entry)
    except ValueError:
        return False
