"""One thing told of somebody, as a question that the facts of a profile answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from agent.understanding.reading import CandidateName

Holds = Callable[[CandidateName], bool]


@dataclass(frozen=True, slots=True)
class Trait:
    """Something told of somebody in tokens [first, last).

    `settled` says that a "not" before it is accounted for; `record` that a profile counts it. `closely` is
    the narrower reading that tells one person from others: who is free in January may be free before it.
    """

    holds: Holds
    first: int
    last: int
    settled: bool = False
    record: bool = False
    role: bool = False
    closely: Holds | None = None

    def closer(self) -> "Trait":
        """The same in its narrower reading."""
        return self if self.closely is None else replace(self, holds=self.closely)
