"""The client behind the token, and what the API lets them do at once."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.graphql.context import Info
from api.graphql.fields import resolved
from api.graphql.limits import Limits
from api.graphql.node import Node
from api.graphql.paging import (
    After,
    Connection,
    First,
    check_first,
    connect,
    decode_cursor,
    encode_cursor,
)
from api.graphql.types.conversation import Conversation
from store.repositories.clients import Client


@strawberry.type(description="What one message or operation may hold. More is refused with a typed error.")
class ApiLimits:
    """Projects the part of api.graphql.limits.Limits that a frontend can plan with."""

    message_length: int = strawberry.field(description="Characters a message may have.")
    list_size: int = strawberry.field(description="Items a list can be asked for at once.")
    query_length: int = strawberry.field(description="Characters a GraphQL document may have.")
    query_depth: int = strawberry.field(description="How deep the selections of an operation may nest.")

    @classmethod
    def from_limits(cls, limits: Limits) -> ApiLimits:
        """The projection of the limits in force."""
        return cls(
            message_length=limits.message_length,
            list_size=limits.list_size,
            query_length=limits.query_length,
            query_depth=limits.depth,
        )


@strawberry.type(description="You: the client your token belongs to, with everything that is yours.")
class Viewer(Node):
    """Projects store.repositories.clients.Client."""

    name: str = strawberry.field(description="The client's name, as it was given when the client was made.")
    created: datetime = strawberry.field(description="When the client was made.")

    @resolved("Limits your frontend can check before it sends something.")
    def limits(self, info: Info) -> ApiLimits:
        """The limits in force."""
        return ApiLimits.from_limits(info.context.limits)

    @resolved("Your conversations, the one changed last first.")
    async def conversations(
        self, info: Info, first: First = 20, after: After = None
    ) -> Connection[Conversation]:
        """A page of the client's conversations."""
        return await conversations_page(info, first, after)

    @classmethod
    def from_domain(cls, client: Client) -> Viewer:
        """The projection of the authenticated client."""
        return cls(id=strawberry.ID(client.id), name=client.name, created=client.created)


async def conversations_page(info: Info, first: int, after: str | None) -> Connection[Conversation]:
    """A page of the client's conversations, the one changed last first."""
    size = check_first(first, info.context.limits.list_size)
    rows = await info.context.services.store.conversations.page(
        info.context.client_id, size + 1, decode_cursor("conversations", after)
    )
    info.context.loaders.conversations.prime_many({row.id: row for row in rows})
    return connect(
        rows,
        first=size,
        after=after,
        cursor=lambda row: encode_cursor("conversations", row.id),
        project=Conversation.from_domain,
    )
