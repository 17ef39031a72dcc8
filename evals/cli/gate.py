"""`python -m evals gate`: PASS or FAIL."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evals.cli.options import KEPT, Baseline, Failures, Fast, Files, Out, WithModel, Workers


def gate(
    run: Annotated[
        Path | None,
        typer.Argument(metavar="RUN", help="A run to judge; none: one is played now.", show_default=False),
    ] = None,
    fast: Fast = False,
    cases: Files = None,
    model: WithModel = False,
    workers: Workers = 2,
    out: Out = KEPT,
    baseline: Baseline = None,
    thresholds: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Other thresholds (default: evals/thresholds.toml)."),
    ] = None,
    failures: Failures = 3,
) -> None:
    """Judge a run by the thresholds and against the baseline. The last line is PASS or FAIL.

    Exit code 0 or 1 says the same.
    """
    from evals.cli.choosing import Choice, run_choice
    from evals.cli.reporting import read_baseline, show, write_reports
    from evals.files import read_run
    from evals.gate import THRESHOLDS, judge, passed, read_thresholds
    from evals.outcomes import outcomes

    bounds = read_thresholds(thresholds or THRESHOLDS)
    before = read_baseline(baseline)
    if run is not None:
        judged = read_run(run)
    else:
        judged = run_choice(Choice(fast=fast, files=cases or (), model=model, workers=workers))
        write_reports(judged, before, out)
        show(judged, before, out, failures)
    checks = judge(outcomes(judged), before, bounds)
    typer.echo()
    for check in sorted(checks, key=lambda each: not each.holds):
        state = "ok" if check.holds else "note" if check.aim else "FAIL"
        typer.echo(f"  {state:<4}  {check.told}")
    holds = passed(checks)
    typer.echo("PASS" if holds else "FAIL")
    raise typer.Exit(0 if holds else 1)
