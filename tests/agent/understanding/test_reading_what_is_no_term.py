"""Lengths, dates, prices and companies that a message names and the client does not ask for."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Provider
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    "text",
    [
        "trainer to write a 12-week training plan",
        "planner for a 10 day trip to Japan",
        "React dev, 30 days payment terms",
        "React dev, app has a 14 day free trial",
        "data analyst, 5 years of sales data",
        "writer, applications until 5 December",
        "writer, project is two weeks late already",
        "bookkeeper, dad ran the shop for 31 years with paper ledgers",
    ],
)
def test_a_length_of_something_else(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.duration_weeks is None
    assert brief.seniority is None


@pytest.mark.parametrize(
    "text",
    [
        "designer, I need the logo on Friday",
        "tutor for an exam in March",
        "writer, I'm on holiday from 20 December",
        "writer, interviews next week",
        "copywriter, our sale starts on 1 December",
    ],
)
def test_a_date_of_something_else(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    assert brief_of(interpreter, knowledge, text).start_by is None


@pytest.mark.parametrize(
    "text",
    [
        "developer, our plan costs $9 per month",
        "ads manager, we spend 5k a month on ads",
        "copywriter for a $997 course",
        "grant writer, applying for a 50k grant",
        "fundraiser to raise 2 million",
    ],
)
def test_money_of_something_else(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.fixed_budget is None
    assert brief.hourly_rate is None


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("React dev, an agency rather than a freelancer", Provider.AGENCY),
        ("React dev, not a freelancer but an agency", Provider.AGENCY),
        ("Agency wanted: SEO for a bank", Provider.AGENCY),
        ("React dev, I'd rather work with a company", Provider.AGENCY),
        ("React dev, a dedicated person rather than an agency", Provider.INDIVIDUAL),
        ("React dev, tired of agencies", Provider.INDIVIDUAL),
        ("React dev, agencies or individuals", None),
        ("React dev, agencies ok", None),
        ("React dev, must have own company", None),
        ("React dev for a one-person company", None),
        ("solo founder seeks designer", None),
        ("virtual assistant for an individual", None),
    ],
)
def test_a_company_that_is_wanted_or_not(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, provider: Provider | None
) -> None:
    assert brief_of(interpreter, knowledge, text).provider == provider


@pytest.mark.parametrize(
    "text",
    ["event planner for company offsite, 60 people", "project manager for a team of 8", "coach, 14 people"],
)
def test_people_who_are_not_looked_for(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert brief_of(interpreter, knowledge, text).headcount is None
