"""What goes into a replay and what comes out: one conversation a line in, one turn a line out."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from agent.understanding.reading import Change, Intent
from store.nouns.base import Noun
from store.nouns.brief import Slot
from store.nouns.handoff import HandoffStatus
from store.nouns.usage import TurnUsage

LONGEST_MESSAGE = 4000
"""Characters of one turn, as in the API."""

MOST_TURNS = 100
"""Turns of one conversation."""


class ConversationScript(Noun):
    """What the client says, turn by turn."""

    id: str = Field(min_length=1, max_length=200, description="Yours; it is repeated with every turn.")
    today: date | None = Field(
        default=None, description="The day of the conversation: 'next Monday' is read against it."
    )
    turns: tuple[Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_MESSAGE)], ...] = Field(
        min_length=1, max_length=MOST_TURNS, description="The client's messages, in order."
    )


class OfferedOption(Noun):
    """One answer offered with a question."""

    label: str
    text: str = Field(description="What the client would say to choose it.")
    candidates: int | None = Field(description="How many people it would leave; null if not counted.")


class AskedQuestion(Noun):
    """The question the turn ended with."""

    slot: Slot = Field(description="The field of the brief it is about.")
    text: str
    options: tuple[OfferedOption, ...]


class ListedCandidate(Noun):
    """One person of the list this turn showed."""

    id: str
    name: str
    score: float = Field(ge=0, le=1)


class OfferedStep(Noun):
    """A change to the brief that would let more people in, as the ranking counted it."""

    description: str
    adds: int = Field(description="How many people it lets in.")


class HandoffRecord(Noun):
    """A hand-off this turn prepared or decided, with all that the freelancer would see."""

    id: str
    freelancer_id: str
    status: HandoffStatus
    message: str
    shared: tuple[str, ...]


class TurnRecord(Noun):
    """One turn: what was said, what was understood, what came of it."""

    id: str = Field(description="The conversation's id.")
    turn: int = Field(ge=1, description="The turn's number in its conversation.")
    text: str = Field(description="What the client wrote.")
    intent: Intent
    step: Literal["clarify", "search", "refine", "answer", "hand_off"]
    brief: dict[str, Any] = Field(
        description="The brief after the turn, fields that are not set left out. `terms` tells of each set "
        "field whether it is hard, and whether we are unsure of it."
    )
    changes: tuple[Change, ...] = Field(
        description="What the message changed in the brief, with the characters [start, end) it came from."
    )
    refs: tuple[int, ...] = Field(
        description="The candidates the message points at: their places, from 1, in the list last shown."
    )
    question: AskedQuestion | None
    candidates: tuple[ListedCandidate, ...] = Field(
        description="The list this turn showed, in order; empty if it showed none."
    )
    near_misses: tuple[ListedCandidate, ...] = Field(
        default=(),
        description="Who comes closest, shown after `candidates` where few meet every must-have.",
    )
    path: tuple[str, ...] = Field(default=(), description="The graph's nodes that were entered, in order.")
    eligible: int | None = Field(
        default=None, description="How many people meet every must-have; null if nobody was looked for."
    )
    offers: tuple[OfferedStep, ...] = Field(
        default=(), description="What would let more people in, where few meet every must-have."
    )
    handoffs: tuple[HandoffRecord, ...] = Field(
        default=(), description="The hand-offs this turn prepared or decided."
    )
    reply: str
    usage: TurnUsage = Field(
        default_factory=TurnUsage,
        description="Who read the message and worded the reply, and the language model's share.",
    )
    ms: dict[str, float] | None = Field(
        default=None,
        description="Milliseconds by stage, `total` the whole turn. Without a model the only field that "
        "differs from run to run; left out with --no-ms.",
    )

    @property
    def listed(self) -> tuple[ListedCandidate, ...]:
        """Everybody this turn showed, in the order in which the client counts them."""
        return (*self.candidates, *self.near_misses)

    def line(self) -> str:
        """The record as one line of JSON, without the line's end."""
        return self.model_dump_json(exclude={"ms"} if self.ms is None else None)
