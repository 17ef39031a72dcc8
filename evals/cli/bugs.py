"""`python -m evals bugs`: how well the graders catch an agent that is broken on purpose."""

from pathlib import Path
from typing import Annotated

import typer

from evals.cli.options import Files, MarketplaceSeed, Size, Workers


def bugs(
    only: Annotated[
        list[str] | None,
        typer.Option("--bug", "-b", metavar="NAME", help="Only this bug. May be given often."),
    ] = None,
    cases: Files = None,
    tries: Annotated[int, typer.Option(min=1, help="Conversations each bug is played in.")] = 6,
    size: Size = 1000,
    marketplace_seed: MarketplaceSeed = 7,
    workers: Workers = 2,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE.md", help="Write the table as Markdown too.")
    ] = None,
) -> None:
    """Break the agent in every way we know, and see which grader notices. Fails under 95% caught."""
    from evals.bugs import BUGS, LEAST_CAUGHT, as_markdown, as_terminal, hunt_all, share_caught
    from evals.playing import progress_line
    from evals.scenarios import load_scenarios
    from evals.staging import StageSettings
    from store.knowledge import load_knowledge

    known = [bug.name for bug in BUGS]
    unknown = [name for name in only or () if name not in known]
    if unknown:
        raise typer.BadParameter(f"There is no bug {unknown[0]!r}. There are: {', '.join(known)}.")
    verdicts = hunt_all(
        only or known,
        load_scenarios(cases, load_knowledge()),
        StageSettings(size=size, seed=marketplace_seed),
        workers=workers,
        tries=tries,
        progress=progress_line,
    )
    typer.echo(as_terminal(verdicts))
    if out is not None:
        out.write_text(as_markdown(verdicts), encoding="utf-8")
    if share_caught(verdicts) < LEAST_CAUGHT:
        raise typer.Exit(1)
