"""What a run came to, case by case and without the transcripts: enough to compare with, small enough to keep.

A case is one transcript of a scenario. The committed baseline is made of these, one scenario a line.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from pydantic import Field

from api.replay import TurnRecord
from evals.grading.cost import LATENCY
from evals.nouns import CaseResult, End, EvalNoun, Run, Scenario, Temper, Transcript

CaseKey = tuple[str, str | None, int]
"""Scenario, perturbation (None: its own words) and seed."""

CRASHED = "crashed"
"""The kind of failure of a conversation that the agent broke off."""


class Failure(EvalNoun):
    """One thing that went wrong."""

    kind: str = Field(description="The grader that found it.")
    turn: int | None = None
    comment: str = ""


class Outcome(EvalNoun):
    """What one case came to."""

    scenario: str
    group: str
    perturbation: str | None = None
    seed: int = 0
    temper: Temper = Temper.COOPERATIVE
    passed: bool
    score: float
    questions: int = Field(default=0, description="How many the agent asked.")
    measured: dict[str, float] = Field(
        default_factory=dict,
        description="By grader: the number behind the score, where there is one and it is not 0.",
    )
    scores: dict[str, float] = Field(default_factory=dict, description="By grader, those below 1.")
    failures: tuple[Failure, ...] = Field(default=(), description="The gates that do not hold.")
    turns: tuple[str, ...] = Field(default=(), description="Each turn in brief; see `turn_mark`.")

    @property
    def key(self) -> CaseKey:
        """What makes the case the same in another run."""
        return (self.scenario, self.perturbation, self.seed)

    def score_of(self, grader: str) -> float:
        """The grader's score; 1 where it had nothing to object to."""
        return self.scores.get(grader, 1.0)


class Outcomes(EvalNoun):
    """A run's cases, and what the run was of."""

    created: datetime
    seed: int
    size: int
    marketplace_seed: int
    interpreter: str
    selection: str
    cases: tuple[Outcome, ...] = ()

    def by_key(self) -> Mapping[CaseKey, Outcome]:
        """The cases, to be looked up."""
        return {case.key: case for case in self.cases}

    def comparable(self, other: "Outcomes") -> bool:
        """Whether the same people were searched; otherwise a difference says nothing of the agent."""
        return (self.size, self.marketplace_seed) == (other.size, other.marketplace_seed)


def outcomes(run: Run) -> Outcomes:
    """What the run's cases came to, in its order."""
    scenarios = {scenario.id: scenario for scenario in run.scenarios}
    transcripts = {case_of(transcript): transcript for transcript in run.transcripts}
    cases = []
    for result in run.results:
        key = case_of(result)
        cases.append(_outcome(result, transcripts.get(key), scenarios.get(result.scenario)))
    return Outcomes(
        created=run.created,
        seed=run.seed,
        size=run.size,
        marketplace_seed=run.marketplace_seed,
        interpreter=run.interpreter,
        selection=run.selection,
        cases=tuple(cases),
    )


def case_of(what: Transcript | CaseResult) -> CaseKey:
    """The case a transcript or a result is of."""
    return (what.scenario, what.perturbation, what.seed)


def turn_mark(turn: TurnRecord) -> str:
    """A turn in a few characters: its step, the slot it asks about, and a digest of all it came to."""
    told = turn.model_dump_json(
        exclude={"id": True, "ms": True, "usage": True, "candidates": {"__all__": {"score"}}}
    )
    digest = hashlib.sha256(told.encode()).hexdigest()[:6]
    asked = f"?{turn.question.slot}" if turn.question is not None else ""
    return f"{turn.step}{asked} {digest}"


def _outcome(result: CaseResult, transcript: Transcript | None, scenario: Scenario | None) -> Outcome:
    turns = transcript.turns if transcript is not None else ()
    lasting = [grade for grade in result.grades if grade.key != LATENCY]
    return Outcome(
        scenario=result.scenario,
        group=result.group,
        perturbation=result.perturbation,
        seed=result.seed,
        temper=scenario.temper if scenario is not None else Temper.COOPERATIVE,
        passed=result.passed,
        score=round(result.score, 4),
        questions=sum(turn.question is not None for turn in turns),
        measured={
            grade.key: round(grade.value, 4)
            for grade in lasting
            if grade.value is not None and (grade.value or not grade.gate)
        },
        scores={grade.key: round(grade.score, 4) for grade in lasting if grade.score < 1},
        failures=_failures(result, transcript),
        turns=tuple(map(turn_mark, turns)) if result.perturbation is None else (),
    )


def _failures(result: CaseResult, transcript: Transcript | None) -> tuple[Failure, ...]:
    found = [
        Failure(kind=grade.key, turn=grade.turn, comment=grade.comment)
        for grade in result.grades
        if grade.gate and grade.score < 1
    ]
    if transcript is not None and transcript.ended is End.FAILED and not found:
        found.append(
            Failure(kind=CRASHED, turn=len(transcript.turns) or None, comment=transcript.error or "")
        )
    return tuple(found)
