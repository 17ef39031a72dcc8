"""Where the time of a turn goes, over all turns of a run."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from api.replay import TurnRecord
from evals.nouns import Run

TOTAL = "total"
REST = "rest"
"""What the total has beyond its stages: the graph itself."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Milliseconds of one stage, over the turns that have it."""

    name: str
    turns: int
    p50: float
    p95: float
    share: float
    """Of all time spent in turns."""


def stages(run: Run) -> tuple[Stage, ...]:
    """The stages in the order turns go through them, the rest, the total; empty if nothing was timed."""
    times: dict[str, list[float]] = defaultdict(list)
    for turn in _timed(run):
        spent = dict(turn.ms or {})
        total = spent.pop(TOTAL, sum(spent.values()))
        for name, ms in spent.items():
            times[name].append(ms)
        times[REST].append(max(0.0, total - sum(spent.values())))
        times[TOTAL].append(total)
    if not times:
        return ()
    whole = sum(times[TOTAL]) or 1.0
    names = [*(name for name in times if name not in (REST, TOTAL)), REST, TOTAL]
    return tuple(_stage(name, times[name], whole) for name in names)


def _timed(run: Run) -> Iterable[TurnRecord]:
    return (turn for transcript in run.transcripts for turn in transcript.turns if turn.ms)


def _stage(name: str, times: list[float], whole: float) -> Stage:
    p50, p95 = np.percentile(times, (50, 95))
    return Stage(name, len(times), float(p50), float(p95), sum(times) / whole)
