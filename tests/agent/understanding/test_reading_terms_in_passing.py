"""Hours, lengths, starts and people told in few words beside other terms, each with what only looks alike."""

from datetime import date

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Provider, Range, Seniority
from tests_support.readings import brief_of

TODAY = date(2026, 11, 27)
_MATTER = (
    "Our queue of uploads is a mess, pictures and comments alike, and nobody here has time to look at it. "
    "We want an ML engineer to tune an open model for it, no data may leave our machines. "
)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("PHP developer, 10 weeks 24h, Europe", 24, 24),
        ("Two support agents for the winter, 35 hours each", 35, 35),
        ("Growth marketer, $45/h 30 hrs 3 months", 30, 30),
        ("Procurement assistant. 40h remote, 12 EUR/h", 40, 40),
        ("Business analyst, Zürich, CHF 120/h. 60%.", 24, 24),
        ("Go developer, 80-100%, CHF 115 per hour", 32, 40),
        ("SAS programmer, 100% for 6 months", 40, 40),
        ("Network engineer, 3 months f/t", 40, 40),
        ("Moderator, 5 hrs/day incl weekends", 35, 35),
        ("VA, 2 hours a day, every day", 14, 14),
        ("Telecaller, 4 hours daily, 6 days", 24, 24),
        ("Maths tutor, twice a week for an hour", 2, 2),
        ("Mentor for a 1 hour call a week", 1, 1),
        ("Bookkeeper, 12 hours a month", 2.8, 2.8),
        ("DevOps engineer, full time, Leeds 1 day a week", 40, 40),
        ("Part-time HR generalist, 2 days a week on site", 16, 16),
        (_MATTER + "6 weeks, 65 EUR/h, 22 h weekly.", 22, 22),
    ],
)
def test_hours_told_in_passing_are_those_of_a_week(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, least: float, most: float
) -> None:
    assert brief_of(interpreter, knowledge, text).hours_per_week == Range(min=least, max=most)


@pytest.mark.parametrize(
    "text",
    [
        "Thumbnail designer, quick turnaround (24h)",
        "Plan sets drawn in AutoCAD, 24h turnaround",
        "Photo editor who returns everything within 48 hours",
        "LLM engineer, PT reading level",
        "Photographer, one day in the week of 11 January",
        "Front-end developer, 100% remote",
        "Shop owner seeks SEO, 30% off for regulars",
    ],
)
def test_what_only_looks_like_hours_is_none(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert brief_of(interpreter, knowledge, text, today=TODAY).hours_per_week is None


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("PR freelancer, 3 month retainer £1,500/mth", 13),
        ("SEO agency, 6 month trial", 26),
        ("Interim CFO, 6 months, CIMA, refinancing experience", 26),
        ("Java developer 4 months, can work remotely but 2 weeks in Mombasa", 17),
        ("Marketing lead, 4 months, hybrid (2 days)", 17),
        ("Al developer. 2 month project, at least half a day of overlap with New York", 9),
        (_MATTER + "€1,900 a month, 3 months.", 13),
    ],
)
def test_the_length_is_that_of_the_work(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, weeks: float
) -> None:
    duration = brief_of(interpreter, knowledge, text).duration_weeks
    assert duration is not None
    assert duration.max == weeks


@pytest.mark.parametrize(
    "text",
    [
        "Moderators, rotating shifts 7 days, 8 hours daily",
        "Someone to automate quoting, which takes us 6 days",
        "Text reminders that go out 11 months later",
        "Scanner app developer, I type it all over by hand each Sunday",
    ],
)
def test_other_lengths_are_none_of_the_work(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert brief_of(interpreter, knowledge, text).duration_weeks is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Marketing lead, 2 days a week, January to August", date(2027, 1, 1)),
        ("Node developer, 20 h a week, february", date(2027, 2, 1)),
    ],
)
def test_a_span_begins_the_work(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, start: date
) -> None:
    assert brief_of(interpreter, knowledge, text, today=TODAY).start_by == start


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("Retoucher needed today, 4 pictures", True),
        ("Fix for our checkout page, WooCommerce dev. now. $90", True),
        ("Theme edit, WordPress. tonight?", True),
        ("Support agents, now until 20 December", True),
        ("A page that shows where we are today, web designer", None),
        ("Platform engineer: Slurm today, we want Kubernetes", None),
    ],
)
def test_today_is_when_somebody_is_needed(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, now: bool | None
) -> None:
    assert brief_of(interpreter, knowledge, text, today=TODAY).available_now is now


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Need 4 staff accountants for year end", 4),
        ("Looking for two ex-journalists to write speeches", 2),
        ("Rust engineers, 4, for a payments service", 4),
        ("Manual testers 3x for a bank portal", 3),
        ("Headless Shopify store. Two seniors please", 2),
        ("Helpdesk overflow. 3 techs, nights", 3),
        ("Looking for 3 ML interns", 3),
        ("Translate our manual to Thai and Lao. 2 natives.", 2),
        ("We need a team of 5 Vue developers", 5),
        ("React developer wanted. Team of 7 in Bath", None),
        ("Scrum master, team of 8", None),
        ("Accountant needed for a group of 6 entities", None),
        ("Three-person studio looking for a marketing person", None),
        ("Photoshop pro for a group picture, 5 of them missing that day", None),
        ("React Router 7 developer", None),
        ("We have 12 product managers. Presentation coach wanted", None),
        ("Unity dev for a farming game, 3 coders already", None),
        ("A tier 2 analyst for night shifts", None),
        ("Coach of the under-12s needs a video editor", None),
    ],
)
def test_people_are_wanted_or_there_already(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, count: int | None
) -> None:
    assert brief_of(interpreter, knowledge, text).headcount == count


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("Node engineer, not a fan of agencies", Provider.INDIVIDUAL),
        ("PPC person. Agency folk please don't bother", Provider.INDIVIDUAL),
        ("Zapier audit, no overseas agencies please just one person", Provider.INDIVIDUAL),
        ("Travel copywriter. Not link farms or agencies.", Provider.INDIVIDUAL),
        ("Grant writer. UK based individual.", Provider.INDIVIDUAL),
        ("Branding agency wanted, not freelancer", Provider.AGENCY),
        ("Media buyer, agency side experience required", None),
        ("Account manager, experience in an agency mandatory", None),
        ("Auto body shop, we need a website", None),
        ("Board game designer for the rules of a solo mode", None),
        ("Web designer for an independent bookshop", None),
    ],
)
def test_one_person_or_an_agency(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, provider: Provider | None
) -> None:
    assert brief_of(interpreter, knowledge, text).provider is provider


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("SAP consultant. No freshers, min 9 yrs", Seniority.EXPERT),
        ("PPC specialist who has done clinics before, 6+ years experience", Seniority.EXPERT),
        ("Analysis of our 3 yrs of webshop order data", None),
        ("Business plan with 5 year projections", None),
    ],
)
def test_years_of_somebody_or_of_something(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, level: Seniority | None
) -> None:
    assert brief_of(interpreter, knowledge, text).seniority is level
