"""A brief in words: for replies, hand-off previews and the letter to a freelancer."""

from collections.abc import Iterable, Iterator

from agent.matching.query import industry_names
from agent.matching.wording import industry_words
from agent.replies.words import amount, article, day, duration, listed, offset, price_range, quantity_range
from store.knowledge import Knowledge
from store.nouns.brief import (
    HARD_BY_DEFAULT,
    Brief,
    Importance,
    LanguageWish,
    Provider,
    Seniority,
    Slot,
)

_SENIORITY = {
    Seniority.ENTRY: "entry-level",
    Seniority.INTERMEDIATE: "mid-level",
    Seniority.EXPERT: "senior",
}
_PROVIDER = {Provider.INDIVIDUAL: "individual freelancers only", Provider.AGENCY: "an agency"}


def brief_in_words(brief: Brief, knowledge: Knowledge) -> str:
    """The core of the need as a noun phrase: 'a senior front-end developer with React'."""
    role = _role_name(brief, knowledge)
    words = f"{_SENIORITY[brief.seniority]} {role}" if brief.seniority is not None else role
    if brief.headcount is not None and brief.headcount > 1:
        phrase = f"{brief.headcount} {_plural(words)}"
    else:
        phrase = f"{article(words)} {words}"
    must = _skills(brief, Importance.MUST, "or")
    if brief.role is None:
        must = must or _skills(brief, Importance.NICE, "or")
    named = [skill for skill in must if skill.lower() not in role.lower()]
    if named:
        phrase += f" with {listed(named)}"
    if brief.industries_asked:
        experience = f"experience in {industry_words(brief.industries_asked, knowledge)}"
        phrase += f" and {experience}" if named else f" with {experience}"
    return phrase


def trade_words(industries: Iterable[str], knowledge: Knowledge) -> str:
    """Industries as they are called after 'industry': 'music', 'food and beverage'."""
    return ", ".join(name.removesuffix(" industry") for name in industry_names(industries, knowledge))


def _plural(words: str) -> str:
    if words.endswith("s"):
        return words
    return words[:-1] + "ies" if words.endswith("y") else words + "s"


def _role_name(brief: Brief, knowledge: Knowledge) -> str:
    family = knowledge.roles.get(brief.role) if brief.role is not None else None
    if family is not None:
        return family.name
    return brief.role or "freelancer"


def _skills(brief: Brief, importance: Importance, conjunction: str) -> list[str]:
    groups: dict[object, list[str]] = {}
    for index, skill in enumerate(brief.skills_that(importance)):
        key: object = ("group", skill.alternative) if skill.alternative is not None else ("own", index)
        groups.setdefault(key, []).append(skill.name)
    return [listed(names, conjunction) for names in groups.values()]


def brief_facts(brief: Brief, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Every requirement of the brief as (name, value), in the order a job post has them.

    A trade of the client's own is told as the client's, and one that is only guessed is not told.
    """
    facts: list[tuple[str, str]] = []
    if brief.role is not None:
        facts.append(("Role", _role_name(brief, knowledge)))
    if brief.headcount is not None and brief.headcount > 1:
        facts.append(("People", str(brief.headcount)))
    if brief.seniority is not None:
        facts.append(("Level", _SENIORITY[brief.seniority]))
    for name, importance in (
        ("Skills", Importance.MUST),
        ("Nice to have", Importance.NICE),
        ("Not wanted", Importance.EXCLUDED),
    ):
        skills = _skills(brief, importance, "or")
        if skills:
            facts.append((name, ", ".join(skills)))
    if brief.industries_asked:
        asked = industry_names(brief.industries_asked, knowledge)
        facts.append(("Industry experience", ", ".join(asked)))
    if brief.trades_told:
        facts.append(("Client's industry", trade_words(brief.trades_told, knowledge)))
    terms = (*_terms_of_work(brief, knowledge), *_who(brief, knowledge))
    return [*facts, *((name, _weighed(brief, slot, value)) for slot, name, value in terms)]


def _weighed(brief: Brief, slot: Slot, value: str) -> str:
    """The value, and that it is only preferred where it would usually be required."""
    soft = slot in HARD_BY_DEFAULT and slot in brief.terms and not brief.is_hard(slot)
    return f"{value}, preferred" if soft else value


def _terms_of_work(brief: Brief, knowledge: Knowledge) -> Iterator[tuple[Slot, str, str]]:
    if brief.hourly_rate is not None:
        yield (Slot.HOURLY_RATE, "Rate", f"{price_range(brief.hourly_rate, knowledge)} an hour")
    if brief.fixed_budget is not None:
        yield (Slot.FIXED_BUDGET, "Budget", f"{price_range(brief.fixed_budget, knowledge)} for the project")
    if brief.hours_per_week is not None:
        yield (Slot.HOURS_PER_WEEK, "Hours", quantity_range(brief.hours_per_week, "hours a week"))
    if brief.duration_weeks is not None:
        yield (Slot.DURATION_WEEKS, "Length", duration(brief.duration_weeks))
    if brief.available_now:
        yield (Slot.AVAILABLE_NOW, "Start", "as soon as possible")
    elif brief.start_by is not None:
        yield (Slot.START_BY, "Start", f"by {day(brief.start_by)}")


def _who(brief: Brief, knowledge: Knowledge) -> Iterator[tuple[Slot, str, str]]:
    place = _place(brief, knowledge)
    if place:
        yield (Slot.REGIONS if brief.regions else Slot.COUNTRIES, "Location", place)
    if brief.utc_offset is not None:
        yield (Slot.UTC_OFFSET, "Time zone", offsets(brief.utc_offset.min, brief.utc_offset.max))
    if brief.languages:
        yield (Slot.LANGUAGES, "Languages", ", ".join(language(wish, knowledge) for wish in brief.languages))
    if brief.min_job_success is not None:
        yield (Slot.MIN_JOB_SUCCESS, "Job success", f"at least {brief.min_job_success}%")
    if brief.min_rating is not None:
        yield (Slot.MIN_RATING, "Rating", f"at least {brief.min_rating:g}")
    if brief.min_jobs_completed is not None:
        yield (Slot.MIN_JOBS_COMPLETED, "Completed jobs", f"at least {brief.min_jobs_completed}")
    if brief.provider is not None:
        yield (Slot.PROVIDER, "Provider", _PROVIDER[brief.provider])
    if brief.working_style:
        yield (Slot.WORKING_STYLE, "Working style", ", ".join(brief.working_style))


def _place(brief: Brief, knowledge: Knowledge) -> str:
    regions = [knowledge.regions[r].name if r in knowledge.regions else r for r in brief.regions]
    included = [_country(code, knowledge) for code in (brief.countries.include if brief.countries else ())]
    excluded = [_country(code, knowledge) for code in (brief.countries.exclude if brief.countries else ())]
    place = listed([*regions, *included], "or")
    if excluded:
        place = (
            f"{place} but not {listed(excluded, 'or')}" if place else f"anywhere but {listed(excluded, 'or')}"
        )
    return place


def _country(code: str, knowledge: Knowledge) -> str:
    return knowledge.countries[code].name if code in knowledge.countries else code


def offsets(low: float | None, high: float | None) -> str:
    """'UTC to UTC+3', 'from UTC-5', 'up to UTC+8'."""
    match (low, high):
        case (None, None):
            return "any"
        case (None, top) if top is not None:
            return f"up to {offset(top)}"
        case (bottom, None) if bottom is not None:
            return f"from {offset(bottom)}"
        case (bottom, top) if bottom is not None and top is not None:
            return offset(bottom) if bottom == top else f"{offset(bottom)} to {offset(top)}"
    return "any"


def language(wish: LanguageWish, knowledge: Knowledge) -> str:
    """'German (fluent)'."""
    entry = knowledge.languages.get(wish.code)
    return f"{entry.name if entry else wish.code} ({wish.level.value.lower()})"


def limit(value: float, currency: str, knowledge: Knowledge) -> str:
    """A price limit in words: 'up to $60/h'."""
    return f"up to {amount(value, currency, knowledge)}/h"
