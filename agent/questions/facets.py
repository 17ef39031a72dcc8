"""The answers a question could get, read off the people who are still possible.

A facet is one slot the brief leaves open, with the answers worth offering and, for each, who fits it.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from agent.replies.words import amount
from store.knowledge import Knowledge
from store.nouns.brief import (
    HARD_BY_DEFAULT,
    Brief,
    Importance,
    MoneyRange,
    Range,
    Seniority,
    SkillWish,
    Slot,
    Term,
)
from store.nouns.freelancer import Freelancer

MOST_OPTIONS = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what the client would say, who of the pool fits, and the brief it leads to."""

    label: str
    text: str
    fits: frozenset[str]
    brief: Brief


@dataclass(frozen=True, slots=True)
class Facet:
    """A question that could be asked. Answers have an order of their own, or else the largest come first."""

    slot: Slot
    text: str
    answers: tuple[Answer, ...]
    in_order: bool = True

    @property
    def is_hard(self) -> bool:
        """Whether the answer rules out those who do not fit it; else they only rank lower."""
        return self.slot in HARD_BY_DEFAULT


Pool = Sequence[Freelancer]
FacetMaker = Callable[[Brief, Pool, Knowledge], Facet | None]


def facets(brief: Brief, pool: Pool, knowledge: Knowledge) -> list[Facet]:
    """Every facet of the pool that the brief leaves open and that would tell people apart."""
    made = (make(brief, pool, knowledge) for slot, make in _MAKERS.items() if slot not in brief.terms)
    return [facet for facet in made if facet is not None and len(facet.answers) > 1]


def _rate(brief: Brief, pool: Pool, knowledge: Knowledge) -> Facet | None:
    if brief.fixed_budget is not None:
        return None
    currency = "USD"
    rates = {
        f.id: knowledge.convert(f.hourly_rate.amount, f.hourly_rate.currency, currency)
        for f in pool
        if f.hourly_rate is not None
    }
    if len(rates) < 4:
        return None
    ordered = sorted(rates.values())
    limits = sorted({_rounded(ordered[int(len(ordered) * share)]) for share in (0.25, 0.5, 0.75)})
    answers = [
        Answer(
            label=f"up to {amount(top, currency, knowledge)}/h",
            text=f"up to {amount(top, currency, knowledge)} an hour",
            fits=frozenset(i for i, rate in rates.items() if rate <= top),
            brief=_set(brief, Slot.HOURLY_RATE, hourly_rate=MoneyRange(max=top, currency=currency)),
        )
        for top in limits
    ]
    return Facet(Slot.HOURLY_RATE, "What would you like to pay an hour, at most?", tuple(answers))


def _rounded(rate: float) -> float:
    step = 5 if rate < 100 else 10
    return max(step, -(-rate // step) * step)


_PLACES = ("europe", "north-america", "latin-america", "asia", "africa", "oceania")


def _region(brief: Brief, pool: Pool, knowledge: Knowledge) -> Facet | None:
    if brief.countries is not None or brief.utc_offset is not None:
        return None
    answers = []
    for region_id in _PLACES:
        region = knowledge.regions.get(region_id)
        if region is None:
            continue
        fits = frozenset(f.id for f in pool if f.country in region.countries)
        if fits:
            changed = _set(brief, Slot.REGIONS, regions=(region_id,))
            answers.append(Answer(region.name, f"in {region.name}", fits, changed))
    return Facet(Slot.REGIONS, "Does it matter where they are?", _largest(answers), in_order=False)


_LEVELS = {
    Seniority.ENTRY: ("Entry level", "entry level"),
    Seniority.INTERMEDIATE: ("Mid-level", "mid-level"),
    Seniority.EXPERT: ("Senior", "senior"),
}


def _seniority(brief: Brief, pool: Pool, _: Knowledge) -> Facet:
    answers = []
    for level, (label, text) in _LEVELS.items():
        fits = frozenset(f.id for f in pool if f.seniority is level)
        if fits:
            answers.append(Answer(label, text, fits, _set(brief, Slot.SENIORITY, seniority=level)))
    return Facet(Slot.SENIORITY, "How senior should they be?", tuple(answers))


_WORKLOADS = (
    (10, "a few hours a week", "about 10 hours a week"),
    (20, "half time", "20 hours a week"),
    (35, "full time", "full-time"),
)


def _hours(brief: Brief, pool: Pool, _: Knowledge) -> Facet:
    answers = []
    for hours, label, text in _WORKLOADS:
        fits = frozenset(f.id for f in pool if (f.availability.hours_per_week or 0) >= hours)
        if fits:
            changed = _set(brief, Slot.HOURS_PER_WEEK, hours_per_week=Range(min=hours))
            answers.append(Answer(label, text, fits, changed))
    return Facet(Slot.HOURS_PER_WEEK, "How much time should they have for you?", tuple(answers))


def _skill(brief: Brief, pool: Pool, _: Knowledge) -> Facet | None:
    named = {skill.name for skill in brief.skills}
    held = Counter(skill.name for f in pool for skill in f.skills if skill.name not in named)
    middling = (
        sorted(held.items(), key=lambda item: (abs(item[1] / len(pool) - 0.5), item[0])) if pool else []
    )
    answers = []
    for name, _holders in middling[:MOST_OPTIONS]:
        fits = frozenset(f.id for f in pool if any(skill.name == name for skill in f.skills))
        wish = SkillWish(name=name, importance=Importance.MUST)
        changed = brief.model_copy(update={"skills": (*brief.skills, wish)})
        answers.append(Answer(name, f"they must know {name}", fits, changed))
    return Facet(Slot.SKILLS, "Is there a skill they cannot do without?", tuple(answers), in_order=False)


def _largest(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    return tuple(sorted(answers, key=lambda answer: (-len(answer.fits), answer.label))[:MOST_OPTIONS])


def _set(brief: Brief, slot: Slot, **value: object) -> Brief:
    term = Term(hard=slot in HARD_BY_DEFAULT)
    return brief.model_copy(update={**value, "terms": {**brief.terms, slot: term}})


_MAKERS: Mapping[Slot, FacetMaker] = {
    Slot.HOURLY_RATE: _rate,
    Slot.REGIONS: _region,
    Slot.SENIORITY: _seniority,
    Slot.HOURS_PER_WEEK: _hours,
    Slot.SKILLS: _skill,
}
