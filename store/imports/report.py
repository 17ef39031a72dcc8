"""What an import did, and how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from store.imports.cells import Notice


class Stage(StrEnum):
    """The two stages of an import."""

    READING = "reading"
    INDEXING = "indexing"


@dataclass(frozen=True, slots=True)
class NoticeCount:
    """How many rows had a notice, and the first of them."""

    rows: int
    first_line: int
    first_detail: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The outcome. `rows` is the sum of the four counts after it; `indexed` counts embedded profiles."""

    rows: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    indexed: int = 0
    rejects: Path | None = None
    notices: Mapping[Notice, NoticeCount] = field(default_factory=dict)
    unread_columns: tuple[str, ...] = ()
    missing_columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """`done` of `total`: bytes of the file while READING, profiles while INDEXING."""

    stage: Stage
    done: int
    total: int
    report: ImportReport
