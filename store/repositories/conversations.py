"""Conversations with their memory and messages, for their owner alone.

Every method takes the owner's client id and puts it into the query: somebody else's conversation looks
exactly like one that never was.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement, Select, and_, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.clock import Clock, utc_now
from store.database import Database
from store.ids import IdKind, new_id
from store.nouns.conversation import Author, Conversation, Memory, Message, Turn
from store.repositories.leases import LostLease
from store.tables import ConversationRow, MessageRow


class ConversationRepository:
    """Reads and changes conversations."""

    def __init__(self, database: Database, *, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    async def create(self, client_id: str, title: str = "") -> Conversation:
        """A new, empty conversation of the client, which must exist."""
        now = self._clock()
        row = ConversationRow(
            id=new_id(IdKind.CONVERSATION),
            client_id=client_id,
            title=title,
            memory=Memory().model_dump(mode="json"),
            created=now,
            updated=now,
        )
        async with self._database.write() as session:
            session.add(row)
        return _conversation(row)

    async def get(self, client_id: str, conversation_id: str) -> Conversation | None:
        """The conversation; None if there is none or it is somebody else's."""
        async with self._database.read() as session:
            row = await session.scalar(_owned(client_id, conversation_id))
            return None if row is None else _conversation(row)

    async def for_turn(self, turn: Turn) -> Conversation:
        """The conversation a worker runs `turn` for. Raises LostLease if it was deleted meanwhile."""
        async with self._database.read() as session:
            row = await session.get(ConversationRow, turn.conversation_id)
            if row is None:
                raise LostLease(turn.id)
            return _conversation(row)

    async def page(self, client_id: str, first: int, after: str | None = None) -> Sequence[Conversation]:
        """At most `first` of the client's conversations, the one changed last first, after the id `after`.

        Empty if `after` is not one of the client's.
        """
        row = ConversationRow
        query = select(row).where(row.client_id == client_id)
        async with self._database.read() as session:
            if after is not None:
                start = await session.scalar(_owned(client_id, after))
                if start is None:
                    return []
                query = query.where(
                    or_(row.updated < start.updated, and_(row.updated == start.updated, row.id < start.id))
                )
            rows = await session.scalars(query.order_by(row.updated.desc(), row.id.desc()).limit(first))
            return [_conversation(each) for each in rows]

    async def rename(self, client_id: str, conversation_id: str, title: str) -> Conversation | None:
        """Give the conversation a title; None if there is none or it is somebody else's."""
        async with self._database.write() as session:
            row = await _locked(session, client_id, conversation_id)
            if row is None:
                return None
            row.title = title
        return _conversation(row)

    async def edit_memory(
        self, client_id: str, conversation_id: str, change: Callable[[Memory], Memory]
    ) -> Conversation | None:
        """Change the memory in one transaction, so that no other change is lost; None as in `get`.

        `change` is called once, with the conversation locked: it must be quick. What it raises is raised.
        """
        async with self._database.write() as session:
            row = await _locked(session, client_id, conversation_id)
            if row is None:
                return None
            memory = Memory.model_validate(row.memory)
            changed = change(memory)
            if changed != memory:
                row.memory = changed.model_dump(mode="json")
                row.updated = self._clock()
        return _conversation(row)

    async def delete(self, client_id: str, conversation_id: str) -> bool:
        """Delete the conversation with its messages, turns, events and hand-offs; False as None in `get`."""
        return bool(await self._delete(client_id, ConversationRow.id == conversation_id))

    async def purge_client(self, client_id: str) -> Sequence[str]:
        """Delete every conversation of the client; their ids."""
        return await self._delete(client_id)

    async def messages(
        self, client_id: str, conversation_id: str, first: int, after: str | None = None
    ) -> Sequence[Message]:
        """At most `first` messages, the oldest first, after the message with id `after`.

        Empty if the conversation is somebody else's or `after` is not one of its messages.
        """
        owned = _owned_messages(client_id).where(MessageRow.conversation_id == conversation_id)
        query = owned.order_by(MessageRow.position).limit(first)
        async with self._database.read() as session:
            if after is not None:
                start = await session.scalar(owned.where(MessageRow.id == after))
                if start is None:
                    return []
                query = query.where(MessageRow.position > start.position)
            return [_message(row) for row in await session.scalars(query)]

    async def message(self, client_id: str, message_id: str) -> Message | None:
        """The message; None if there is none or it is somebody else's."""
        async with self._database.read() as session:
            row = await session.scalar(_owned_messages(client_id).where(MessageRow.id == message_id))
            return None if row is None else _message(row)

    async def _delete(self, client_id: str, *which: ColumnElement[bool]) -> Sequence[str]:
        async with self._database.write() as session:
            deleted = await session.scalars(
                delete(ConversationRow)
                .where(ConversationRow.client_id == client_id, *which)
                .returning(ConversationRow.id)
            )
            return sorted(deleted)


async def _locked(session: AsyncSession, client_id: str, conversation_id: str) -> ConversationRow | None:
    return await session.scalar(_owned(client_id, conversation_id).with_for_update())


def _owned(client_id: str, conversation_id: str) -> Select[ConversationRow]:
    return select(ConversationRow).where(
        ConversationRow.id == conversation_id, ConversationRow.client_id == client_id
    )


def _owned_messages(client_id: str) -> Select[MessageRow]:
    return (
        select(MessageRow)
        .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
        .where(ConversationRow.client_id == client_id)
    )


def _conversation(row: ConversationRow) -> Conversation:
    return Conversation(
        id=row.id,
        client_id=row.client_id,
        title=row.title,
        memory=Memory.model_validate(row.memory),
        created=row.created,
        updated=row.updated,
    )


def _message(row: MessageRow) -> Message:
    return Message(
        id=row.id,
        conversation_id=row.conversation_id,
        turn_id=row.turn_id,
        author=Author(row.author),
        text=row.text,
        created=row.created,
    )
