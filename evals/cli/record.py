"""`python -m evals record`: freezes a run as the baseline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evals.cli.options import KEPT, RUN_FILE


def record(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The run to freeze.")] = KEPT / RUN_FILE,
    to: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to (default: evals/baseline.jsonl, which is committed)."),
    ] = None,
    part: Annotated[
        bool, typer.Option("--part", help="Freeze a run of some of the cases only, nevertheless.")
    ] = False,
) -> None:
    """Freeze a golden run as the baseline that later runs are compared with.

    It has a line for each scenario: what each of its variants came to, and a mark of each turn, so that its
    change can be read in review.
    """
    from api.cli.problems import CommandError
    from evals.files import read_run, write_outcomes
    from evals.gate import BASELINE
    from evals.outcomes import outcomes

    golden = read_run(run)
    if golden.selection != "whole" and not part:
        raise CommandError(
            f"{run} is not of the whole suite but of: {golden.selection}. Play `python -m evals run`, or add "
            "--part to freeze this"
        )
    place = to or BASELINE
    write_outcomes(outcomes(golden), place)
    passed = sum(result.passed for result in golden.results)
    typer.echo(f"{place}: {len(golden.results):,} cases, {passed:,} of which pass")
