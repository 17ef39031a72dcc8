"""How jobs really go, and what they cost, given what the person is really like."""

from dataclasses import dataclass
from datetime import date

from store.demo.chance import Chance
from store.demo.person import Person
from store.nouns.freelancer import Money

_YEARLY_RAISE = 1.06


@dataclass(frozen=True, slots=True)
class Outcome:
    """How well a job went: `quality` is about 0 to 1, and half of all clients see nothing below 0.5."""

    quality: float
    on_time: bool
    on_budget: bool


def outcome(person: Person, skills: tuple[str, ...], chance: Chance) -> Outcome:
    """Draw how a job goes: ability, the skills it needs and reliability decide, and luck has its say."""
    levels = person.skills.levels
    skill = sum(levels[name] for name in skills) / len(skills) if skills else person.ability
    on_time = chance.happens(0.5 + 0.5 * person.reliability)
    on_budget = chance.happens(0.58 + 0.42 * person.reliability)
    quality = 0.45 * person.ability + 0.2 * skill + 0.35 * person.reliability + chance.bell(0, 0.14)
    quality -= 0.07 * (not on_time) + 0.04 * (not on_budget)
    return Outcome(quality, on_time, on_budget)


def price(person: Person, started: date, hours: float, on_budget: bool, today: date, chance: Chance) -> Money:
    """Hours at the rate of the time, or a round fixed price near it; more if the budget was overrun."""
    years = (today - started).days / 365.25
    rate = max(round(person.rate.amount / _YEARLY_RAISE**years), 1)
    amount = rate * hours
    if chance.happens(0.45):
        step = 10 if amount < 1_000 else 50 if amount < 5_000 else 100
        amount = max(round(amount * chance.between(0.85, 1.1) / step) * step, step)
    if not on_budget:
        amount = round(amount * chance.between(1.05, 1.25))
    return Money(amount=float(round(amount, 2)), currency=person.rate.currency)
