"""A way of pointing at a candidate, before it is resolved."""

from dataclasses import dataclass

from agent.understanding.reading import ReferenceKind


@dataclass(frozen=True, slots=True)
class Pointer:
    """A way of pointing in tokens [first, last). `position` counts from 1, or from the end below 0.

    `described` says that what these words tell is told of people shown, and wishes nothing.
    """

    kind: ReferenceKind
    first: int
    last: int
    position: int | None = None
    freelancer_id: str | None = None
    described: bool = False
