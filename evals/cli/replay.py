"""`python -m evals replay`: one conversation again, to read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from evals.cli.options import Files, MarketplaceSeed, Policy, Seed, Size, WithModel


def replay(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="The scenario's id.")],
    perturbation: Annotated[
        str | None,
        typer.Option("--perturbation", "-p", help="One of the eight variants (default: its own words)."),
    ] = None,
    cases: Files = None,
    seed: Seed = 0,
    policy: Policy = "evoi",
    size: Size = 1000,
    marketplace_seed: MarketplaceSeed = 7,
    model: WithModel = False,
    json: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the transcript and its grades here, as a run.")
    ] = None,
) -> None:
    """Play one conversation and show it with its grades, the failing turns marked.

    Exit code 1 if it fails.
    """
    from api.cli.problems import CommandError
    from evals.cli.choosing import Choice, run_job
    from evals.cli.reporting import terminal_width
    from evals.clients.perturbing import PERTURBATIONS
    from evals.files import write_run
    from evals.reports.chat import as_chat

    if perturbation is not None and perturbation not in PERTURBATIONS:
        raise CommandError(f"There is no perturbation {perturbation!r}; there are {', '.join(PERTURBATIONS)}")
    played = run_job(
        Choice(
            scenarios=[scenario],
            files=cases or (),
            size=size,
            marketplace_seed=marketplace_seed,
            seed=seed,
            policy=policy,
            model=model,
        ),
        perturbation,
    )
    if json is not None:
        write_run(played, json)
    result = played.results[0]
    typer.echo(
        as_chat(
            played.scenarios[0],
            played.transcripts[0],
            result,
            width=terminal_width(),
            colour=sys.stdout.isatty(),
        ),
        nl=False,
    )
    raise typer.Exit(0 if result.passed else 1)
