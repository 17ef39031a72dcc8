"""A comparison of two runs, for a terminal."""

from rich.console import Console
from rich.text import Text

from evals.comparing import CaseChange, Comparison, TurnChange
from evals.outcomes import CaseKey, Outcomes
from evals.reports.figures import changes, figures
from evals.reports.numbers import metric_change, metric_value, verdict
from evals.reports.paper import Paper


def differences_as_terminal(
    before: Outcomes,
    after: Outcomes,
    comparison: Comparison,
    *,
    width: int = 120,
    colour: bool = False,
    most: int = 20,
) -> str:
    """The figures that moved, then the cases; `most` is how many cases are shown turn by turn."""
    console = Paper(width, colour)
    broke = sum(change.broke for change in comparison.changed)
    mended = sum(change.mended for change in comparison.changed)
    console.print(
        f"{comparison.same:,} cases are as they were, {len(comparison.changed):,} changed: "
        f"{broke:,} broke, {mended:,} were mended."
    )
    for name, keys in (("only in the first", comparison.gone), ("only in the second", comparison.new)):
        if keys:
            console.print(f"{len(keys):,} {name}: {', '.join(case_name(key) for key in keys[:5])}…")
    if before.comparable(after):
        _print_figures(console, before, after)
    else:
        console.print("They are of different marketplaces: their figures are not compared.", style="yellow")
    for change in comparison.changed[:most]:
        _print_case(console, change)
    if len(comparison.changed) > most:
        console.print(f"\nand {len(comparison.changed) - most:,} more: --cases {len(comparison.changed)}")
    return console.text


def case_name(key: CaseKey) -> str:
    """A case in words."""
    scenario, perturbation, seed = key
    named = scenario if perturbation is None else f"{scenario} [{perturbation}]"
    return f"{named} seed {seed}" if seed else named


def _print_figures(console: Console, before: Outcomes, after: Outcomes) -> None:
    moved = changes(before, after)
    old, now = figures(before), figures(after)
    for metric in now.metrics:
        change = moved.get(metric.key)
        judged = verdict(metric, change)
        console.print(
            f"  {metric.label}: {metric_value(old.metric(metric.key))} to {metric_value(metric)}  "
            f"{metric_change(metric, change)} {judged}".rstrip(),
            style={"better": "green", "worse": "red", "": ""}[judged],
        )


def _print_case(console: Console, change: CaseChange) -> None:
    state = "broke" if change.broke else "mended" if change.mended else "changed"
    style = {"broke": "bold red", "mended": "green", "changed": "bold"}[state]
    scores = f"score {change.before.score:.3f} to {change.after.score:.3f}"
    kinds = ", ".join(failure.kind for failure in change.after.failures)
    head = Text.assemble("\n", (case_name(change.after.key), style), f"  {state}, {scores}")
    console.print(head + Text(f"; fails: {kinds}" if kinds else ""), soft_wrap=True)
    for turn in change.turns:
        _print_turn(console, turn)


def _print_turn(console: Console, turn: TurnChange) -> None:
    if not turn.aspects:
        console.print(f"  turn {turn.turn} changed", style="dim")
    for aspect in turn.aspects:
        console.print(Text(f"  turn {turn.turn} {aspect.name}: {aspect.before}", "dim"), soft_wrap=True)
        console.print(Text(f"  {' ' * len(f'turn {turn.turn}')} now: {aspect.after}"), soft_wrap=True)
