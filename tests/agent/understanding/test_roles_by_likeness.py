"""Roles told by nobody's title and no known task: by all the words of a message together."""

from dataclasses import replace
from pathlib import Path

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.role.likeness import NOBODY, Reason, WorkWords
from agent.understanding.reading import Context, Intent
from evals.fitting.examples import need_examples, work_examples
from store.knowledge import Knowledge, load_knowledge
from store.nouns.brief import Brief, Slot
from store.nouns.conversation import Question
from tests_support.readings import TODAY, brief_of


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


def test_likenesses_are_probabilities_the_highest_first(knowledge: Knowledge) -> None:
    likeness = WorkWords(knowledge).likeness(["reconcile", "bank", "statement", "supplier", "invoice"], {})
    assert likeness is not None
    assert likeness.roles[0] == "bookkeeper"
    assert list(likeness.values) == sorted(likeness.values, reverse=True)
    assert sum(likeness.values) == pytest.approx(1, abs=1e-4)
    assert likeness.of("bookkeeper") == likeness.values[0]
    assert likeness.of("a family of the operator's") == 0


def test_a_word_speaks_for_the_roles_that_the_model_knows(knowledge: Knowledge) -> None:
    words = WorkWords(knowledge)
    guitar, invoice = words.weights(["guitar", "invoice"], "bookkeeper")
    assert invoice > guitar
    assert words.weights(["guitar", "invoice"], "a family of the operator's") == [0, 0]


def test_a_word_that_no_example_has_counts_as_those_that_mean_the_same(knowledge: Knowledge) -> None:
    words = {word for each in (*need_examples(), *work_examples()) for word in each.text.casefold().split()}
    assert "jurisprudence" not in words
    likeness = WorkWords(knowledge).likeness(["jurisprudence"], {})
    assert likeness is not None
    nearest = next(role for role in likeness.roles if role != NOBODY)
    assert knowledge.roles[nearest].category == "legal"


def test_what_the_rules_say_counts_beside_the_words(knowledge: Knowledge) -> None:
    words, told = WorkWords(knowledge), ["reconcile", "bank", "statement", "supplier", "invoice"]
    plain, named = words.likeness(told, {}), words.likeness(told, {Reason("by name", "accountant"): 1})
    assert plain is not None
    assert named is not None
    assert named.of("accountant") > plain.of("accountant")
    assert named.of("bookkeeper") < plain.of("bookkeeper")
    assert words.likeness(told, {Reason("a cue unheard of", "accountant"): 1}) == plain


def test_tools_tell_of_the_families_that_have_them(knowledge: Knowledge) -> None:
    words = WorkWords(knowledge)
    assert "bookkeeper" in words.core("Bookkeeping")
    assert words.core("a tool unheard of") == words.usual("a tool unheard of") == ()


def test_no_words_tell_nothing(knowledge: Knowledge) -> None:
    assert WorkWords(knowledge).likeness([], {}) is None


def test_a_family_of_the_operators_own_is_never_replaced_by_a_guess(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(
        """
[roles.dragon-tamer]
name = "dragon tamer"
category = "support"
core_skills = ["Customer Service"]
usual_skills = []
neighbours = []
rate_usd = [10, 30, 90]
"""
    )
    knowledge = load_knowledge(file)
    text = "dragon tamer wanted, Xero bookkeeping, reconcile bank feeds, monthly books, receipts and ledgers"
    assert brief_of(OfflineInterpreter(knowledge), knowledge, text).role == "dragon-tamer"


def test_a_family_that_an_operator_took_out_is_never_guessed(knowledge: Knowledge) -> None:
    fewer = replace(
        knowledge, roles={key: role for key, role in knowledge.roles.items() if key != "bookkeeper"}
    )
    likeness = WorkWords(fewer).likeness(["reconcile", "bank", "statement", "supplier", "invoice"], {})
    assert likeness is not None
    assert likeness.of("bookkeeper") == 0


def test_whoever_was_asked_for_the_work_may_tell_it_in_few_words(interpreter: OfflineInterpreter) -> None:
    text = "instagram and facebook, mostly reels"
    asked = Context(today=TODAY, question=Question(slot=Slot.ROLE, text="What should they do?"))
    roles = [change.value for change in interpreter.read_now(text, asked).changes if change.slot is Slot.ROLE]
    assert roles == ["social-media-manager"]


def test_a_tool_that_no_family_lists_speaks_by_what_it_is_near_to_and_by_its_kind(
    knowledge: Knowledge,
) -> None:
    work = WorkWords(knowledge)
    assert not work.usual("Bitrix24")
    assert "crm-specialist" in work.near("Bitrix24")
    assert not work.near("React")
    assert "network-engineer" in work.field("FortiGate")
    assert not work.near("Zorbify")
    assert all(0.25 <= share <= 1 for share in work.field("Bitrix24").values())
