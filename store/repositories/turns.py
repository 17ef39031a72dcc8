"""Turns as clients see them: a message queues one, and its events are read from the log.

Every method takes the client's id and sees that client's turns alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select

from store.ids import IdKind, new_id
from store.nouns.conversation import Action, Author, LoggedEvent, Turn, TurnStatus
from store.repositories.leases import LostLease
from store.repositories.turn_rows import to_logged_event, to_turn
from store.repositories.turn_work import TurnWork
from store.repositories.turn_writing import new_message
from store.tables import ConversationRow, EventRow, TurnRow
from store.tables.base import storable

__all__ = ["LostLease", "Submitted", "TurnRepository"]

_QUEUED, _FAILED = TurnStatus.QUEUED.value, TurnStatus.FAILED.value


@dataclass(frozen=True, slots=True)
class Submitted:
    """The turn of a message. `created` is False if the message was known already.

    `turn` is None, and nothing is stored, if too many turns wait in the conversation.
    """

    turn: Turn | None
    created: bool


class TurnRepository(TurnWork):
    """All that is done with turns: what clients do here, what workers do in TurnWork."""

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
