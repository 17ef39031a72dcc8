"""Every hard requirement holds for everyone shown, whatever the brief: held against an independent oracle."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.matching import Matcher
from evals.oracle import meets
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
from store.nouns.freelancer import Freelancer
from store.nouns.match import Ranking, Verdict
from tests_support.matching import opened_market
from tests_support.nouns import TODAY, make_freelancer

SKILLS = ("React", "Next.js", "Vue.js", "Shopify", "Shopify Liquid", "WordPress", "Bookkeeping", "Homebrew X")
ROLES = ("frontend-developer", "bookkeeper", "shopify-developer")
COUNTRIES = ("DE", "GB", "IN", "US", "BR")
ZONES = ("Europe/Berlin", "Europe/London", "Asia/Kolkata", "America/New_York", "America/Sao_Paulo")
LANGUAGES = ("de", "en", "hi")
INDUSTRIES = ("ecommerce", "finance", "healthcare")
CURRENCIES = ("USD", "EUR", "INR")


def optional(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(st.none(), values)


def several(values: tuple[str, ...], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


def make_people(count: int) -> list[Freelancer]:
    """People of every kind, with gaps wherever a profile can have one; always the same."""
    chance = Random(20261102)

    def maybe(value: object) -> object:
        return value if chance.random() < 0.75 else None

    def some(values: tuple[str, ...], most: int) -> list[str]:
        return chance.sample(values, chance.randint(0, most))

    made = []
    for number in range(count):
        home = chance.choice([None, 0, 1, 2, 3, 4])
        rate = {"amount": chance.randint(1, 200), "currency": chance.choice(CURRENCIES)}
        reviews = {
            "source": "elsewhere",
            "rating": chance.randint(10, 50) / 10,
            "reviews": chance.randint(0, 50),
        }
        start = TODAY + timedelta(chance.randint(-40, 40))
        made.append(
            make_freelancer(
                str(number),
                role=maybe(chance.choice(ROLES)),
                seniority=maybe(chance.choice(list(Seniority))),
                provider=chance.choice(list(Provider)),
                skills=[{"name": name, "contracts": chance.randint(0, 9)} for name in some(SKILLS, 5)],
                industries=some(INDUSTRIES, 3),
                country=None if home is None else COUNTRIES[home],
                time_zone=None if home is None else ZONES[home],
                languages=[
                    {"code": code, "level": chance.choice(list(LanguageLevel))} for code in some(LANGUAGES, 3)
                ],
                hourly_rate=maybe(rate),
                availability={
                    "hours_per_week": maybe(chance.randint(0, 60)),
                    "available_from": maybe(start),
                },
                reported=maybe(reviews),
                contracts=[_contract(chance, n) for n in range(chance.randint(0, 4))],
            )
        )
    return made


def _contract(chance: Random, number: int) -> dict[str, object]:
    started = TODAY - timedelta(chance.randint(40, 900))
    return {
        "id": str(number),
        "title": "Work",
        "started": started,
        "ended": started + timedelta(30),
        "amount": {"amount": 100},
        "rating": chance.choice([None, 2.0, 4.5, 5.0]),
    }


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    names = draw(st.lists(st.sampled_from(SKILLS), max_size=3, unique=True))
    low, high = sorted((draw(st.integers(0, 60)), draw(st.integers(1, 200))))
    values: dict[Slot, tuple[str, object]] = {
        Slot.ROLE: ("role", draw(st.sampled_from(ROLES))),
        Slot.SENIORITY: ("seniority", draw(st.sampled_from(list(Seniority)))),
        Slot.PROVIDER: ("provider", draw(st.sampled_from(list(Provider)))),
        Slot.INDUSTRIES: ("industries", draw(several(INDUSTRIES, 2))),
        Slot.HOURLY_RATE: (
            "hourly_rate",
            MoneyRange(
                min=draw(optional(st.just(low))),
                max=draw(optional(st.just(high))),
                currency=draw(st.sampled_from(CURRENCIES)),
            ),
        ),
        Slot.HOURS_PER_WEEK: ("hours_per_week", Range(min=draw(optional(st.integers(0, 40))), max=50)),
        Slot.START_BY: ("start_by", TODAY + timedelta(draw(st.integers(-30, 30)))),
        Slot.AVAILABLE_NOW: ("available_now", True),
        Slot.COUNTRIES: (
            "countries",
            Countries(include=draw(several(COUNTRIES)), exclude=draw(several(COUNTRIES, 1))),
        ),
        Slot.REGIONS: ("regions", draw(several(("europe", "asia"), 2))),
        Slot.UTC_OFFSET: (
            "utc_offset",
            Range(min=draw(optional(st.integers(-8, 0))), max=draw(optional(st.integers(0, 6)))),
        ),
        Slot.LANGUAGES: (
            "languages",
            tuple(
                LanguageWish(code=code, level=draw(st.sampled_from(list(LanguageLevel))))
                for code in draw(several(LANGUAGES, 2))
            ),
        ),
        Slot.MIN_RATING: ("min_rating", draw(st.floats(1, 5).map(lambda r: round(r, 1)))),
        Slot.MIN_JOB_SUCCESS: ("min_job_success", draw(st.integers(0, 100))),
        Slot.MIN_JOBS_COMPLETED: ("min_jobs_completed", draw(st.integers(0, 30))),
    }
    chosen = draw(st.lists(st.sampled_from(list(values)), max_size=4, unique=True))
    chosen = [slot for slot in chosen if values[slot][1] not in ((), Countries())]
    given_values = {values[slot][0]: values[slot][1] for slot in chosen}
    terms = {slot: Term(hard=draw(st.booleans())) for slot in chosen}
    wishes = tuple(
        SkillWish(
            name=name,
            importance=draw(st.sampled_from(list(Importance))),
            alternative=draw(st.sampled_from([None, None, 1])),
        )
        for name in names
    )
    return Brief.model_validate({**given_values, "skills": wishes, "terms": terms})


class OpenMarket:
    """A marketplace that stays open for many briefs, with its people as they are stored."""

    def __init__(self, runner: asyncio.Runner, matcher: Matcher, people: dict[str, Freelancer]) -> None:
        self.runner = runner
        self.matcher = matcher
        self.people = people

    def search(self, brief: Brief, limit: int | None = None, at_least: int = 0) -> Ranking:
        """Everybody whom the brief finds, or the best `limit`."""
        most = limit or len(self.people)
        return self.runner.run(self.matcher.search(brief, today=TODAY, limit=most, at_least=at_least))


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenMarket]:
    folder: Path = tmp_path_factory.mktemp("market")
    everybody = make_people(200)
    with asyncio.Runner() as runner:
        opening = opened_market(everybody, f"sqlite:///{folder}/rolecall.db", folder / "index")
        opened = runner.run(opening.__aenter__())
        stored = runner.run(opened.store.freelancers.get_many(person.id for person in everybody))
        yield OpenMarket(runner, opened.matcher, stored)
        runner.run(opening.__aexit__(None, None, None))


@given(brief=briefs())
@settings(max_examples=80, deadline=None)
def test_every_hard_requirement_holds_for_everyone_shown(market: OpenMarket, brief: Brief) -> None:
    for match in market.search(brief).matches:
        assert meets(market.people[match.freelancer_id], brief, TODAY, load_knowledge())
        assert all(check.verdict is Verdict.MET for check in match.checks if check.hard)


@given(brief=briefs())
@settings(max_examples=60, deadline=None)
def test_a_near_miss_breaks_a_hard_requirement_and_says_which(market: OpenMarket, brief: Brief) -> None:
    found = market.search(brief, limit=5, at_least=10)
    assert len(found.matches) + len(found.near_misses) <= 10
    for match in found.near_misses:
        assert not meets(market.people[match.freelancer_id], brief, TODAY, load_knowledge())
        assert any(check.verdict is not Verdict.MET for check in match.checks if check.hard)


@given(brief=briefs().filter(lambda brief: bool(brief.skills_that(Importance.MUST))))
@settings(max_examples=60, deadline=None)
def test_with_a_required_skill_everyone_who_meets_the_brief_is_found(
    market: OpenMarket, brief: Brief
) -> None:
    expected = {i for i, person in market.people.items() if meets(person, brief, TODAY, load_knowledge())}
    ranking = market.search(brief)
    assert {match.freelancer_id for match in ranking.matches} == expected
    assert ranking.eligible == len(expected)
    assert market.runner.run(market.matcher.count(brief, TODAY)) == len(expected)


@given(brief=briefs())
@settings(max_examples=60, deadline=None)
def test_what_a_relaxation_promises_is_there(market: OpenMarket, brief: Brief) -> None:
    ranking = market.search(brief)
    for relaxation in ranking.relaxations:
        assert 0 < relaxation.adds <= len(market.people) - ranking.eligible
    for exclusion in ranking.exclusions:
        assert 0 < exclusion.people <= len(market.people) - ranking.eligible


def test_the_market_has_someone_for_and_against_every_requirement(market: OpenMarket) -> None:
    people = market.people.values()
    assert any(person.track.job_success is not None for person in people)
    assert any(person.track.rating is None for person in people)
    assert any(person.hourly_rate is None for person in people)
