"""One thing the doctor looked at."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """GOOD: as it should be. NOTE: works, but worth knowing. WRONG: does not work."""

    GOOD = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, and what to do about it (empty if nothing)."""

    subject: str
    state: State
    text: str
    remedy: str = ""


def good(subject: str, text: str) -> Finding:
    """All is well."""
    return Finding(subject, State.GOOD, text)


def note(subject: str, text: str, remedy: str = "") -> Finding:
    """Works, but worth knowing."""
    return Finding(subject, State.NOTE, text, remedy)


def wrong(subject: str, text: str, remedy: str) -> Finding:
    """Does not work, and what to do."""
    return Finding(subject, State.WRONG, text, remedy)
