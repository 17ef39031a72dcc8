"""An order for all who are shown points at each of them."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from store.nouns.brief import Brief, Slot, Term
from tests_support.readings import SHOWN, TODAY

LIST = Context(
    today=TODAY, brief=Brief(role="frontend-developer", terms={Slot.ROLE: Term(hard=True)}), shown=SHOWN
)
EVERYBODY = [each.freelancer_id for each in SHOWN]


def _pointed_at(interpreter: OfflineInterpreter, text: str, context: Context) -> list[str | None]:
    reading = interpreter.read_now(text, context)
    assert reading.intent is Intent.HAND_OFF
    return [each.freelancer_id for each in reading.references]


@pytest.mark.parametrize(
    "text", ["invite them all", "contact all of them", "hire all five", "send my request to everyone"]
)
def test_all_who_are_shown(interpreter: OfflineInterpreter, text: str) -> None:
    assert _pointed_at(interpreter, text, LIST) == EVERYBODY
    assert _pointed_at(interpreter, text, LIST.model_copy(update={"focus": EVERYBODY[1]})) == EVERYBODY


def test_both_where_two_are_shown(interpreter: OfflineInterpreter) -> None:
    two = LIST.model_copy(update={"shown": SHOWN[:2]})
    assert _pointed_at(interpreter, "contact both", two) == EVERYBODY[:2]


def test_both_of_five_is_nobody_to_be_sure_of(interpreter: OfflineInterpreter) -> None:
    assert _pointed_at(interpreter, "contact both", LIST) == [None]


def test_those_last_talked_about_go_first(interpreter: OfflineInterpreter) -> None:
    together = (EVERYBODY[0], EVERYBODY[3])
    assert _pointed_at(interpreter, "contact both", LIST.model_copy(update={"together": together})) == [
        *together
    ]
