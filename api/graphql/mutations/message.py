"""messageSend and turnRetry: what starts the agent."""

from __future__ import annotations

from typing import Annotated

import strawberry

from agent.turns import ConversationNotFound, MessageRejected, TooManyWaiting, TurnNotFound
from api.graphql.context import Info
from api.graphql.mutations.arguments import ClientMessageId, ConversationId, Text
from api.graphql.types.conversation import Turn
from api.graphql.types.failures import (
    InvalidInput,
    MessageTooLong,
    NotFound,
    QueueFull,
    TurnNotFailed,
    not_found,
)


@strawberry.type(description="The message is stored and its turn has its place in the queue.")
class MessageSent:
    """The success of messageSend."""

    turn: Turn = strawberry.field(description="The turn that answers the message. Follow it with turnEvents.")


MessageSendPayload = Annotated[
    MessageSent | NotFound | MessageTooLong | InvalidInput | QueueFull,
    strawberry.union(
        "MessageSendPayload", description="The turn of the message, or why it was not accepted."
    ),
]


@strawberry.type(description="The failed turn is in the queue again, with the message it was given.")
class TurnRetried:
    """The success of turnRetry."""

    turn: Turn = strawberry.field(description="The turn, queued for one more attempt.")


TurnRetryPayload = Annotated[
    TurnRetried | NotFound | TurnNotFailed,
    strawberry.union("TurnRetryPayload", description="The turn that is tried again, or why it is not."),
]


async def message_send(
    info: Info, conversation_id: ConversationId, text: Text, client_message_id: ClientMessageId
) -> MessageSendPayload:
    """Store the message, start its turn, return at once."""
    context = info.context
    limit = context.limits.message_length
    if len(text) > limit:
        return MessageTooLong(
            message=f"The message has {len(text):,} characters; {limit:,} are allowed. Shorten it.",
            length=len(text),
            limit=limit,
        )
    try:
        turn = await context.services.runner.submit(
            context.client_id, conversation_id, text, client_message_id
        )
    except ConversationNotFound:
        return not_found("conversation", conversation_id)
    except TooManyWaiting as full:
        return QueueFull(message=str(full))
    except MessageRejected as rejected:
        return InvalidInput(message=str(rejected), field="clientMessageId" if text.strip() else "text")
    return MessageSent(turn=Turn.from_domain(turn))


async def turn_retry(
    info: Info,
    turn_id: Annotated[
        strawberry.ID, strawberry.argument(description="The failed turn: one of your conversations' own.")
    ],
) -> TurnRetryPayload:
    """Queue a failed turn again."""
    context = info.context
    try:
        return TurnRetried(
            turn=Turn.from_domain(await context.services.runner.retry(context.client_id, turn_id))
        )
    except TurnNotFound:
        turn = await context.services.store.turns.get(context.client_id, turn_id)
    if turn is None:
        return not_found("turn", turn_id)
    return TurnNotFailed(
        message="Only a failed turn can be retried, and this one has not failed.",
        turn=Turn.from_domain(turn),
    )
