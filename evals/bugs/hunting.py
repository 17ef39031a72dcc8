"""Plays an agent with a bug in it, and says which graders noticed.

A bug is played over a few scenarios in which it can show and whose conversations pass without it. It counts
as caught when a gate that held breaks, or when one of the other grades falls clearly over these scenarios.
The graders know nothing of the bugs.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field

from evals.bugs.seams import Bug, seeded
from evals.grading import grade
from evals.nouns import CaseResult, Scenario
from evals.playing import play
from evals.selecting import stratified
from evals.staging import StageSettings, open_stage
from evals.truth import marketplace_truth

TRIES = 6
"""Scenarios a bug is played over."""

CLEARLY = 0.05
"""By how much a mean grade that is no gate must fall to count."""

_CONTINUOUS = frozenset({"relevance", "turns", "few_questions", "question_worth"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a bug: in how many conversations it was played, which grades it broke in how many."""

    bug: Bug
    played: int
    broke: Counter[str] = field(default_factory=Counter)
    fell: dict[str, float] = field(default_factory=dict)

    @property
    def is_caught(self) -> bool:
        """Whether any grader noticed."""
        return bool(self.broke or self.fell)

    @property
    def caught_by(self) -> str:
        """The graders that noticed, the surest first."""
        gates = [f"{key} {number}/{self.played}" for key, number in self.broke.most_common()]
        return ", ".join([*gates, *(f"{key} -{by:.2f}" for key, by in sorted(self.fell.items()))])


class Hunt:
    """Plays bugs on one stage; what the agent does without a bug is played once and kept."""

    def __init__(self, scenarios: Sequence[Scenario], stage: StageSettings, tries: int = TRIES) -> None:
        self._scenarios = stratified(scenarios, len(scenarios))
        self._stage = stage
        self._tries = tries
        self._sound: dict[str, CaseResult] = {}

    async def hunt(self, bugs: Iterable[Bug], done: Callable[[Verdict], None]) -> list[Verdict]:
        """The verdict on each bug, told as soon as it is known."""
        verdicts = []
        async with open_stage(self._stage) as marketplace:
            stage = self._stage
            truth = marketplace_truth(stage.size, stage.seed, stage.today, marketplace.knowledge)

            async def graded(scenario: Scenario) -> CaseResult:
                transcript = await play(scenario, marketplace)
                return grade(scenario, transcript, truth, marketplace.knowledge)

            for bug in bugs:
                chosen = await self._chosen(bug, graded)
                with seeded(bug):
                    broken = [await graded(scenario) for scenario in chosen]
                verdict = judged(bug, [self._sound[each.id] for each in chosen], broken)
                verdicts.append(verdict)
                done(verdict)
        return verdicts

    async def _chosen(self, bug: Bug, graded: Callable[[Scenario], Awaitable[CaseResult]]) -> list[Scenario]:
        """Scenarios in which it can show and which pass without it; where too few do, the rest besides."""
        where = [scenario for scenario in self._scenarios if bug.shows_in(scenario)][: self._tries * 3]
        passing: list[Scenario] = []
        for scenario in where:
            if len(passing) == self._tries:
                break
            if scenario.id not in self._sound:
                self._sound[scenario.id] = await graded(scenario)
            if self._sound[scenario.id].passed:
                passing.append(scenario)
        return [*passing, *(each for each in where if each not in passing)][: self._tries]


def judged(bug: Bug, sound: Sequence[CaseResult], broken: Sequence[CaseResult]) -> Verdict:
    """Which grades are worse with the bug than without it."""
    verdict = Verdict(bug, len(broken))
    for before, after in zip(sound, broken, strict=True):
        held = {each.key for each in before.grades if each.gate and each.score == 1}
        failed = {each.key for each in after.grades if each.gate and each.score < 1}
        verdict.broke.update(held & failed)
    for key in sorted(_CONTINUOUS):
        was, now = _mean(sound, key), _mean(broken, key)
        if was is not None and now is not None and was - now >= CLEARLY:
            verdict.fell[key] = was - now
    return verdict


def _mean(results: Sequence[CaseResult], key: str) -> float | None:
    scores = [each.score for result in results for each in result.grades if each.key == key]
    return sum(scores) / len(scores) if scores else None
