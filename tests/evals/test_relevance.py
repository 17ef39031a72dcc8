import pytest

from evals.relevance.demo import briefs, broken, measure
from evals.relevance.grading import lead, mean, ndcg
from evals.relevance.posts import as_preferences
from store.knowledge import load_knowledge
from store.nouns.brief import Brief, Importance, SkillWish, Slot, Term
from store.nouns.match import Match, RequirementCheck, Verdict


def test_the_best_order_is_worth_one_and_a_worse_one_less() -> None:
    assert ndcg([1.0, 0.5], [0.5, 1.0, 0.0]) == 1
    assert ndcg([0.5, 1.0], [0.5, 1.0, 0.0]) < 1
    assert ndcg([], [1.0]) == 0
    assert ndcg([], [0.0]) == 1


def test_a_known_value() -> None:
    assert ndcg([0.0, 1.0], [1.0]) == pytest.approx(1 / 1.584962500721156)


def test_the_interval_holds_the_mean_and_is_always_the_same() -> None:
    values = [0.2, 0.4, 0.9, 1.0, 0.5]
    low, high = mean(values)["interval"]
    assert low < mean(values)["mean"] < high
    assert mean(values) == mean(values)


def test_a_lead_is_sure_when_every_need_shows_it_and_unsure_when_half_do() -> None:
    assert lead([0.5] * 12, [0.4] * 12)["p"] < 0.01
    assert lead([0.5, 0.3] * 6, [0.4] * 12)["p"] > 0.5


def test_briefs_are_the_same_for_the_same_seed_and_can_be_searched() -> None:
    knowledge = load_knowledge()
    drawn = list(briefs(knowledge, 50, 7))
    assert drawn == list(briefs(knowledge, 50, 7))
    assert drawn != list(briefs(knowledge, 50, 8))
    assert all(brief.is_searchable for brief in drawn)


async def test_a_small_marketplace_is_measured_whole(tmp_path_factory: pytest.TempPathFactory) -> None:
    scores, faults = await measure(60, 10, 7, tmp_path_factory.mktemp("marketplace"))
    assert faults == 0
    assert 0 < scores["meaning alone"]["mean"] <= 1
    assert 0.4 < scores["ranking"]["mean"] <= scores["within reach"]["mean"] <= 1


def test_a_check_that_fails_is_a_broken_requirement_only_if_it_is_hard() -> None:
    check = RequirementCheck(
        slot=Slot.SKILLS, requirement="React", verdict=Verdict.UNKNOWN, hard=True, fact=""
    )
    soft = check.model_copy(update={"hard": False})
    met = check.model_copy(update={"verdict": Verdict.MET})
    assert broken([Match(freelancer_id="a", score=0, checks=(check, soft, met))]) == 1


def test_everything_a_post_asks_for_can_rank_without_ruling_anybody_out() -> None:
    wishes = (SkillWish(name="React"), SkillWish(name="PHP", importance=Importance.EXCLUDED))
    read = Brief(skills=wishes, terms={Slot.SKILLS: Term(hard=True), Slot.LANGUAGES: Term(hard=True)})
    ranked = as_preferences(read)
    assert [wish.importance for wish in ranked.skills] == [Importance.NICE, Importance.EXCLUDED]
    assert not any(term.hard for term in ranked.terms.values())
