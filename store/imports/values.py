"""Reads single cells: numbers, money, percentages, dates and lists, as other systems write them.

Nothing is guessed. A cell that cannot be read raises Invalid, whose message completes "FIELD: ...".
"""

import json
import math
import re
import time
from collections.abc import Sequence
from datetime import date

from store.imports.vocabulary import vocabulary


class Invalid(Exception):
    """A cell that cannot be read; the message says what is wrong with it."""


def is_blank(value: object) -> bool:
    """Whether a cell states nothing."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, list | dict) and not value)


def is_unstated(value: object) -> bool:
    """As `is_blank`, and also for words such as 'n/a': for fields that are not free text."""
    return is_blank(value) or (isinstance(value, str) and value.strip().lower() in vocabulary().nothing)


def shown(value: object) -> str:
    """The value as a reason may quote it: short, on one line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    line = " ".join(text.split())
    return repr(line if len(line) <= 60 else line[:59] + "…")


def read_text(value: object) -> str:
    """Text, or a number written as text. A list or object is not text."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Invalid(f"expected text, found {shown(value)}")


def read_number(value: object, decimal: str = ".") -> float:
    """A finite number: 1200, "1,200.50" or "97%". `decimal` is the decimal mark used in text."""
    if isinstance(value, bool):
        raise Invalid(f"expected a number, found {shown(value)}")
    if isinstance(value, int | float):
        return _finite(value)
    if not isinstance(value, str):
        raise Invalid(f"expected a number, found {shown(value)}")
    grouping = "," if decimal == "." else "."
    text = value.strip().removesuffix("%").strip().replace("\u00a0", " ").replace("\u202f", " ")
    grouped = rf"[+-]?\d{{1,3}}(?:[{re.escape(grouping)} ']\d{{3}})+(?:{re.escape(decimal)}\d+)?"
    plain = rf"[+-]?\d{{1,18}}(?:{re.escape(decimal)}\d+)?"
    if not re.fullmatch(f"{grouped}|{plain}", text, flags=re.ASCII):
        raise Invalid(f"expected a number, found {shown(value)}")
    return _finite(float(re.sub(rf"[{re.escape(grouping)} ']", "", text).replace(decimal, ".")))


def read_count(value: object, decimal: str = ".") -> int:
    """A whole number, 0 or more."""
    number = read_number(value, decimal)
    if number < 0 or number != int(number):
        raise Invalid(f"expected a whole number of 0 or more, found {shown(value)}")
    return int(number)


def within(number: float, low: float, high: float) -> float:
    """The number, if it lies in [low, high]."""
    if not low <= number <= high:
        raise Invalid(f"{number:g} is outside {low:g} to {high:g}")
    return number


def read_date(value: object, formats: Sequence[str] = ()) -> date:
    """A calendar date: the first of `formats` (strptime) that fits, or ISO 8601 with any time after it."""
    if not isinstance(value, str):
        raise Invalid(f"expected a date, found {shown(value)}")
    text = " ".join(value.split())
    for pattern in formats:
        try:
            return date(*time.strptime(text, pattern)[:3])
        except ValueError:
            continue
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}(?:[T ].{1,40})?", text, flags=re.ASCII):
        try:
            return date.fromisoformat(text[:10])
        except ValueError as error:
            raise Invalid(f"there is no such day: {shown(value)}") from error
    raise Invalid(
        f"expected a date such as 2025-03-31, found {shown(value)}; "
        "other ways of writing dates go into the mapping's 'dates'"
    )


def read_list(value: object, separator: str | None) -> list[object]:
    """A list, a JSON list in a cell, or a cell with items apart by `separator` (default: a comma)."""
    if isinstance(value, list):
        return value
    if not isinstance(value, str):
        raise Invalid(f"expected a list, found {shown(value)}")
    text = value.strip()
    if text.startswith("["):
        decoded = read_json(text)
        if isinstance(decoded, list):
            return decoded
    return [item for item in text.split(separator or ",") if item.strip()]


def read_json(text: str) -> object:
    """JSON as the standard has it: NaN and Infinity are refused, as is nesting without end."""
    try:
        decoded: object = json.loads(text, parse_constant=_no_constant)
    except RecursionError as error:
        raise Invalid("is nested too deeply") from error
    except ValueError as error:
        raise Invalid(f"is not valid JSON: {error}") from error
    return decoded


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a JSON number")


def _finite(number: float) -> float:
    try:
        converted = float(number)
    except OverflowError as error:
        raise Invalid("is too large a number") from error
    if not math.isfinite(converted):
        raise Invalid("is not a finite number")
    return converted
