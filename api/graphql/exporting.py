"""A whole conversation as one document: for its owner to keep, and for evals to grade."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from api.services import Services
from store.nouns.base import Noun
from store.nouns.conversation import Conversation
from store.nouns.freelancer import Freelancer

FORMAT = "rolecall.conversation/1"
_AT_ONCE = 200


class _Row(Protocol):
    @property
    def id(self) -> str: ...


Row = TypeVar("Row", bound=_Row)


async def export_conversation(
    services: Services, client_id: str, conversation_id: str
) -> dict[str, Any] | None:
    """The document, in the design's camelCase field names; None if the conversation is not the client's."""
    store = services.store
    conversation = await store.conversations.get(client_id, conversation_id)
    if conversation is None:
        return None
    events = [event async for event in _events(services, client_id, conversation_id)]
    return {
        "format": FORMAT,
        "exported": services.clock().isoformat(),
        "conversation": _json(conversation),
        "messages": [
            _json(row)
            async for row in _all(
                lambda after: store.conversations.messages(client_id, conversation_id, _AT_ONCE, after)
            )
        ],
        "turns": [
            _json(row)
            async for row in _all(lambda after: store.turns.page(client_id, conversation_id, _AT_ONCE, after))
        ],
        "events": events,
        "handoffs": [
            _json(row)
            async for row in _all(
                lambda after: store.handoffs.page(client_id, conversation_id, _AT_ONCE, after)
            )
        ],
        "freelancers": [_json(person) for person in await _shown(services, conversation, events)],
    }


async def _shown(
    services: Services, conversation: Conversation, events: Sequence[Mapping[str, Any]]
) -> list[Freelancer]:
    """The public profiles of everybody the conversation showed or remembers, as they are now."""
    memory = conversation.memory
    ids = dict.fromkeys((*memory.shown, *memory.shortlisted, *memory.dismissed))
    for each in events:
        ranking = each["event"].get("ranking") or {}
        for listed in ("matches", "nearMisses"):
            ids.update(dict.fromkeys(match["freelancerId"] for match in ranking.get(listed, ())))
    return list((await services.store.freelancers.get_many(ids)).values())


async def _all(read: Callable[[str | None], Awaitable[Sequence[Row]]]) -> AsyncIterator[Row]:
    after: str | None = None
    while rows := await read(after):
        for row in rows:
            yield row
        after = rows[-1].id


async def _events(services: Services, client_id: str, conversation_id: str) -> AsyncIterator[dict[str, Any]]:
    after = 0
    while rows := await services.store.turns.events(client_id, conversation_id, after, _AT_ONCE):
        for row in rows:
            yield _json(row)
        after = rows[-1].sequence


def _json(noun: Noun) -> dict[str, Any]:
    """The noun without its owner: the document is the owner's already."""
    return noun.model_dump(mode="json", exclude={"client_id"})
