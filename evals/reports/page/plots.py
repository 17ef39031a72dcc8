"""Which plots the page has: where conversations fail, whether questions pay, where the time goes."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from evals.nouns import Run
from evals.outcomes import Outcome, Outcomes
from evals.reports.figures import VARIANTS, Figures, changes
from evals.reports.latency import TOTAL, Stage, stages
from evals.reports.numbers import metric_change, percent, verdict
from evals.reports.page.drawing import Bar, Part, bars, columns, forest, line
from evals.reports.paying import Paying, paying
from evals.reports.statistics import Rate

_MOST_TURNS = 12
"""Later turns are counted together."""


def failing_by_group(run: Outcomes) -> str:
    """The share of each group's cases that fail, worst first."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for case in run.cases:
        groups[case.group].append(case)
    return _failing(groups, "group", "Share of failing conversations by group")


def failing_by_perturbation(run: Outcomes) -> str:
    """The share of the cases that fail, by how the client's words were changed."""
    variants: dict[str, list[Outcome]] = defaultdict(list)
    for case in run.cases:
        variants[case.perturbation or "as written"].append(case)
    return _failing(variants, "perturbation", "Share of failing conversations by perturbation")


def failing_by_grader(found: Figures) -> str:
    """How many cases each grader failed."""
    rows = [
        Bar(
            kind.replace("_", " "),
            [Part(len(cases), "bad", f"{len(cases)} cases")],
            f"{len(cases):,}",
            show=("kind", kind),
        )
        for kind, cases in found.kinds
    ]
    return bars(rows, max((len(cases) for _, cases in found.kinds), default=1), told="Failures by grader")


def failing_by_turn(run: Run, told: Outcomes) -> str:
    """At which turn conversations go wrong: failures at a turn as a share of those that come so far."""
    reached: Counter[int] = Counter()
    for transcript in run.transcripts:
        reached.update(min(turn.turn, _MOST_TURNS) for turn in transcript.turns)
    failed: Counter[int] = Counter()
    for case in told.cases:
        failed.update({min(each.turn, _MOST_TURNS) for each in case.failures if each.turn is not None})
    heights = [
        (
            f"{turn}+" if turn == _MOST_TURNS else str(turn),
            failed[turn] / reached[turn] if reached[turn] else 0.0,
            str(failed[turn]) if failed[turn] else "",
            ("turn", str(turn)) if failed[turn] else None,
        )
        for turn in range(1, max(reached, default=1) + 1)
    ]
    return columns(heights, told="Failures by turn")


def robustness(found: Figures, aim: float | None) -> str:
    """pass^k against k."""
    points = sorted(found.pass_hat.items())
    return line(points, (VARIANTS, aim) if aim is not None else None, told="pass^k by k")


def questions(run: Run) -> str:
    """What came of the questions about each slot."""
    rows = paying(run)
    most = max((row.asked for row in rows), default=1)
    return bars([_question(row) for row in rows], most, told="What came of the questions, by slot")


def latency(run: Run) -> str:
    """The median of each stage as a bar, with a whisker to the 95th percentile."""
    found = stages(run)
    most = max((stage.p95 for stage in found), default=1.0)
    return bars([_stage(stage) for stage in found], most, told="Milliseconds of a turn by stage")


def budget(run: Run) -> str:
    """How the time of all turns divides over the stages, in one bar."""
    found = [stage for stage in stages(run) if stage.name != TOTAL]
    parts = [
        Part(stage.share, f"stage{number % 6}", f"{stage.name}: {percent(stage.share, 0)}")
        for number, stage in enumerate(found)
    ]
    return bars([Bar("", parts, "")], 1.0, told="Share of the time by stage")


def moved(before: Outcomes, after: Outcomes, found: Figures) -> str:
    """Each headline figure's change against the baseline, with its interval."""
    measured = changes(before, after)
    rows = []
    for metric in found.metrics:
        change = measured.get(metric.key)
        if change is not None:
            interval = change.interval
            short = metric_change(metric, change).split(" [")[0]
            kind = verdict(metric, change) or "plain"
            rows.append((_LABELS[metric.key], change.value, interval.low, interval.high, short, kind))
    return forest(rows, told="Change against the baseline")


_LABELS = {
    "success_first_try": "first try",
    "pass_hat_8": "pass^8",
    "mean_questions": "questions",
    "turns_to_acceptable": "turns to acceptable",
    "grounding_violations": "ungrounded",
    "broken_hard_requirements": "broken must-haves",
    "relevance": "relevance",
    "score": "score",
}


def _failing(parts: dict[str, list[Outcome]], filtered: str, told: str) -> str:
    rates = {name: Rate(sum(not case.passed for case in cases), len(cases)) for name, cases in parts.items()}
    ordered = sorted(rates.items(), key=lambda item: (-item[1].value, item[0]))
    most = max((found.interval.high for found in rates.values()), default=1.0)
    return bars([_rate(name, found, filtered) for name, found in ordered], most, told=told)


def _rate(name: str, found: Rate, filtered: str) -> Bar:
    interval = found.interval
    told = f"{found.hits} of {found.total}"
    return Bar(
        name.replace("_", " "),
        [Part(found.value, "bad", told)],
        told,
        interval.low,
        interval.high,
        (filtered, name),
    )


def _question(row: Paying) -> Bar:
    parts = [
        Part(row.moved, "good", f"{row.moved} answered, the list moved"),
        Part(row.kept, "meh", f"{row.kept} answered, the list stayed"),
        Part(row.declined, "bad", f"{row.declined}: no opinion"),
        Part(row.passed_over, "plain", f"{row.passed_over} passed over"),
    ]
    return Bar(_words(row.slot), parts, f"{percent(row.moved / row.asked, 0)} of {row.asked:,}")


def _words(slot: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in slot)


def _stage(stage: Stage) -> Bar:
    return Bar(
        stage.name.replace("_", " "),
        [Part(stage.p50, "stage", f"median {stage.p50:.1f} ms")],
        f"{stage.p50:.0f} / {stage.p95:.0f} ms",
        stage.p50,
        stage.p95,
    )


def legend(entries: Sequence[tuple[str, str]]) -> str:
    """Colours and what they stand for."""
    return "".join(f'<span><i class="{kind}"></i>{told}</span>' for kind, told in entries)
