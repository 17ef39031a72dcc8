"""The summary of a run for a terminal: how well it went, against what, where it fails, and how to look."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evals.nouns import Run, Transcript
from evals.outcomes import CaseKey, Failure, Outcome, Outcomes, case_of, outcomes
from evals.reports.commands import replay_command
from evals.reports.figures import Figures, Row, changes, figures
from evals.reports.latency import stages
from evals.reports.numbers import (
    aim_of,
    mean_and_interval,
    metric_change,
    metric_interval,
    metric_value,
    rate_and_interval,
    verdict,
)
from evals.reports.paper import Paper
from evals.reports.spending import spent_on_models

_COLOURS = {"better": "green", "worse": "bold red", "": "dim"}


def as_terminal(
    run: Run,
    baseline: Outcomes | None = None,
    *,
    width: int = 120,
    colour: bool = False,
    failures: int = 8,
) -> str:
    """The summary; `failures` is how many scenarios of each kind of failure are listed."""
    told = outcomes(run)
    found = figures(told)
    console = Paper(width, colour)
    console.print(_heading(run, found))
    console.print(_headlines(found, told, baseline))
    if found.pass_hat:
        hats = ", ".join(f"{k}: {chance:.3f}" for k, chance in found.pass_hat.items())
        console.print(f"pass^k for k = {hats}")
    console.print(_rows("By group", found.groups, robust=True))
    if len(found.perturbations) > 1:
        console.print(_rows("By perturbation", found.perturbations, robust=False))
    console.print(_latency(run))
    if spent := spent_on_models(run):
        console.print(f"\n{spent}")
    _print_failures(console, run, found, failures)
    return console.text


def _heading(run: Run, found: Figures) -> Text:
    people = f"{run.size:,} people, seed {run.marketplace_seed}"
    return Text.assemble(
        ("Rolecall evaluations", "bold"),
        f"  {found.whole.cases:,} conversations of {len({r.scenario for r in run.results}):,} scenarios, "
        f"{run.selection}; {run.interpreter} interpreter; {people}; {run.seconds:.0f} s\n",
    )


def _headlines(found: Figures, told: Outcomes, baseline: Outcomes | None) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("", "now", "95% interval", "aim", "against the baseline"):
        table.add_column(name, justify="right" if name == "now" else "left")
    changed = changes(baseline, told) if baseline is not None and baseline.comparable(told) else {}
    for metric in found.metrics:
        moved = changed.get(metric.key)
        judged = verdict(metric, moved)
        against = Text(f"{metric_change(metric, moved)} {judged}".strip(), _COLOURS[judged])
        aim = Text(aim_of(metric), "green" if metric.reached else "red")
        table.add_row(metric.label, metric_value(metric), metric_interval(metric), aim, against)
    if baseline is None:
        table.caption = "There is no baseline to compare with."
    elif not baseline.comparable(told):
        table.caption = "The baseline is of another marketplace: nothing is compared."
    table.caption_justify = "left"
    return table


def _rows(title: str, rows: Iterable[Row], robust: bool) -> Table:
    table = _table(f"\n{title}")
    table.add_column("", no_wrap=True)
    names = ["cases", "success", *(["pass^8"] if robust else []), "questions", "to acceptable"]
    for name in [*names, "ungrounded", "broke musts"]:
        table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(
            row.name,
            f"{row.cases:,}",
            rate_and_interval(row.success),
            *([rate_and_interval(row.robust)] if robust else []),
            mean_and_interval(row.questions),
            mean_and_interval(row.first_acceptable),
            rate_and_interval(row.ungrounded),
            rate_and_interval(row.broken),
            style="" if row.success.hits == row.success.total else "yellow",
        )
    return table


def _table(title: str) -> Table:
    return Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
        header_style="dim",
    )


def _latency(run: Run) -> Table:
    table = _table("\nMilliseconds of a turn, by stage")
    table.add_column("")
    for name in ("turns", "median", "95th percentile", "share"):
        table.add_column(name, justify="right")
    for stage in stages(run):
        table.add_row(
            stage.name.replace("_", " "),
            f"{stage.turns:,}",
            f"{stage.p50:.1f}",
            f"{stage.p95:.1f}",
            f"{stage.share * 100:.0f}%",
        )
    return table


def _print_failures(console: Console, run: Run, found: Figures, most: int) -> None:
    if not found.kinds:
        console.print("\nNothing failed.", style="green")
        return
    transcripts: dict[CaseKey, Transcript] = {case_of(each): each for each in run.transcripts}
    console.print("\nFailures by kind", style="bold")
    for kind, cases in found.kinds:
        scenarios = _by_scenario(cases)
        console.print(
            f"\n{kind}: {len(cases):,} {'case' if len(cases) == 1 else 'cases'} of {len(scenarios):,} "
            f"{'scenario' if len(scenarios) == 1 else 'scenarios'}",
            style="red",
        )
        for case, *variants in scenarios[:most]:
            failure = next(each for each in case.failures if each.kind == kind)
            also = f" (and {len(variants)} more of its variants)" if variants else ""
            console.print(Text(f"  {case.scenario}: {_comment(failure)}{also}"), soft_wrap=True)
            if case.key in transcripts:
                again = replay_command(run, transcripts[case.key])
                console.print(Text(f"    {again}", "dim"), soft_wrap=True)
        if len(scenarios) > most:
            left = len(scenarios) - most
            console.print(f"  and {left:,} more: --failures {len(scenarios)}, or the page", style="dim")


def _by_scenario(cases: Iterable[Outcome]) -> list[list[Outcome]]:
    """The cases of each scenario together; scenarios that fail in their own words come first."""
    found: dict[str, list[Outcome]] = {}
    for case in sorted(cases, key=lambda each: each.perturbation is not None):
        found.setdefault(case.scenario, []).append(case)
    return list(found.values())


def _comment(failure: Failure) -> str:
    if failure.turn is None or failure.comment.startswith("turn "):
        return failure.comment
    return f"turn {failure.turn}: {failure.comment}"
