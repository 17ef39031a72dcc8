"""Whether a run is good enough: against fixed thresholds, and against the committed baseline.

The agent is deterministic, so a difference from the baseline is never noise of the run; whether it would be
seen on other scenarios too is what the paired bootstrap answers.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, ValidationError

from evals.comparing import compare
from evals.nouns import EvalNoun
from evals.outcomes import Outcomes
from evals.reports.differences import case_name
from evals.reports.figures import METRICS, RELEVANCE, Metric, changes, figures
from evals.reports.numbers import aim_of, metric_value, percent

THRESHOLDS = Path(__file__).parent / "thresholds.toml"
BASELINE = Path(__file__).parent / "baseline.jsonl"
_NOTICEABLE = 0.01
"""Of nDCG: two neighbours that change places move it less."""

_NAMED = 5
"""Cases that are named of those that broke."""


class BrokenThresholds(Exception):
    """The file of thresholds cannot be used; the message says why."""


class Thresholds(EvalNoun):
    """What a run must reach. The names are those of the headline figures."""

    least: dict[str, float] = Field(default_factory=dict, description="A figure must not be below.")
    most: dict[str, float] = Field(default_factory=dict, description="A figure must not be above.")
    may_fall: dict[str, float] = Field(
        default_factory=dict,
        description="By how much a figure may be below the baseline's, over the cases both have. More fails "
        "where the interval of the difference excludes zero.",
    )
    may_rise: dict[str, float] = Field(default_factory=dict, description="The same, where less is better.")
    may_worsen: float = Field(
        default=1,
        ge=0,
        le=1,
        description="The share of cases whose list may be less relevant than in the baseline, beyond those "
        "whose list is more so.",
    )
    may_break: float = Field(
        default=0,
        ge=0,
        le=1,
        description="The share of the baseline's passing cases that may fail now.",
    )


@dataclass(frozen=True, slots=True)
class Check:
    """One thing the gate looked at. What is only aimed at, or only worth knowing, does not decide."""

    holds: bool
    told: str
    aim: bool = False


def read_thresholds(path: Path = THRESHOLDS) -> Thresholds:
    """The thresholds of a TOML file. Raises BrokenThresholds."""
    try:
        found = Thresholds.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise BrokenThresholds(f"{path}: {error}") from None
    known = {"success", *METRICS}
    unknown = {*found.least, *found.most, *found.may_fall, *found.may_rise} - known
    if unknown:
        raise BrokenThresholds(
            f"{path}: there is no figure {', '.join(sorted(unknown))}; there are {', '.join(sorted(known))}"
        )
    return found


def judge(run: Outcomes, baseline: Outcomes | None, thresholds: Thresholds) -> tuple[Check, ...]:
    """Everything the gate looks at; `passed` says what it comes to."""
    checks = [*_fixed(run, thresholds), *_aims(run, thresholds)]
    if not run.cases:
        checks.append(Check(False, "no case was played"))
    if baseline is None:
        checks.append(Check(False, "there is no baseline: make one with `python -m evals record`"))
    elif not baseline.comparable(run):
        checks.append(
            Check(
                False,
                f"the baseline is of {baseline.size:,} people of seed {baseline.marketplace_seed}, this run "
                f"of {run.size:,} of seed {run.marketplace_seed}: record another, or run with those",
            )
        )
    else:
        checks += _against(run, baseline, thresholds)
    return tuple(checks)


def passed(checks: Iterable[Check]) -> bool:
    """Whether all holds but what is only aimed at."""
    return all(check.holds or check.aim for check in checks)


def _aims(run: Outcomes, thresholds: Thresholds) -> Iterator[Check]:
    judged = {**thresholds.least, **thresholds.most}
    for metric in figures(run).metrics:
        missed = metric.value is not None and not metric.reached
        if metric.aim is not None and missed and judged.get(metric.key) != metric.aim:
            yield Check(False, f"{metric.label}: {metric_value(metric)}, aim {aim_of(metric)}", aim=True)


def _fixed(run: Outcomes, thresholds: Thresholds) -> Iterator[Check]:
    for metric in figures(run).metrics:
        for name, bounds in (("least", thresholds.least), ("most", thresholds.most)):
            if metric.key in bounds:
                yield _bound(metric, name, bounds[metric.key])


def _bound(metric: Metric, name: str, bound: float) -> Check:
    allowed = f"at {name} {percent(bound, 2) if metric.share else f'{bound:g}'}"
    if metric.value is None:
        return Check(True, f"{metric.label}: not measured by these cases ({allowed})")
    holds = metric.value >= bound if name == "least" else metric.value <= bound
    return Check(holds, f"{metric.label}: {metric_value(metric)}, {allowed}")


def _against(run: Outcomes, baseline: Outcomes, thresholds: Thresholds) -> Iterator[Check]:
    moved = changes(baseline, run)
    for bounds, way in ((thresholds.may_fall, -1), (thresholds.may_rise, 1)):
        for key, allowed in bounds.items():
            change = moved.get(key)
            if change is None:
                continue
            worse = way * change.value
            holds = worse <= allowed or not change.interval.excludes_zero
            interval = f"[{change.interval.low:+.4f}, {change.interval.high:+.4f}]"
            yield Check(
                holds,
                f"{key.replace('_', ' ')} against the baseline: {change.value:+.4f} {interval}, "
                f"may {'fall' if way < 0 else 'rise'} by {allowed:g}",
            )
    yield _worsening(run, baseline, thresholds.may_worsen)
    yield _breaking(run, baseline, thresholds.may_break)
    changed = compare(baseline, run).changed
    if changed:
        named = ", ".join(case_name(change.after.key) for change in changed[:_NAMED])
        told = f"{len(changed):,} conversations are not as in the baseline: {named}… (`python -m evals diff`)"
        yield Check(False, told, aim=True)


def _worsening(run: Outcomes, baseline: Outcomes, allowed: float) -> Check:
    before = baseline.by_key()
    moves = {
        case_name(case.key): case.measured[RELEVANCE] - before[case.key].measured[RELEVANCE]
        for case in run.cases
        if RELEVANCE in case.measured and case.key in before and RELEVANCE in before[case.key].measured
    }
    worse = sorted((move, name) for name, move in moves.items() if move < -_NOTICEABLE)
    better = sum(move > _NOTICEABLE for move in moves.values())
    share = (len(worse) - better) / len(moves) if moves else 0.0
    named = ", ".join(name for _, name in worse[:_NAMED])
    return Check(
        share <= allowed,
        f"lists less relevant than in the baseline: {len(worse):,} of {len(moves):,}, {better:,} more so; at "
        f"most {percent(allowed, 2)} net{f': {named}' if worse else ''}",
    )


def _breaking(run: Outcomes, baseline: Outcomes, allowed: float) -> Check:
    before = baseline.by_key()
    passing = [case for case in run.cases if case.key in before and before[case.key].passed]
    broken = [case for case in passing if not case.passed]
    share = len(broken) / len(passing) if passing else 0.0
    named = ", ".join(case_name(case.key) for case in broken[:_NAMED])
    more = f" and {len(broken) - _NAMED:,} more" if len(broken) > _NAMED else ""
    return Check(
        share <= allowed,
        f"passed in the baseline and fail now: {len(broken):,} of {len(passing):,}, at most "
        f"{percent(allowed, 2)}{f': {named}{more}' if broken else ''}",
    )
