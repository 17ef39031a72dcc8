"""Shows how far long work is: bars in a terminal, now and then a line anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

_LINES = 10


class Steps(Protocol):
    """Where work reports to. A step starts when it is first named."""

    def update(self, step: str, done: int, total: int) -> None:
        """`done` of `total` units of the step are finished."""
        ...


@contextmanager
def showing_progress() -> Iterator[Steps]:
    """Steps that are shown on standard error while the block runs."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines(console)
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console) as progress:
        yield _Bars(progress)


class _Bars:
    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def update(self, step: str, done: int, total: int) -> None:
        if step not in self._tasks:
            self._tasks[step] = self._progress.add_task(step, total=None)
        self._progress.update(self._tasks[step], completed=done, total=total)


class _Lines:
    """A line for every tenth of a step."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._said: dict[str, int] = {}

    def update(self, step: str, done: int, total: int) -> None:
        tenths = done * _LINES // total if total else _LINES
        if tenths > self._said.get(step, -1):
            self._said[step] = tenths
            self._console.print(f"{step}: {tenths * 100 // _LINES}%", highlight=False)
