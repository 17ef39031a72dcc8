"""Pauses the graph until the client answers a prepared hand-off.

It stands apart from `hand_off` because a node runs again from its top when it is resumed: here nothing
is above the interrupt. The answer, a button or words, goes to `understand` like any other message, which
tells a yes from a question, a change of mind or another need.
"""

from typing import Literal

from langgraph.types import Command, interrupt

from agent.graph.state import ClientMessage, TurnState


async def await_approval(state: TurnState) -> Command[Literal["understand"]]:
    """Wait for the client's next message, then read it."""
    message: ClientMessage = interrupt(state["memory"].pending_handoff)
    return Command(goto="understand", update={"message": message})
