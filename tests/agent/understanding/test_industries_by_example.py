"""Industries that are told in passing, by words that no list has."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import Slot
from tests_support.readings import TODAY, brief_of


@pytest.fixture(scope="module")
def by_rule(knowledge: Knowledge) -> OfflineInterpreter:
    return OfflineInterpreter(knowledge, by_example=False)


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        ("we bake sourdough and need flyers for Saturday", "food-and-beverage"),
        ("we groom dogs and need flyers by Friday", "pets"),
        ("pool cleaning rounds in Perth, need a booking page", "home-and-garden"),
    ],
)
def test_a_trade_told_in_passing_is_read_as_a_guess(
    interpreter: OfflineInterpreter,
    by_rule: OfflineInterpreter,
    knowledge: Knowledge,
    text: str,
    industry: str,
) -> None:
    assert industry not in brief_of(by_rule, knowledge, text).industries
    reading = interpreter.read_strictly(text, Context(today=TODAY))
    (change,) = (change for change in reading.changes if change.slot is Slot.INDUSTRIES)
    assert change.value == industry
    assert change.uncertain
    assert not brief_of(interpreter, knowledge, text).is_hard(Slot.INDUSTRIES)


def test_what_somebody_else_does_is_no_trade_of_the_clients(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    text = "My sister is a dentist and told me of you. I need a React developer for an internal tool."
    assert brief_of(interpreter, knowledge, text).industries == ()


def test_a_guess_beside_a_trade_that_is_named_needs_more(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    text = "Our office dog can open doors now. I need a game developer with Unreal Engine. We are in gaming."
    assert brief_of(interpreter, knowledge, text).industries == ("gaming",)


def test_later_turns_are_left_to_the_rules(
    interpreter: OfflineInterpreter, by_rule: OfflineInterpreter, knowledge: Knowledge
) -> None:
    start = brief_of(interpreter, knowledge, "I need a React developer")
    text = "we sell stuffed olives at farmers markets"
    assert brief_of(interpreter, knowledge, text, start=start) == brief_of(
        by_rule, knowledge, text, start=start
    )
