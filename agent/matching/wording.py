"""A requirement in words, short enough to stand in a list: 'Shopify or Magento', 'up to $60/h', 'German'."""

from collections.abc import Iterable, Mapping

from agent.matching.query import industry_names, role_name
from agent.replies.words import amount, day, listed, number, offset, place
from store.knowledge import Knowledge
from store.nouns.brief import (
    Brief,
    Countries,
    Importance,
    LanguageLevel,
    LanguageWish,
    MoneyRange,
    Provider,
    Range,
    Seniority,
    SkillWish,
    Slot,
)
from store.search.requirements import Requirement
from store.search.wanted_places import are_alternatives

_SENIORITY: Mapping[Seniority, str] = {
    Seniority.ENTRY: "entry level",
    Seniority.INTERMEDIATE: "mid-level",
    Seniority.EXPERT: "senior",
}
_PROVIDER: Mapping[Provider, str] = {
    Provider.INDIVIDUAL: "one person, no agency",
    Provider.AGENCY: "an agency",
}


def requirement_words(requirement: Requirement, brief: Brief, knowledge: Knowledge) -> str:
    """The requirement as the client would recognise it."""
    match requirement.subject:
        case LanguageWish() as wish:
            return language_words(wish, knowledge)
        case Countries(include=include) if include:
            return f"in {listed(country_names(include, knowledge), 'or')}"
        case Countries(exclude=exclude):
            return f"not in {listed(country_names(exclude, knowledge), 'or')}"
        case None:
            return slot_words(requirement.slot, brief, knowledge)
        case skills:
            return skills_words(skills)


def skills_words(group: Iterable[SkillWish]) -> str:
    """'Shopify', 'React or Vue.js', 'no WordPress'."""
    wishes = list(group)
    names = listed([wish.name for wish in wishes], "or")
    return f"no {names}" if wishes[0].importance is Importance.EXCLUDED else names


def language_words(wish: LanguageWish, knowledge: Knowledge) -> str:
    """'German (fluent)', 'English (native)'."""
    return f"{language_name(wish.code, knowledge)} ({level_words(wish.level)})"


def level_words(level: LanguageLevel) -> str:
    """'conversational'."""
    return level.value.lower()


def language_name(code: str, knowledge: Knowledge) -> str:
    """The language's English name."""
    return knowledge.languages[code].name if code in knowledge.languages else code


def country_names(codes: Iterable[str], knowledge: Knowledge) -> list[str]:
    """The countries' English names, as they are called after 'in'."""
    return [place(knowledge.countries[code].name) if code in knowledge.countries else code for code in codes]


def region_names(regions: Iterable[str], knowledge: Knowledge) -> list[str]:
    """The regions' names, as they are called after 'in'."""
    return [place(knowledge.regions[each].name) if each in knowledge.regions else each for each in regions]


def industry_words(industries: Iterable[str], knowledge: Knowledge, conjunction: str = "and") -> str:
    """Industries as they are called after 'in': 'fintech and the music industry'."""
    names = industry_names(industries, knowledge)
    return listed([f"the {name}" if name.endswith(" industry") else name for name in names], conjunction)


def seniority_words(level: Seniority) -> str:
    """'senior'."""
    return _SENIORITY[level]


def slot_words(slot: Slot, brief: Brief, knowledge: Knowledge) -> str:
    """A slot's whole requirement in words; the slot's name for one that is never checked."""
    match slot:
        case Slot.ROLE:
            return role_name(brief.role, knowledge) or ""
        case Slot.INDUSTRIES:
            names = industry_words(brief.industries_judged, knowledge)
            return f"experience in {names}" if brief.industries_asked else f"work in {names}"
        case Slot.SENIORITY if brief.seniority is not None:
            return seniority_words(brief.seniority)
        case Slot.PROVIDER if brief.provider is not None:
            return _PROVIDER[brief.provider]
        case Slot.HOURLY_RATE if brief.hourly_rate is not None:
            return money_words(brief.hourly_rate, "/h", knowledge)
        case Slot.FIXED_BUDGET if brief.fixed_budget is not None:
            return f"{money_words(brief.fixed_budget, '', knowledge)} for the project"
        case Slot.REGIONS:
            return f"in {listed(_places(brief, knowledge), 'or')}"
        case Slot.UTC_OFFSET if brief.utc_offset is not None:
            return offset_words(brief.utc_offset)
        case Slot.WORKING_STYLE:
            return listed(list(brief.working_style))
        case _:
            return _plain(slot, brief)


def _places(brief: Brief, knowledge: Knowledge) -> list[str]:
    """The regions, and the countries that will do as well."""
    include = brief.countries.include if brief.countries is not None else ()
    besides = include if are_alternatives(brief, knowledge) else ()
    return [*region_names(brief.regions, knowledge), *country_names(besides, knowledge)]


def _plain(slot: Slot, brief: Brief) -> str:
    match slot:
        case Slot.HOURS_PER_WEEK if brief.hours_per_week is not None:
            return f"{bounds_words(brief.hours_per_week)} hours a week"
        case Slot.START_BY if brief.start_by is not None:
            return f"free by {day(brief.start_by)}"
        case Slot.AVAILABLE_NOW:
            return "available now"
        case Slot.MIN_JOB_SUCCESS:
            return f"job success of {brief.min_job_success}% or more"
        case Slot.MIN_RATING:
            return f"rated {brief.min_rating:g} or better"
        case Slot.MIN_JOBS_COMPLETED:
            return f"{brief.min_jobs_completed} or more completed jobs"
        case _:
            return slot.value


def money_words(bounds: MoneyRange, per: str, knowledge: Knowledge) -> str:
    """'up to $60/h', '$40 to $60/h', 'from €20/h'."""

    def said(value: float) -> str:
        return amount(value, bounds.currency, knowledge)

    if bounds.min is None:
        return f"up to {said(bounds.max)}{per}" if bounds.max is not None else "any price"
    if bounds.max is None:
        return f"from {said(bounds.min)}{per}"
    if bounds.min == bounds.max:
        return f"{said(bounds.min)}{per}"
    return f"{said(bounds.min)} to {said(bounds.max)}{per}"


def bounds_words(bounds: Range) -> str:
    """'20 or more', 'up to 40', '20 to 40'."""
    if bounds.min is None:
        return f"up to {number(bounds.max)}" if bounds.max is not None else "any"
    if bounds.max is None:
        return f"{number(bounds.min)} or more"
    if bounds.min == bounds.max:
        return number(bounds.min)
    return f"{number(bounds.min)} to {number(bounds.max)}"


def offset_words(span: Range) -> str:
    """'UTC-1 to UTC+3', 'UTC+2', 'UTC-8 or east of it'."""
    if span.min is None:
        return f"{offset(span.max)} or west of it" if span.max is not None else "any time zone"
    if span.max is None:
        return f"{offset(span.min)} or east of it"
    return offset(span.min) if span.min == span.max else f"{offset(span.min)} to {offset(span.max)}"
