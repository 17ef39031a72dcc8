"""Puts the commands together."""

from typing import Annotated

import typer

from api.cli.chat import chat
from api.cli.demo import demo
from api.cli.doctor import doctor
from api.cli.import_file import import_file
from api.cli.index import index
from api.cli.replay import replay
from api.cli.schema import schema
from api.cli.serve import serve
from api.cli.token import token_commands

_ABOUT = (
    "Find and hire freelancers by conversation.\n\n"
    "New here? `rolecall demo` builds a marketplace of invented people and serves it, and `rolecall chat` "
    "is the same conversation in this terminal. Settings come from the environment; `rolecall doctor` says "
    "which are in force."
)


def build() -> typer.Typer:
    """The command line with all its commands."""
    app = typer.Typer(
        name="rolecall",
        help=_ABOUT,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    app.command("demo", rich_help_panel="Run")(demo)
    app.command("serve", rich_help_panel="Run")(serve)
    app.command("chat", rich_help_panel="Run")(chat)
    app.command("import", rich_help_panel="Marketplace")(import_file)
    app.command("index", rich_help_panel="Marketplace")(index)
    app.command("replay", rich_help_panel="Run")(replay)
    app.add_typer(token_commands(), name="token", rich_help_panel="Operate")
    app.command("doctor", rich_help_panel="Operate")(doctor)
    app.command("schema", rich_help_panel="Operate")(schema)
    return app


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"rolecall {version('rolecall')}")
        raise typer.Exit


def _options(
    _: Annotated[
        bool,
        typer.Option("--version", help="Show the version and exit.", is_eager=True, callback=_show_version),
    ] = False,
) -> None:
    """What goes before a command."""
