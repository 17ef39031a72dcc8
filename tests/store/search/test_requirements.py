"""Who meets a requirement, held against looking at one person after the other."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

import pytest

from store.knowledge import load_knowledge
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
from store.repositories.search_rows import SearchRow
from store.search.places import offsets, zones
from store.search.requirements import requirements
from tests_support.catalogs import random_view
from tests_support.nouns import TODAY

KNOWLEDGE = load_knowledge()
MANY = tuple(sorted(KNOWLEDGE.countries)[::5])
CASES: list[tuple[Brief, Callable[[SearchRow], bool]]] = [
    (Brief(role="bookkeeper"), lambda row: row.role == "bookkeeper"),
    (Brief(role="nobodys-role"), lambda row: False),
    (Brief(seniority=Seniority.EXPERT), lambda row: row.seniority == "EXPERT"),
    (Brief(provider=Provider.AGENCY), lambda row: row.provider == "AGENCY"),
    (Brief(industries=("ecommerce", "finance")), lambda row: {"ecommerce", "finance"} <= {*row.industries}),
    (Brief(countries=Countries(include=("DE", "IN", "ZZ"))), lambda row: row.country in ("DE", "IN")),
    (Brief(countries=Countries(include=MANY)), lambda row: row.country in MANY),
    (
        Brief(countries=Countries(exclude=MANY)),
        lambda row: row.country is not None and row.country not in MANY,
    ),
    (Brief(regions=("nordics",)), lambda row: _lives_in(row, "nordics")),
    (Brief(regions=("europe", "asia")), lambda row: _lives_in(row, "europe", "asia")),
    (Brief(regions=("atlantis",)), lambda row: False),
    (
        Brief(regions=("nordics",), countries=Countries(include=("IN", "SE"))),
        lambda row: row.country == "IN" or _lives_in(row, "nordics"),
    ),
    (Brief(utc_offset=Range(min=-1, max=2)), lambda row: _is_between(row, -1, 2)),
    (Brief(utc_offset=Range(max=-3.5)), lambda row: _is_between(row, -99, -3.5)),
    (Brief(utc_offset=Range(min=12.75)), lambda row: _is_between(row, 12.75, 99)),
    (Brief(hourly_rate=MoneyRange(max=40)), lambda row: _costs(row, 0, 40)),
    (Brief(hourly_rate=MoneyRange(min=25, max=60)), lambda row: _costs(row, 25, 60)),
    (Brief(hourly_rate=MoneyRange(min=70)), lambda row: _costs(row, 70, 1e9)),
    (Brief(hourly_rate=MoneyRange()), lambda row: row.rate_amount is not None),
    (Brief(hourly_rate=MoneyRange(max=40, currency="XXX")), lambda row: False),
    (Brief(hours_per_week=Range(min=20.5)), lambda row: (row.hours_per_week or 0) >= 20.5),
    (Brief(hours_per_week=Range(max=20)), lambda row: (row.hours_per_week or 0) >= 1),
    (Brief(min_job_success=95), lambda row: _percent(row) >= 95),
    (Brief(min_job_success=80), lambda row: _percent(row) >= 80),
    (Brief(min_job_success=0), lambda row: row.job_success is not None),
    (Brief(min_rating=4.5), lambda row: (row.rating or 0) >= 4.5),
    (Brief(min_jobs_completed=7), lambda row: row.jobs_completed >= 7),
    (Brief(available_now=True), lambda row: row.available_from is not None and row.available_from <= TODAY),
    (
        Brief(start_by=TODAY + timedelta(9)),
        lambda row: row.available_from is not None and row.available_from <= TODAY + timedelta(9),
    ),
    (
        Brief(languages=(LanguageWish(code="de", level=LanguageLevel.FLUENT),)),
        lambda row: any(
            code == "de" and LanguageLevel(level).rank >= LanguageLevel.FLUENT.rank
            for code, level in row.languages
        ),
    ),
    (Brief(languages=(LanguageWish(code="sw", level=LanguageLevel.BASIC),)), lambda row: False),
    (
        Brief(
            skills=(
                SkillWish(name="Vue.js", importance=Importance.MUST, alternative=1),
                SkillWish(name="WordPress", importance=Importance.MUST, alternative=1),
            )
        ),
        lambda row: bool({"Vue.js", "WordPress"} & {name for name, _, _ in row.skills}),
    ),
    (
        Brief(skills=(SkillWish(name="Homebrew X", importance=Importance.EXCLUDED),)),
        lambda row: "Homebrew X" not in {name for name, _, _ in row.skills},
    ),
]


def _lives_in(row: SearchRow, *regions: str) -> bool:
    return any(row.country in KNOWLEDGE.regions[region].countries for region in regions)


def _is_between(row: SearchRow, low: float, high: float) -> bool:
    span = offsets(zones(row.time_zone, row.city, row.country, KNOWLEDGE), TODAY)
    return span is not None and low <= span[0] and span[1] <= high


def _costs(row: SearchRow, least: float, greatest: float) -> bool:
    if row.rate_amount is None or row.rate_currency is None:
        return False
    usd = KNOWLEDGE.convert(row.rate_amount, row.rate_currency, "USD")
    return least - 1e-4 <= usd <= greatest + 1e-4


def _percent(row: SearchRow) -> float:
    return -1.0 if row.job_success is None else row.job_success * 100 + 1e-6


@pytest.mark.parametrize("seed", range(3))
def test_a_mask_holds_whoever_meets_the_requirement(seed: int) -> None:
    view, people = random_view(Random(seed), 600)
    for brief, meets in CASES:
        (requirement,) = requirements(brief, KNOWLEDGE)
        mask = requirement.mask(view, TODAY)
        assert {row for row in people if mask[row]} == {row for row, each in people.items() if meets(each)}


def test_a_country_within_a_region_narrows_it_down() -> None:
    view, people = random_view(Random(0), 600)
    brief = Brief(regions=("europe",), countries=Countries(include=("DE", "PL")))
    masks = [each.mask(view, TODAY) for each in requirements(brief, KNOWLEDGE)]
    meeting = {row for row in people if all(mask[row] for mask in masks)}
    assert meeting == {row for row, each in people.items() if each.country in ("DE", "PL")} != set()


def test_a_country_only_preferred_is_no_other_place_to_look() -> None:
    soft = {Slot.REGIONS: Term(hard=True), Slot.COUNTRIES: Term(hard=False)}
    brief = Brief(regions=("europe",), countries=Countries(include=("IN",)), terms=soft)
    assert [(each.slot, each.hard) for each in requirements(brief, KNOWLEDGE)] == [
        (Slot.COUNTRIES, False),
        (Slot.REGIONS, True),
    ]


def test_every_requirement_has_someone_for_and_against_it_or_nobody() -> None:
    _, people = random_view(Random(0), 600)
    met = [sum(meets(each) for each in people.values()) for _, meets in CASES]
    assert all(count < len(people) for count in met)
    assert sum(count == 0 for count in met) == 4
