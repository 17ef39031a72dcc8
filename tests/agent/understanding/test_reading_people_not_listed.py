"""Somebody named who is not on the list is nobody of the list, and not whoever was talked about last."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from store.nouns.brief import Brief, Slot, Term
from tests_support.readings import SHOWN, TODAY

LIST = Context(
    today=TODAY, brief=Brief(role="frontend-developer", terms={Slot.ROLE: Term(hard=True)}), shown=SHOWN
)


@pytest.mark.parametrize("focus", [None, SHOWN[1].freelancer_id])
@pytest.mark.parametrize(
    ("text", "intent", "words"),
    [
        ("hire Ravi", Intent.HAND_OFF, "Ravi"),
        ("contact Mr Patel", Intent.HAND_OFF, "Mr Patel"),
        ("tell me about Dr Brown", Intent.ASK_ABOUT_CANDIDATE, "Dr Brown"),
        ("what about Ms Green, is she any good?", Intent.ASK_ABOUT_CANDIDATE, "Ms Green"),
        ("when is Anna free?", Intent.ASK_ABOUT_CANDIDATE, "Anna"),
    ],
)
def test_nobody_of_the_list(
    interpreter: OfflineInterpreter, text: str, intent: Intent, words: str, focus: str | None
) -> None:
    reading = interpreter.read_now(text, LIST.model_copy(update={"focus": focus}))
    assert reading.intent is intent
    assert [(each.freelancer_id, each.words) for each in reading.references] == [(None, words)]


@pytest.mark.parametrize(
    "text",
    [
        "hire Zoho developers",
        "What about Germany?",
        "how about Mondays?",
        "tell me about Figma",
        "Compare Rates",
        "How do I hire somebody?",
    ],
)
def test_no_name_at_all(interpreter: OfflineInterpreter, text: str) -> None:
    assert all(each.freelancer_id for each in interpreter.read_now(text, LIST).references)


@pytest.mark.parametrize(
    "text", ["what about Mr Chen?", "is Dr Chen free", "contact Ms Lopez", "has Mrs. Lopez any reviews?"]
)
def test_who_is_listed_is_found_behind_a_title(interpreter: OfflineInterpreter, text: str) -> None:
    (reference,) = interpreter.read_now(text, LIST).references
    assert reference.freelancer_id is not None
