"""Turns: queued by clients, run by workers under a lease, and told to subscribers through the event log.

What a client calls takes its id and sees its own turns alone. What a worker calls is guarded by the
turn's attempt: each claim raises it, so a worker that lost its turn can be told from the one that has it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.orm import aliased

from store.clock import Clock, utc_now
from store.database import Database
from store.ids import IdKind, new_id
from store.nouns.conversation import Action, Author, LoggedEvent, Memory, Turn, TurnStatus
from store.nouns.handoff import Handoff
from store.repositories.leases import LostLease
from store.repositories.turn_rows import to_logged_event, to_turn
from store.repositories.turn_writing import complete_turn, fail_turn, log_events, new_message
from store.tables import ConversationRow, EventRow, TurnRow
from store.tables.base import storable

__all__ = ["LostLease", "Submitted", "TurnRepository"]

_QUEUED, _RUNNING, _FAILED = TurnStatus.QUEUED.value, TurnStatus.RUNNING.value, TurnStatus.FAILED.value


@dataclass(frozen=True, slots=True)
class Submitted:
    """The turn of a message. `created` is False if the message was known already.

    `turn` is None, and nothing is stored, if too many turns wait in the conversation.
    """

    turn: Turn | None
    created: bool


class TurnRepository:
    """Reads and changes turns and their events."""

    def __init__(self, database: Database, *, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    # What clients do.

    async def submit(
        self,
        client_id: str,
        conversation_id: str,
        text: str,
        client_message_id: str,
        action: Action | None = None,
        *,
        most_waiting: int | None = None,
    ) -> Submitted | None:
        """Store a message and queue its turn; the same `client_message_id` gives the same turn again.

        None if there is no such conversation or it is somebody else's. With `most_waiting`, a new message
        is turned away while so many turns are queued.
        """
        text, client_message_id = storable(text), storable(client_message_id)
        now = self._clock()
        async with self._database.write() as session:
            conversation = await session.scalar(
                select(ConversationRow)
                .where(ConversationRow.id == conversation_id, ConversationRow.client_id == client_id)
                .with_for_update()
            )
            if conversation is None:
                return None
            turns = select(TurnRow).where(TurnRow.conversation_id == conversation.id)
            known = await session.scalar(turns.where(TurnRow.client_message_id == client_message_id))
            if known is not None:
                return Submitted(to_turn(known), created=False)
            if most_waiting is not None:
                waiting = turns.where(TurnRow.status == _QUEUED).with_only_columns(func.count())
                if (await session.scalar(waiting) or 0) >= most_waiting:
                    return Submitted(None, created=False)
            conversation.last_turn += 1
            conversation.updated = now
            row = TurnRow(
                id=new_id(IdKind.TURN),
                conversation_id=conversation.id,
                position=conversation.last_turn,
                client_message_id=client_message_id,
                text=text,
                action=None if action is None else action.model_dump(mode="json"),
                status=_QUEUED,
                attempt=0,
                attempts_before=0,
                created=now,
            )
            session.add(row)
            await session.flush()
            session.add(new_message(conversation, row.id, Author.CLIENT, text, now))
        return Submitted(to_turn(row), created=True)

    async def get(self, client_id: str, turn_id: str) -> Turn | None:
        """The turn; None if there is none or it is somebody else's."""
        async with self._database.read() as session:
            row = await session.scalar(_owned(client_id).where(TurnRow.id == turn_id))
            return None if row is None else to_turn(row)

    async def page(
        self, client_id: str, conversation_id: str, first: int, after: str | None = None
    ) -> Sequence[Turn]:
        """At most `first` turns of the conversation, the oldest first, after the one with id `after`.

        Empty if the conversation is somebody else's or `after` is not one of its turns.
        """
        owned = _owned(client_id).where(TurnRow.conversation_id == conversation_id)
        query = owned.order_by(TurnRow.position).limit(first)
        async with self._database.read() as session:
            if after is not None:
                start = await session.scalar(owned.where(TurnRow.id == after))
                if start is None:
                    return []
                query = query.where(TurnRow.position > start.position)
            return [to_turn(row) for row in await session.scalars(query)]

    async def retry(self, client_id: str, turn_id: str) -> Turn | None:
        """Queue a failed turn again, with attempts of its own; None if none of the client's failed so."""
        async with self._database.write() as session:
            row = await session.scalar(
                _owned(client_id)
                .where(TurnRow.id == turn_id, TurnRow.status == _FAILED)
                .with_for_update(of=TurnRow)
            )
            if row is None:
                return None
            row.status = _QUEUED
            row.attempts_before = row.attempt
            row.error = row.error_id = None
        return to_turn(row)

    async def events(
        self, client_id: str, conversation_id: str, after: int, limit: int
    ) -> list[LoggedEvent] | None:
        """At most `limit` events numbered above `after`, in order.

        None if there is no such conversation or it is somebody else's.
        """
        async with self._database.read() as session:
            rows = await session.scalars(
                select(EventRow)
                .join(ConversationRow, ConversationRow.id == EventRow.conversation_id)
                .where(ConversationRow.id == conversation_id, ConversationRow.client_id == client_id)
                .where(EventRow.sequence > after)
                .order_by(EventRow.sequence)
                .limit(limit)
            )
            events = [to_logged_event(row) for row in rows]
            if not events and await session.scalar(_last_event(client_id, conversation_id)) is None:
                return None
            return events

    async def last_sequence(self, client_id: str, conversation_id: str) -> int | None:
        """The number of the latest event, 0 before the first; None as in `events`."""
        async with self._database.read() as session:
            return await session.scalar(_last_event(client_id, conversation_id))

    # What workers do.

    async def claim_next(self, conversation_id: str, worker: str, lease_seconds: float) -> Turn | None:
        """Take the conversation's longest waiting turn; None if there is none or another one runs."""
        async with self._database.write() as session:
            await session.execute(
                select(ConversationRow.id).where(ConversationRow.id == conversation_id).with_for_update()
            )
            turns = select(TurnRow).where(TurnRow.conversation_id == conversation_id)
            if await session.scalar(turns.where(TurnRow.status == _RUNNING)) is not None:
                return None
            row = await session.scalar(
                turns.where(TurnRow.status == _QUEUED).order_by(TurnRow.position).limit(1)
            )
            if row is None:
                return None
            row.status = _RUNNING
            row.attempt += 1
            row.worker = worker
            row.lease_until = self._clock() + timedelta(seconds=lease_seconds)
        return to_turn(row)

    async def renew(self, worker: str, lease_seconds: float) -> None:
        """Extend the leases of all turns the worker runs, to `lease_seconds` from now."""
        await self._set_leases(worker, lease_seconds)

    async def release_worker(self, worker: str) -> None:
        """Let the worker's leases run out now, so that others can take its turns up at once."""
        await self._set_leases(worker, -1)

    async def conversations_with_work(self) -> list[str]:
        """Conversations in which a turn waits and none runs, or in which a running turn's lease is over."""
        now = self._clock()
        running = aliased(TurnRow)
        busy = select(running.id).where(
            running.conversation_id == TurnRow.conversation_id,
            running.status == _RUNNING,
            running.lease_until >= now,
        )
        async with self._database.read() as session:
            found = await session.scalars(
                select(TurnRow.conversation_id)
                .where(
                    or_(
                        (TurnRow.status == _QUEUED) & ~busy.exists(),
                        (TurnRow.status == _RUNNING) & (TurnRow.lease_until < now),
                    )
                )
                .distinct()
            )
            return sorted(found)

    async def requeue_expired(self, max_attempts: int) -> list[Turn]:
        """Queue turns whose lease is over again, and give back those that had `max_attempts` already.

        Those stay as they are: `fail` them.
        """
        exhausted: list[Turn] = []
        async with self._database.write() as session:
            expired = await session.scalars(
                select(TurnRow)
                .where(TurnRow.status == _RUNNING, TurnRow.lease_until < self._clock())
                .order_by(TurnRow.created, TurnRow.id)
                .with_for_update(skip_locked=True)
            )
            for row in expired:
                if row.attempt - row.attempts_before >= max_attempts:
                    exhausted.append(to_turn(row))
                else:
                    row.status = _QUEUED
                    row.worker = row.lease_until = None
        return exhausted

    async def append(self, turn: Turn, events: Sequence[dict[str, Any]]) -> list[LoggedEvent]:
        """Log events of a running turn. Raises LostLease; then nothing is logged."""
        async with self._database.write() as session:
            return await log_events(session, turn, events, self._clock())

    async def complete(
        self,
        turn: Turn,
        memory_before: Memory,
        memory: Memory,
        reply: str,
        final_event: dict[str, Any],
        handoffs: Sequence[Handoff] = (),
    ) -> LoggedEvent:
        """Store all a turn came to, in one transaction, with its last event. Raises LostLease.

        `memory` was made of `memory_before`; what others changed since is merged in (`merge_memories`).
        """
        now = self._clock()
        async with self._database.write() as session:
            (logged,) = await log_events(session, turn, [final_event], now)
            await complete_turn(session, turn, memory_before, memory, reply, handoffs, now)
            return logged

    async def fail(self, turn: Turn, final_event: dict[str, Any], error: str, error_id: str) -> LoggedEvent:
        """Mark a running turn as failed, with its last event. Raises LostLease."""
        async with self._database.write() as session:
            (logged,) = await log_events(session, turn, [final_event], self._clock())
            await fail_turn(session, turn, error, error_id)
            return logged

    async def _set_leases(self, worker: str, seconds: float) -> None:
        async with self._database.write() as session:
            await session.execute(
                update(TurnRow)
                .where(TurnRow.status == _RUNNING, TurnRow.worker == worker)
                .values(lease_until=self._clock() + timedelta(seconds=seconds))
            )


def _owned(client_id: str) -> Select[TurnRow]:
    return (
        select(TurnRow)
        .join(ConversationRow, ConversationRow.id == TurnRow.conversation_id)
        .where(ConversationRow.client_id == client_id)
    )


def _last_event(client_id: str, conversation_id: str) -> Select[int]:
    return select(ConversationRow.last_event).where(
        ConversationRow.id == conversation_id, ConversationRow.client_id == client_id
    )
