"""The hidden grade: what it rewards and what it forbids."""

from dataclasses import replace

import pytest

from store.demo import Case, Truth, relevance
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
    Term,
)
from store.nouns.freelancer import Availability, Freelancer, Language, Money, Skill

TRUTH = Truth(
    ability=0.7,
    reliability=0.7,
    skills={"React": 0.8, "Shopify": 0.6, "Vue.js": 0.1},
    case=Case.ORDINARY,
    role="frontend-developer",
    seniority=Seniority.EXPERT,
    rate_usd=60,
)
PERSON = Freelancer(
    id="fl_1",
    external_id="1",
    name="Ida Example",
    role="frontend-developer",
    skills=(Skill(name="React"), Skill(name="Shopify"), Skill(name="Vue.js")),
    industries=("ecommerce",),
    country="PT",
    time_zone="Europe/Lisbon",
    languages=(Language(code="en", level=LanguageLevel.FLUENT),),
    hourly_rate=Money(amount=60),
    availability=Availability(hours_per_week=20),
)
BRIEF = Brief(
    role="frontend-developer",
    skills=(SkillWish(name="React"), SkillWish(name="Shopify", importance=Importance.NICE)),
    industries=("ecommerce",),
    seniority=Seniority.EXPERT,
    hourly_rate=MoneyRange(max=70),
)


def hard(*slots: Slot) -> dict[Slot, Term]:
    return {slot: Term(hard=True) for slot in slots}


def grade(
    knowledge: Knowledge, brief: Brief = BRIEF, truth: Truth = TRUTH, person: Freelancer = PERSON
) -> float:
    return relevance(truth, person, brief, knowledge)


def test_a_good_match_is_graded_high(knowledge: Knowledge) -> None:
    assert 0.7 < grade(knowledge) <= 1


@pytest.mark.parametrize(
    "worse",
    [
        replace(TRUTH, ability=0.2),
        replace(TRUTH, reliability=0.2),
        replace(TRUTH, skills={"React": 0.4, "Shopify": 0.6}),
        replace(TRUTH, skills={"React": 0.8}),
        replace(TRUTH, seniority=Seniority.ENTRY),
        replace(TRUTH, rate_usd=85),
        replace(TRUTH, role="full-stack-developer"),
    ],
)
def test_every_shortcoming_costs(knowledge: Knowledge, worse: Truth) -> None:
    assert 0 < grade(knowledge, truth=worse) < grade(knowledge)


def test_a_claimed_skill_is_not_a_skill(knowledge: Knowledge) -> None:
    claimed = BRIEF.model_copy(update={"skills": (SkillWish(name="Vue.js"),)})
    assert grade(knowledge, claimed) < 0.5 * grade(knowledge)


def test_one_of_several_alternatives_is_enough(knowledge: Knowledge) -> None:
    either = (SkillWish(name="Vue.js", alternative=1), SkillWish(name="React", alternative=1))
    assert grade(knowledge, BRIEF.model_copy(update={"skills": either})) > 0.7


def test_a_distant_role_is_worth_little(knowledge: Knowledge) -> None:
    near, far = replace(TRUTH, role="full-stack-developer"), replace(TRUTH, role="translator")
    assert grade(knowledge, truth=far) < grade(knowledge, truth=near)


@pytest.mark.parametrize(
    "broken",
    [
        {"hourly_rate": MoneyRange(max=50), "terms": hard(Slot.HOURLY_RATE)},
        {"hourly_rate": MoneyRange(max=40, currency="EUR"), "terms": hard(Slot.HOURLY_RATE)},
        {"countries": Countries(include=("DE",)), "terms": hard(Slot.COUNTRIES)},
        {"countries": Countries(exclude=("PT",)), "terms": hard(Slot.COUNTRIES)},
        {"regions": ("asia",), "terms": hard(Slot.REGIONS)},
        {
            "regions": ("europe",),
            "countries": Countries(include=("DE",)),
            "terms": hard(Slot.REGIONS, Slot.COUNTRIES),
        },
        {"utc_offset": Range(min=5, max=9), "terms": hard(Slot.UTC_OFFSET)},
        {"languages": (LanguageWish(code="de"),), "terms": hard(Slot.LANGUAGES)},
        {"hours_per_week": Range(min=30), "terms": hard(Slot.HOURS_PER_WEEK)},
        {"provider": Provider.AGENCY, "terms": hard(Slot.PROVIDER)},
        {"skills": (SkillWish(name="Vue.js", importance=Importance.EXCLUDED),)},
    ],
)
def test_a_broken_requirement_makes_everything_else_worthless(
    knowledge: Knowledge, broken: dict[str, object]
) -> None:
    assert grade(knowledge, BRIEF.model_copy(update=broken)) == 0


@pytest.mark.parametrize(
    "met",
    [
        {"countries": Countries(include=("PT", "ES")), "terms": hard(Slot.COUNTRIES)},
        {"regions": ("europe",), "terms": hard(Slot.REGIONS)},
        {
            "regions": ("asia",),
            "countries": Countries(include=("PT",)),
            "terms": hard(Slot.REGIONS, Slot.COUNTRIES),
        },
        {"utc_offset": Range(min=0, max=3), "terms": hard(Slot.UTC_OFFSET)},
        {"languages": (LanguageWish(code="en"),), "terms": hard(Slot.LANGUAGES)},
        {"hours_per_week": Range(min=20), "terms": hard(Slot.HOURS_PER_WEEK)},
        {"countries": Countries(include=("DE",)), "terms": {Slot.COUNTRIES: Term(hard=False)}},
    ],
)
def test_met_and_soft_requirements_cost_nothing(knowledge: Knowledge, met: dict[str, object]) -> None:
    assert grade(knowledge, BRIEF.model_copy(update=met)) == grade(knowledge)


@pytest.mark.parametrize(
    ("unsaid", "asked"),
    [
        ({"hourly_rate": None}, {"terms": hard(Slot.HOURLY_RATE)}),
        ({"country": None}, {"countries": Countries(include=("PT",)), "terms": hard(Slot.COUNTRIES)}),
        ({"time_zone": None}, {"utc_offset": Range(min=0, max=3), "terms": hard(Slot.UTC_OFFSET)}),
        ({"languages": ()}, {"languages": (LanguageWish(code="en"),), "terms": hard(Slot.LANGUAGES)}),
        (
            {"availability": Availability()},
            {"hours_per_week": Range(min=20), "terms": hard(Slot.HOURS_PER_WEEK)},
        ),
    ],
)
def test_an_unknown_fact_counts_half(
    knowledge: Knowledge, unsaid: dict[str, object], asked: dict[str, object]
) -> None:
    brief, person = BRIEF.model_copy(update=asked), PERSON.model_copy(update=unsaid)
    assert grade(knowledge, brief, person=person) == pytest.approx(0.5 * grade(knowledge), abs=1e-3)
