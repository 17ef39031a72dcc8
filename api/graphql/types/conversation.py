"""Conversations, their messages and their turns, as their owner sees them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import strawberry

from agent.replies.brief import brief_in_words
from api.graphql.context import Info
from api.graphql.fields import resolved
from api.graphql.node import Node
from api.graphql.paging import (
    After,
    Connection,
    First,
    check_first,
    connect,
    decode_cursor,
    decode_number,
    encode_cursor,
)
from api.graphql.types.brief import Brief
from api.graphql.types.candidate import Candidate
from api.graphql.types.enums import Author, TurnStatus, same_name
from api.graphql.types.events import TurnEvent, from_logged
from api.graphql.types.handoff import Handoff
from api.graphql.types.match import Match
from api.graphql.types.question import Question
from api.graphql.types.usage import TurnUsage
from store.nouns import conversation as nouns


@strawberry.type(description="One message of a conversation, by the client or by the agent.")
class Message(Node):
    """Projects store.nouns.conversation.Message."""

    conversation_id: strawberry.ID = strawberry.field(description="The conversation the message is in.")
    turn_id: strawberry.ID = strawberry.field(description="The turn the message began or answers.")
    author: Author = strawberry.field(description="Whether the client or the agent wrote it.")
    text: str = strawberry.field(description="The message as plain text, with line breaks.")
    created: datetime = strawberry.field(description="When the message was stored.")

    @classmethod
    def from_domain(cls, message: nouns.Message) -> Message:
        """The projection of one message."""
        return cls(
            id=strawberry.ID(message.id),
            conversation_id=strawberry.ID(message.conversation_id),
            turn_id=strawberry.ID(message.turn_id),
            author=same_name(Author, message.author),
            text=message.text,
            created=message.created,
        )


@strawberry.type(description="Why a turn failed, without its inner details.")
class TurnError:
    """The error of a store.nouns.conversation.Turn."""

    message: str = strawberry.field(description="What went wrong, in words for the client.")
    error_id: str | None = strawberry.field(
        description="The id under which the details are in the server's log; quote it when you ask for help."
    )


@strawberry.type(
    description="One client message (or button) and all that follows from it. Follow it live with the "
    "subscription turnEvents, or read its status here."
)
class Turn(Node):
    """Projects store.nouns.conversation.Turn."""

    conversation_id: strawberry.ID = strawberry.field(description="The conversation the turn belongs to.")
    client_message_id: str = strawberry.field(
        description="The id your side gave the message: sending it again gives this same turn."
    )
    text: str = strawberry.field(
        description="The client's message; for a button, what it stands for in words."
    )
    status: TurnStatus = strawberry.field(description="Where the turn stands now.")
    attempt: int = strawberry.field(
        description="How often the turn has been begun: 0 while it waits, then from 1."
    )
    error: TurnError | None = strawberry.field(description="Why the turn failed; null unless it did.")
    usage: TurnUsage | None = strawberry.field(
        description="Who read the message and worded the reply, and what the language model took; null until "
        "the turn is completed."
    )
    created: datetime = strawberry.field(description="When the message was stored.")
    completed: datetime | None = strawberry.field(description="When the turn ended; null until it has.")

    @classmethod
    def from_domain(cls, turn: nouns.Turn) -> Turn:
        """The projection of one turn."""
        failed = turn.status is nouns.TurnStatus.FAILED
        return cls(
            id=strawberry.ID(turn.id),
            conversation_id=strawberry.ID(turn.conversation_id),
            client_message_id=turn.client_message_id,
            text=turn.text,
            status=same_name(TurnStatus, turn.status),
            attempt=turn.attempt,
            error=TurnError(message=turn.error or "", error_id=turn.error_id) if failed else None,
            usage=TurnUsage.from_domain(turn.usage) if turn.usage else None,
            created=turn.created,
            completed=turn.completed,
        )


@strawberry.type(
    description="A conversation about one hire or several, and what it has come to. Only its owner can see "
    "it."
)
class Conversation(Node):
    """Projects store.nouns.conversation.Conversation."""

    created: datetime = strawberry.field(description="When the conversation was started.")
    updated: datetime = strawberry.field(description="When something last changed in it.")
    brief: Brief = strawberry.field(description="What the client needs, as far as it is known by now.")
    question: Question | None = strawberry.field(
        description="The question asked last, while it has not been answered; else null."
    )
    handoff: Handoff | None = strawberry.field(
        description="The hand-off that waits for the client's approval; null if there is none."
    )
    memory: strawberry.Private[nouns.Memory]
    given_title: strawberry.Private[str]

    @resolved(
        "A short title for a list of conversations: the one it was started with, else the need in words."
    )
    def title(self, info: Info) -> str:
        """Empty while nothing is known."""
        if self.given_title or not self.memory.brief.is_searchable:
            return self.given_title
        _, _, words = brief_in_words(self.memory.brief, info.context.services.knowledge).partition(" ")
        return words[:1].upper() + words[1:]

    @resolved("The list last shown, in its order, held against the brief of now: 'the second one' is here.")
    async def shown(self, info: Info) -> list[Match]:
        """Compared at once."""
        return await self._matches(info, self.memory.shown)

    @resolved("The shortlist in the order it was made, each candidate held against the brief of now.")
    async def shortlist(self, info: Info) -> list[Match]:
        """Compared at once."""
        return await self._matches(info, self.memory.shortlisted)

    @resolved("The candidates the client does not want to see again.")
    async def dismissed(self, info: Info) -> list[Candidate]:
        """Loaded at once."""
        return await _candidates(info, self.memory.dismissed)

    @resolved(
        "The number of the latest event, 0 if there is none. Pass it as turnEvents(after:) to "
        "follow only what happens from now on."
    )
    async def last_sequence(self, info: Info) -> int:
        """The end of the conversation's event log."""
        last = await info.context.services.store.turns.last_sequence(info.context.client_id, self.id)
        return last or 0

    @resolved("The messages of both sides, the oldest first.")
    async def messages(self, info: Info, first: First = 50, after: After = None) -> Connection[Message]:
        """A page of the messages."""
        size = check_first(first, info.context.limits.list_size)
        rows = await info.context.services.store.conversations.messages(
            info.context.client_id, self.id, size + 1, decode_cursor("messages", after)
        )
        return connect(
            rows,
            first=size,
            after=after,
            cursor=lambda row: encode_cursor("messages", row.id),
            project=Message.from_domain,
        )

    @resolved("The turns, the oldest first.")
    async def turns(self, info: Info, first: First = 50, after: After = None) -> Connection[Turn]:
        """A page of the turns."""
        size = check_first(first, info.context.limits.list_size)
        rows = await info.context.services.store.turns.page(
            info.context.client_id, self.id, size + 1, decode_cursor("turns", after)
        )
        return connect(
            rows,
            first=size,
            after=after,
            cursor=lambda row: encode_cursor("turns", row.id),
            project=Turn.from_domain,
        )

    @resolved(
        "What happened so far, the oldest first: the same events the subscriptions deliver, to "
        "draw a conversation again after a reload."
    )
    async def events(self, info: Info, first: First = 100, after: After = None) -> Connection[TurnEvent]:
        """A page of the event log."""
        size = check_first(first, info.context.limits.list_size)
        rows = await info.context.services.store.turns.events(
            info.context.client_id, self.id, decode_number("events", after) or 0, size + 1
        )
        return connect(
            rows or [],
            first=size,
            after=after,
            cursor=lambda row: encode_cursor("events", str(row.sequence)),
            project=from_logged,
        )

    @resolved("The hand-offs of this conversation, the oldest first, cancelled ones included.")
    async def handoffs(self, info: Info, first: First = 20, after: After = None) -> Connection[Handoff]:
        """A page of the hand-offs."""
        size = check_first(first, info.context.limits.list_size)
        rows = await info.context.services.store.handoffs.page(
            info.context.client_id, self.id, size + 1, decode_cursor("handoffs", after)
        )
        return connect(
            rows,
            first=size,
            after=after,
            cursor=lambda row: encode_cursor("handoffs", row.id),
            project=Handoff.from_domain,
        )

    async def _matches(self, info: Info, ids: Sequence[str]) -> list[Match]:
        keys = [(str(self.id), each) for each in ids[: info.context.limits.list_size]]
        found = await info.context.loaders.matches.load_many(keys)
        return Match.all_from_domain([match for match in found if match])

    @classmethod
    def from_domain(cls, conversation: nouns.Conversation) -> Conversation:
        """The projection of one conversation."""
        memory = conversation.memory
        return cls(
            id=strawberry.ID(conversation.id),
            given_title=conversation.title,
            created=conversation.created,
            updated=conversation.updated,
            brief=Brief.from_domain(memory.brief),
            question=Question.from_domain(memory.question) if memory.question else None,
            handoff=Handoff.from_domain(memory.pending_handoff.handoff) if memory.pending_handoff else None,
            memory=memory,
        )


async def _candidates(info: Info, ids: Sequence[str]) -> list[Candidate]:
    found = await info.context.loaders.freelancers.load_many(ids[: info.context.limits.list_size])
    return [Candidate.from_domain(freelancer) for freelancer in found if freelancer]
