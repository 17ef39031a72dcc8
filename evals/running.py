"""A run of the suite: conversations are played, graded, and kept together with what they were played on."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from evals.grading import grade, grade_determinism
from evals.nouns import CaseResult, Run, Scenario, Transcript
from evals.outcomes import case_of
from evals.playing import Job, play_all
from evals.selecting import stratified
from evals.staging import Progress, StageSettings
from evals.truth import MarketplaceTruth, marketplace_truth
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
    truth = truth_of(settings.stage, knowledge)
    scenarios = {job.scenario.id: job.scenario for job in jobs}
    results = grade_all(transcripts, scenarios.values(), truth, knowledge, progress, again)
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


def truth_of(stage: StageSettings, knowledge: Knowledge) -> MarketplaceTruth:
    """What the graders know of the stage's people."""
    return marketplace_truth(stage.size, stage.seed, stage.today, knowledge)


def grade_all(
    transcripts: Sequence[Transcript],
    scenarios: Iterable[Scenario],
    truth: MarketplaceTruth,
    knowledge: Knowledge,
    progress: Progress,
    again: Sequence[Transcript] = (),
) -> tuple[CaseResult, ...]:
    """The results, in the order of the transcripts; those played `again` are graded for determinism too."""
    known = {scenario.id: scenario for scenario in scenarios}
    repeated = {case_of(transcript): transcript for transcript in again}
    results = []
    for number, transcript in enumerate(transcripts, start=1):
        result = grade(known.get(transcript.scenario), transcript, truth, knowledge)
        second = repeated.get(case_of(transcript))
        if second is not None:
            result = _with_determinism(result, transcript, second)
        results.append(result)
        progress("Grading conversations", number, len(transcripts))
    return tuple(results)


def _played_twice(jobs: Sequence[Job]) -> list[Job]:
    own = {job.scenario.id: job for job in jobs if job.perturbation is None}
    number = max(1, round(len(own) * _TWICE)) if own else 0
    chosen = stratified([job.scenario for job in own.values()], number)
    return [own[scenario.id] for scenario in chosen]


def _with_determinism(result: CaseResult, first: Transcript, second: Transcript) -> CaseResult:
    told = grade_determinism(first, second)
    return result.model_copy(
        update={
            "grades": (*result.grades, told),
            "score": result.score * told.score,
            "passed": result.passed and told.score == 1,
        }
    )
