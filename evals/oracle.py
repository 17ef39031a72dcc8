"""Says whether a freelancer meets a brief's hard requirements, straight from the stored profile.

Written apart from the search it judges: no masks, no catalog, one person at a time.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance, MoneyRange, SkillWish, Slot
from store.nouns.freelancer import Freelancer
from store.search.places import zones


def meets(person: Freelancer, brief: Brief, today: date, knowledge: Knowledge) -> bool:
    """True when every hard requirement holds; what the profile does not say does not hold."""
    return all(_skills(person, brief, knowledge)) and all(
        _holds(slot, person, brief, today, knowledge) for slot, term in brief.terms.items() if term.hard
    )


def held_skills(person: Freelancer, knowledge: Knowledge, only: str | None = None) -> frozenset[str]:
    """Every skill of the profile, or one of them, with those it implies, by canonical name."""
    names = [skill.name for skill in person.skills if only in (None, skill.name)]
    return frozenset(each for name in names for each in _implied(_canonical(name, knowledge), knowledge))


def covers(held: frozenset[str], skill: str, knowledge: Knowledge) -> bool:
    """Whether a skill, by any of its names, is among those held."""
    return _canonical(skill, knowledge) in held


def _skills(person: Freelancer, brief: Brief, knowledge: Knowledge) -> list[bool]:
    held = held_skills(person, knowledge)
    needs: dict[object, list[SkillWish]] = {}
    for number, wish in enumerate(brief.skills):
        if wish.importance is Importance.MUST:
            key = number if wish.alternative is None else f"group {wish.alternative}"
            needs.setdefault(key, []).append(wish)
    found = [any(covers(held, w.name, knowledge) for w in group) for group in needs.values()]
    barred = [w for w in brief.skills if w.importance is Importance.EXCLUDED]
    return found + [not covers(held, w.name, knowledge) for w in barred]


def _canonical(name: str, knowledge: Knowledge) -> str:
    entry = knowledge.skills.get(name) or knowledge.find_skill(name)
    return entry.name if entry is not None else name.casefold()


def _implied(name: str, knowledge: Knowledge) -> set[str]:
    entry = knowledge.skills.get(name)
    implied = set() if entry is None else set(entry.implies)
    return {name}.union(*(_implied(_canonical(other, knowledge), knowledge) for other in implied))


def _holds(slot: Slot, person: Freelancer, brief: Brief, today: date, knowledge: Knowledge) -> bool:
    track, free = person.track, person.availability
    match slot:
        case Slot.ROLE:
            return person.role == brief.role
        case Slot.SENIORITY:
            return person.seniority == brief.seniority
        case Slot.INDUSTRIES:
            return set(brief.industries_judged) <= set(person.industries)
        case Slot.PROVIDER:
            return person.provider == brief.provider
        case Slot.HOURLY_RATE:
            return _priced(person, brief.hourly_rate, knowledge)
        case Slot.HOURS_PER_WEEK:
            wanted = brief.hours_per_week
            return free.hours_per_week is not None and (
                wanted is None or free.hours_per_week >= (wanted.min or (0 if wanted.min == 0 else 1))
            )
        case Slot.START_BY:
            return free.available_from is not None and free.available_from <= (brief.start_by or date.max)
        case Slot.AVAILABLE_NOW:
            return free.available_from is not None and free.available_from <= today
        case Slot.MIN_RATING:
            return track.rating is not None and track.rating >= (brief.min_rating or 0) - 1e-6
        case Slot.MIN_JOB_SUCCESS:
            return track.job_success is not None and (
                track.job_success * 100 >= (brief.min_job_success or 0) - 1e-6
            )
        case Slot.MIN_JOBS_COMPLETED:
            return track.jobs_completed >= (brief.min_jobs_completed or 0)
        case _:
            return _placed(slot, person, brief, today, knowledge)


def _placed(slot: Slot, person: Freelancer, brief: Brief, today: date, knowledge: Knowledge) -> bool:
    match slot:
        case Slot.COUNTRIES:
            places = brief.countries
            return person.country is not None and (
                places is None
                or (
                    (not places.include or person.country in {*places.include, *_besides(brief, knowledge)})
                    and person.country not in places.exclude
                )
            )
        case Slot.REGIONS:
            within = {each for region in brief.regions for each in knowledge.regions[region].countries}
            return person.country in within | _besides(brief, knowledge)
        case Slot.LANGUAGES:
            return all(
                any(s.code == w.code and s.level.rank >= w.level.rank for s in person.languages)
                for w in brief.languages
            )
        case Slot.FIXED_BUDGET:
            return _affordable(person, brief, knowledge)
        case Slot.UTC_OFFSET:
            return _in_time_zone(person, brief, today, knowledge)
        case _:
            return True


def _besides(brief: Brief, knowledge: Knowledge) -> set[str]:
    """All that will do where a country asked for lies outside the regions: 'the EU or Turkey'."""
    regions = {each for region in brief.regions for each in knowledge.regions[region].countries}
    named = set(brief.countries.include) if brief.countries is not None else set()
    both_hard = brief.is_hard(Slot.REGIONS) and brief.is_hard(Slot.COUNTRIES)
    return regions | named if regions and both_hard and named - regions else set()


def _priced(person: Freelancer, wanted: MoneyRange | None, knowledge: Knowledge) -> bool:
    if person.hourly_rate is None or wanted is None:
        return False
    rate = person.hourly_rate
    asked = knowledge.convert(rate.amount, rate.currency, wanted.currency)
    low, high = wanted.min or 0, float("inf") if wanted.max is None else wanted.max
    return low * (1 - 1e-5) <= asked <= high * (1 + 1e-5)


def _affordable(person: Freelancer, brief: Brief, knowledge: Knowledge) -> bool:
    """Whether the least work asked for fits the budget; true where the brief does not say how much it is."""
    weeks, hours, budget = brief.duration_weeks, brief.hours_per_week, brief.fixed_budget
    if budget is None or budget.max is None or not (weeks and hours and weeks.min and hours.min):
        return True
    if person.hourly_rate is None:
        return False
    cost = person.hourly_rate.amount * weeks.min * hours.min
    return knowledge.convert(cost, person.hourly_rate.currency, budget.currency) <= budget.max * (1 + 1e-5)


def _in_time_zone(person: Freelancer, brief: Brief, today: date, knowledge: Knowledge) -> bool:
    """Every zone somebody may be in must fit; who gives no hint of one meets nothing."""
    span, noon = brief.utc_offset, datetime.combine(today, time(12), UTC)
    offsets = [
        offset.total_seconds() / 3600
        for zone in zones(person.time_zone, person.city, person.country, knowledge)
        if (offset := noon.astimezone(ZoneInfo(zone)).utcoffset()) is not None
    ]
    return (
        span is not None
        and bool(offsets)
        and (span.min is None or min(offsets) >= span.min)
        and (span.max is None or max(offsets) <= span.max)
    )
