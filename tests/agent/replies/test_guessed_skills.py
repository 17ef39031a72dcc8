"""What is said of a tool that no list has: that it was taken for a skill, and how much it is wanted."""

import pytest

from agent.replies.changes import doubts_in_words
from agent.understanding.reading import Change, Intent, Operation, Reading, Span
from store.knowledge import load_knowledge
from store.nouns.brief import Importance, SkillWish, Slot

KNOWLEDGE = load_knowledge()


def _doubt(name: str, words: str, importance: Importance) -> str:
    change = Change(
        slot=Slot.SKILLS,
        operation=Operation.ADD,
        value=SkillWish(name=name, importance=importance, words=words, uncertain=True),
        span=Span(start=0, end=len(words)),
        words=words,
        uncertain=True,
    )
    return doubts_in_words(Reading(intent=Intent.DESCRIBE_NEED, changes=(change,)), KNOWLEDGE)


@pytest.mark.parametrize(
    ("importance", "meant"),
    [
        (Importance.MUST, "a skill they must have"),
        (Importance.NICE, "a skill that is preferred"),
        (Importance.EXCLUDED, "a skill they must not have"),
    ],
)
def test_a_name_that_stands_for_itself(importance: Importance, meant: str) -> None:
    assert (
        _doubt("Zorbify", "Zorbify", importance) == f'I read "Zorbify" as {meant}; tell me if that is wrong.'
    )


def test_a_name_that_stands_for_another() -> None:
    said = _doubt("Python", "pyhton", Importance.MUST)
    assert said == 'I read "pyhton" as Python required; tell me if that is wrong.'
