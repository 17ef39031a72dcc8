from agent.questions.facets import Answer, Facet
from agent.questions.policy import best_facet
from agent.questions.value import Asked
from evals.policies import POLICIES, policy_named
from store.nouns.brief import Brief, Slot
from store.nouns.match import Match

POOL = tuple(Match(freelancer_id=f"fl_{i}", score=1 - i / 20) for i in range(10))


def facet(slot: Slot, *groups: range) -> Facet:
    answers = tuple(
        Answer(str(n), str(n), frozenset(f"fl_{i}" for i in group), Brief()) for n, group in enumerate(groups)
    )
    return Facet(slot, "?", answers)


WEAK = facet(Slot.HOURLY_RATE, range(9), range(10))
HALVES = facet(Slot.REGIONS, range(0, 10, 2), range(1, 10, 2))
THIRDS = facet(Slot.SENIORITY, range(0, 10, 3), range(1, 10, 3), range(2, 10, 3))


def test_the_product_is_the_first_policy() -> None:
    assert POLICIES[0] == "evoi"
    assert policy_named("evoi") is best_facet


def test_a_fixed_order_takes_the_first_that_is_open() -> None:
    assert policy_named("fixed")([WEAK, HALVES], POOL, Asked()) is WEAK
    assert best_facet([WEAK, HALVES], POOL, Asked()) is HALVES


def test_chance_takes_every_one_in_its_turn_and_the_same_for_the_same_conversation() -> None:
    facets = [WEAK, HALVES, THIRDS]
    drawn = [policy_named("random", seed, "x")(facets, POOL, Asked()) for seed in range(60)]
    assert {each.slot for each in drawn if each is not None} == {each.slot for each in facets}
    assert drawn == [policy_named("random", seed, "x")(facets, POOL, Asked()) for seed in range(60)]


def test_no_policy_asks_where_the_product_would_not() -> None:
    for policy in POLICIES:
        assert policy_named(policy, 1)([WEAK], POOL, Asked(in_row=2)) is None
