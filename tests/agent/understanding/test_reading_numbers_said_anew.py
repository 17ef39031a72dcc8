"""Numbers told anew in a conversation under way: by themselves, or by what is wrong with the old ones."""

from datetime import date

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import MoneyRange, Range
from tests_support.readings import brief_of

FIRST = "web developer, 40 to 50 EUR an hour, 2 days a week, for 8 weeks, from 11 January"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("nobody there fits.. 60-70 then", 60, 70),
        ("half the scope, so half the money", 20, 25),
        ("my wife thinks 90 an hour is crazy. below 45 please", None, 45),
        ("no lower limit on the rate", None, 50),
        ("the lower end is not important", None, 50),
        ("24x24, not 16", 40, 50),
        ("max 45 says my wife", 40, 45),
        ("up the rate by a tenner", 50, 60),
        ("with VAT it's max 55", 40, 55),
        ("do you take a 5% success fee?", 40, 50),
    ],
)
def test_rates(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, low: float | None, high: float
) -> None:
    start = brief_of(interpreter, knowledge, FIRST)
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert brief.hourly_rate == MoneyRange(min=low, max=high, currency="EUR")


@pytest.mark.parametrize(
    ("text", "hours", "weeks"),
    [
        ("And 5 days.", 40, 8),
        ("make it three days", 24, 8),
        ("2 days is tight, make it 2.5 days a week", 20, 8),
        ("7 days a week, so 28 hours", 28, 8),
        ("drop one day", 8, 8),
        ("8 weeks won't be enough, say 12", 16, 12),
        ("8 weeks will be enough", 16, 8),
        ("number of weeks: 6", 16, 6),
        ("let's say exactly 17", 17, 8),
    ],
)
def test_workloads_and_lengths(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, hours: float, weeks: float
) -> None:
    start = brief_of(interpreter, knowledge, FIRST)
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert brief.hours_per_week == Range(min=hours, max=hours)
    assert brief.duration_weeks == Range(min=weeks, max=weeks)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("postponed by one week: 18 January", date(2027, 1, 18)),
        ("delayed by two weeks", date(2027, 1, 25)),
        ("brought forward by a week", date(2027, 1, 4)),
    ],
)
def test_starts(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, day: date) -> None:
    start = brief_of(interpreter, knowledge, FIRST)
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert (brief.start_by, brief.duration_weeks) == (day, Range(min=8, max=8))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("+/- 3h is ok", -1, 5),
        ("one hour either side", 1, 3),
        ("give or take 2 hours", 0, 4),
        ("UTC+3 or 4 would do", 3, 4),
        ("UTC-5 or 6", -6, -5),
    ],
)
def test_zones(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, low: float, high: float
) -> None:
    start = brief_of(interpreter, knowledge, "web developer, 20 hours a week, UTC+2")
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert brief.utc_offset == Range(min=low, max=high)
    assert brief.hours_per_week == Range(min=20, max=20)


def test_a_bound_after_a_comma(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    start = brief_of(interpreter, knowledge, FIRST)
    brief = brief_of(interpreter, knowledge, "for 1 year, min", start=start)
    assert brief.duration_weeks == Range(min=52)


def test_vat_beside_a_price_is_no_skill(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    start = brief_of(interpreter, knowledge, FIRST)
    brief = brief_of(interpreter, knowledge, "the rate is excluding VAT, with VAT it's 55", start=start)
    assert brief.skills == ()


def test_around_a_price_is_no_floor(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    start = brief_of(interpreter, knowledge, "logo designer, about 900 euros for all of it")
    brief = brief_of(interpreter, knowledge, "1100 max", start=start)
    assert brief.fixed_budget == MoneyRange(max=1100, currency="EUR")
