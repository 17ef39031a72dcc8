"""People whom the client has already are not those who are wanted."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.nouns.brief import Slot
from tests_support.readings import TODAY


def _role(interpreter: OfflineInterpreter, text: str) -> object:
    reading = interpreter.read_strictly(text, Context(today=TODAY))
    return next((change.value for change in reading.changes if change.slot is Slot.ROLE), None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "The architect is hired, the builder is hired, we still need an interior designer",
            "interior-designer",
        ),
        ("Our narrator and the composer are both confirmed. Video editor wanted", "video-editor"),
        ("Photographer found, caterer found. Looking for an event planner", "event-planner"),
        ("We've got two translators and a proofreader. Now we need a layout designer", "layout-designer"),
        ("Copywriters we have plenty of. A graphic designer is what we need", "graphic-designer"),
        ("There's already a bookkeeper, we need a tax advisor", "tax-specialist"),
        ("The lawyer is taken care of, now an accountant is needed", "accountant"),
    ],
)
def test_who_is_there_already_is_not_wanted(interpreter: OfflineInterpreter, text: str, role: str) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Can I have a bookkeeper for two days a month?", "bookkeeper"),
        ("We have to find a translator until May", "translator"),
        ("Senior video editor, Premiere, 3 months", "video-editor"),
        ("Once we have a recruiter we can start, so a recruiter please", "recruiter"),
        ("Interpreter wanted, the venue is booked", "interpreter"),
    ],
)
def test_having_is_said_of_somebody(interpreter: OfflineInterpreter, text: str, role: str) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("We must hire four welders and an accountant. Can you get us a recruiter?", "recruiter"),
        ("Hiring two chefs, headhunter wanted", "recruiter"),
        ("We want to hire a designer, our recruiter is on leave", "graphic-designer"),
        ("We are hiring an HR specialist and a recruiter", "hr-specialist"),
    ],
)
def test_a_recruiter_is_wanted_for_those_to_be_hired(
    interpreter: OfflineInterpreter, text: str, role: str
) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Illustrator for a picture book, 12 spreads", "illustrator"),
        ("illustrator wanted, retro style", "illustrator"),
    ],
)
def test_somebody_may_be_called_as_a_tool_is(interpreter: OfflineInterpreter, text: str, role: str) -> None:
    assert _role(interpreter, text) == role
