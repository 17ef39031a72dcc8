"""What a ranking was made of, to check it or to make it again."""

from __future__ import annotations

from datetime import date

import strawberry

from api.graphql.types.brief import Brief
from store.nouns import match as nouns


@strawberry.type(
    description="One step on the way from everybody in the marketplace to the list, and how many people were "
    "left after it."
)
class RankingStep:
    """Projects store.nouns.match.RankingStep."""

    name: str = strawberry.field(description="The step in words, e.g. 'meet every hard requirement'.")
    people: int = strawberry.field(description="How many people were left or found.")


@strawberry.type(
    name="RankingReceipt",
    description="All that the order of a ranking depends on. Two rankings with equal receipts are equal, to "
    "the last digit of every score; keep it where you must be able to account for who was shown.",
)
class Receipt:
    """Projects store.nouns.match.Receipt."""

    marketplace: str = strawberry.field(
        description="A digest of everybody's stored facts and indexed text: a changed fact changes it."
    )
    model: str = strawberry.field(description="The embedding model: its name, version and dimension.")
    text_version: int = strawberry.field(description="How a candidate's searchable text is put together.")
    weights_version: int = strawberry.field(description="The weights and formulas of the ranking.")
    exchange_rates: date = strawberry.field(description="The day of the exchange rates.")
    today: date = strawberry.field(description="The day from which availability and age are counted.")
    brief: Brief = strawberry.field(description="The brief as it was searched for.")
    limit: int = strawberry.field(description="How many candidates were asked for.")
    at_least: int = strawberry.field(
        description="With fewer matches than this, near misses were added up to the number; 0 asks for none."
    )
    liked: list[strawberry.ID] = strawberry.field(
        description="Global ids of the candidates towards whom the order was moved."
    )
    dismissed: list[strawberry.ID] = strawberry.field(
        description="Global ids of the dismissed candidates, away from whom the order was moved."
    )
    excluded: list[strawberry.ID] = strawberry.field(
        description="Global ids of the candidates left out because they were shown before."
    )
    steps: list[RankingStep] = strawberry.field(
        description="How everybody became the list, step by step, in order."
    )

    @classmethod
    def from_domain(cls, receipt: nouns.Receipt) -> Receipt:
        """The projection of one receipt."""
        return cls(
            marketplace=receipt.marketplace,
            model=receipt.model,
            text_version=receipt.text_version,
            weights_version=receipt.weights_version,
            exchange_rates=receipt.exchange_rates,
            today=receipt.today,
            brief=Brief.from_domain(receipt.brief),
            limit=receipt.limit,
            at_least=receipt.at_least,
            liked=_ids(receipt.liked),
            dismissed=_ids(receipt.dismissed),
            excluded=_ids(receipt.excluded),
            steps=[RankingStep(name=step.name, people=step.people) for step in receipt.steps],
        )


def _ids(freelancers: tuple[str, ...]) -> list[strawberry.ID]:
    return [strawberry.ID(each) for each in freelancers]
