"""Measures where a turn's time goes."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Stopwatch:
    """The milliseconds of each stage of one turn, in the order the stages were first entered."""

    def __init__(self) -> None:
        self._ms: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of the block towards a stage; a stage entered twice adds up."""
        start = perf_counter()
        try:
            yield
        finally:
            self._ms[name] = self._ms.get(name, 0.0) + (perf_counter() - start) * 1000

    @property
    def ms(self) -> dict[str, float]:
        """Milliseconds by stage so far, rounded to microseconds."""
        return {name: round(spent, 3) for name, spent in self._ms.items()}
