"""Numbers put right in the same breath, prices per several pieces, and letters that are no coin."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import MoneyRange, Range, Slot
from tests_support.readings import TODAY, brief_of


@pytest.mark.parametrize(
    ("text", "headcount"),
    [
        ("We need four testers for a banking app, no wait, just two", 2),
        ("Need 3 developers, sorry, 2 developers", 2),
        ("Two writers (correction: three)", 3),
        ("Three.. no, two UI devs", 2),
        ("Need 3 developers for 2 weeks", 3),
    ],
)
def test_people_put_right(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, headcount: int
) -> None:
    assert brief_of(interpreter, knowledge, text).headcount == headcount


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("PHP developer, 20 hours a week, sorry, 25", Range(min=25, max=25)),
        ("PHP developer, 20 hours a week, I mean 30 hours", Range(min=30, max=30)),
        ("PHP developer, 20 hours, sorry, 25 a week", Range(min=25, max=25)),
        ("PHP developer, 20 hours a week, 4 weeks", Range(min=20, max=20)),
    ],
)
def test_hours_put_right(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, hours: Range
) -> None:
    assert brief_of(interpreter, knowledge, text).hours_per_week == hours


@pytest.mark.parametrize(
    ("text", "rate", "budget"),
    [
        ("Content writer, we pay $18 per 700 words", None, None),
        ("Photo retoucher, 30 EUR per 10 images", None, None),
        ("Copywriter, $200 for 10 pages", None, MoneyRange(max=200)),
        ("Logo designer, 25$ is all I have", None, MoneyRange(max=25)),
        ("Drafter for 12 CAD drawings, 35 CAD per hour", MoneyRange(max=35, currency="CAD"), None),
        ("Budget 300-500 / logo design / one week", None, MoneyRange(min=300, max=500)),
        ("Content writer, 60 USD / blog post", None, None),
        ("Content writer, 30 USD / hour / native", MoneyRange(max=30), None),
    ],
)
def test_what_an_amount_is_for(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    text: str,
    rate: MoneyRange | None,
    budget: MoneyRange | None,
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert (brief.hourly_rate, brief.fixed_budget) == (rate, budget)


def test_an_amount_put_right_is_read_from_all_that_was_said_of_it(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_strictly("PHP developer, 20 hours, sorry, 25 a week", Context(today=TODAY))
    hours = next(change for change in reading.changes if change.slot is Slot.HOURS_PER_WEEK)
    assert hours.words == "20 hours, sorry, 25 a week"
