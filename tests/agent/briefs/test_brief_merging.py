"""Merging a message's changes into the brief."""

from collections.abc import Callable
from datetime import date

import pytest

from agent.briefs.merge import merge
from agent.briefs.slots import field_of
from agent.understanding.reading import Change, ChangeValue, Operation, Span
from store.knowledge import Knowledge, load_knowledge
from store.nouns.brief import (
    Brief,
    Countries,
    Importance,
    LanguageLevel,
    LanguageWish,
    MoneyRange,
    Range,
    Seniority,
    SkillWish,
    Slot,
    Term,
)

MUST, NICE, EXCLUDED = Importance.MUST, Importance.NICE, Importance.EXCLUDED
Merging = Callable[..., Brief]


def change(
    slot: Slot,
    operation: Operation,
    value: ChangeValue | None = None,
    words: str = "",
    replaces: tuple[str, ...] = (),
    factor: float | None = None,
    delta: float | None = None,
    hard: bool | None = None,
) -> Change:
    return Change(
        slot=slot,
        operation=operation,
        value=value,
        replaces=replaces,
        factor=factor,
        delta=delta,
        hard=hard,
        span=Span(start=0, end=0),
        words=words,
    )


def skill(name: str, importance: Importance = MUST, alternative: int | None = None) -> SkillWish:
    return SkillWish(name=name, importance=importance, alternative=alternative)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture
def merged(knowledge: Knowledge) -> Merging:
    return lambda brief, *changes: merge(brief, changes, knowledge)


def test_a_slot_set_plainly_is_as_hard_as_the_slot_usually_is(merged: Merging) -> None:
    brief = merged(
        Brief(),
        change(Slot.HOURLY_RATE, Operation.SET, MoneyRange(max=60), "under $60/h"),
        change(Slot.DURATION_WEEKS, Operation.SET, Range(min=13, max=13), "three-month"),
    )
    assert brief.terms[Slot.HOURLY_RATE] == Term(hard=True, words="under $60/h")
    assert brief.terms[Slot.DURATION_WEEKS] == Term(hard=False, words="three-month")


def test_a_bare_amount_keeps_the_currency_of_the_brief(merged: Merging) -> None:
    brief = Brief(hourly_rate=MoneyRange(max=50, currency="EUR"))
    assert merged(
        brief, change(Slot.HOURLY_RATE, Operation.SET, MoneyRange(max=60), "60")
    ).hourly_rate == MoneyRange(max=60, currency="EUR")
    assert merged(
        brief, change(Slot.HOURLY_RATE, Operation.SET, MoneyRange(max=60), "$60")
    ).hourly_rate == MoneyRange(max=60, currency="USD")


def test_skills_are_merged_by_name(merged: Merging) -> None:
    brief = merged(
        Brief(skills=(skill("React"), skill("Shopify"))),
        change(Slot.SKILLS, Operation.ADD, skill("Shopify", EXCLUDED)),
        change(Slot.SKILLS, Operation.RELAX, skill("React")),
        change(Slot.SKILLS, Operation.ADD, skill("Vue")),
    )
    assert [(s.name, s.importance) for s in brief.skills][:2] == [("React", NICE), ("Shopify", EXCLUDED)]
    assert len(brief.skills) == 3


def test_replacing_takes_out_what_it_names_and_nothing_else(merged: Merging) -> None:
    brief = merged(
        Brief(skills=(skill("React"), skill("Shopify"))),
        change(Slot.SKILLS, Operation.REPLACE, skill("Python"), replaces=("React",)),
    )
    assert [s.name for s in brief.skills] == ["Shopify", "Python"]


def test_a_group_of_alternatives_never_joins_an_older_one(merged: Merging) -> None:
    brief = merged(
        Brief(skills=(skill("React", alternative=1), skill("Angular", alternative=1))),
        change(Slot.SKILLS, Operation.ADD, skill("Python", alternative=1)),
        change(Slot.SKILLS, Operation.ADD, skill("Java", alternative=1)),
    )
    groups = [s.alternative for s in brief.skills]
    assert groups[0] == groups[1] != groups[2] == groups[3]


def test_an_alternative_left_alone_is_an_ordinary_skill(merged: Merging) -> None:
    brief = merged(
        Brief(skills=(skill("React", alternative=1), skill("Angular", alternative=1))),
        change(Slot.SKILLS, Operation.REMOVE, skill("Angular")),
    )
    assert brief.skills == (skill("React"),)


def test_wanting_a_country_lifts_its_exclusion_and_the_other_way_round(merged: Merging) -> None:
    brief = Brief(countries=Countries(include=("US",), exclude=("IN",)))
    wanted = merged(brief, change(Slot.COUNTRIES, Operation.ADD, Countries(include=("IN",))))
    assert wanted.countries == Countries(include=("US", "IN"))
    barred = merged(brief, change(Slot.COUNTRIES, Operation.ADD, Countries(exclude=("US",))))
    assert barred.countries == Countries(exclude=("IN", "US"))


@pytest.mark.parametrize("slot", list(Slot))
def test_removing_a_slot_leaves_no_trace_of_it(merged: Merging, slot: Slot) -> None:
    brief = Brief(
        role="frontend-developer",
        skills=(skill("React"),),
        countries=Countries(include=("US",)),
        languages=(LanguageWish(code="en", level=LanguageLevel.NATIVE),),
        terms={slot: Term(hard=True) for slot in Slot},
    )
    left = merged(brief, change(slot, Operation.REMOVE))
    assert slot not in left.terms
    assert not getattr(left, field_of(slot))


def test_relaxing_keeps_the_value(merged: Merging) -> None:
    rate = MoneyRange(max=60)
    brief = Brief(hourly_rate=rate, terms={Slot.HOURLY_RATE: Term(hard=True, words="max 60")})
    relaxed = merged(brief, change(Slot.HOURLY_RATE, Operation.RELAX))
    assert relaxed.hourly_rate == rate
    assert relaxed.terms[Slot.HOURLY_RATE] == Term(hard=False, words="max 60")
    assert merged(relaxed, change(Slot.HOURLY_RATE, Operation.TIGHTEN)) == brief


@pytest.mark.parametrize(
    ("brief", "asked", "after"),
    [
        (
            Brief(hourly_rate=MoneyRange(max=50)),
            change(Slot.HOURLY_RATE, Operation.RELATIVE, factor=0.9),
            Brief(hourly_rate=MoneyRange(max=45)),
        ),
        (
            Brief(hours_per_week=Range(min=20, max=20)),
            change(Slot.HOURS_PER_WEEK, Operation.RELATIVE, delta=10),
            Brief(hours_per_week=Range(min=30, max=30)),
        ),
        (
            Brief(seniority=Seniority.INTERMEDIATE),
            change(Slot.SENIORITY, Operation.RELATIVE, delta=1),
            Brief(seniority=Seniority.EXPERT),
        ),
        (
            Brief(start_by=date(2027, 1, 1)),
            change(Slot.START_BY, Operation.RELATIVE, delta=7),
            Brief(start_by=date(2027, 1, 8)),
        ),
        (Brief(), change(Slot.HOURLY_RATE, Operation.RELATIVE, factor=0.9), Brief()),
    ],
)
def test_relative_changes_move_the_present_value(
    merged: Merging, brief: Brief, asked: Change, after: Brief
) -> None:
    assert merged(brief, asked).model_copy(update={"terms": {}}) == after


@pytest.mark.parametrize(
    "nonsense",
    [
        change(Slot.ROLE, Operation.SET, "no-such-role"),
        change(Slot.ROLE, Operation.SET, 12),
        change(Slot.HEADCOUNT, Operation.SET, "many"),
        change(Slot.HOURLY_RATE, Operation.SET, MoneyRange()),
        change(Slot.HOURLY_RATE, Operation.SET, MoneyRange(max=5, currency="XQX")),
        change(Slot.INDUSTRIES, Operation.ADD, "no-such-industry"),
        change(Slot.COUNTRIES, Operation.ADD, Countries(include=("ZZ",))),
        change(Slot.LANGUAGES, Operation.ADD, LanguageWish(code="q0")),
        change(Slot.START_BY, Operation.SET, True),
        change(Slot.MIN_RATING, Operation.SET, float("nan")),
    ],
)
def test_nonsense_changes_nothing(merged: Merging, nonsense: Change) -> None:
    assert merged(Brief(), nonsense) == Brief()


def test_numbers_out_of_bounds_are_clamped(merged: Merging) -> None:
    brief = merged(
        Brief(),
        change(Slot.MIN_JOB_SUCCESS, Operation.SET, 900),
        change(Slot.MIN_RATING, Operation.SET, 9.5),
        change(Slot.HEADCOUNT, Operation.SET, 10**9),
        change(Slot.HOURS_PER_WEEK, Operation.SET, Range(min=-3, max=1e9)),
    )
    assert (brief.min_job_success, brief.min_rating, brief.headcount) == (100, 5.0, 1000)
    assert brief.hours_per_week == Range(min=0, max=168)
    assert Brief.model_validate(brief.model_dump(by_alias=False)) == brief
