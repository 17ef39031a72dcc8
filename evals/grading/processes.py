"""Grades many conversations over processes: looking up each number of thousands of replies takes time."""

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from evals.grading import grade
from evals.nouns import CaseResult, Scenario, Transcript
from evals.staging import Progress, StageSettings
from evals.truth import MarketplaceTruth, marketplace_truth
from store.knowledge import Knowledge, load_knowledge

_SHARE = 27
"""Conversations handed to a process at a time: three scenarios with all their variants."""

_FEW = 60
"""So many are graded before another process has started."""

_STEP = "Grading conversations"


@dataclass(frozen=True)
class _Known:
    truth: MarketplaceTruth
    knowledge: Knowledge


def truth_of(stage: StageSettings, knowledge: Knowledge) -> MarketplaceTruth:
    """What the graders know of the stage's people."""
    return marketplace_truth(stage.size, stage.seed, stage.today, knowledge)


def grade_all(
    transcripts: Sequence[Transcript],
    scenarios: Iterable[Scenario],
    stage: StageSettings,
    workers: int,
    progress: Progress,
) -> tuple[CaseResult, ...]:
    """The results of conversations on this stage, in their order, whatever the number of workers."""
    known = {scenario.id: scenario for scenario in scenarios}
    pairs = [(known.get(transcript.scenario), transcript) for transcript in transcripts]
    shares = [pairs[start : start + _SHARE] for start in range(0, len(pairs), _SHARE)]
    results: list[CaseResult] = []
    if workers == 1 or len(pairs) <= _FEW:
        here = _know(stage)
        for share in shares:
            results += _grade(share, here)
            progress(_STEP, len(results), len(pairs))
        return tuple(results)
    with ProcessPoolExecutor(
        min(workers, len(shares)),
        mp_context=get_context("spawn"),
        initializer=_start_worker,
        initargs=(stage,),
    ) as pool:
        for graded in pool.map(_grade_in_worker, shares):
            results += graded
            progress(_STEP, len(results), len(pairs))
    return tuple(results)


def _know(stage: StageSettings) -> _Known:
    knowledge = load_knowledge()
    return _Known(truth_of(stage, knowledge), knowledge)


def _grade(pairs: Sequence[tuple[Scenario | None, Transcript]], known: _Known) -> list[CaseResult]:
    return [grade(scenario, transcript, known.truth, known.knowledge) for scenario, transcript in pairs]


_in_worker: _Known | None = None
"""In a worker: what it grades by."""


def _start_worker(stage: StageSettings) -> None:
    global _in_worker  # noqa: PLW0603
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    _in_worker = _know(stage)


def _grade_in_worker(pairs: Sequence[tuple[Scenario | None, Transcript]]) -> list[CaseResult]:
    if _in_worker is None:
        raise RuntimeError("The process was not told what to grade by.")
    return _grade(pairs, _in_worker)
