"""Runs a command line, and turns whatever stops it into a line for a person and an exit code.

0: done. 1: something is wrong that is not the user's doing, or a command found something. 2: a mistake in
what was asked for or in the settings, with what to do. 130: interrupted.
"""

import os
import sys
from collections.abc import Callable, Collection
from typing import NoReturn

import typer

from api.cli.problems import explained


def run(name: str, build: Callable[[], typer.Typer], telling: Collection[str] = ()) -> None:
    """Run the command of this process's arguments, and exit.

    `telling` names further errors, by module and class, whose message is written for a person. With
    ROLECALL_DEBUG set, an error is raised as it is.
    """
    try:
        build()()
    except KeyboardInterrupt:
        _stop("Stopped.", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("ROLECALL_DEBUG"):
            raise
        kind = f"{type(error).__module__}.{type(error).__qualname__}"
        reason = str(error) if kind in telling else explained(error)
        if reason is not None:
            _stop(f"{name}: {reason}", 2)
        _stop(
            f"{name}: an error we did not expect: {kind}: {_first_line(error)}\n"
            "Run the same command with ROLECALL_DEBUG=1 to see where; please report what it shows.",
            1,
        )


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0]


def _stop(message: str, code: int) -> NoReturn:
    sys.stderr.write(message + "\n")
    sys.exit(code)
