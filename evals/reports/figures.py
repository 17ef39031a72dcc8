"""The figures of a run: what the terminal, the page, the JSON and the gate all speak of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from evals.outcomes import Outcome, Outcomes
from evals.reports.statistics import Mean, Rate, change, mean, pass_hat, rate

GROUNDING = frozenset({"grounding", "names"})
HARD = frozenset({"requirements"})
FIRST_ACCEPTABLE = "turns"
RELEVANCE = "relevance"
"""Keys of graders that have a figure of their own."""

METRICS = (
    "success_first_try",
    "pass_hat_8",
    "mean_questions",
    "turns_to_acceptable",
    "grounding_violations",
    "broken_hard_requirements",
    "relevance",
    "score",
)
"""Names of the headline figures."""

AIMS: Mapping[str, float] = MappingProxyType(
    {
        "success_first_try": 0.98,
        "pass_hat_8": 0.95,
        "mean_questions": 2.0,
        "turns_to_acceptable": 3.0,
        "grounding_violations": 0.0,
        "broken_hard_requirements": 0.0,
    }
)
"""What a team can trust its product to. A gate may ask for less on the way there."""

VARIANTS = 8
"""Perturbations of a scenario."""


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of some of the cases: all, those of a group, or those of a perturbation."""

    name: str
    cases: int
    success: Rate
    robust: Rate
    """Scenarios of which all eight variants pass, of those that were played in all eight."""
    questions: Mean | None
    first_acceptable: Mean | None
    ungrounded: Rate
    """Cases in which the agent said what is not in the data."""
    broken: Rate
    """Cases in which somebody shown breaks a hard requirement."""
    relevance: Mean | None
    """nDCG of the list that answers all that was said, whether or not the gates hold."""
    score: Mean | None


@dataclass(frozen=True, slots=True)
class Metric:
    """One headline figure."""

    key: str
    """Its name in thresholds.toml."""
    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    share: bool = False
    """Whether it is a share of 1, to be shown in per cent."""
    more_is_better: bool = True

    @property
    def aim(self) -> float | None:
        """What a product worth trusting reaches."""
        return AIMS.get(self.key)

    @property
    def reached(self) -> bool:
        """Whether there is a value, and it is as good as the aim or there is none."""
        if self.value is None or self.aim is None:
            return self.value is not None
        return self.value >= self.aim if self.more_is_better else self.value <= self.aim


@dataclass(frozen=True, slots=True)
class Figures:
    """All of a run."""

    whole: Row
    groups: tuple[Row, ...]
    perturbations: tuple[Row, ...]
    pass_hat: dict[int, float]
    kinds: tuple[tuple[str, tuple[Outcome, ...]], ...]
    """Cases by what failed in them, the commonest first; a case can be under several."""
    metrics: tuple[Metric, ...]

    def metric(self, key: str) -> Metric:
        """A headline figure by its name."""
        return next(metric for metric in self.metrics if metric.key == key)


def figures(run: Outcomes) -> Figures:
    """The figures of these outcomes."""
    cases = run.cases
    own = [case for case in cases if case.perturbation is None]
    whole = row("all", own or cases, cases)
    groups = defaultdict(list)
    perturbations = defaultdict(list)
    for case in cases:
        groups[case.group].append(case)
        perturbations[case.perturbation].append(case)
    hats = {k: pass_hat(_passes(cases), k) for k in range(1, VARIANTS + 1)}
    known_hats = {k: chance for k, chance in hats.items() if chance is not None}
    return Figures(
        whole=whole,
        groups=tuple(_group_row(name, groups[name]) for name in sorted(groups)),
        perturbations=tuple(
            row(name or "as written", perturbations[name], perturbations[name])
            for name in sorted(perturbations, key=lambda each: each or "")
        ),
        pass_hat=known_hats,
        kinds=_kinds(cases),
        metrics=_metrics(whole, known_hats.get(VARIANTS)),
    )


def row(name: str, tries: Sequence[Outcome], cases: Sequence[Outcome]) -> Row:
    """Success, questions and turns are of the `tries`; the rest is of all `cases`."""
    return Row(
        name=name,
        cases=len(cases),
        success=rate(case.passed for case in tries),
        robust=rate(passed == played for passed, played in _passes(cases) if played >= VARIANTS),
        questions=mean((case.scenario, float(case.questions)) for case in tries),
        first_acceptable=mean(
            (case.scenario, case.measured[FIRST_ACCEPTABLE])
            for case in tries
            if FIRST_ACCEPTABLE in case.measured
        ),
        ungrounded=rate(_failed(case, GROUNDING) for case in cases),
        broken=rate(_failed(case, HARD) for case in cases),
        relevance=mean(
            (case.scenario, case.measured[RELEVANCE]) for case in cases if RELEVANCE in case.measured
        ),
        score=mean((case.scenario, case.score) for case in cases),
    )


def changes(before: Outcomes, after: Outcomes) -> dict[str, Mean]:
    """By metric, how the cases that both runs have differ: paired, and resampled by scenario."""
    values = {
        "success_first_try": (_values(before, "passed", own=True), _values(after, "passed", own=True)),
        "success": (_values(before, "passed"), _values(after, "passed")),
        "score": (_values(before, "score"), _values(after, "score")),
        "mean_questions": (
            _values(before, "questions", own=True),
            _values(after, "questions", own=True),
        ),
        "turns_to_acceptable": (
            _measured(before, FIRST_ACCEPTABLE, own=True),
            _measured(after, FIRST_ACCEPTABLE, own=True),
        ),
        "relevance": (_measured(before, RELEVANCE), _measured(after, RELEVANCE)),
        "grounding_violations": (_violations(before, GROUNDING), _violations(after, GROUNDING)),
        "broken_hard_requirements": (_violations(before, HARD), _violations(after, HARD)),
        "pass_hat_8": (_robust(before), _robust(after)),
    }
    found = {name: change(*pair) for name, pair in values.items()}
    return {name: measured for name, measured in found.items() if measured is not None}


def _group_row(name: str, cases: Sequence[Outcome]) -> Row:
    own = [case for case in cases if case.perturbation is None]
    return row(name, own or cases, cases)


def _passes(cases: Iterable[Outcome]) -> list[tuple[int, int]]:
    passed: Counter[str] = Counter()
    played: Counter[str] = Counter()
    for case in cases:
        if case.perturbation is not None:
            played[case.scenario] += 1
            passed[case.scenario] += case.passed
    return [(passed[scenario], number) for scenario, number in played.items()]


def _failed(case: Outcome, kinds: frozenset[str]) -> bool:
    return any(failure.kind in kinds for failure in case.failures)


def _kinds(cases: Iterable[Outcome]) -> tuple[tuple[str, tuple[Outcome, ...]], ...]:
    found: dict[str, dict[str, Outcome]] = defaultdict(dict)
    for case in cases:
        for failure in case.failures:
            found[failure.kind][str(case.key)] = case
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple((kind, tuple(failed.values())) for kind, failed in ordered)


def _metrics(whole: Row, robust: float | None) -> tuple[Metric, ...]:
    def of_mean(key: str, label: str, measured: Mean | None, better: bool = False) -> Metric:
        if measured is None:
            return Metric(key, label, None, more_is_better=better)
        interval = measured.interval
        return Metric(key, label, measured.value, interval.low, interval.high, more_is_better=better)

    def of_rate(key: str, label: str, found: Rate, value: float | None) -> Metric:
        interval = found.interval
        return Metric(key, label, value, interval.low, interval.high, share=True)

    return (
        of_rate("success_first_try", "success on first try", whole.success, whole.success.value),
        of_rate("pass_hat_8", "pass^8", whole.robust, robust)
        if robust is not None
        else Metric("pass_hat_8", "pass^8", None, share=True),
        of_mean("mean_questions", "mean questions", whole.questions),
        of_mean("turns_to_acceptable", "turns to first acceptable candidate", whole.first_acceptable),
        Metric(
            "grounding_violations",
            "grounding violations",
            float(whole.ungrounded.hits),
            more_is_better=False,
        ),
        Metric(
            "broken_hard_requirements",
            "broken hard requirements",
            float(whole.broken.hits),
            more_is_better=False,
        ),
        of_mean("relevance", "relevance (nDCG)", whole.relevance, better=True),
        of_mean("score", "score", whole.score, better=True),
    )


def _values(run: Outcomes, field: str, own: bool = False) -> dict[tuple[str, object], float]:
    return {
        (case.scenario, case.key[1:]): float(getattr(case, field))
        for case in run.cases
        if not own or case.perturbation is None
    }


def _measured(run: Outcomes, grader: str, own: bool = False) -> dict[tuple[str, object], float]:
    return {
        (case.scenario, case.key[1:]): case.measured[grader]
        for case in run.cases
        if grader in case.measured and not (own and case.perturbation is not None)
    }


def _violations(run: Outcomes, kinds: frozenset[str]) -> dict[tuple[str, object], float]:
    return {(case.scenario, case.key[1:]): float(_failed(case, kinds)) for case in run.cases}


def _robust(run: Outcomes) -> dict[tuple[str, object], float]:
    variants: dict[str, list[bool]] = defaultdict(list)
    for case in run.cases:
        if case.perturbation is not None:
            variants[case.scenario].append(case.passed)
    return {
        (scenario, None): float(all(passed))
        for scenario, passed in variants.items()
        if len(passed) >= VARIANTS
    }
