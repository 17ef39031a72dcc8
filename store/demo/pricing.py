"""What people ask for an hour."""

import math

from store.demo.chance import Chance
from store.demo.material import Market
from store.knowledge import Country, Knowledge, RoleFamily
from store.nouns.brief import Seniority
from store.nouns.freelancer import Money

_LEAST_USD = 3.0
_STEPS = ((15, 1), (30, 1), (60, 5), (150, 5), (400, 10), (1_000, 50), (10_000, 100), (math.inf, 500))
"""Up to what amount people round to which step."""


def hourly_usd(
    role: RoleFamily, seniority: Seniority, country: Country, ability: float, markup: float, chance: Chance
) -> float:
    """The US dollar price of an hour: role and seniority, country, ability, and a good deal of noise.

    The country's factor is damped (to the power 0.85), because freelancers sell to the world.
    """
    usual = role.rate_usd[tuple(Seniority).index(seniority)]
    level = math.pow(country.rate_factor, 0.85)
    merit = 1 + 0.5 * (ability - 0.5)
    noise = math.exp(chance.bell(0, 0.2))
    return max(usual * level * merit * noise * markup, _LEAST_USD)


def asking_rate(usd: float, market: Market, country: Country, knowledge: Knowledge, chance: Chance) -> Money:
    """The price as it stands on the profile: in dollars or the local currency, rounded as people round."""
    if country.currency == "USD" or not chance.happens(market.local):
        return Money(amount=rounded(usd, chance), currency="USD")
    local = knowledge.convert(usd, "USD", country.currency)
    return Money(amount=rounded(local, chance), currency=country.currency)


def rounded(amount: float, chance: Chance) -> float:
    """To the step people use at that size; one in four is more exact than that."""
    step = next(step for limit, step in _STEPS if amount < limit)
    if step > 1 and chance.happens(0.25):
        step = max(step // 5, 1)
    return float(max(round(amount / step), 1) * step)
