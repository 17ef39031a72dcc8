"""Conversations, their messages and turns, and what is remembered between turns."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import Field

from store.nouns.base import Noun
from store.nouns.brief import Brief, Slot
from store.nouns.handoff import Handoff
from store.nouns.usage import TurnUsage


class Author(StrEnum):
    """Who wrote a message."""

    CLIENT = "CLIENT"
    AGENT = "AGENT"


class TurnStatus(StrEnum):
    """A turn is QUEUED, then RUNNING, then exactly one of COMPLETED and FAILED. FAILED can be retried."""

    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"


class QuestionOption(Noun):
    """One answer offered with a question. `text` is what the client would send back to choose it."""

    label: str
    text: str
    candidates: int | None = Field(
        default=None, description="How many people it would leave; None if not counted."
    )
    brief: Brief | None = Field(default=None, description="The brief that choosing it leads to, if decided.")


class Question(Noun):
    """The one question the agent asks, about one slot of the brief."""

    slot: Slot
    text: str
    options: tuple[QuestionOption, ...] = ()


class PendingHandoff(Noun):
    """A hand-off that waits for the client, and the checkpoint its graph is paused at."""

    handoff: Handoff
    checkpoint_id: str | None = None


class Memory(Noun):
    """All that one turn needs of the turns before it. Committed once, when a turn completes."""

    brief: Brief = Brief()
    shown: tuple[str, ...] = Field(default=(), description="Freelancer ids in the list last shown, in order.")
    seen: tuple[str, ...] = Field(
        default=(), description="Everyone shown for this need, so 'more' repeats nobody."
    )
    focus: str | None = Field(default=None, description="The freelancer last talked about ('is he free?').")
    together: tuple[str, ...] = Field(default=(), description="Those last talked about at once ('both').")
    shortlisted: tuple[str, ...] = ()
    dismissed: tuple[str, ...] = ()
    liked: tuple[str, ...] = Field(
        default=(), description="'More like Maria': pulls the ranking towards them."
    )
    question: Question | None = Field(
        default=None, description="The question asked last, if not yet answered."
    )
    asked: tuple[Slot, ...] = ()
    declined: tuple[Slot, ...] = Field(default=(), description="Slots the client did not want to answer.")
    questions_in_row: int = 0
    waiting_needs: tuple[Brief, ...] = Field(
        default=(), description="Further roles named at once, to be taken up next."
    )
    pending_handoff: PendingHandoff | None = None


class Conversation(Noun):
    """A conversation and its memory. `client_id` owns it; nobody else can see it."""

    id: str
    client_id: str
    title: str = ""
    memory: Memory = Memory()
    created: datetime
    updated: datetime


class Message(Noun):
    """One message, by the client or the agent, in a turn."""

    id: str
    conversation_id: str
    turn_id: str
    author: Author
    text: str
    created: datetime


class ActionKind(StrEnum):
    """What a button can ask of the agent without words."""

    HAND_OFF = "HAND_OFF"
    APPROVE = "APPROVE"
    CANCEL = "CANCEL"


class Action(Noun):
    """A turn started by a button: prepare a hand-off of a freelancer, approve it, or cancel it."""

    kind: ActionKind
    freelancer_id: str | None = None
    handoff_id: str | None = None


class Turn(Noun):
    """One client message (or button) and all that follows from it."""

    id: str
    conversation_id: str
    client_message_id: str
    text: str
    action: Action | None = None
    status: TurnStatus
    attempt: int = 0
    error: str | None = None
    error_id: str | None = None
    usage: TurnUsage | None = Field(
        default=None, description="The model's share of it; None until completed, and in old databases."
    )
    created: datetime
    completed: datetime | None = None


class LoggedEvent(Noun):
    """A turn event as stored: numbered from 1 without gaps within its conversation."""

    conversation_id: str
    sequence: int
    turn_id: str
    attempt: int
    event: dict[str, Any]
    created: datetime
