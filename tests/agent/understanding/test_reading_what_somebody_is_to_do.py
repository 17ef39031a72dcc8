"""Whom what is to be done tells, where a word for a person leaves it open."""

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
        ("engineer to size a lintel over the new garage door", "structural-engineer"),
        ("an engineer who can check the joists under our bathroom", "structural-engineer"),
        ("I need an engineer to choose the gearbox of a crane", "mechanical-engineer"),
        ("engineer to lay out the cables of a workshop", "electrical-engineer"),
        ("software engineer to build the beam search of our planner", "software-engineer"),
    ],
)
def test_what_an_engineer_is_to_calculate(interpreter: OfflineInterpreter, text: str, role: str) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("React/Django developer", "full-stack-developer"),
        ("developer for Laravel with a Vue front end", "full-stack-developer"),
        ("someone for both the React frontend and the Go backend", "full-stack-developer"),
        ("somebody who does Angular on the front and Spring on the back", "full-stack-developer"),
        ("React developer, our backend is Django", "frontend-developer"),
        ("Django developer, the front end is done by others", "backend-developer"),
        ("front end developer with React and Redux", "frontend-developer"),
    ],
)
def test_both_ends_are_one_developers(interpreter: OfflineInterpreter, text: str, role: str) -> None:
    assert _role(interpreter, text) == role


@pytest.mark.parametrize(
    "text", ["simple website for our choir", "A nice small website for a bakery, 4 pages"]
)
def test_a_thing_may_be_described(interpreter: OfflineInterpreter, text: str) -> None:
    assert _role(interpreter, text) in ("web-developer", "web-designer")


def test_work_by_the_name_of_ones_own_people_is_theirs(interpreter: OfflineInterpreter) -> None:
    text = "Our bookkeeper does the day to day. For the tax return we need somebody"
    assert _role(interpreter, text) in ("accountant", "tax-specialist")
    assert _role(interpreter, "Bookkeeper for our ledgers") == "bookkeeper"
