"""`rolecall replay`: conversations from a file through the whole agent."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from api.cli.options import DataDir
from api.cli.running import finish

if TYPE_CHECKING:
    from api.replay import ConversationScript
    from api.settings import Settings


def replay(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help='JSON Lines, one conversation each: {"id", "today"?, "turns": ["text", ...]}; - is what is '
            "piped in.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write here (default: standard output)."),
    ] = None,
    today: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="The day of conversations that name none (default: today).",
            show_default=False,
        ),
    ] = None,
    ms: Annotated[
        bool,
        typer.Option("--ms/--no-ms", help="With --no-ms the same input gives the same bytes."),
    ] = True,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of a line that is written, and exit.")
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Play conversations through the agent, and write a JSON line for each turn.

    The marketplace in the data folder is only read: no conversation is stored.
    """
    if schema:
        _print_schema()
        return
    from api.cli.configuration import settings_for
    from api.cli.problems import CommandError

    if file is None:
        raise CommandError("Name the FILE with the conversations, or - for what is piped in")
    scripts = _read(file)
    if today is not None:
        day = today.date()
        scripts = [s if s.today is not None else s.model_copy(update={"today": day}) for s in scripts]
    settings = settings_for(data_dir=data_dir)
    if out is None:
        finish(_play(scripts, settings, sys.stdout, ms))
        return
    with out.open("w", encoding="utf-8", newline="\n") as written:
        finish(_play(scripts, settings, written, ms))


def _print_schema() -> None:
    import json

    from api.replay import TurnRecord

    typer.echo(json.dumps(TurnRecord.model_json_schema(mode="serialization"), indent=2))


def _read(file: Path) -> list[ConversationScript]:
    from api.replay.scripts import read_scripts

    if str(file) == "-":
        return read_scripts(sys.stdin.buffer, "standard input")
    with file.open("rb") as opened:
        return read_scripts(opened, str(file))


async def _play(scripts: list[ConversationScript], settings: Settings, out: TextIO, ms: bool) -> None:
    from api.cli.progress import showing_progress
    from api.composition import open_marketplace
    from api.replay import play

    async with open_marketplace(settings) as marketplace:
        with showing_progress() as steps:
            for done, script in enumerate(scripts):
                steps.update("Playing conversations", done, len(scripts))
                async for record in play(marketplace, script):
                    kept = record if ms else record.model_copy(update={"ms": None})
                    out.write(kept.line() + "\n")
                    out.flush()
            steps.update("Playing conversations", len(scripts), len(scripts))
