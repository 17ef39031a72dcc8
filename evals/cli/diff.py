"""`python -m evals diff`: two runs, case by case."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from evals.cli.options import KEPT, RUN_FILE


def diff(
    before: Annotated[
        Path | None,
        typer.Argument(
            metavar="BEFORE",
            help="A run or a baseline (default: evals/baseline.jsonl).",
            show_default=False,
        ),
    ] = None,
    after: Annotated[
        Path,
        typer.Argument(metavar="AFTER", help="The run to hold against it."),
    ] = KEPT / RUN_FILE,
    cases: Annotated[int, typer.Option(min=0, help="How many cases are shown turn by turn.")] = 20,
) -> None:
    """Compare two runs: which cases came out otherwise, which of their turns changed, and how.

    Between two runs each change of a turn is shown: what was understood, the step, the question, the people
    and their order, the reply. Against a baseline, which keeps no transcripts, only which turns changed.
    """
    from evals.cli.reporting import read_baseline, terminal_width
    from evals.comparing import compare
    from evals.files import is_run, read_outcomes, read_run
    from evals.outcomes import outcomes
    from evals.reports.differences import differences_as_terminal

    if before is not None and is_run(before) and is_run(after):
        runs = (read_run(before), read_run(after))
        old, now = outcomes(runs[0]), outcomes(runs[1])
        comparison = compare(old, now, runs)
    else:
        kept = read_baseline(before)
        if kept is None:
            from api.cli.problems import CommandError

            raise CommandError(
                "There is no baseline; name two runs, or make one with `python -m evals record`"
            )
        old, now = kept, read_outcomes(after)
        comparison = compare(old, now)
    typer.echo(
        differences_as_terminal(
            old, now, comparison, width=terminal_width(), colour=sys.stdout.isatty(), most=cases
        ),
        nl=False,
    )
