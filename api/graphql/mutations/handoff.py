"""handoffPrepare, handoffApprove and handoffCancel: buttons for what can also be said in words.

Each is a turn of the conversation, so that it queues behind messages and shows up in the event log. The
mutation waits for its turn to end, and says so where that takes too long.
"""

from __future__ import annotations

import secrets
from typing import Annotated

import strawberry

from agent.turns import ConversationNotFound, MessageRejected, TooManyWaiting
from api.graphql.context import Info
from api.graphql.mutations.arguments import CandidateId, ConversationId, HandoffId
from api.graphql.types.conversation import Turn
from api.graphql.types.failures import (
    HandoffClosed,
    InvalidInput,
    NotFound,
    QueueFull,
    TurnUnfinished,
    not_found,
)
from api.graphql.types.handoff import Handoff
from store.nouns import conversation as conversations
from store.nouns import handoff as nouns

_PATIENCE_SECONDS = 20.0


@strawberry.type(description="The preview is ready: show it, then call handoffApprove or handoffCancel.")
class HandoffPreviewed:
    """The success of handoffPrepare."""

    handoff: Handoff = strawberry.field(description="What would be handed over, and to whom.")
    turn: Turn = strawberry.field(description="The turn that prepared it.")


HandoffPreparePayload = Annotated[
    HandoffPreviewed | NotFound | InvalidInput | QueueFull | TurnUnfinished,
    strawberry.union("HandoffPreparePayload", description="The preview to approve, or why there is none."),
]


@strawberry.type(description="The hand-off is approved and on record.")
class HandoffApproved:
    """The success of handoffApprove."""

    handoff: Handoff = strawberry.field(description="The record: what was handed over, to whom and when.")


HandoffApprovePayload = Annotated[
    HandoffApproved | NotFound | HandoffClosed | QueueFull | TurnUnfinished,
    strawberry.union(
        "HandoffApprovePayload", description="The approved hand-off, or why it is not approved."
    ),
]


@strawberry.type(description="The hand-off is closed without effect; nothing was handed over.")
class HandoffCancelled:
    """The success of handoffCancel."""

    handoff: Handoff = strawberry.field(description="The hand-off with its final status.")


HandoffCancelPayload = Annotated[
    HandoffCancelled | NotFound | HandoffClosed | QueueFull | TurnUnfinished,
    strawberry.union(
        "HandoffCancelPayload", description="The cancelled hand-off, or why it is not cancelled."
    ),
]


async def handoff_prepare(
    info: Info,
    conversation_id: ConversationId,
    candidate_id: CandidateId,
    client_message_id: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            description="An id your side makes for this click, e.g. a UUID: sending it again prepares "
            "nothing twice. Left out, every call prepares anew."
        ),
    ] = None,
) -> HandoffPreparePayload:
    """Prepare what would be handed over to a candidate. Nothing is sent."""
    context = info.context
    if await context.loaders.conversations.load(conversation_id) is None:
        return not_found("conversation", conversation_id)
    freelancer = await context.loaders.freelancers.load(candidate_id)
    if freelancer is None:
        return not_found("candidate", candidate_id)
    turn = await _take_turn(
        info,
        conversation_id,
        f"Hand off to {freelancer.name}.",
        f"prepare:{client_message_id or secrets.token_hex(16)}",
        conversations.Action(kind=conversations.ActionKind.HAND_OFF, freelancer_id=freelancer.id),
    )
    if not isinstance(turn, conversations.Turn):
        return turn
    conversation = await context.services.store.conversations.get(context.client_id, conversation_id)
    pending = conversation.memory.pending_handoff if conversation else None
    if pending is None or pending.handoff.freelancer_id != freelancer.id:
        return not_found("candidate", candidate_id)
    return HandoffPreviewed(handoff=Handoff.from_domain(pending.handoff), turn=Turn.from_domain(turn))


async def handoff_approve(info: Info, handoff_id: HandoffId) -> HandoffApprovePayload:
    """Approve a prepared hand-off: only now is it recorded."""
    decided = await _decide(
        info, handoff_id, conversations.ActionKind.APPROVE, nouns.HandoffStatus.APPROVED, "Approve"
    )
    return HandoffApproved(handoff=decided) if isinstance(decided, Handoff) else decided


async def handoff_cancel(info: Info, handoff_id: HandoffId) -> HandoffCancelPayload:
    """Close a prepared hand-off without effect."""
    decided = await _decide(
        info, handoff_id, conversations.ActionKind.CANCEL, nouns.HandoffStatus.CANCELLED, "Cancel"
    )
    return HandoffCancelled(handoff=decided) if isinstance(decided, Handoff) else decided


async def _decide(
    info: Info,
    handoff_id: str,
    kind: conversations.ActionKind,
    wanted: nouns.HandoffStatus,
    verb: str,
) -> Handoff | NotFound | HandoffClosed | QueueFull | TurnUnfinished:
    """Take the turn that decides the hand-off. Deciding it again the same way changes nothing."""
    context = info.context
    handoffs = context.services.store.handoffs
    handoff = await handoffs.get(context.client_id, handoff_id)
    if handoff is None:
        return not_found("hand-off", handoff_id)
    if handoff.status is nouns.HandoffStatus.PREPARED:
        turn = await _take_turn(
            info,
            handoff.conversation_id,
            f"{verb} the hand-off to {handoff.freelancer_name}.",
            f"{kind.value.lower()}:{handoff_id}",
            conversations.Action(kind=kind, handoff_id=handoff_id),
        )
        if isinstance(turn, InvalidInput | NotFound):
            return not_found("hand-off", handoff_id)
        if not isinstance(turn, conversations.Turn):
            return turn
        handoff = await handoffs.get(context.client_id, handoff_id)
        if handoff is None:
            return not_found("hand-off", handoff_id)
    if handoff.status is not wanted:
        return HandoffClosed(
            message="This hand-off was decided already, or a newer one has taken its place.",
            handoff=Handoff.from_domain(handoff),
        )
    return Handoff.from_domain(handoff)


async def _take_turn(
    info: Info, conversation_id: str, text: str, client_message_id: str, action: conversations.Action
) -> conversations.Turn | NotFound | InvalidInput | QueueFull | TurnUnfinished:
    """The completed turn of a button, or the failure to answer with."""
    context = info.context
    runner, client_id = context.services.runner, context.client_id
    try:
        turn = await runner.submit(client_id, conversation_id, text, client_message_id, action)
        if turn.status is conversations.TurnStatus.FAILED:
            turn = await runner.retry(client_id, turn.id)
    except ConversationNotFound:
        return not_found("conversation", conversation_id)
    except TooManyWaiting as full:
        return QueueFull(message=str(full))
    except MessageRejected as rejected:
        return InvalidInput(message=str(rejected), field="clientMessageId")
    ended = await runner.wait(client_id, turn.id, _PATIENCE_SECONDS)
    if ended is None:
        return not_found("conversation", conversation_id)
    if ended.status is conversations.TurnStatus.COMPLETED:
        return ended
    failed = ended.status is conversations.TurnStatus.FAILED
    return TurnUnfinished(
        message=(ended.error or "The turn failed. Try it again with turnRetry.")
        if failed
        else "This takes longer than usual. Follow the turn with turnEvents.",
        turn=Turn.from_domain(ended),
    )
