"""`python -m evals score`: grades what was recorded, without running the agent."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evals.cli.options import Baseline, Failures, Files, Workers


def score(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Runs of ours, what conversationExport gives, or the messages of LangGraph threads (JSON).",
        ),
    ],
    scenario: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Hold recorded conversations against the gold of this scenario. Without one only that is "
            "graded which needs no gold: grounding, names, requirements, questions, latency...",
        ),
    ] = None,
    cases: Files = None,
    size: Annotated[
        int, typer.Option(min=0, help="People of the demo marketplace the recordings are of; 0: of another.")
    ] = 1000,
    marketplace_seed: Annotated[int, typer.Option(help="Its seed.")] = 7,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="FOLDER", help="Where the run and its reports are written."),
    ] = Path("data/evals/scored"),
    workers: Workers = 2,
    baseline: Baseline = None,
    failures: Failures = 8,
) -> None:
    """Grade recorded conversations. The agent is not run.

    A run is graded anew against the scenarios as they are now: so a changed grader or gold is tried.
    """
    from evals.cli.reporting import read_baseline, show, write_reports
    from evals.cli.scoring import scored

    before = read_baseline(baseline)
    run = scored(files, scenario, cases or (), size, marketplace_seed, workers)
    write_reports(run, before, out)
    show(run, before, out, failures)
