"""Reads what the person types and plays it: messages, an option's number, and the /commands."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from api.cli.chatting.scenes import Refused, Scene, Talk
from api.cli.chatting.screen import Screen

if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal

_HELP = """\
Write as you would to a recruiter. Answer a question by the number of an option, or in your own words; point
at people as "#2", "the second one" or by name. "Hand it to #1" prepares a hand-off, and yes or no decides it.

  /new     start another conversation
  /retry   try a message again that failed
  /help    show this
  /quit    leave (also Ctrl-D)"""

PROMPT = "you> "


class Session:
    """One sitting at the terminal."""

    def __init__(self, portal: BlockingPortal, talk: Talk, screen: Screen) -> None:
        self._portal = portal
        self._talk = talk
        self._screen = screen

    def run(self) -> None:
        """Until /quit or the end of the input."""
        for line in _typed(sys.stdin.isatty()):
            text = line.strip()
            if text == "/quit":
                return
            if text:
                self._take(text)

    def _take(self, text: str) -> None:
        match text:
            case "/help":
                self._screen.note(_HELP)
            case "/new":
                self._portal.call(self._talk.start_new)
                self._screen.begin()
                self._screen.note("A new conversation.")
            case "/retry":
                turn = self._screen.failed_turn
                if turn is None:
                    self._screen.note("There is nothing to try again.")
                else:
                    self._play(lambda: self._talk.retry(turn))
            case _ if text.startswith("/"):
                self._screen.note(f"There is no command {text.split()[0]}. /help shows them all.")
            case _:
                message = self._chosen(text)
                self._play(lambda: self._talk.say(message))

    def _chosen(self, text: str) -> str:
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 0
        options = self._screen.options
        return options[number - 1].text if 1 <= number <= len(options) else text

    def _play(self, scenes: Callable[[], AsyncIterator[Scene]]) -> None:
        self._screen.begin()
        try:
            self._portal.call(_show, scenes, self._screen)
        except Refused as error:
            self._screen.note(str(error))
        finally:
            self._screen.stop()


async def _show(scenes: Callable[[], Any], screen: Screen) -> None:
    async with aclosing(scenes()) as playing:
        async for scene in playing:
            screen.show(scene)


def _typed(interactive: bool) -> Iterator[str]:
    if not interactive:
        for line in sys.stdin:
            sys.stdout.write(f"{PROMPT}{line.rstrip()}\n")
            yield line
        return
    import readline

    readline.set_history_length(500)
    while True:
        try:
            yield input(PROMPT)
        except EOFError:
            sys.stdout.write("\n")
            return
