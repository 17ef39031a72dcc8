"""`python -m evals ablation`: whether questions chosen by their value beat others."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from evals.cli.options import ABLATION_FILE, KEPT, RUN_FILE, MarketplaceSeed, Out, Size, Workers


def ablation(
    clients: Annotated[int, typer.Option(min=2, help="Clients who talk to it under each policy.")] = 200,
    seed: Annotated[int, typer.Option(help="Another seed makes other clients.")] = 1,
    size: Size = 1000,
    marketplace_seed: MarketplaceSeed = 7,
    workers: Workers = 2,
    out: Out = KEPT,
) -> None:
    """Hold questions chosen by their value against random and fixed-order ones.

    The same vague clients talk to the agent under each policy. What is better is paired by client, with a
    bootstrap interval. The page of the run in the same folder shows it too.
    """
    from api.cli.progress import showing_progress
    from evals.ablation import compare_policies
    from evals.cli.reporting import read_baseline, terminal_width, write_reports
    from evals.files import read_run
    from evals.reports.ablation import ablation_as_terminal, write_ablation
    from evals.staging import StageSettings

    stage = StageSettings(size=size, seed=marketplace_seed)
    with showing_progress() as steps:
        compared = compare_policies(stage, clients=clients, seed=seed, workers=workers, progress=steps.update)
    write_ablation(compared, out / ABLATION_FILE)
    typer.echo(ablation_as_terminal(compared, width=terminal_width(), colour=sys.stdout.isatty()), nl=False)
    typer.echo(f"For machines: {out / ABLATION_FILE}")
    if (out / RUN_FILE).exists():
        write_reports(read_run(out / RUN_FILE), read_baseline(None), out)
        typer.echo(f"On the page of the run: {(out / 'report.html').resolve().as_uri()}")
