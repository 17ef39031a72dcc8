"""Several roles in one message: what is told of each of them, and what of all."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Change, Context
from store.nouns.brief import Slot
from tests_support.readings import TODAY


def _needs(interpreter: OfflineInterpreter, text: str) -> list[tuple[Change, ...]]:
    reading = interpreter.read_strictly(text, Context(today=TODAY))
    return [reading.changes, *reading.further_needs]


def _told(need: tuple[Change, ...], slot: Slot) -> str:
    return next((str(change.value) for change in need if change.slot is slot), "")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Need a React dev and a designer from Poland", ["frontend-developer", "graphic-designer"]),
        ("We'll need: a copywriter, a designer", ["copywriter", "graphic-designer"]),
        ("I need a React dev. The developer should be from Poland", ["frontend-developer"]),
        ("Looking for a copywriter, a writer who knows SaaS", ["copywriter"]),
    ],
)
def test_a_plain_word_for_somebody_of_another_trade(
    interpreter: OfflineInterpreter, text: str, roles: list[str]
) -> None:
    assert [_told(need, Slot.ROLE) for need in _needs(interpreter, text)] == roles


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Need a React dev and a copywriter. Both must be senior.", ["EXPERT", "EXPERT"]),
        ("We need a product designer and a copywriter, all mid-level", ["INTERMEDIATE", "INTERMEDIATE"]),
        ("A senior React dev and a copywriter", ["EXPERT", ""]),
    ],
)
def test_a_level_of_all_or_of_each(interpreter: OfflineInterpreter, text: str, levels: list[str]) -> None:
    assert [_told(need, Slot.SENIORITY) for need in _needs(interpreter, text)] == levels


def test_hours_told_of_each_are_not_of_the_other(interpreter: OfflineInterpreter) -> None:
    text = "a bookkeeper for 5 hours a week and a virtual assistant for 20 hours a week"
    hours = [_told(need, Slot.HOURS_PER_WEEK) for need in _needs(interpreter, text)]
    assert ["5.0" in hours[0], "20.0" in hours[1]] == [True, True]


def test_hours_told_once_are_of_both(interpreter: OfflineInterpreter) -> None:
    text = "a bookkeeper and a virtual assistant, both for 20 hours a week"
    hours = [_told(need, Slot.HOURS_PER_WEEK) for need in _needs(interpreter, text)]
    assert hours[0] == hours[1] != ""


def test_people_of_one_role_and_two_levels_are_added_up(interpreter: OfflineInterpreter) -> None:
    (need,) = _needs(interpreter, "one senior Java developer, two mid-level Java developers")
    assert _told(need, Slot.HEADCOUNT) == "3"
