"""How nodes speak: typed events on the run's stream, the reply a piece at a time."""

from langgraph.runtime import Runtime

from agent.deps import Deps
from agent.events import ReplyDelta, TurnEvent
from agent.phrasing.phrasing import pieces
from agent.replies.draft import Draft


def emit(runtime: Runtime[Deps], event: TurnEvent) -> None:
    """Put an event on the turn's stream."""
    runtime.stream_writer(event)


def say(runtime: Runtime[Deps], reply: str) -> None:
    """Stream a reply that is said to the letter, sentence by sentence."""
    speaker = _Speaker(runtime)
    for piece in pieces(reply):
        speaker.say(piece)


async def phrase(runtime: Runtime[Deps], draft: Draft) -> str:
    """Stream a reply as it is worded, and give the whole of it."""
    deps = runtime.context
    return await deps.phrasing.phrase(draft, _Speaker(runtime).say, deps.work)


class _Speaker:
    def __init__(self, runtime: Runtime[Deps]) -> None:
        self._runtime = runtime
        self._said = ""

    def say(self, piece: str) -> None:
        self._said += piece
        emit(self._runtime, ReplyDelta(delta=piece, text=self._said))
