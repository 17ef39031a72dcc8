"""The events of a turn. Each is complete in itself: GraphiQL shows only the latest, and that is enough."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import strawberry
from strawberry.scalars import JSON

from agent import events as spoken
from agent.understanding import reading
from api.graphql.types.brief import Brief
from api.graphql.types.enums import ChangeOperation, Intent, Slot, Step, same_name
from api.graphql.types.handoff import Handoff
from api.graphql.types.match import Ranking
from api.graphql.types.question import Question
from api.graphql.types.usage import TurnUsage
from store.nouns.conversation import LoggedEvent


@strawberry.interface(
    description="What every event of a turn carries. Events are numbered from 1 within their conversation, "
    "without gaps: remember the last `sequence` you saw, and a reconnect with it loses and repeats nothing."
)
class Event:
    """The envelope of store.nouns.conversation.LoggedEvent."""

    sequence: int = strawberry.field(
        description="The event's number in its conversation. Pass the last one seen as turnEvents(after:)."
    )
    turn_id: strawberry.ID = strawberry.field(description="The turn the event belongs to.")
    conversation_id: strawberry.ID = strawberry.field(description="The conversation the turn belongs to.")
    attempt: int = strawberry.field(
        description="The turn's attempt that said it, from 1. A higher one voids what earlier attempts said."
    )
    created: datetime = strawberry.field(description="When the event happened.")


@strawberry.type(description="The agent has begun to work on the turn.")
class TurnStarted(Event):
    """Projects agent.events.TurnStarted."""

    text: str = strawberry.field(description="The client's message the turn answers.")


@strawberry.type(description="The agent moved on to another step. Good for a progress line.")
class StepEntered(Event):
    """Projects agent.events.StepEntered."""

    step: Step = strawberry.field(description="The step the agent is in now.")


@strawberry.type(description="One change a message made to the brief, with the words it came from.")
class BriefChange:
    """Projects agent.understanding.reading.Change."""

    slot: Slot = strawberry.field(description="The slot of the brief that changed.")
    operation: ChangeOperation = strawberry.field(description="What the change did to the slot.")
    value: JSON | None = strawberry.field(
        description="The new value in the brief's own form; null where the change needs none (e.g. a "
        "removal)."
    )
    words: str = strawberry.field(description="The words of the message the change came from.")
    start: int = strawberry.field(description="Where those words begin in the message: characters from 0.")
    end: int = strawberry.field(
        description="Where those words end in the message: one past the last character."
    )
    uncertain: bool = strawberry.field(description="True if the words could mean something else.")

    @classmethod
    def from_domain(cls, change: reading.Change) -> BriefChange:
        """The projection of one change."""
        return cls(
            slot=same_name(Slot, change.slot),
            operation=same_name(ChangeOperation, change.operation),
            value=change.model_dump(mode="json").get("value"),
            words=change.words,
            start=change.span.start,
            end=change.span.end,
            uncertain=change.uncertain,
        )


@strawberry.type(description="The message was understood: the brief as it is now, and what changed in it.")
class BriefChanged(Event):
    """Projects agent.events.BriefChanged."""

    intent: Intent = strawberry.field(description="What the client was understood to want.")
    brief: Brief = strawberry.field(description="The whole brief after the change.")
    changes: list[BriefChange] = strawberry.field(
        description="What changed; empty if the brief stayed as it was."
    )


@strawberry.type(
    description="The agent asks the one question worth asking now. Candidates may come beside it."
)
class QuestionAsked(Event):
    """Projects agent.events.QuestionAsked."""

    question: Question = strawberry.field(description="The question with its options.")


@strawberry.type(description="Candidates were found and ranked, best first.")
class CandidatesRanked(Event):
    """Projects agent.events.CandidatesRanked."""

    ranking: Ranking = strawberry.field(
        description="The candidates in order with their reasons, and why the list is as long as it is."
    )


@strawberry.type(description="The reply grew. Show `text`; append `delta` only if you missed no event.")
class ReplyDelta(Event):
    """Projects agent.events.ReplyDelta."""

    delta: str = strawberry.field(description="What was added to the reply.")
    text: str = strawberry.field(description="The whole reply so far.")


@strawberry.type(
    description="A hand-off waits for approval: show the preview, then handoffApprove or handoffCancel."
)
class HandoffPrepared(Event):
    """Projects agent.events.HandoffPrepared."""

    handoff: Handoff | None = strawberry.field(
        description="What would be handed over, and to whom. Never null here; it is so typed because that of "
        "TurnCompleted can be, and one selection must fit both."
    )


@strawberry.type(description="How long one stage of a turn took.")
class StageTime:
    """Projects one entry of agent.events.TurnCompleted.ms."""

    stage: str = strawberry.field(
        description="The stage: understand, search, look_up, question, reply, or total for the whole turn."
    )
    ms: float = strawberry.field(description="Milliseconds spent in that stage.")


@strawberry.type(description="The turn's last event: it is done, and the reply is in the conversation.")
class TurnCompleted(Event):
    """Projects agent.events.TurnCompleted."""

    reply: str = strawberry.field(description="The whole reply, ready to show.")
    intent: Intent = strawberry.field(description="What the client was understood to want.")
    step: Step = strawberry.field(description="The step that made the reply.")
    handoff: Handoff | None = strawberry.field(
        description="The hand-off decided in this turn, if there was one."
    )
    stages: list[StageTime] = strawberry.field(
        description="Where the turn's time went, the whole last. Empty for turns of earlier versions."
    )
    usage: TurnUsage = strawberry.field(
        description="Who read the message and worded the reply, what the language model took, and why it was "
        "not used where it was not."
    )


@strawberry.type(description="The turn's last event: it could not be done. The message is kept.")
class TurnFailed(Event):
    """Projects agent.events.TurnFailed."""

    message: str = strawberry.field(description="What went wrong, in words for the client.")
    error_id: str = strawberry.field(description="The id under which the details are in the server's log.")
    retryable: bool = strawberry.field(description="Whether turnRetry with this turn's id can help.")


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
    strawberry.union(
        "TurnEvent",
        description="Everything that can happen in a turn, in order: TurnStarted first; TurnCompleted or "
        "TurnFailed last, exactly one of them. Every member implements Event.",
    ),
]


def from_logged(logged: LoggedEvent) -> Any:
    """The projection of one stored event."""
    envelope: dict[str, Any] = {
        "sequence": logged.sequence,
        "turn_id": strawberry.ID(logged.turn_id),
        "conversation_id": strawberry.ID(logged.conversation_id),
        "attempt": logged.attempt,
        "created": logged.created,
    }
    match spoken.TURN_EVENT.validate_python(logged.event):
        case spoken.TurnStarted(text=text):
            return TurnStarted(**envelope, text=text)
        case spoken.StepEntered(step=step):
            return StepEntered(**envelope, step=Step[step.upper()])
        case spoken.BriefChanged(intent=intent, brief=brief, changes=changes):
            return BriefChanged(
                **envelope,
                intent=same_name(Intent, intent),
                brief=Brief.from_domain(brief),
                changes=[BriefChange.from_domain(change) for change in changes],
            )
        case spoken.QuestionAsked(question=question):
            return QuestionAsked(**envelope, question=Question.from_domain(question))
        case spoken.CandidatesRanked(ranking=ranking):
            return CandidatesRanked(**envelope, ranking=Ranking.from_domain(ranking))
        case spoken.ReplyDelta(delta=delta, text=text):
            return ReplyDelta(**envelope, delta=delta, text=text)
        case spoken.HandoffPrepared(handoff=handoff):
            return HandoffPrepared(**envelope, handoff=Handoff.from_domain(handoff))
        case spoken.TurnCompleted(reply=reply, intent=intent, step=step, handoff=handoff, ms=ms, usage=usage):
            return TurnCompleted(
                **envelope,
                reply=reply,
                intent=same_name(Intent, intent),
                step=Step[step.upper()],
                handoff=Handoff.from_domain(handoff) if handoff else None,
                stages=[StageTime(stage=stage, ms=spent) for stage, spent in ms.items()],
                usage=TurnUsage.from_domain(usage),
            )
        case spoken.TurnFailed(message=message, error_id=error_id, retryable=retryable):
            return TurnFailed(**envelope, message=message, error_id=error_id, retryable=retryable)
