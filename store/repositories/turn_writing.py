"""What a worker writes for its turn: events as they happen, then all effects at once.

Every function here runs in the caller's write transaction and locks the conversation before the turn.
That order is what numbers events without gaps and keeps a worker that was replaced from writing.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from store.ids import IdKind, new_id
from store.nouns.conversation import Author, LoggedEvent, Memory, Turn, TurnStatus
from store.nouns.handoff import Handoff
from store.nouns.usage import TurnUsage
from store.repositories.handoffs import to_handoff_values
from store.repositories.leases import LostLease
from store.repositories.memory_merging import merge_memories
from store.repositories.turn_rows import to_logged_event
from store.repositories.upserting import upsert
from store.tables import ConversationRow, EventRow, HandoffRow, MessageRow, TurnRow

Event = dict[str, Any]


async def log_events(
    session: AsyncSession, turn: Turn, events: Sequence[Event], now: datetime
) -> list[LoggedEvent]:
    """Number the events and store them. Raises LostLease."""
    last = await session.scalar(
        update(ConversationRow)
        .where(ConversationRow.id == turn.conversation_id)
        .values(last_event=ConversationRow.last_event + len(events))
        .returning(ConversationRow.last_event)
    )
    if last is None:
        raise LostLease(turn.id)
    await _hold(session, turn)
    rows = [
        EventRow(
            conversation_id=turn.conversation_id,
            sequence=sequence,
            turn_id=turn.id,
            attempt=turn.attempt,
            event=event,
            created=now,
        )
        for sequence, event in enumerate(events, start=last - len(events) + 1)
    ]
    session.add_all(rows)
    return [to_logged_event(row) for row in rows]


async def complete_turn(
    session: AsyncSession,
    turn: Turn,
    memory_before: Memory,
    memory: Memory,
    reply: str,
    handoffs: Sequence[Handoff],
    usage: TurnUsage | None,
    now: datetime,
) -> None:
    """Store the reply, the memory, the hand-offs and the usage, and close the turn. Raises LostLease."""
    conversation = await session.scalar(
        select(ConversationRow).where(ConversationRow.id == turn.conversation_id).with_for_update()
    )
    if conversation is None:
        raise LostLease(turn.id)
    row = await _hold(session, turn)
    stored = Memory.model_validate(conversation.memory)
    conversation.memory = merge_memories(memory_before, memory, stored).model_dump(mode="json")
    conversation.updated = now
    session.add(new_message(conversation, turn.id, Author.AGENT, reply, now))
    for handoff in handoffs:
        values = to_handoff_values(handoff) | {"conversation_id": turn.conversation_id}
        dialect = session.get_bind().dialect.name
        await session.execute(upsert(dialect, HandoffRow, keep=("conversation_id", "created")), values)
    row.status = TurnStatus.COMPLETED.value
    row.completed = now
    row.usage = None if usage is None else usage.model_dump(mode="json")
    row.worker = row.lease_until = row.error = row.error_id = None


async def fail_turn(session: AsyncSession, turn: Turn, error: str, error_id: str) -> None:
    """Close the turn as failed. Raises LostLease."""
    row = await _hold(session, turn)
    row.status = TurnStatus.FAILED.value
    row.error, row.error_id = error, error_id
    row.worker = row.lease_until = None


def new_message(
    conversation: ConversationRow, turn_id: str, author: Author, text: str, now: datetime
) -> MessageRow:
    """The conversation's next message; the conversation must be locked."""
    conversation.last_message += 1
    return MessageRow(
        conversation_id=conversation.id,
        position=conversation.last_message,
        id=new_id(IdKind.MESSAGE),
        turn_id=turn_id,
        author=author.value,
        text=text,
        created=now,
    )


async def _hold(session: AsyncSession, turn: Turn) -> TurnRow:
    """The turn's row, locked, if this attempt still runs it. Raises LostLease."""
    row = await session.scalar(
        select(TurnRow)
        .where(
            TurnRow.id == turn.id,
            TurnRow.attempt == turn.attempt,
            TurnRow.status == TurnStatus.RUNNING.value,
        )
        .with_for_update()
    )
    if row is None:
        raise LostLease(turn.id)
    return row
