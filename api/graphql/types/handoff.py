"""A hand-off as a frontend shows it: the preview to approve, then the record."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.graphql.context import Info
from api.graphql.fields import resolved
from api.graphql.node import Node
from api.graphql.types.brief import Brief
from api.graphql.types.candidate import Candidate
from api.graphql.types.enums import HandoffStatus, same_name
from store.nouns import handoff as nouns


@strawberry.type(
    description="The decision to hire a candidate: first a preview of what would be handed over, then, once"
    " you approve it, the record of what was."
)
class Handoff(Node):
    """Projects store.nouns.handoff.Handoff."""

    conversation_id: strawberry.ID = strawberry.field(description="The conversation it was prepared in.")
    candidate_id: strawberry.ID = strawberry.field(description="The global id of the chosen candidate.")
    candidate_name: str = strawberry.field(
        description="The candidate's name at the time: it stays even if the profile is removed later."
    )
    status: HandoffStatus = strawberry.field(
        description="Whether it waits for you, is approved, or is cancelled."
    )
    brief: Brief = strawberry.field(description="The brief as it is handed over: fixed when it was prepared.")
    message: str = strawberry.field(description="The text the candidate would receive, ready to show.")
    shared: list[str] = strawberry.field(
        description="What the other side will see, in words, point by point."
    )
    withheld: list[str] = strawberry.field(description="What stays with you, in words, point by point.")
    created: datetime = strawberry.field(description="When the preview was prepared.")
    decided: datetime | None = strawberry.field(
        description="When it was approved or cancelled; null until then."
    )

    @resolved("The chosen candidate's profile today; null if it has been removed since.")
    async def candidate(self, info: Info) -> Candidate | None:
        """Loaded together with the other candidates of the operation."""
        freelancer = await info.context.loaders.freelancers.load(self.candidate_id)
        return Candidate.from_domain(freelancer) if freelancer else None

    @classmethod
    def from_domain(cls, handoff: nouns.Handoff) -> Handoff:
        """The projection of one hand-off."""
        return cls(
            id=strawberry.ID(handoff.id),
            conversation_id=strawberry.ID(handoff.conversation_id),
            candidate_id=strawberry.ID(handoff.freelancer_id),
            candidate_name=handoff.freelancer_name,
            status=same_name(HandoffStatus, handoff.status),
            brief=Brief.from_domain(handoff.brief),
            message=handoff.message,
            shared=list(handoff.shared),
            withheld=list(handoff.withheld),
            created=handoff.created,
            decided=handoff.decided,
        )
