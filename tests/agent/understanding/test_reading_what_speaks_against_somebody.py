"""What speaks against the people shown is asked of a place on the list, or of nobody by name."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent, Topic
from store.nouns.brief import Brief, Slot, Term
from store.nouns.conversation import Question
from tests_support.readings import SHOWN, TODAY

LIST = Context(
    today=TODAY, brief=Brief(role="frontend-developer", terms={Slot.ROLE: Term(hard=True)}), shown=SHOWN
)
RATE_ASKED = LIST.model_copy(update={"question": Question(slot=Slot.HOURLY_RATE, text="How much?")})
PENDING = LIST.model_copy(update={"focus": SHOWN[1].freelancer_id, "handoff_pending": True})


@pytest.mark.parametrize(
    ("text", "places", "topic"),
    [
        ("what are the drawbacks of 4?", [4], Topic.GAPS),
        ("whats wrong w/ 2", [2], Topic.GAPS),
        ("any concerns about 1 and 5?", [1, 5], Topic.GAPS),
        ("what are 3's weak points", [3], Topic.GAPS),
        ("have you got a portfolio for 2?", [2], Topic.PORTFOLIO),
        ("what are the reviews of 5 like?", [5], Topic.REVIEWS),
    ],
)
def test_places_behind_what_is_asked(
    interpreter: OfflineInterpreter, text: str, places: list[int], topic: Topic
) -> None:
    reading = interpreter.read_now(text, LIST)
    assert (reading.intent, reading.topic) == (Intent.ASK_ABOUT_CANDIDATE, topic)
    assert [each.position for each in reading.references] == places


@pytest.mark.parametrize("context", [LIST, RATE_ASKED, PENDING])
@pytest.mark.parametrize("text", ["any downsides?", "are there any red flags?", "any catch?"])
def test_downsides_are_asked_for_whatever_was_asked_before(
    interpreter: OfflineInterpreter, text: str, context: Context
) -> None:
    reading = interpreter.read_now(text, context)
    assert reading.intent is Intent.ASK_ABOUT_CANDIDATE
    assert not reading.declines_question


def test_place_behind_what_is_asked_is_no_price(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_now("what are the downsides of 3?", RATE_ASKED)
    assert [each.position for each in reading.references] == [3]
    assert not reading.changes


@pytest.mark.parametrize(
    "text", ["no problem with 5", "with a portfolio of 3 sites", "we need a rating of 5", "any"]
)
def test_amounts_point_at_nobody(interpreter: OfflineInterpreter, text: str) -> None:
    reading = interpreter.read_now(text, RATE_ASKED)
    assert reading.intent is not Intent.ASK_ABOUT_CANDIDATE
    assert not reading.references
