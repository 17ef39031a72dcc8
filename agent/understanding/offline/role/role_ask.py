"""A role asked for, before it becomes a change to the brief."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleAsk:
    """A role asked for: its name in tokens [first, last), its modifiers from `start` on."""

    role: str
    start: int
    first: int
    last: int
    headcount: int | None = None
    headcount_at: tuple[int, int] | None = None
    uncertain: bool = False
    generic: bool = False
    is_work: bool = False
    """Whether the name is the work's and nobody's: 'SEO', 'customer support'."""
