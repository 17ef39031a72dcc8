"""What would let more people in: the smallest step of each requirement, with how many it adds."""

from datetime import timedelta

import pytest

from store.nouns.brief import (
    Brief,
    Countries,
    LanguageLevel,
    LanguageWish,
    MoneyRange,
    Range,
    SkillWish,
    Slot,
    Term,
)
from tests_support.matching import OpenMatcher
from tests_support.nouns import TODAY, make_freelancer

REACT = {"skills": [{"name": "React"}]}


def brief(*hard: Slot, **values: object) -> Brief:
    given = {"skills": (SkillWish(name="React"),), **values}
    return Brief.model_validate({**given, "terms": {slot: Term(hard=True) for slot in hard}})


@pytest.mark.parametrize(
    ("slot", "asked", "profiles", "description", "adds"),
    [
        (
            Slot.UTC_OFFSET,
            {"utc_offset": Range(min=0, max=1)},
            [{"time_zone": "Europe/Athens"}, {"time_zone": "Asia/Kolkata"}],
            "Allow 1 more hour of time difference (UTC-1 to UTC+2)",
            1,
        ),
        (
            Slot.LANGUAGES,
            {"languages": (LanguageWish(code="de", level=LanguageLevel.NATIVE),)},
            [{"languages": [{"code": "de", "level": "FLUENT"}]}, {"languages": []}],
            "Accept fluent German",
            1,
        ),
        (
            Slot.HOURS_PER_WEEK,
            {"hours_per_week": Range(min=40)},
            [{"availability": {"hours_per_week": 30}}, {"availability": {"hours_per_week": 10}}],
            "Accept 30 hours a week",
            1,
        ),
        (
            Slot.COUNTRIES,
            {"countries": Countries(include=("DE",))},
            [{"country": "AT"}, {"country": "CH"}],
            "Make 'in Germany' a preference",
            2,
        ),
        (
            Slot.MIN_RATING,
            {"min_rating": 4.9},
            [{"reported": {"source": "x", "rating": 4.7, "reviews": 9}}, {}],
            "Accept a rating of 4.7",
            1,
        ),
        (
            Slot.START_BY,
            {"start_by": TODAY},
            [{"availability": {"available_from": TODAY + timedelta(3)}}],
            "Start by 8 November 2026",
            1,
        ),
        (
            Slot.HOURLY_RATE,
            {"hourly_rate": MoneyRange(max=50, currency="EUR")},
            [{"hourly_rate": {"amount": 52, "currency": "EUR"}}, {}],
            "Raise the rate to €55/h",
            1,
        ),
    ],
)
async def test_the_smallest_step_that_helps(
    open_matcher: OpenMatcher,
    slot: Slot,
    asked: dict[str, object],
    profiles: list[dict[str, object]],
    description: str,
    adds: int,
) -> None:
    people = [make_freelancer(str(n), **REACT, **profile) for n, profile in enumerate(profiles)]
    async with open_matcher(people) as matcher:
        ranking = await matcher.search(brief(Slot.SKILLS, slot, **asked), today=TODAY)
    assert ranking.eligible == 0
    found = {relaxation.description: relaxation.adds for relaxation in ranking.relaxations}
    assert found[description] == adds
    assert [exclusion.people for exclusion in ranking.exclusions] == [len(profiles)]


async def test_where_no_single_change_helps_pairs_do(open_matcher: OpenMatcher) -> None:
    people = [make_freelancer("a", **REACT, country="AT", hourly_rate={"amount": 90})]
    need = brief(
        Slot.SKILLS,
        Slot.COUNTRIES,
        Slot.HOURLY_RATE,
        countries=Countries(include=("DE",)),
        hourly_rate=MoneyRange(max=50),
    )
    async with open_matcher(people) as matcher:
        ranking = await matcher.search(need, today=TODAY)
    (only,) = ranking.relaxations
    assert only.description == "Make 'up to $50/h' and 'in Germany' preferences"
    assert only.adds == 1


async def test_too_many_required_skills_offer_each_alone(open_matcher: OpenMatcher) -> None:
    people = [
        make_freelancer(name, skills=[{"name": name}], role="frontend-developer")
        for name in ("React", "Shopify", "Figma")
    ]
    wishes = tuple(SkillWish(name=name) for name in ("React", "Shopify", "Figma"))
    async with open_matcher(people) as matcher:
        need = brief(Slot.SKILLS, skills=wishes)
        ranking = await matcher.search(need, today=TODAY)
    assert {(r.description, r.adds) for r in ranking.relaxations} == {
        ("Require React alone", 1),
        ("Require Shopify alone", 1),
        ("Require Figma alone", 1),
    }


async def test_a_long_list_needs_no_relaxing(open_matcher: OpenMatcher) -> None:
    people = [make_freelancer(str(n), **REACT) for n in range(6)]
    async with open_matcher(people) as matcher:
        assert (await matcher.search(brief(Slot.SKILLS), today=TODAY)).relaxations == ()
