"""How well a freelancer really answers a brief: the grade that evaluations hold a ranking against."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from store.demo.truth import Truth
from store.knowledge import Knowledge, load_knowledge
from store.nouns.brief import Brief, Importance, MoneyRange, Seniority, SkillWish, Slot
from store.nouns.freelancer import Freelancer
from store.search.wanted_places import are_alternatives, region_countries

SKILLED = 0.25
"""The true level from which somebody can be said to have a skill."""
_SEASONS = (datetime(2025, 1, 15, tzinfo=UTC), datetime(2025, 7, 15, tzinfo=UTC))


def relevance(
    truth: Truth, freelancer: Freelancer, brief: Brief, knowledge: Knowledge | None = None
) -> float:
    """A grade from 0 (useless) to 1 (could not be better), from the hidden truth.

    grade = fits * role * (0.45 skills + 0.30 worth + 0.10 seniority + 0.10 price + 0.05 industry)

    - fits: 0 if a hard requirement on a stored fact is broken (rate, country, region, offset from UTC,
      language, hours, provider) or an excluded skill is listed; a fact the profile leaves out counts 0.5.
    - role: 1 for the true role, 0.5 for a neighbouring role, 0.1 for another; 1 if the brief names none.
    - skills: mean true level of the wanted skills, a MUST weighing 1 and a NICE 0.4; of alternatives the
      best counts. Each MUST whose true level is under 0.25 multiplies the whole grade by 0.4. Without
      wanted skills: the mean level of the role's core skills.
    - worth: 0.6 ability + 0.4 reliability.
    - seniority: 1 if as wanted, 0.5 one step off, 0 two; 1 if not wanted.
    - price: 1 up to the wanted maximum, falling to 0 at a quarter above it; 1 if not wanted.
    - industry: 1 if the freelancer knows one of the wanted industries, else 0; 1 if none is wanted.

    The weights are ours: skills first, then the quality of the work, as clients rank them in hiring
    surveys. `knowledge` defaults to the shipped files.
    """
    known = knowledge or load_knowledge()
    fits = _fits(truth, freelancer, brief, known)
    if fits == 0:
        return 0.0
    skills, lacking = _skills(truth, brief, known)
    grade = (
        0.45 * skills
        + 0.30 * (0.6 * truth.ability + 0.4 * truth.reliability)
        + 0.10 * _seniority(truth, brief)
        + 0.10 * _price(truth, brief.hourly_rate, known)
        + 0.05 * _industry(freelancer, brief)
    )
    return round(fits * _role(truth, brief, known) * 0.4**lacking * grade, 4)


def _role(truth: Truth, brief: Brief, known: Knowledge) -> float:
    if brief.role is None or brief.role == truth.role:
        return 1.0
    true_role, wanted = known.roles.get(truth.role), known.roles.get(brief.role)
    near = (true_role is not None and brief.role in true_role.neighbours) or (
        wanted is not None and truth.role in wanted.neighbours
    )
    return 0.5 if near else 0.1


def _skills(truth: Truth, brief: Brief, known: Knowledge) -> tuple[float, int]:
    """The skill part, 0 to 1, and how many required skills are really missing."""
    wishes = [wish for wish in brief.skills if wish.importance is not Importance.EXCLUDED]
    if not wishes:
        role = known.roles.get(brief.role or truth.role)
        levels = [truth.skills.get(name, 0.0) for name in role.core_skills] if role else []
        return (sum(levels) / len(levels) if levels else truth.ability), 0
    total = weights = 0.0
    lacking = 0
    for choice in _choices(wishes):
        best = max(truth.skills.get(wish.name, 0.0) for wish in choice)
        is_must = any(wish.importance is Importance.MUST for wish in choice)
        weight = 1.0 if is_must else 0.4
        total += weight * best
        weights += weight
        lacking += is_must and best < SKILLED
    return total / weights, lacking


def _choices(wishes: list[SkillWish]) -> list[list[SkillWish]]:
    """Wishes grouped by alternative; a wish without one stands alone."""
    groups: dict[int, list[SkillWish]] = {}
    alone: list[list[SkillWish]] = []
    for wish in wishes:
        if wish.alternative is None:
            alone.append([wish])
        else:
            groups.setdefault(wish.alternative, []).append(wish)
    return [*alone, *groups.values()]


def _seniority(truth: Truth, brief: Brief) -> float:
    if brief.seniority is None:
        return 1.0
    steps = list(Seniority)
    return 1.0 - 0.5 * abs(steps.index(truth.seniority) - steps.index(brief.seniority))


def _price(truth: Truth, wanted: MoneyRange | None, known: Knowledge) -> float:
    if wanted is None or wanted.max is None or wanted.max == 0:
        return 1.0
    most = known.convert(wanted.max, wanted.currency, "USD")
    return min(max(1.0 - (truth.rate_usd / most - 1.0) / 0.25, 0.0), 1.0)


def _industry(freelancer: Freelancer, brief: Brief) -> float:
    if not brief.industries:
        return 1.0
    worked_in = {contract.industry for contract in freelancer.contracts} | set(freelancer.industries)
    return 1.0 if worked_in & set(brief.industries) else 0.0


def _fits(truth: Truth, freelancer: Freelancer, brief: Brief, known: Knowledge) -> float:
    """1 if every hard requirement on a stored fact is met, 0.5 if one of them is unknown, 0 if broken."""
    excluded = {wish.name for wish in brief.skills_that(Importance.EXCLUDED)}
    if excluded & {skill.name for skill in freelancer.skills}:
        return 0.0
    verdicts = [
        _rate_fits(freelancer, brief, known) if brief.is_hard(Slot.HOURLY_RATE) else True,
        _country_fits(freelancer, brief, known),
        _offset_fits(freelancer, brief) if brief.is_hard(Slot.UTC_OFFSET) else True,
        _languages_fit(freelancer, brief) if brief.is_hard(Slot.LANGUAGES) else True,
        _hours_fit(freelancer, brief) if brief.is_hard(Slot.HOURS_PER_WEEK) else True,
        brief.provider in (None, freelancer.provider) or not brief.is_hard(Slot.PROVIDER),
    ]
    if any(verdict is False for verdict in verdicts):
        return 0.0
    return 0.5 if any(verdict is None for verdict in verdicts) else 1.0


def _rate_fits(freelancer: Freelancer, brief: Brief, known: Knowledge) -> bool | None:
    wanted, rate = brief.hourly_rate, freelancer.hourly_rate
    if wanted is None:
        return True
    if rate is None:
        return None
    asked = known.convert(rate.amount, rate.currency, wanted.currency)
    return (wanted.max is None or asked <= wanted.max) and (wanted.min is None or asked >= wanted.min)


def _country_fits(freelancer: Freelancer, brief: Brief, known: Knowledge) -> bool | None:
    countries = brief.countries if brief.is_hard(Slot.COUNTRIES) else None
    if countries is not None and freelancer.country in countries.exclude:
        return False
    asked = [frozenset(countries.include)] if countries is not None and countries.include else []
    if brief.is_hard(Slot.REGIONS) and (within := region_countries(brief.regions, known)):
        asked.append(within)
    if not asked:
        return True
    if freelancer.country is None:
        return None
    met = [freelancer.country in places for places in asked]
    return any(met) if are_alternatives(brief, known) else all(met)


def _offset_fits(freelancer: Freelancer, brief: Brief) -> bool | None:
    """Whether the home's offset lies in the wanted range in winter or in summer."""
    wanted = brief.utc_offset
    if wanted is None:
        return True
    if freelancer.time_zone is None:
        return None
    zone = ZoneInfo(freelancer.time_zone)
    offsets = [
        offset.total_seconds() / 3600
        for day in _SEASONS
        if (offset := day.astimezone(zone).utcoffset()) is not None
    ]
    low = -24.0 if wanted.min is None else wanted.min
    high = 24.0 if wanted.max is None else wanted.max
    return any(low <= offset <= high for offset in offsets)


def _languages_fit(freelancer: Freelancer, brief: Brief) -> bool | None:
    if brief.languages and not freelancer.languages:
        return None
    spoken = {language.code: language.level.rank for language in freelancer.languages}
    return all(spoken.get(wish.code, -1) >= wish.level.rank for wish in brief.languages)


def _hours_fit(freelancer: Freelancer, brief: Brief) -> bool | None:
    wanted = brief.hours_per_week
    if wanted is None or wanted.min is None:
        return True
    hours = freelancer.availability.hours_per_week
    return None if hours is None else hours >= wanted.min
