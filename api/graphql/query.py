"""What can be asked."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.graphql.context import Info
from api.graphql.errors import ApiError, Code
from api.graphql.fields import resolved
from api.graphql.inputs.applying import BriefRefused, apply
from api.graphql.inputs.brief import BriefInput
from api.graphql.node import Node
from api.graphql.paging import (
    After,
    Connection,
    Edge,
    First,
    check_first,
    connect,
    decode_number,
    encode_cursor,
    page_info,
)
from api.graphql.types.candidate import Candidate
from api.graphql.types.conversation import Conversation, Message, Turn
from api.graphql.types.handoff import Handoff
from api.graphql.types.match import Exclusion, Match, MatchConnection, Relaxation
from api.graphql.types.receipt import Receipt
from api.graphql.types.skill import Skill
from api.graphql.types.viewer import Viewer, conversations_page
from store.nouns.brief import Brief

_DEEPEST_SEARCH = 500
"""A ranking is walked this far at most: beyond it a narrower brief helps more than another page."""


@strawberry.type(description="What can be asked. Everything but the marketplace itself is yours alone.")
class Query:
    """The root of all queries."""

    @resolved("You: the client your token belongs to.")
    def viewer(self, info: Info) -> Viewer:
        """The authenticated client."""
        return Viewer.from_domain(info.context.viewer)

    @resolved(
        "Anything that has a global id: a conversation, message, turn, hand-off or candidate, or you. "
        "Null if there is nothing with that id for you, be it unknown, deleted or somebody "
        "else's."
    )
    async def node(
        self,
        info: Info,
        node_id: Annotated[
            strawberry.ID, strawberry.argument(name="id", description="The global id of what to fetch.")
        ],
    ) -> Node | None:
        """Dispatches on the id's prefix; every owned read is bound to the client."""
        return await find_node(info, node_id)

    @resolved(
        "One of your conversations. Null if there is none with that id for you, be it unknown, "
        "deleted or somebody else's."
    )
    async def conversation(
        self,
        info: Info,
        conversation_id: Annotated[
            strawberry.ID, strawberry.argument(name="id", description="The conversation's global id.")
        ],
    ) -> Conversation | None:
        """One conversation of the client's."""
        found = await info.context.loaders.conversations.load(conversation_id)
        return Conversation.from_domain(found) if found else None

    @resolved("Your conversations, the one changed last first.")
    async def conversations(
        self, info: Info, first: First = 20, after: After = None
    ) -> Connection[Conversation]:
        """A page of the client's conversations."""
        return await conversations_page(info, first, after)

    @resolved("A candidate of the marketplace; null if there is none with that id.")
    async def candidate(
        self,
        info: Info,
        candidate_id: Annotated[
            strawberry.ID, strawberry.argument(name="id", description="The candidate's global id.")
        ],
    ) -> Candidate | None:
        """One profile."""
        found = await info.context.loaders.freelancers.load(candidate_id)
        return Candidate.from_domain(found) if found else None

    @resolved(
        "Candidates for a brief, best first, without a conversation. The same brief gives the "
        "same candidates as in a conversation."
    )
    async def candidate_search(
        self,
        info: Info,
        brief: Annotated[
            BriefInput,
            strawberry.argument(
                description="What is needed: at least a role, or one skill that is not excluded."
            ),
        ],
        first: First = 10,
        after: After = None,
    ) -> MatchConnection:
        """A page of the ranking."""
        services = info.context.services
        size = check_first(first, info.context.limits.list_size)
        offset = decode_number("ranking", after) or 0
        ranking = await services.matcher.search(
            _searchable(brief, info), today=services.today, limit=min(offset + size + 1, _DEEPEST_SEARCH)
        )
        matches = Match.all_from_domain(ranking.matches[offset : offset + size], offset)
        edges = [Edge(cursor=encode_cursor("ranking", str(match.position)), node=match) for match in matches]
        return MatchConnection(
            edges=edges,
            nodes=matches,
            page_info=page_info(edges, more=len(ranking.matches) > offset + size, after=after),
            eligible=ranking.eligible,
            marketplace=ranking.marketplace,
            exclusions=[Exclusion.from_domain(each) for each in ranking.exclusions],
            relaxations=[Relaxation.from_domain(each) for each in ranking.relaxations],
            receipt=Receipt.from_domain(ranking.receipt) if ranking.receipt else None,
        )

    @resolved("Skills the marketplace knows, to complete what a client types into a form.")
    def skills(
        self,
        info: Info,
        query: Annotated[
            str | None,
            strawberry.argument(
                description="The beginning of a skill's name, of a word in it, or of an alias. Null: all "
                "skills."
            ),
        ] = None,
        first: First = 20,
        after: After = None,
    ) -> Connection[Skill]:
        """A page of the knowledge files' skills."""
        size = check_first(first, info.context.limits.list_size)
        offset = decode_number("skills", after) or 0
        found = info.context.skills.matching(query or "")
        rows = list(enumerate(found, start=1))[offset : offset + size + 1]
        return connect(
            rows,
            first=size,
            after=after,
            cursor=lambda row: encode_cursor("skills", str(row[0])),
            project=lambda row: Skill.from_domain(row[1]),
        )


async def find_node(info: Info, node_id: str) -> Node | None:
    """What a global id names, if it is the client's or the marketplace's; None otherwise."""
    context = info.context
    store, client_id = context.services.store, context.client_id
    match node_id.split("_", 1)[0]:
        case "cl":
            return Viewer.from_domain(context.viewer) if node_id == client_id else None
        case "cv":
            conversation = await context.loaders.conversations.load(node_id)
            return Conversation.from_domain(conversation) if conversation else None
        case "tn":
            turn = await context.loaders.turns.load(node_id)
            return Turn.from_domain(turn) if turn else None
        case "ms":
            message = await store.conversations.message(client_id, node_id)
            return Message.from_domain(message) if message else None
        case "ho":
            handoff = await store.handoffs.get(client_id, node_id)
            return Handoff.from_domain(handoff) if handoff else None
        case "fl":
            freelancer = await context.loaders.freelancers.load(node_id)
            return Candidate.from_domain(freelancer) if freelancer else None
        case _:
            return None


def _searchable(given: BriefInput, info: Info) -> Brief:
    try:
        brief = apply(given, Brief(), info.context.services.knowledge)
    except BriefRefused as refused:
        raise ApiError(Code.BAD_INPUT, str(refused), argument=f"brief.{refused.field}") from None
    if not brief.is_searchable:
        raise ApiError(
            Code.BAD_INPUT, "A search needs a role, or one skill that is not excluded.", argument="brief"
        )
    return brief
