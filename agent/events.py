"""The typed events a turn speaks, in the order they happen. Each one is complete in itself.

A subscriber that sees only the latest event (GraphiQL does) still sees a meaningful whole.
"""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from agent.understanding.reading import Change, Intent
from store.nouns.base import Noun
from store.nouns.brief import Brief
from store.nouns.conversation import Question
from store.nouns.handoff import Handoff
from store.nouns.match import Ranking
from store.nouns.usage import TurnUsage


class TurnStarted(Noun):
    """The turn runs. `attempt` is 1, and more after a retry; what an earlier attempt said is void."""

    kind: Literal["TurnStarted"] = "TurnStarted"
    text: str
    attempt: int


class StepEntered(Noun):
    """The agent moved to another step of its graph."""

    kind: Literal["StepEntered"] = "StepEntered"
    step: Literal["understand", "clarify", "refine", "search", "answer", "hand_off"]


class BriefChanged(Noun):
    """The brief after the message was understood, and what changed in it."""

    kind: Literal["BriefChanged"] = "BriefChanged"
    intent: Intent
    brief: Brief
    changes: tuple[Change, ...]


class QuestionAsked(Noun):
    """The one question worth asking now."""

    kind: Literal["QuestionAsked"] = "QuestionAsked"
    question: Question


class CandidatesRanked(Noun):
    """The freelancers found, best first."""

    kind: Literal["CandidatesRanked"] = "CandidatesRanked"
    ranking: Ranking


class ReplyDelta(Noun):
    """The reply grew by `delta`; `text` is the whole reply so far."""

    kind: Literal["ReplyDelta"] = "ReplyDelta"
    delta: str
    text: str


class HandoffPrepared(Noun):
    """What would be handed over, for the client to approve."""

    kind: Literal["HandoffPrepared"] = "HandoffPrepared"
    handoff: Handoff


class TurnCompleted(Noun):
    """The turn's last event: the whole reply, and the hand-off if one was decided."""

    kind: Literal["TurnCompleted"] = "TurnCompleted"
    reply: str
    intent: Intent
    step: str
    handoff: Handoff | None = None
    ms: dict[str, float] = Field(
        default_factory=dict, description="Milliseconds by stage of the turn; `total` is all of it."
    )
    usage: TurnUsage = Field(
        default_factory=TurnUsage, description="Who read and worded it, and the language model's share."
    )


class TurnFailed(Noun):
    """The turn's last event when it could not be done. The message is kept and can be retried."""

    kind: Literal["TurnFailed"] = "TurnFailed"
    message: str
    error_id: str
    retryable: bool = True


TurnEvent = Annotated[
    TurnStarted
    | StepEntered
    | BriefChanged
    | QuestionAsked
    | CandidatesRanked
    | ReplyDelta
    | HandoffPrepared
    | TurnCompleted
    | TurnFailed,
    Field(discriminator="kind"),
]

TURN_EVENT: TypeAdapter[TurnEvent] = TypeAdapter(TurnEvent)
