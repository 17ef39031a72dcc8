"""Contracted or written out, a phrase means the same: "doesn't matter", "does not matter"."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.words.contractions import in_both_ways
from agent.understanding.reading import Context, Intent
from store.nouns.brief import Slot
from store.nouns.conversation import Question
from tests_support.readings import BRIEF, SHOWN, TODAY

FORMS = {"dont": "do not", "well": "we will"}


def test_a_phrase_is_known_in_both_ways() -> None:
    assert in_both_ways(("we dont mind",), FORMS) == ("we dont mind", "we do not mind")
    assert in_both_ways(("we do not mind",), FORMS) == ("we do not mind", "we dont mind")


def test_a_word_alone_stays_one() -> None:
    assert in_both_ways(("well", "we will"), FORMS) == ("well", "we will")


@pytest.mark.parametrize(
    "text", ["We have not decided on a budget yet.", "I am not certain.", "We do not have a preference."]
)
def test_an_answer_written_out(interpreter: OfflineInterpreter, text: str) -> None:
    question = Question(slot=Slot.FIXED_BUDGET, text="?")
    reading = interpreter.read_strictly(text, Context(today=TODAY, brief=BRIEF, question=question))
    assert (reading.intent, reading.declines_question) == (Intent.DECLINE, True)


def test_an_order_written_out(interpreter: OfflineInterpreter) -> None:
    context = Context(today=TODAY, brief=BRIEF, shown=SHOWN)
    assert interpreter.read_strictly("We will go with Maria.", context).intent is Intent.HAND_OFF
