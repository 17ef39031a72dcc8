import pytest

from agent.questions.facets import Answer, Facet
from agent.questions.policy import best_facet
from agent.questions.value import Asked, expected_value, information_gain, net_value, probabilities
from store.nouns.brief import Brief, Slot
from store.nouns.match import Match

POOL = tuple(Match(freelancer_id=f"fl_{i}", score=1 - i / 20) for i in range(10))


def facet(slot: Slot, *groups: range) -> Facet:
    answers = tuple(
        Answer(str(n), str(n), frozenset(f"fl_{i}" for i in group), Brief()) for n, group in enumerate(groups)
    )
    return Facet(slot, "?", answers)


def test_a_question_whose_answers_everybody_fits_is_worth_nothing() -> None:
    assert expected_value(facet(Slot.REGIONS, range(10), range(10)), POOL) == 0


def test_a_question_that_splits_the_pool_is_worth_more_than_one_that_splits_off_the_tail() -> None:
    halves = facet(Slot.REGIONS, range(0, 10, 2), range(1, 10, 2))
    tail = facet(Slot.SENIORITY, range(9), range(10))
    assert expected_value(halves, POOL) > expected_value(tail, POOL) >= 0


def test_a_preference_is_worth_less_than_a_requirement() -> None:
    groups = (range(0, 10, 2), range(1, 10, 2))
    requirement, preference = facet(Slot.REGIONS, *groups), facet(Slot.SENIORITY, *groups)
    assert expected_value(requirement, POOL) > 4 * expected_value(preference, POOL) > 0


def test_the_value_of_a_known_case() -> None:
    pool = (Match(freelancer_id="a", score=1.0), Match(freelancer_id="b", score=1.0))
    either = Facet(
        Slot.REGIONS,
        "?",
        (Answer("a", "a", frozenset({"a"}), Brief()), Answer("b", "b", frozenset({"b"}), Brief())),
    )
    list_worth = 1 + 1 / 1.584962500721156
    expected = 0.5 * (1 - 1) + 0.5 * (1 - 1 / 1.584962500721156)
    assert expected_value(either, pool) == pytest.approx(expected / list_worth)


def test_probabilities_add_up_to_one_and_no_answer_is_impossible() -> None:
    chances = probabilities(facet(Slot.REGIONS, range(9), range(0)))
    assert sum(chances) == pytest.approx(1)
    assert min(chances) > 0


def test_information_gain_is_one_bit_for_two_equal_halves() -> None:
    halves = facet(Slot.REGIONS, range(5), range(5, 10))
    assert information_gain(halves, POOL) == pytest.approx(1)


HALVES = facet(Slot.REGIONS, range(0, 10, 2), range(1, 10, 2))
WEAK = facet(Slot.HOURLY_RATE, range(9), range(10))


def test_asking_again_costs_more_until_nothing_is_asked() -> None:
    assert net_value(HALVES, POOL, Asked(in_row=1)) < net_value(HALVES, POOL, Asked())
    assert best_facet([WEAK], POOL, Asked(in_row=2)) is None


def test_a_client_without_opinions_is_asked_less_and_one_with_opinions_more() -> None:
    assert Asked().chance_of_opinion == 0.5
    assert Asked(declined=1).chance_of_opinion == pytest.approx(1 / 3)
    assert Asked(answered=1).chance_of_opinion == pytest.approx(2 / 3)
    assert best_facet([HALVES], POOL, Asked()) is HALVES
    assert best_facet([HALVES], POOL, Asked(declined=9)) is None


def test_the_most_valuable_question_is_asked() -> None:
    assert best_facet([WEAK, HALVES], POOL, Asked()) is HALVES
