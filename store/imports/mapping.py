"""Reads the mapping file: which column of somebody's export is which field of a profile.

The format is documented, with a full example, in README.md beside this file.
"""

import tomllib
from collections.abc import Mapping as MappingOf
from enum import StrEnum
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator


class MappingError(Exception):
    """The mapping file cannot be used; the message says where and why, in one line."""


class FieldName(StrEnum):
    """A profile field that a column can fill."""

    EXTERNAL_ID = "external_id"
    SOURCE = "source"
    PROVIDER = "provider"
    NAME = "name"
    HEADLINE = "headline"
    BIO = "bio"
    ROLE = "role"
    SENIORITY = "seniority"
    SKILLS = "skills"
    INDUSTRIES = "industries"
    COUNTRY = "country"
    CITY = "city"
    TIME_ZONE = "time_zone"
    LANGUAGES = "languages"
    HOURLY_RATE = "hourly_rate"
    BADGES = "badges"
    HOURS_PER_WEEK = "hours_per_week"
    AVAILABLE_FROM = "available_from"
    JOINED = "joined"
    LAST_ACTIVE = "last_active"
    PROFILE_UPDATED = "profile_updated"
    CONTRACTS = "contracts"
    PORTFOLIO = "portfolio"
    RATING = "rating"
    REVIEWS = "reviews"
    JOBS_COMPLETED = "jobs_completed"
    ON_TIME_PCT = "on_time_pct"
    ON_BUDGET_PCT = "on_budget_pct"
    REPEAT_HIRE_PCT = "repeat_hire_pct"


_LISTS = frozenset({FieldName.SKILLS, FieldName.INDUSTRIES, FieldName.LANGUAGES, FieldName.BADGES})
_DATES = frozenset(
    {FieldName.AVAILABLE_FROM, FieldName.JOINED, FieldName.LAST_ACTIVE, FieldName.PROFILE_UPDATED}
)
_COUNTS = frozenset({FieldName.REVIEWS, FieldName.JOBS_COMPLETED, FieldName.HOURS_PER_WEEK})
_SCALED = frozenset(
    {
        FieldName.RATING,
        FieldName.ON_TIME_PCT,
        FieldName.ON_BUDGET_PCT,
        FieldName.REPEAT_HIRE_PCT,
        FieldName.HOURLY_RATE,
        FieldName.HOURS_PER_WEEK,
    }
)
_OPTION_FIELDS: MappingOf[str, frozenset[FieldName]] = {
    "separator": _LISTS,
    "dates": _DATES,
    "sum": _COUNTS,
    "scale": _SCALED,
    "currency": frozenset({FieldName.HOURLY_RATE}),
    "currency_column": frozenset({FieldName.HOURLY_RATE}),
}


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(_Strict):
    """Where one field comes from, and how its values are written there."""

    column: tuple[str, ...] = Field(
        default=(),
        description="Column, or several: the first that is not empty counts. 'a.b' looks inside a.",
    )
    sum: tuple[str, ...] = Field(default=(), description="Columns of whole numbers to add up.")
    constant: str | int | float | bool | list[str] | None = Field(
        default=None, description="The value for every row, instead of a column."
    )
    default: str | int | float | bool | list[str] | None = Field(
        default=None, description="The value of rows where the column is empty."
    )
    unknown: tuple[str | int | float, ...] = Field(
        default=(), description="Values that mean 'not stated', e.g. [0] where 0 stands for no reviews."
    )
    values: dict[str, str] = Field(
        default_factory=dict, description="Their word = our word, compared without regard to case."
    )
    separator: str | None = Field(default=None, description="What separates the items of a list in a cell.")
    dates: tuple[str, ...] = Field(default=(), description="strptime formats besides ISO 8601, in order.")
    scale: float | None = Field(default=None, gt=0, description="Multiplied with the number: 100 for 0 to 1.")
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$", description="ISO 4217.")
    currency_column: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"column": (value,)}
        if isinstance(value, dict) and isinstance(value.get("column"), str):
            return {**value, "column": (value["column"],)}
        return value

    @model_validator(mode="after")
    def _one_origin(self) -> "Column":
        if sum((bool(self.column), bool(self.sum), self.constant is not None)) != 1:
            raise ValueError("say exactly one of column, sum and constant")
        return self

    @property
    def named(self) -> tuple[str, ...]:
        """Every column of the file this field looks at."""
        return (*self.column, *self.sum, *((self.currency_column,) if self.currency_column else ()))


class FileFormat(_Strict):
    """How the file itself is written, where its suffix does not say."""

    format: Literal["jsonl", "csv"] | None = Field(default=None, description="None: by the file's suffix.")
    encoding: str = "utf-8"
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)
    decimal: Literal[".", ","] = Field(default=".", description="Decimal mark of numbers in text cells.")

    @model_validator(mode="after")
    def _known_encoding(self) -> "FileFormat":
        try:
            newline = "\n".encode(self.encoding)
        except LookupError as error:
            raise ValueError(f"there is no encoding '{self.encoding}'") from error
        if newline != b"\n":
            raise ValueError(f"files in {self.encoding} cannot be read line by line: convert them to UTF-8")
        return self


class Mapping(_Strict):
    """A whole mapping file. `source` names the marketplace; it is part of every profile's identity."""

    source: str | None = Field(default=None, min_length=1, max_length=100)
    skills_from_text: bool = Field(
        default=False, description="Whether skills that only the headline or bio mention count as mentioned."
    )
    file: FileFormat = FileFormat()
    fields: dict[FieldName, Column]

    @model_validator(mode="after")
    def _complete(self) -> "Mapping":
        if FieldName.EXTERNAL_ID not in self.fields:
            raise ValueError("fields.external_id is missing: say which column identifies a profile")
        if (self.source is None) == (FieldName.SOURCE not in self.fields):
            raise ValueError('say where the rows come from, once: source = "..." or fields.source')
        for name, column in self.fields.items():
            for option, meaningful in _OPTION_FIELDS.items():
                if getattr(column, option) not in (None, ()) and name not in meaningful:
                    raise ValueError(f"fields.{name}: '{option}' has no meaning for this field")
        return self

    @property
    def identifying_columns(self) -> tuple[str, ...]:
        """The columns the external id may come from."""
        return self.fields[FieldName.EXTERNAL_ID].named


def load_mapping(path: Path) -> Mapping:
    """The mapping in a TOML file. Raises MappingError, in words, for anything wrong with it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise MappingError(f"cannot read the mapping {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise MappingError(f"{path} is not UTF-8 text; a mapping is a TOML file") from error
    return _parse(text, str(path))


@cache
def default_mapping() -> Mapping:
    """Rolecall's own field names: what it exports, and what a CSV with our column names needs."""
    name = "default_mapping.toml"
    return _parse(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"), name)


def _parse(text: str, name: str) -> Mapping:
    try:
        return Mapping.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise MappingError(f"{name} is not valid TOML: {error}") from error
    except ValidationError as error:
        raise MappingError(f"{name}: {_first_problem(error)}") from error


def _first_problem(error: ValidationError) -> str:
    problem = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in problem["loc"] if part != "[key]")
    match problem["type"]:
        case "extra_forbidden":
            known = ", ".join(Column.model_fields if place.startswith("fields.") else Mapping.model_fields)
            return f"{place}: there is no such option; there are {known}"
        case "enum":
            return f"{place}: there is no such field; there are {', '.join(FieldName)}"
        case "value_error":
            reason = str(problem["ctx"]["error"])
            return f"{place}: {reason}" if place else reason
        case _:
            return f"{place}: {problem['msg']}"
