"""Roles told by nobody's title and no known task: by all the words of a message together."""

from collections import Counter
from importlib.resources import files

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.role.likeness import WorkWords
from agent.understanding.reading import Context, Intent
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Slot
from tests_support.readings import TODAY, brief_of

_LEAST_TASKS = 38


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("someone to reconcile two years of supplier invoices against bank statements", "bookkeeper"),
        (
            "the hum and echo in our sermon recordings is terrible, can anybody clean the audio?",
            "audio-engineer",
        ),
        ("this spring our barn is converted, redo its plans: the council wants elevations", "architect"),
    ],
)
def test_the_words_together_tell_the_role_as_a_guess(
    interpreter: OfflineInterpreter, text: str, role: str
) -> None:
    reading = interpreter.read_strictly(text, Context(today=TODAY))
    assert reading.intent is Intent.DESCRIBE_NEED
    (change,) = (change for change in reading.changes if change.slot is Slot.ROLE)
    assert change.value == role
    assert change.uncertain


def test_a_known_thing_in_few_words_is_left_as_it_was_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    text = "instagram templates in canva for a nutrition coach"
    assert brief_of(interpreter, knowledge, text).role == "graphic-designer"


def test_a_bare_engineer_is_one_of_what_the_message_speaks_of(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    text = "load bearing wall comes out, need calcs for the steel beam. chartered engineer"
    assert brief_of(interpreter, knowledge, text).role == "structural-engineer"


@pytest.mark.parametrize(
    "text", ["I need help with my business", "my budget is 5000", "we need help", "hello"]
)
def test_everyday_words_tell_no_role(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert brief_of(interpreter, knowledge, text).role is None


def test_a_role_that_is_known_is_not_guessed_again(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    start = Brief(role="illustrator")
    assert (
        brief_of(interpreter, knowledge, "it is for a bakery's receipts", start=start).role == "illustrator"
    )


def test_likenesses_are_in_order_and_shares_of_the_first(knowledge: Knowledge) -> None:
    likeness = WorkWords(knowledge).likeness("reconcile bank statements and supplier invoices")
    assert likeness is not None
    assert likeness.roles[0] == "bookkeeper"
    assert list(likeness.values) == sorted(likeness.values, reverse=True)
    assert likeness.share("bookkeeper") == 1
    assert 0 <= likeness.share("music-producer") < 1


def test_words_that_nobody_has_tell_nothing(knowledge: Knowledge) -> None:
    assert WorkWords(knowledge).likeness("xyzzy the of") is None


def test_every_family_has_its_tasks_and_no_task_two_families(knowledge: Knowledge) -> None:
    folder = files("agent.understanding.offline") / "data" / "work"
    lines = [line.split("\t") for f in folder.iterdir() for line in f.read_text("utf-8").splitlines()]
    assert {len(line) for line in lines} == {2}
    counts = Counter(role for role, _ in lines)
    assert set(counts) == set(knowledge.roles)
    assert min(counts.values()) >= _LEAST_TASKS
    assert max(Counter(task.casefold() for _, task in lines).values()) == 1
