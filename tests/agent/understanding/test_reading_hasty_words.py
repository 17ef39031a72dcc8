"""Words written in a hurry: short forms and slips in the words that say what to do, not only in names."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent, Reading
from store.nouns.brief import Importance, Provider, SkillWish, Slot
from tests_support.readings import BRIEF, SHOWN, TODAY

BESIDE_A_LIST = Context(today=TODAY, brief=BRIEF, shown=SHOWN)


@pytest.mark.parametrize(
    ("text", "intent", "place"),
    [
        ("I want to move frward with Maria", Intent.HAND_OFF, 1),
        ("wanna hire Olga", Intent.HAND_OFF, 5),
        ("lets go w/ the third one", Intent.HAND_OFF, 3),
        ("go with numer 2", Intent.HAND_OFF, 2),
        ("pls put Tomasz on my shortlst", Intent.SHORTLIST, 2),
        ("i wanna move forward w/ maria", Intent.HAND_OFF, 1),
        ("hrie the frst one", Intent.HAND_OFF, 1),
    ],
)
def test_an_order_is_understood_all_the_same(
    interpreter: OfflineInterpreter, text: str, intent: Intent, place: int
) -> None:
    reading = interpreter.read_strictly(text, BESIDE_A_LIST)
    assert reading.intent is intent
    assert [reference.position for reference in reading.references] == [place]


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("need a designer, Bnous points for Figma", {"Figma": Importance.NICE}),
        ("Experience with Lnux is reuqired, sysadmin wanted", {"Linux": Importance.MUST}),
        ("app designer who knows Fgma", {"Figma": Importance.MUST}),
        ("data analyst exp'd in Pyton", {"Python": Importance.MUST}),
        ("photo editor with phto retouching experience", {"Photo Retouching": Importance.MUST}),
    ],
)
def test_a_slip_of_the_fingers_changes_no_wish(
    interpreter: OfflineInterpreter, text: str, wishes: dict[str, Importance]
) -> None:
    changes = interpreter.read_strictly(text, Context(today=TODAY)).changes
    skills = [change.value for change in changes if isinstance(change.value, SkillWish)]
    assert {skill.name: skill.importance for skill in skills} == wishes


@pytest.mark.parametrize("name", ["Linde", "ASINs", "Zalo", "Karl"])
def test_a_name_nobody_knows_is_no_slip(interpreter: OfflineInterpreter, name: str) -> None:
    reading = interpreter.read_strictly(f"need a writer for {name}", Context(today=TODAY))
    assert [change.slot for change in reading.changes] == [Slot.ROLE]


def test_a_slip_in_an_everyday_word_is_no_tool(interpreter: OfflineInterpreter) -> None:
    assert not interpreter.read_strictly("I talekd to a colleague", BESIDE_A_LIST).changes


def test_spans_are_those_of_what_was_written(interpreter: OfflineInterpreter) -> None:
    text = "python dev w/o agencies, abt 20 hours a week pls"
    reading = interpreter.read_strictly(text, Context(today=TODAY))
    assert _value(reading, Slot.PROVIDER) is Provider.INDIVIDUAL
    for change in reading.changes:
        assert text[change.span.start : change.span.end] == change.words


def test_a_name_on_the_list_is_never_a_slip(interpreter: OfflineInterpreter) -> None:
    shown = (SHOWN[0].model_copy(update={"name": "Shortlis Budgett"}),)
    reading = interpreter.read_strictly("shortlis", BESIDE_A_LIST.model_copy(update={"shown": shown}))
    assert [reference.freelancer_id for reference in reading.references] == [SHOWN[0].freelancer_id]


def _value(reading: Reading, slot: Slot) -> object:
    return next(change.value for change in reading.changes if change.slot is slot)
