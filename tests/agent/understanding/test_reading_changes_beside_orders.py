"""A change of the need that stands beside an order or a question about people is made, too."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from store.nouns.brief import Brief, Countries, MoneyRange, Slot, Term
from tests_support.readings import SHOWN, TODAY

LIST = Context(
    today=TODAY,
    brief=Brief(
        role="frontend-developer",
        hourly_rate=MoneyRange(max=60, currency="USD"),
        terms={Slot.ROLE: Term(hard=True), Slot.HOURLY_RATE: Term(hard=True)},
    ),
    shown=SHOWN,
)
SPAIN = Countries(include=("ES",))


@pytest.mark.parametrize(
    ("text", "intent", "place", "value"),
    [
        ("hide 2 and just show people from Spain", Intent.DISMISS, 2, SPAIN),
        ("remove Olga, we need somebody in Spain", Intent.DISMISS, 5, SPAIN),
        ("No to Aisha. Nobody below 4.8 stars please.", Intent.DISMISS, 3, 4.8),
        ("save Maria, but also show me people from Spain", Intent.SHORTLIST, 1, SPAIN),
        ("is 4 any good? also the budget is 70 now", Intent.ASK_ABOUT_CANDIDATE, 4, 70),
    ],
)
def test_change_beside_an_order_or_a_question(
    interpreter: OfflineInterpreter, text: str, intent: Intent, place: int, value: object
) -> None:
    reading = interpreter.read_now(text, LIST)
    assert (reading.intent, [each.position for each in reading.references]) == (intent, [place])
    (change,) = reading.changes
    told = change.value.max if isinstance(change.value, MoneyRange) else change.value
    assert told == value
    assert change.words in text


@pytest.mark.parametrize(
    "text",
    [
        "hide 2, he wants 45 an hour",
        "remove Olga, she is from Spain",
        "why is the best rated one so good? only 8 jobs",
        "does Maria work for people from Spain?",
        "save the one from Spain",
        "Liam is out, two months of notice",
    ],
)
def test_what_is_said_of_somebody_changes_nothing(interpreter: OfflineInterpreter, text: str) -> None:
    assert not interpreter.read_now(text, LIST).changes


def test_nothing_is_changed_beside_a_hand_off(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_now("book Maria, and only people from Spain next time", LIST)
    assert reading.intent is Intent.HAND_OFF
    assert not reading.changes
