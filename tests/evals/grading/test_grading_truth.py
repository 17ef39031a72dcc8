"""The truth is about the very people of the marketplace, and relevance is held against it."""

from datetime import date

import pytest

from evals.grading import Case
from evals.grading.relevance import grade_acceptable, grade_relevance
from evals.nouns import Act, Intended
from evals.truth import MarketplaceTruth, marketplace_truth
from store.demo import generate
from store.knowledge import load_knowledge
from store.nouns.brief import Brief, SkillWish
from store.opening import open_store
from tests_support.transcripts import TODAY, make_scenario, make_transcript, make_turn

GOLD = {"skills": {"React": "MUST"}}
BRIEF = Brief(skills=(SkillWish(name="React"),))


@pytest.fixture(scope="module")
def truth() -> MarketplaceTruth:
    return marketplace_truth(400, 7, TODAY, load_knowledge())


async def test_the_truth_has_the_people_a_marketplace_has(truth: MarketplaceTruth, sqlite_url: str) -> None:
    people = [each.freelancer for each in generate(40, 7, TODAY, truth.knowledge)]
    async with open_store(sqlite_url) as store:
        await store.freelancers.upsert_many(people, today=TODAY)
        stored = await store.freelancers.get_many([each.id for each in people])
    assert stored == {each: truth.people[each] for each in stored}
    assert len(stored) == 40


def test_the_best_list_meets_the_brief_best_first(truth: MarketplaceTruth) -> None:
    best = truth.best(BRIEF)
    assert len(best) == 5
    assert [each.grade for each in best] == sorted((each.grade for each in best), reverse=True)
    assert all(truth.meets(each.freelancer_id, BRIEF) for each in best)
    assert best[0] not in truth.best(BRIEF, without=[best[0].freelancer_id])
    assert not truth.meets("fl_nobody", BRIEF)


def test_the_best_list_is_worth_one_and_the_worst_less(truth: MarketplaceTruth) -> None:
    everybody = truth.best(BRIEF, len(truth.people))
    scores = []
    for chosen in (everybody[:5], everybody[-1:]):
        shown = [truth.people[each.freelancer_id] for each in chosen]
        transcript = make_transcript([make_turn(1, shown=shown)], [Intended(act=Act.OPEN)])
        case = Case(make_scenario(brief=GOLD), transcript, truth, truth.knowledge)
        (relevance,) = grade_relevance(case)
        scores.append(relevance.score)
        acceptable, *turns = grade_acceptable(case)
        assert acceptable.score == (1 if chosen == everybody[:5] else 0)
        assert [each.value for each in turns] == ([1.0] if chosen == everybody[:5] else [])
    assert scores[0] == pytest.approx(1)
    assert scores[1] < 0.6


def test_another_day_is_another_truth() -> None:
    knowledge = load_knowledge()
    assert (
        marketplace_truth(5, 7, date(2025, 1, 1), knowledge).people
        != marketplace_truth(5, 7, TODAY, knowledge).people
    )
