"""A run of the suite: conversations are played, graded, and kept together with what they were played on."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from evals.grading import grade_determinism
from evals.grading.processes import grade_all
from evals.nouns import CaseResult, Run, Transcript
from evals.outcomes import case_of
from evals.playing import Job, play_all
from evals.selecting import stratified
from evals.staging import Progress, StageSettings
from store.knowledge import Knowledge

_TWICE = 0.04
"""The share of conversations that is played twice, to see that the same comes out."""


@dataclass(frozen=True, slots=True)
class RunSettings:
    """On what conversations are played, and how."""

    stage: StageSettings
    workers: int = 2
    seed: int = 0
    interpreter: str = "offline"
    selection: str = "whole"


def run_suite(
    jobs: Sequence[Job],
    settings: RunSettings,
    knowledge: Knowledge,
    progress: Progress,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Run:
    """Play and grade the jobs. Some are played twice, the second time for the determinism grade alone."""
    created, started = now(), time.perf_counter()
    twice = _played_twice(jobs)
    played = play_all([*jobs, *twice], settings.stage, settings.workers, progress)
    transcripts, again = played[: len(jobs)], played[len(jobs) :]
    scenarios = {job.scenario.id: job.scenario for job in jobs}
    graded = grade_all(transcripts, scenarios.values(), settings.stage, settings.workers, progress)
    results = with_determinism(graded, transcripts, again)
    return Run(
        created=created,
        seed=settings.seed,
        size=settings.stage.size,
        marketplace_seed=settings.stage.seed,
        interpreter=settings.interpreter,
        selection=settings.selection,
        seconds=round(time.perf_counter() - started, 1),
        scenarios=tuple(scenarios.values()),
        transcripts=tuple(transcripts),
        results=results,
    )


def with_determinism(
    results: Iterable[CaseResult], transcripts: Iterable[Transcript], again: Iterable[Transcript]
) -> tuple[CaseResult, ...]:
    """The results, those of conversations that were played `again` with a determinism grade."""
    second = {case_of(transcript): transcript for transcript in again}
    return tuple(
        _with_determinism(result, transcript, second.get(case_of(result)))
        for result, transcript in zip(results, transcripts, strict=True)
    )


def _played_twice(jobs: Sequence[Job]) -> list[Job]:
    own = {job.scenario.id: job for job in jobs if job.perturbation is None}
    number = max(1, round(len(own) * _TWICE)) if own else 0
    chosen = stratified([job.scenario for job in own.values()], number)
    return [own[scenario.id] for scenario in chosen]


def _with_determinism(result: CaseResult, first: Transcript, second: Transcript | None) -> CaseResult:
    if second is None:
        return result
    told = grade_determinism(first, second)
    return result.model_copy(
        update={
            "grades": (*result.grades, told),
            "score": result.score * told.score,
            "passed": result.passed and told.score == 1,
        }
    )
