"""The reader's figures on the written cases; a change that makes it worse fails here."""

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from tests_support.readings import (
    CASES,
    Score,
    score_dialogues,
    score_first_messages,
    wrong_intents,
)


def test_first_messages_are_read_as_written(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    score = score_first_messages(interpreter, knowledge, CASES / "first_messages.jsonl")
    _reaches(score, intents=0.98, slot_f1=0.98, briefs=0.95)


def test_dialogues_are_read_as_written(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    score = score_dialogues(interpreter, knowledge, CASES / "dialogues.jsonl")
    _reaches(score, intents=0.98, slot_f1=0.98, briefs=0.95)
    assert sum(score.references) >= 0.95 * len(score.references)


def test_orders_and_questions_about_a_list_are_told_apart(interpreter: OfflineInterpreter) -> None:
    wrong = wrong_intents(interpreter, CASES / "orders.jsonl")
    assert len(wrong) <= 8, "\n".join(wrong)


def _reaches(score: Score, intents: float, slot_f1: float, briefs: float) -> None:
    shown = "\n".join((str(score), *score.misses))
    assert score.turns > 200, shown
    assert score.intents >= intents * score.turns, shown
    assert score.slot_f1 >= slot_f1, shown
    assert score.briefs >= briefs * score.turns, shown
    assert all(score.firmness), shown
