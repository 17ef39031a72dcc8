"""Hours and days that recur, whole spans of dates, and times that are of something else than the work."""

from datetime import date

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Range
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Tutor, 30 minutes a day", 2.5),
        ("Tutor, 90 minutes twice a week", 3),
        ("Tutor, 1 hour 30 minutes per week", 1.5),
        ("Tutor, three times a week, 2 hours each", 6),
        ("Tutor, 3 lessons of 1 hour a week", 3),
        ("VA, two hours every evening", 10),
        ("VA, 2 hours each morning and 2 hours each evening, Monday to Friday", 20),
        ("VA, 2 hours all seven days", 14),
        ("VA, 5 days x 4 hrs", 20),
        ("VA, two days a fortnight", 8),
        ("VA, 8 hours every two weeks", 4),
        ("VA, 60 hours spread over 6 weeks", 10),
        ("VA, 16 weeks at roughly 30 hours", 30),
        ("VA, 8am to noon, weekdays", 20),
        ("VA, 10:00-14:00 CET, 4 days a week", 16),
        ("VA, 100% allocation", 40),
        ("VA, full-time (35 hours)", 35),
        ("VA, part time 25h", 25),
    ],
)
def test_recurring_work_is_hours_a_week(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, hours: float
) -> None:
    assert brief_of(interpreter, knowledge, text).hours_per_week == Range(min=hours, max=hours)


@pytest.mark.parametrize(
    "text",
    [
        "Our cafe is open from 7am to 3pm, six days a week. Need a menu designer.",
        "The course lasts 10 weeks and is full-time. We need a copywriter for the landing page.",
        "The semester begins on 15 January and we need an instructional designer.",
        "Need a lawyer, the hearing is on Feb 8.",
        "Need a PR person, our product ships in September.",
        "React dev. Our release cycle is 3 weeks.",
        "React dev. Our onboarding takes two weeks.",
        "Marketing for a 12-week fitness programme, need a copywriter",
        "Need a trainer for a 3-day workshop.",
        "Graphic designer for a flash sale on Friday",
        "Narrator, audiobook, 11 hours",
    ],
)
def test_times_of_something_else_are_not_the_works(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert (brief.hours_per_week, brief.duration_weeks, brief.start_by) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("React dev, starting Monday 7 December", date(2026, 12, 7)),
        ("React dev, kick off Saturday, 12/12", date(2026, 12, 12)),
        ("React dev, 1/11 start", date(2027, 1, 11)),
        ("React dev, start date 7.12.", date(2026, 12, 7)),
        ("React dev, four weeks in February beginning on the 8th", date(2027, 2, 8)),
        ("Photographer for a wedding on 5 May", date(2027, 5, 5)),
        ("Maternity leave starts on 1 February, we need an HR specialist", date(2027, 2, 1)),
        ("The season opens in March, and I want a React dev to start by 11 January", date(2027, 1, 11)),
    ],
)
def test_a_start_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, start: date
) -> None:
    assert brief_of(interpreter, knowledge, text).start_by == start


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("React dev throughout January and February", Range(min=8, max=8)),
        ("React dev, all of Q2", Range(min=13, max=13)),
        ("React dev, from the first week of January to the end of March", Range(min=13, max=13)),
        ("React dev, 20 hours a week, one year", Range(min=52, max=52)),
        ("React dev, up to 2 years", Range(min=None, max=104)),
        ("React dev, a full year", Range(min=52, max=52)),
        ("React dev, this shouldn't take more than a week", Range(min=None, max=1)),
    ],
)
def test_a_length_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, weeks: Range
) -> None:
    assert brief_of(interpreter, knowledge, text).duration_weeks == weeks
