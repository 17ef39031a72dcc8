"""What can be followed. Watching a turn never starts, stops or repeats it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from agent.turns import ConversationNotFound, MessageRejected, TooManyWaiting
from api.graphql.context import Info
from api.graphql.errors import ApiError, Code
from api.graphql.fields import followed
from api.graphql.mutations.arguments import ClientMessageId, ConversationId, Text
from api.graphql.types.events import TurnEvent, from_logged
from store.nouns.conversation import LoggedEvent, Turn, TurnStatus

_LAST_EVENTS = frozenset({"TurnCompleted", "TurnFailed"})


@strawberry.type(
    description="What can be followed: over graphql-transport-ws, or over server-sent events. A dropped "
    "connection never stops a turn: reconnect with turnEvents(after:)."
)
class Subscription:
    """The root of all subscriptions."""

    @followed(
        "Send a message and follow its turn to its last event: messageSend and turnEvents in one "
        "operation. Sending the same clientMessageId again sends nothing twice and replays the turn."
    )
    async def turn(
        self,
        info: Info,
        conversation_id: ConversationId,
        text: Text,
        client_message_id: ClientMessageId,
    ) -> AsyncGenerator[TurnEvent, None]:
        """Submit, then the turn's events up to its end."""
        context = info.context
        _check_length(text, context.limits.message_length)
        last = await context.services.store.turns.last_sequence(context.client_id, conversation_id)
        try:
            turn = await context.services.runner.submit(
                context.client_id, conversation_id, text, client_message_id
            )
        except ConversationNotFound:
            raise _no_conversation() from None
        except (MessageRejected, TooManyWaiting) as refused:
            raise ApiError(Code.BAD_INPUT, str(refused)) from None
        begun = turn.attempt > 0 or turn.status is not TurnStatus.QUEUED
        return _events_of(info, turn, after=0 if begun else last or 0)

    @followed(
        "Every event of a conversation after a number: first those that have happened, then "
        "each as it happens, without gap or repetition. It goes on until you leave or the "
        "conversation is deleted."
    )
    async def turn_events(
        self,
        info: Info,
        conversation_id: ConversationId,
        after: Annotated[
            int,
            strawberry.argument(
                description="The sequence of the last event you have seen. 0, the default, replays "
                "everything."
            ),
        ] = 0,
    ) -> AsyncGenerator[TurnEvent, None]:
        """Replay, then live."""
        context = info.context
        if after < 0:
            raise ApiError(Code.BAD_INPUT, "'after' must not be negative.", argument="after")
        if await context.loaders.conversations.load(conversation_id) is None:
            raise _no_conversation()
        return _events_after(info, conversation_id, after)


async def _events_after(info: Info, conversation_id: str, after: int) -> AsyncGenerator[TurnEvent, None]:
    async with aclosing(_followed(info, conversation_id, after)) as events:
        async for event in events:
            yield from_logged(event)


async def _events_of(info: Info, turn: Turn, after: int) -> AsyncGenerator[TurnEvent, None]:
    """The turn's events up to the last one of the attempt it is in, or waits for."""
    attempt = turn.attempt + (turn.status is TurnStatus.QUEUED)
    async with aclosing(_followed(info, turn.conversation_id, after)) as events:
        async for event in events:
            if event.turn_id != turn.id:
                continue
            yield from_logged(event)
            if event.event["kind"] in _LAST_EVENTS and event.attempt >= attempt:
                return


def _followed(info: Info, conversation_id: str, after: int) -> AsyncGenerator[LoggedEvent, None]:
    context = info.context
    events: AsyncIterator[LoggedEvent] = context.services.runner.events(
        context.client_id, conversation_id, after
    )
    return cast("AsyncGenerator[LoggedEvent, None]", events)


def _check_length(text: str, limit: int) -> None:
    if len(text) > limit:
        raise ApiError(
            Code.MESSAGE_TOO_LONG,
            f"The message has {len(text):,} characters; {limit:,} are allowed. Shorten it.",
            length=len(text),
            limit=limit,
        )


def _no_conversation() -> ApiError:
    return ApiError(Code.NOT_FOUND, "There is no conversation with this id.")
