"""Of two orders in one message the one carried out reaches its own people only, and a denied one nobody."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from store.nouns.brief import Brief, Slot, Term
from tests_support.readings import SHOWN, TODAY

LIST = Context(
    today=TODAY, brief=Brief(role="frontend-developer", terms={Slot.ROLE: Term(hard=True)}), shown=SHOWN
)
PENDING = LIST.model_copy(update={"focus": SHOWN[2].freelancer_id, "handoff_pending": True})


@pytest.mark.parametrize(
    ("text", "intent", "places"),
    [
        ("keep Olga and drop Aisha", Intent.DISMISS, [3]),
        ("hide 2, shortlist 5", Intent.DISMISS, [2]),
        ("shortlist 1 and 2, remove 4", Intent.DISMISS, [4]),
        ("Aisha looks good, drop Tomasz", Intent.DISMISS, [2]),
        ("not Tomasz but Olga", Intent.DISMISS, [2]),
        ("remove Tomasz and contact Olga", Intent.HAND_OFF, [5]),
        ("I don't like Tomasz, let's go with Olga", Intent.HAND_OFF, [5]),
        ("drop Aisha, we'll take Maria", Intent.HAND_OFF, [1]),
        ("hide 2 and 5", Intent.DISMISS, [2, 5]),
        ("Tomasz and Aisha can go", Intent.DISMISS, [2, 3]),
        ("take Olga off then", Intent.DISMISS, [5]),
    ],
)
def test_order_reaches_its_own_people(
    interpreter: OfflineInterpreter, text: str, intent: Intent, places: list[int]
) -> None:
    reading = interpreter.read_now(text, LIST)
    assert (reading.intent, [each.position for each in reading.references]) == (intent, places)


@pytest.mark.parametrize(
    "text",
    [
        "I wouldn't hire Tomasz",
        "we don't want to work with Tomasz",
        "I would not hire 2",
        "do not contact Tomasz",
        "wouldn't touch 2",
    ],
)
def test_whom_nobody_would_hire_goes(interpreter: OfflineInterpreter, text: str) -> None:
    reading = interpreter.read_now(text, LIST)
    assert (reading.intent, [each.position for each in reading.references]) == (Intent.DISMISS, [2])


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("don't contact Tomasz yet", Intent.DECLINE),
        ("why don't we hire Tomasz?", Intent.ASK_ABOUT_CANDIDATE),
        ("hire Tomasz", Intent.HAND_OFF),
    ],
)
def test_hiring_put_off_weighed_and_meant(interpreter: OfflineInterpreter, text: str, intent: Intent) -> None:
    assert interpreter.read_now(text, LIST).intent is intent


@pytest.mark.parametrize("text", ["I wouldn't hire her", "don't contact her", "no, that won't be necessary"])
def test_pending_hand_off_denied(interpreter: OfflineInterpreter, text: str) -> None:
    assert interpreter.read_now(text, PENDING).intent is Intent.DECLINE


def test_what_follows_an_order_may_be_for_somebody_else(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_now("drop Liam and get me another illustrator", LIST)
    assert reading.intent is Intent.DISMISS
