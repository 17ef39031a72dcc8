"""The verdict on each requirement, with the stored fact it rests on."""

from datetime import date

import pytest

from agent.matching.checks import Judged, checks
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
from store.nouns.match import RequirementCheck, Verdict
from store.search.encoding import SkillNames
from tests_support.nouns import TODAY, make_freelancer

MET, PARTLY, NOT_MET, UNKNOWN = Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET, Verdict.UNKNOWN


def check(slot: Slot, asked: dict[str, object], profile: dict[str, object]) -> RequirementCheck:
    """The one check of a brief with one slot."""
    brief = Brief.model_validate({**asked, "terms": {slot: Term(hard=False)}})
    knowledge = load_knowledge()
    judged = Judged(make_freelancer("x", **profile), brief, TODAY, knowledge, SkillNames(knowledge))
    (found,) = checks(judged)
    assert found.slot is slot
    return found


def skilled(*skills: tuple[str, int]) -> dict[str, object]:
    return {"skills": [{"name": name, "contracts": contracts} for name, contracts in skills]}


def wish(name: str, importance: Importance = Importance.MUST) -> dict[str, object]:
    return {"skills": [SkillWish(name=name, importance=importance)]}


def free(hours: int | None = None, since: date | None = None) -> dict[str, object]:
    return {"availability": {"hours_per_week": hours, "available_from": since}}


def rate(amount: float, currency: str = "USD") -> dict[str, object]:
    return {"hourly_rate": {"amount": amount, "currency": currency}}


def reported(rating: float, reviews: int) -> dict[str, object]:
    return {"track": {"rating": rating, "ratings": reviews, "jobs_completed": reviews, "job_success": 0.9}}


UP_TO_60 = {"hourly_rate": MoneyRange(max=60)}
GERMAN = {"languages": (LanguageWish(code="de", level=LanguageLevel.FLUENT),)}
NEAR_BERLIN = {"utc_offset": Range(min=0, max=2)}


@pytest.mark.parametrize(
    ("slot", "asked", "profile", "verdict", "requirement", "fact"),
    [
        (Slot.SKILLS, wish("React"), skilled(("React", 5)), MET, "React", "5 finished contracts with React"),
        (Slot.SKILLS, wish("React"), skilled(("React", 0)), MET, "React", "Lists React"),
        (Slot.SKILLS, wish("React"), skilled(("Excel", 0)), NOT_MET, "React", "Does not list React"),
        (Slot.SKILLS, wish("React"), {}, UNKNOWN, "React", "Lists no skills"),
        (
            Slot.SKILLS,
            wish("React"),
            skilled(("Next.js", 1)),
            MET,
            "React",
            "1 finished contract with Next.js (which takes React)",
        ),
        (
            Slot.SKILLS,
            wish("React"),
            skilled(("Vue.js", 3)),
            PARTLY,
            "React",
            "Lists Vue.js, which is near React, but not React",
        ),
        (
            Slot.SKILLS,
            wish("WordPress", Importance.EXCLUDED),
            skilled(("React", 3)),
            MET,
            "no WordPress",
            "Does not list WordPress",
        ),
        (Slot.ROLE, {"role": "bookkeeper"}, {"role": "bookkeeper"}, MET, "bookkeeper", "Works as bookkeeper"),
        (
            Slot.ROLE,
            {"role": "bookkeeper"},
            {"role": "accountant"},
            PARTLY,
            "bookkeeper",
            "Works as accountant, which is close",
        ),
        (
            Slot.ROLE,
            {"role": "bookkeeper"},
            skilled(("Bookkeeping", 0)),
            PARTLY,
            "bookkeeper",
            "States no role, but lists Bookkeeping",
        ),
        (Slot.ROLE, {"role": "bookkeeper"}, {}, UNKNOWN, "bookkeeper", "States no role"),
        (
            Slot.SENIORITY,
            {"seniority": Seniority.EXPERT},
            {"seniority": "INTERMEDIATE"},
            PARTLY,
            "senior",
            "States mid-level",
        ),
        (
            Slot.SENIORITY,
            {"seniority": Seniority.EXPERT},
            {"seniority": "ENTRY"},
            NOT_MET,
            "senior",
            "States entry level",
        ),
        (Slot.HOURLY_RATE, UP_TO_60, rate(55), MET, "up to $60/h", "$55/h"),
        (Slot.HOURLY_RATE, UP_TO_60, rate(65), PARTLY, "up to $60/h", "$65/h"),
        (Slot.HOURLY_RATE, UP_TO_60, rate(90), NOT_MET, "up to $60/h", "$90/h"),
        (Slot.HOURLY_RATE, UP_TO_60, {}, UNKNOWN, "up to $60/h", "States no rate"),
        (
            Slot.FIXED_BUDGET,
            {"fixed_budget": MoneyRange(max=500)},
            rate(20),
            UNKNOWN,
            "up to $500 for the project",
            "Freelancers state hourly rates, not project prices",
        ),
        (
            Slot.HOURS_PER_WEEK,
            {"hours_per_week": Range(min=20)},
            free(hours=16),
            PARTLY,
            "20 or more hours a week",
            "16 hours a week free",
        ),
        (
            Slot.HOURS_PER_WEEK,
            {"hours_per_week": Range(max=10)},
            free(hours=5),
            MET,
            "up to 10 hours a week",
            "5 hours a week free",
        ),
        (
            Slot.START_BY,
            {"start_by": date(2026, 12, 1)},
            free(since=date(2026, 12, 10)),
            PARTLY,
            "free by 1 December 2026",
            "Free from 10 December 2026",
        ),
        (Slot.AVAILABLE_NOW, {"available_now": True}, free(since=TODAY), MET, "available now", "Free now"),
        (
            Slot.COUNTRIES,
            {"countries": Countries(include=("DE",))},
            {"country": "AT"},
            NOT_MET,
            "in Germany",
            "In Austria",
        ),
        (
            Slot.COUNTRIES,
            {"countries": Countries(exclude=("DE",))},
            {"country": "AT"},
            MET,
            "not in Germany",
            "In Austria",
        ),
        (Slot.REGIONS, {"regions": ("europe",)}, {"country": "AT"}, MET, "in Europe", "In Austria"),
        (Slot.REGIONS, {"regions": ("europe",)}, {}, UNKNOWN, "in Europe", "States no country"),
        (Slot.UTC_OFFSET, NEAR_BERLIN, {"time_zone": "Europe/Berlin"}, MET, "UTC to UTC+2", "UTC+1 now"),
        (Slot.UTC_OFFSET, NEAR_BERLIN, {"country": "IN"}, NOT_MET, "UTC to UTC+2", "UTC+5:30 now"),
        (
            Slot.UTC_OFFSET,
            {"utc_offset": Range(min=-6, max=-4)},
            {"country": "US"},
            PARTLY,
            "UTC-6 to UTC-4",
            "UTC-8 to UTC-5 now: the profile names the country alone",
        ),
        (
            Slot.LANGUAGES,
            GERMAN,
            {"languages": [{"code": "de", "level": "BASIC"}]},
            PARTLY,
            "German (fluent)",
            "German: basic",
        ),
        (Slot.LANGUAGES, GERMAN, {}, UNKNOWN, "German (fluent)", "Has not stated German"),
        (
            Slot.MIN_RATING,
            {"min_rating": 4.5},
            reported(4.9, 31),
            MET,
            "rated 4.5 or better",
            "4.9 over 31 reviews",
        ),
        (Slot.MIN_RATING, {"min_rating": 4.5}, {}, UNKNOWN, "rated 4.5 or better", "Not rated yet"),
        (
            Slot.MIN_JOB_SUCCESS,
            {"min_job_success": 95},
            reported(4.9, 10),
            NOT_MET,
            "job success of 95% or more",
            "90% of 10 finished jobs went well",
        ),
        (
            Slot.MIN_JOBS_COMPLETED,
            {"min_jobs_completed": 1},
            {},
            NOT_MET,
            "1 or more completed jobs",
            "0 finished jobs",
        ),
        (
            Slot.PROVIDER,
            {"provider": Provider.INDIVIDUAL},
            {"provider": "AGENCY"},
            NOT_MET,
            "one person, no agency",
            "An agency",
        ),
        (
            Slot.INDUSTRIES,
            {"industries": ("ecommerce",)},
            {"industries": ("healthcare",)},
            NOT_MET,
            f"experience in {load_knowledge().industries['ecommerce'].name}",
            "No experience in e-commerce stated",
        ),
        (
            Slot.WORKING_STYLE,
            {"working_style": ("async",)},
            {},
            UNKNOWN,
            "async",
            "Profiles do not say how somebody likes to work",
        ),
    ],
)
def test_verdict_and_fact(
    slot: Slot,
    asked: dict[str, object],
    profile: dict[str, object],
    verdict: Verdict,
    requirement: str,
    fact: str,
) -> None:
    found = check(slot, asked, profile)
    assert (found.verdict, found.requirement, found.fact) == (verdict, requirement, fact)


def test_rates_in_another_currency_are_converted_and_said_so() -> None:
    found = check(Slot.HOURLY_RATE, UP_TO_60, rate(1000, "INR"))
    assert found.verdict is MET
    assert found.fact.startswith("₹1,000/h (about $1")


def test_a_budget_holds_against_the_least_work_it_must_pay_for() -> None:
    brief = Brief(
        fixed_budget=MoneyRange(max=1_000),
        duration_weeks=Range(min=2),
        hours_per_week=Range(min=10),
        terms={Slot.FIXED_BUDGET: Term(hard=True)},
    )
    knowledge = load_knowledge()
    verdicts = {}
    for amount in (50, 51):
        person = make_freelancer("x", **rate(amount))
        found = checks(Judged(person, brief, TODAY, knowledge, SkillNames(knowledge)))
        verdicts[amount] = next(each for each in found if each.slot is Slot.FIXED_BUDGET)
    assert verdicts[50].verdict is MET
    assert verdicts[50].fact == "20 hours at $50/h come to $1,000"
    assert verdicts[51].verdict is NOT_MET


def test_of_alternatives_the_best_counts() -> None:
    wishes = [SkillWish(name="React", alternative=1), SkillWish(name="Angular", alternative=1)]
    found = check(Slot.SKILLS, {"skills": wishes}, skilled(("Angular", 2)))
    assert (found.verdict, found.requirement) == (MET, "React or Angular")
    assert found.fact == "2 finished contracts with Angular"
