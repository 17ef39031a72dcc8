"""Batches the reads that a list would fan out: one query for all candidates of a page, not one each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from strawberry.dataloader import DataLoader

from store.nouns.conversation import Conversation, Turn
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match

if TYPE_CHECKING:
    from api.graphql.context import OperationContext


class Loaders:
    """The loaders of one operation. Owned reads go through the operation's client, as everywhere."""

    def __init__(self, context: OperationContext) -> None:
        self._context = context
        self.freelancers: DataLoader[str, Freelancer | None] = DataLoader(self._load_freelancers)
        self.conversations: DataLoader[str, Conversation | None] = DataLoader(self._load_conversations)
        self.turns: DataLoader[str, Turn | None] = DataLoader(self._load_turns)
        self.matches: DataLoader[tuple[str, str], Match | None] = DataLoader(self._load_matches)

    async def _load_freelancers(self, ids: list[str]) -> list[Freelancer | None]:
        found = await self._context.services.store.freelancers.get_many(ids)
        return [found.get(each) for each in ids]

    async def _load_conversations(self, ids: list[str]) -> list[Conversation | None]:
        repository = self._context.services.store.conversations
        return [await repository.get(self._context.client_id, each) for each in ids]

    async def _load_turns(self, ids: list[str]) -> list[Turn | None]:
        repository = self._context.services.store.turns
        return [await repository.get(self._context.client_id, each) for each in ids]

    async def _load_matches(self, keys: list[tuple[str, str]]) -> list[Match | None]:
        """Keys are (conversation id, freelancer id): each conversation's brief is compared once."""
        services = self._context.services
        wanted: dict[str, list[str]] = defaultdict(list)
        for conversation_id, freelancer_id in keys:
            wanted[conversation_id].append(freelancer_id)
        found: dict[tuple[str, str], Match] = {}
        for conversation_id, freelancer_ids in wanted.items():
            conversation = await self.conversations.load(conversation_id)
            if conversation is None:
                continue
            brief = conversation.memory.brief
            for match in await services.matcher.compare(brief, freelancer_ids, services.today):
                found[conversation_id, match.freelancer_id] = match
        return [found.get(key) for key in keys]
