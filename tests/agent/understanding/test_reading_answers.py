"""Short answers to the question just asked: which provider, how many hours, how long, from when."""

from datetime import date

import pytest

from agent.briefs.merge import merge
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import Brief, MoneyRange, Provider, Range, Slot
from store.nouns.conversation import Question
from tests_support.readings import SHOWN, TODAY, brief_of


def answered(interpreter: OfflineInterpreter, knowledge: Knowledge, asked: Slot, text: str) -> Brief:
    brief = brief_of(interpreter, knowledge, "web designer")
    question = Question(slot=asked, text="?")
    context = Context(today=TODAY, brief=brief, shown=SHOWN, question=question)
    return merge(brief, interpreter.read_strictly(text, context).changes, knowledge)


@pytest.mark.parametrize(
    ("text", "provider"),
    [("a team", Provider.AGENCY), ("just one person, please", Provider.INDIVIDUAL), ("either", None)],
)
def test_which_of_the_two(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, provider: Provider | None
) -> None:
    assert answered(interpreter, knowledge, Slot.PROVIDER, text).provider is provider


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Weekends only, 4 hours total per week", 4),
        ("1 a week, 2 hours of work I'd say", 2),
        ("no sorry, half time, my receptionist will do mornings", 20),
    ],
)
def test_how_many_hours(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, hours: float
) -> None:
    brief = answered(interpreter, knowledge, Slot.HOURS_PER_WEEK, text)
    assert brief.hours_per_week == Range(min=hours, max=hours)


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("4 months, maybe 5", Range(min=17, max=22)),
        ("three, maybe four weeks", Range(min=3, max=4)),
        ("it's a one-off", None),
    ],
)
def test_how_long(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, weeks: Range | None
) -> None:
    assert answered(interpreter, knowledge, Slot.DURATION_WEEKS, text).duration_weeks == weeks


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the 7th", date(2026, 12, 7)),
        ("the 3rd", date(2026, 12, 3)),
        ("a week from today", date(2026, 11, 30)),
        ("no wait, from February, January everyone's skiing", date(2027, 2, 1)),
        ("it may be 7 December", date(2026, 12, 7)),
    ],
)
def test_from_when(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, day: date) -> None:
    assert answered(interpreter, knowledge, Slot.START_BY, text).start_by == day


@pytest.mark.parametrize(
    ("then", "day"),
    [
        ("make that the 11th", date(2027, 1, 11)),
        ("could also be a bit later", date(2027, 1, 14)),
        ("I withdraw the start date", None),
    ],
)
def test_another_day(
    interpreter: OfflineInterpreter, knowledge: Knowledge, then: str, day: date | None
) -> None:
    brief = brief_of(interpreter, knowledge, "web designer, starting 7 January", then)
    assert brief.start_by == day


def test_so_many_of_what_the_length_was_told_in(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(interpreter, knowledge, "web designer, 3 months", "make it four")
    assert brief.duration_weeks == Range(min=17, max=17)


def test_a_nations_coin(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = answered(interpreter, knowledge, Slot.FIXED_BUDGET, "dunno, couple of hundred, Aussie")
    assert (brief.fixed_budget, brief.countries) == (MoneyRange(max=200, currency="AUD"), None)


def test_so_much_on_top(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "logo designer, 800 eur flat", "+200 ok")
    assert brief.fixed_budget == MoneyRange(max=1000, currency="EUR")
