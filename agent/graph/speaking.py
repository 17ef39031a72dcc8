"""How nodes speak: typed events on the run's stream, the reply a piece at a time."""

import re
from collections.abc import Iterator

from langgraph.runtime import Runtime

from agent.deps import Deps
from agent.events import ReplyDelta, TurnEvent

_PIECE = re.compile(r".+?(?:[.!?:]\s+|\n+|$)", re.DOTALL)


def emit(runtime: Runtime[Deps], event: TurnEvent) -> None:
    """Put an event on the turn's stream."""
    runtime.stream_writer(event)


def say(runtime: Runtime[Deps], reply: str) -> None:
    """Stream a rendered reply sentence by sentence."""
    said = ""
    for piece in pieces(reply):
        said += piece
        emit(runtime, ReplyDelta(delta=piece, text=said))


def pieces(reply: str) -> Iterator[str]:
    """The reply's sentences and lines; joined they are the reply."""
    for found in _PIECE.finditer(reply):
        if found.group():
            yield found.group()
