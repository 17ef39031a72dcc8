"""Turns as workers see them: claimed under a lease, told to the log, finished once.

What a worker writes is guarded by the turn's attempt: each claim raises it, so a worker that lost its
turn can be told from the one that has it.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.orm import aliased

from store.clock import Clock, utc_now
from store.database import Database
from store.nouns.conversation import LoggedEvent, Memory, Turn, TurnStatus
from store.nouns.handoff import Handoff
from store.nouns.usage import TurnUsage
from store.repositories.turn_rows import to_turn
from store.repositories.turn_writing import complete_turn, fail_turn, log_events
from store.tables import ConversationRow, TurnRow

_QUEUED, _RUNNING = TurnStatus.QUEUED.value, TurnStatus.RUNNING.value


class TurnWork:
    """Claims, leases and writes."""

    def __init__(self, database: Database, *, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

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

    async def release_all(self) -> None:
        """Let every lease run out now: for a process that begins alone with its database."""
        async with self._database.write() as session:
            await session.execute(
                update(TurnRow)
                .where(TurnRow.status == _RUNNING)
                .values(lease_until=self._clock() - timedelta(seconds=1))
            )

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
        usage: TurnUsage | None = None,
    ) -> LoggedEvent:
        """Store all a turn came to, in one transaction, with its last event. Raises LostLease.

        `memory` was made of `memory_before`; what others changed since is merged in (`merge_memories`).
        """
        now = self._clock()
        async with self._database.write() as session:
            (logged,) = await log_events(session, turn, [final_event], now)
            await complete_turn(session, turn, memory_before, memory, reply, handoffs, usage, now)
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
