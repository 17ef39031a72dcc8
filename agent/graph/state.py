"""What flows through the graph in one turn."""

from enum import StrEnum
from typing import Literal, TypedDict

from agent.understanding.reading import Intent, Reading
from store.nouns.base import Noun
from store.nouns.conversation import Action, Memory
from store.nouns.handoff import Handoff

StepName = Literal["clarify", "search", "refine", "answer", "hand_off"]


class ClientMessage(Noun):
    """What the client sent: words, or a button."""

    turn_id: str
    conversation_id: str
    text: str
    action: Action | None = None


class Decision(StrEnum):
    """What the client decided about a prepared hand-off."""

    APPROVE = "APPROVE"
    CANCEL = "CANCEL"


class TurnState(TypedDict):
    """The state of one turn. It is small: profiles are read again where they are needed."""

    message: ClientMessage
    memory: Memory
    reading: Reading | None
    step: StepName
    intent: Intent
    target: str | None
    """The freelancer to hand off to."""
    decision: Decision | None
    handoffs: list[Handoff]
    """Hand-offs this turn created or decided."""
    reply: str


def opening_state(message: ClientMessage, memory: Memory) -> TurnState:
    """The state a turn starts from."""
    return TurnState(
        message=message,
        memory=memory,
        reading=None,
        step="answer",
        intent=Intent.SMALLTALK,
        target=None,
        decision=None,
        handoffs=[],
        reply="",
    )
