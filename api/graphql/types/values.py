"""Small values that several types share: money, ranges, and names for the ids of the knowledge files."""

from __future__ import annotations

import strawberry

from api.graphql.context import Info
from api.graphql.fields import resolved
from store.nouns import brief as briefs
from store.nouns import freelancer as freelancers


@strawberry.type(description="An amount of money in one currency.")
class Money:
    """Projects store.nouns.freelancer.Money."""

    amount: float = strawberry.field(description="The amount in whole units, e.g. 45.5 for 45 dollars 50.")
    currency: str = strawberry.field(description="The currency as an ISO 4217 code, e.g. 'USD'.")

    @classmethod
    def from_domain(cls, money: freelancers.Money) -> Money:
        """The projection of one amount."""
        return cls(amount=money.amount, currency=money.currency)


@strawberry.type(description="Bounds of a price. A bound that is null is open.")
class MoneyRange:
    """Projects store.nouns.brief.MoneyRange."""

    min: float | None = strawberry.field(
        description="The lowest price, in whole units; null means no minimum."
    )
    max: float | None = strawberry.field(
        description="The highest price, in whole units; null means no maximum."
    )
    currency: str = strawberry.field(
        description="The currency of both bounds as an ISO 4217 code, e.g. 'EUR'."
    )

    @classmethod
    def from_domain(cls, bounds: briefs.MoneyRange) -> MoneyRange:
        """The projection of one pair of bounds."""
        return cls(min=bounds.min, max=bounds.max, currency=bounds.currency)


@strawberry.type(description="Bounds of a quantity. A bound that is null is open; the field says the unit.")
class Range:
    """Projects store.nouns.brief.Range."""

    min: float | None = strawberry.field(description="The smallest acceptable value; null means no minimum.")
    max: float | None = strawberry.field(description="The largest acceptable value; null means no maximum.")

    @classmethod
    def from_domain(cls, bounds: briefs.Range) -> Range:
        """The projection of one pair of bounds."""
        return cls(min=bounds.min, max=bounds.max)


@strawberry.type(description="A role family: a kind of freelancer the marketplace knows.")
class Role:
    """Names a role id of the knowledge files."""

    id: str = strawberry.field(description="The stable id to use in a brief, e.g. 'frontend-developer'.")

    @resolved("The role in words, singular, e.g. 'front-end developer'.")
    def name(self, info: Info) -> str:
        """From the knowledge files; the id where they do not know it."""
        known = info.context.services.knowledge.roles.get(self.id)
        return known.name if known else self.id

    @resolved("The group the role belongs to, e.g. 'development'; null if it is unknown.")
    def category(self, info: Info) -> str | None:
        """From the knowledge files."""
        known = info.context.services.knowledge.roles.get(self.id)
        return known.category if known else None


@strawberry.type(description="An industry a client or a contract belongs to.")
class Industry:
    """Names an industry id of the knowledge files."""

    id: str = strawberry.field(description="The stable id to use in a brief, e.g. 'ecommerce'.")

    @resolved("The industry in words, e.g. 'e-commerce'.")
    def name(self, info: Info) -> str:
        """From the knowledge files; the id where they do not know it."""
        known = info.context.services.knowledge.industries.get(self.id)
        return known.name if known else self.id


@strawberry.type(description="A country, by its code and its English name.")
class Country:
    """Names an ISO 3166-1 code."""

    code: str = strawberry.field(description="The ISO 3166-1 alpha-2 code, upper case, e.g. 'DE'.")

    @resolved("The country's usual English name, e.g. 'Germany'.")
    def name(self, info: Info) -> str:
        """From the knowledge files; the code where they do not know it."""
        known = info.context.services.knowledge.countries.get(self.code)
        return known.name if known else self.code


@strawberry.type(description="A part of the world made of several countries.")
class Region:
    """Names a region id of the knowledge files."""

    id: str = strawberry.field(description="The stable id to use in a brief, e.g. 'europe'.")

    @resolved("The region in words, e.g. 'Europe'.")
    def name(self, info: Info) -> str:
        """From the knowledge files; the id where they do not know it."""
        known = info.context.services.knowledge.regions.get(self.id)
        return known.name if known else self.id


def language_name(info: Info, code: str) -> str:
    """The English name of a language; its code where the knowledge files do not know it."""
    known = info.context.services.knowledge.languages.get(code)
    return known.name if known else code
