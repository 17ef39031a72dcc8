"""People of the list set against each other, and called by the place they stand in."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from store.nouns.brief import Brief, Range, Slot, Term
from tests_support.readings import SHOWN, TODAY

LIST = Context(
    today=TODAY,
    brief=Brief(
        role="frontend-developer",
        hours_per_week=Range(min=20, max=20),
        terms={Slot.ROLE: Term(hard=True), Slot.HOURS_PER_WEEK: Term(hard=False)},
    ),
    shown=SHOWN,
)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("is 4 better than 1?", [4, 1]),
        ("is 2 less experienced than 3", [2, 3]),
        ("does 1 charge more than 5?", [1, 5]),
        ("which one costs most", [3]),
        ("who is in second place?", [2]),
        ("what has the person in position 4 done", [4]),
    ],
)
def test_questions(interpreter: OfflineInterpreter, text: str, places: list[int]) -> None:
    reading = interpreter.read_now(text, LIST)
    assert reading.intent in (Intent.ASK_ABOUT_CANDIDATE, Intent.COMPARE)
    assert [each.position for each in reading.references] == places
    assert not reading.changes


@pytest.mark.parametrize(
    "text", ["is 2 more than enough?", "is 4 more than 2 weeks?", "is 5 cheaper than 40?"]
)
def test_amounts_are_nobody(interpreter: OfflineInterpreter, text: str) -> None:
    assert not interpreter.read_now(text, LIST).references


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("3 is a keeper", Intent.SHORTLIST),
        ("3 is a no", Intent.DISMISS),
        ("3 is too slow for us", Intent.DISMISS),
    ],
)
def test_verdicts(interpreter: OfflineInterpreter, text: str, intent: Intent) -> None:
    reading = interpreter.read_now(text, LIST)
    assert (reading.intent, [each.position for each in reading.references]) == (intent, [3])


def test_day_the_client_talks_to_others_is_no_start(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_now("save all of them, I have to ask my boss on Friday", LIST)
    assert (reading.intent, reading.changes) == (Intent.SHORTLIST, ())
    (start,) = interpreter.read_now("we start on Friday, I have to ask my boss", LIST).changes
    assert start.slot is Slot.START_BY


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("can we cancel any time?", Intent.HELP),
        ("delete everything you hold about me", Intent.DELETE_MY_DATA),
        ("how different are they?", Intent.COMPARE),
        ("show me different people", Intent.MORE_RESULTS),
        ("no need, thanks", Intent.DECLINE),
        ("Figma is not necessary", Intent.REFINE),
    ],
)
def test_what_is_wanted(interpreter: OfflineInterpreter, text: str, intent: Intent) -> None:
    assert interpreter.read_now(text, LIST).intent is intent
