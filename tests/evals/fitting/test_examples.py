"""The sentences that the reader's models are fitted to, and that the models which ship know these."""

from collections import Counter

import pytest

from agent.understanding.offline.learned.linear import load_model
from agent.understanding.offline.learned.word_model import load_word_model
from agent.understanding.reading import Intent
from evals.fitting.examples import (
    FOLDERS,
    digest,
    intent_examples,
    need_examples,
    price_examples,
    trade_examples,
    wish_examples,
    work_examples,
)
from store.knowledge import load_knowledge


def test_every_intent_has_some_hundred_examples() -> None:
    counts = Counter(example.intent for example in intent_examples())
    assert set(counts) == set(Intent)
    assert min(counts.values()) >= 100


def test_the_marks_of_wishes_lie_on_their_names() -> None:
    examples = list(wish_examples())
    assert len(examples) >= 3_000
    for example in examples:
        assert "[" not in example.text or "=" not in example.text.partition("[")[2].partition("]")[0]
        for mark in example.marks:
            assert example.text[mark.start : mark.end].strip()
    assert set(Counter(mark.means for each in examples for mark in each.marks)) == {
        "MUST",
        "NICE",
        "EXCLUDED",
        "NONE",
    }


def test_prices_are_told_from_other_money() -> None:
    examples = list(price_examples())
    assert len(examples) >= 1_000
    means = Counter(mark.means for each in examples for mark in each.marks)
    assert set(means) == {"PRICE", "NONE", "HOURS", "LENGTH", "START"}
    assert min(means["PRICE"], means["NONE"]) >= 1_000


def test_every_family_has_its_tasks_and_no_task_two_families() -> None:
    knowledge = load_knowledge()
    tasks = list(work_examples())
    counts = Counter(task.role for task in tasks)
    assert set(counts) == set(knowledge.roles)
    assert min(counts.values()) >= 38
    assert max(Counter(task.text.casefold() for task in tasks).values()) == 1


def test_first_messages_want_every_role_and_come_from_every_industry() -> None:
    knowledge = load_knowledge()
    needs = list(need_examples())
    roles = Counter(role for need in needs for role in need.roles)
    industries = Counter(industry for need in needs for industry in need.industries)
    assert set(roles) == set(knowledge.roles)
    assert set(industries) == set(knowledge.industries)
    assert min(roles.values()) >= 20
    assert min(industries.values()) >= 20
    assert {each for need in needs for each in need.doubtful} <= set(knowledge.industries)


def test_every_industry_has_words_that_tell_it() -> None:
    knowledge = load_knowledge()
    trades = list(trade_examples())
    counts = Counter(industry for trade in trades for industry in trade.industries)
    assert set(counts) == set(knowledge.industries)
    assert min(counts.values()) >= 200
    assert {each for trade in trades for each in trade.doubtful} <= set(knowledge.industries)
    assert max(Counter(trade.text.casefold() for trade in trades).values()) == 1


@pytest.mark.parametrize("name", ["intents", "wishes", "overlooked", "prices"])
def test_the_linear_model_that_ships_was_fitted_to_these_examples(name: str) -> None:
    assert load_model(name).examples == digest(*FOLDERS[name]), "run: python -m evals.fitting"


@pytest.mark.parametrize("name", ["roles", "industries"])
def test_the_model_of_words_that_ships_was_fitted_to_these_examples(name: str) -> None:
    assert load_word_model(name).examples == digest(*FOLDERS[name]), "run: python -m evals.fitting"
