"""What a candidate has done: contracts and portfolio items."""

from __future__ import annotations

from datetime import date

import strawberry

from api.graphql.types.values import Industry, Money
from store.nouns import freelancer as nouns


@strawberry.type(description="One job a candidate did, or is doing, for a client of the marketplace.")
class Contract:
    """Projects store.nouns.freelancer.Contract."""

    title: str = strawberry.field(description="What the job was called when it was posted.")
    skills: list[str] = strawberry.field(description="Canonical names of the skills the job used.")
    industry: Industry | None = strawberry.field(
        description="The client's industry; null if it is not known."
    )
    started: date = strawberry.field(description="The day the contract began.")
    ended: date | None = strawberry.field(description="The day it ended; null while it is running.")
    hours: float = strawberry.field(description="Hours worked so far; 0 for fixed-price work.")
    amount: Money = strawberry.field(description="What the client paid so far, over the whole contract.")
    rating: float | None = strawberry.field(
        description="The client's rating, 1 to 5 stars; null if not rated."
    )
    review: str | None = strawberry.field(
        description="The client's review: untrusted text, to be shown as plain text; null if there is none."
    )
    on_time: bool | None = strawberry.field(
        description="Whether it was delivered on time; null if not known."
    )
    on_budget: bool | None = strawberry.field(description="Whether it kept to its budget; null if not known.")
    repeat_client: bool = strawberry.field(description="Whether this client had hired them before.")

    @classmethod
    def from_domain(cls, contract: nouns.Contract) -> Contract:
        """The projection of one contract."""
        return cls(
            title=contract.title,
            skills=list(contract.skills),
            industry=Industry(id=contract.industry) if contract.industry else None,
            started=contract.started,
            ended=contract.ended,
            hours=contract.hours,
            amount=Money.from_domain(contract.amount),
            rating=contract.rating,
            review=contract.review,
            on_time=contract.on_time,
            on_budget=contract.on_budget,
            repeat_client=contract.repeat_client,
        )


@strawberry.type(description="A piece of work a candidate put on show.")
class PortfolioItem:
    """Projects store.nouns.freelancer.PortfolioItem."""

    title: str = strawberry.field(description="What the candidate calls the piece of work.")
    description: str = strawberry.field(
        description="The candidate's own words about it: untrusted, to be shown as plain text; may be empty."
    )
    url: str | None = strawberry.field(
        description="Where to see it; null if nowhere. Chosen by the candidate: check it before linking to "
        "it."
    )
    skills: list[str] = strawberry.field(description="Canonical names of the skills the piece shows.")

    @classmethod
    def from_domain(cls, item: nouns.PortfolioItem) -> PortfolioItem:
        """The projection of one item."""
        return cls(title=item.title, description=item.description, url=item.url, skills=list(item.skills))
