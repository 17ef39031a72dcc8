"""Hand-offs, as their owner sees them. They are written with the turn that decided them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, or_, select

from store.database import Database
from store.nouns.handoff import Handoff
from store.tables import ConversationRow, HandoffRow


class HandoffRepository:
    """Reads hand-offs; somebody else's are not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, client_id: str, handoff_id: str) -> Handoff | None:
        """The hand-off; None if there is none or it is somebody else's."""
        async with self._database.read() as session:
            row = await session.scalar(_owned(client_id).where(HandoffRow.id == handoff_id))
            return None if row is None else to_handoff(row)

    async def page(
        self, client_id: str, conversation_id: str, first: int, after: str | None = None
    ) -> Sequence[Handoff]:
        """At most `first` hand-offs of the conversation, the oldest first, after the one with id `after`.

        Empty if the conversation is somebody else's or `after` is not one of its hand-offs.
        """
        owned = _owned(client_id).where(HandoffRow.conversation_id == conversation_id)
        query = owned.order_by(HandoffRow.created, HandoffRow.id).limit(first)
        async with self._database.read() as session:
            if after is not None:
                start = await session.scalar(owned.where(HandoffRow.id == after))
                if start is None:
                    return []
                query = query.where(
                    or_(
                        HandoffRow.created > start.created,
                        (HandoffRow.created == start.created) & (HandoffRow.id > start.id),
                    )
                )
            return [to_handoff(row) for row in await session.scalars(query)]


def to_handoff(row: HandoffRow) -> Handoff:
    """The noun."""
    return Handoff.model_validate({name: getattr(row, name) for name in Handoff.model_fields})


def to_handoff_values(handoff: Handoff) -> dict[str, Any]:
    """The row's columns."""
    values = {name: getattr(handoff, name) for name in Handoff.model_fields}
    return values | {
        "status": handoff.status.value,
        "brief": handoff.brief.model_dump(mode="json"),
        "shared": list(handoff.shared),
        "withheld": list(handoff.withheld),
    }


def _owned(client_id: str) -> Select[HandoffRow]:
    return (
        select(HandoffRow)
        .join(ConversationRow, ConversationRow.id == HandoffRow.conversation_id)
        .where(ConversationRow.client_id == client_id)
    )
