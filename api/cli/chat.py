"""`rolecall chat`: the same conversation, in a terminal."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.options import DataDir

_WELCOME = "Whom do you need? For example: a senior React developer for three months. /help, /quit."


def chat(
    resume: Annotated[
        bool, typer.Option("--continue", "-c", help="Go on with this terminal's latest conversation.")
    ] = False,
    url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Talk to a running server instead, e.g. http://127.0.0.1:8000.",
            show_default=False,
        ),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="ROLECALL_TOKEN",
            help="Access token for --url (in demo mode the development token is found by itself).",
            show_default=False,
        ),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Find and hire by conversation, in this terminal.

    Uses the marketplace in the data folder, or a running server with --url.
    """
    from anyio.from_thread import start_blocking_portal
    from rich.console import Console

    from api.cli.chatting.opening import talking_here, talking_to_server
    from api.cli.chatting.screen import Screen
    from api.cli.chatting.session import Session

    screen = Screen(Console(highlight=False))
    opening = (
        talking_here(data_dir, resume=resume)
        if url is None
        else talking_to_server(url, token, data_dir, resume=resume)
    )
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(opening) as talk:
        if sys.stdin.isatty():
            screen.note(_WELCOME)
        Session(portal, talk, screen).run()
