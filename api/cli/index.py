"""`rolecall index`: brings the search index in step with the database, or makes it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import DataDir
from api.cli.running import finish

if TYPE_CHECKING:
    from api.settings import Settings


def index(
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make it anew from the database, e.g. for another model.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Only compare it with the database; exit code 1 if they differ.")
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Bring the search index in step with the database.

    The server does so by itself; this is for other times, and for --rebuild.
    """
    from api.cli.configuration import settings_for
    from api.cli.problems import CommandError

    if rebuild and check:
        raise CommandError("choose one of --rebuild and --check")
    settings = settings_for(data_dir=data_dir)
    if check:
        raise typer.Exit(finish(_check(settings)))
    typer.echo(finish(_bring_in_step(settings, rebuild)))


async def _bring_in_step(settings: Settings, rebuild: bool) -> str:
    from api.cli.progress import showing_progress
    from api.composition import open_services

    async with open_services(settings, replace_index=rebuild) as services:
        with showing_progress() as steps:

            def show(done: int, total: int) -> None:
                steps.update("Indexing profiles", done, total)

            search = services.search
            embedded = await (search.rebuild(show) if rebuild else search.sync(show))
        return f"{embedded:,} profiles indexed with {search.model}; the index is in step."


async def _check(settings: Settings) -> int:
    from api.cli.checks.search import compare_index

    comparison = await compare_index(settings)
    typer.echo(comparison.in_words)
    return 0 if comparison.is_in_step else 1
