"""An order for all who are shown points at each of them, or at those that are left of them."""

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


@pytest.mark.parametrize(
    ("text", "intent", "places"),
    [
        ("table with everyone: rate, rating, jobs, availability", Intent.COMPARE, [1, 2, 3, 4, 5]),
        ("save all of them", Intent.SHORTLIST, [1, 2, 3, 4, 5]),
        ("hide all of these", Intent.DISMISS, [1, 2, 3, 4, 5]),
        ("nah, none of these", Intent.DISMISS, [1, 2, 3, 4, 5]),
        ("none of these, show me others", Intent.MORE_RESULTS, []),
        ("keep Maria, dismiss the rest", Intent.DISMISS, [2, 3, 4, 5]),
        ("keep the first two and dismiss the rest", Intent.DISMISS, [3, 4, 5]),
        ("keep Maria and Tomasz and drop the rest", Intent.DISMISS, [3, 4, 5]),
        ("i only looked at maria so far, what are the rest like", Intent.ASK_ABOUT_CANDIDATE, [2, 3, 4, 5]),
        ("Shortlist Khan, I'll go through the rest tonight", Intent.SHORTLIST, [3]),
        ("ok. the two at the top, compare", Intent.COMPARE, [1, 2]),
        ("the three at the bottom, hide them", Intent.DISMISS, [3, 4, 5]),
        ("what is 3 like?", Intent.ASK_ABOUT_CANDIDATE, [3]),
        ("get me an intro to 1, 3 and 4", Intent.HAND_OFF, [1, 3, 4]),
        ("Please forward my brief to Mr Kowalski and Ms Petrova.", Intent.HAND_OFF, [2, 5]),
        ("sold. the fourth one", Intent.HAND_OFF, [4]),
        ("We have decided in favour of Ms Khan. What happens next?", Intent.HAND_OFF, [3]),
        ("first lady looks good, what else can you tell me about her", Intent.ASK_ABOUT_CANDIDATE, [1]),
    ],
)
def test_orders_for_several_or_for_one(
    interpreter: OfflineInterpreter, text: str, intent: Intent, places: list[int]
) -> None:
    reading = interpreter.read_strictly(text, LIST)
    assert reading.intent is intent
    assert [each.position for each in reading.references] == places
