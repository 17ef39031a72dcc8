"""The plan for finding the nearest texts: exactly among few, over-fetched among many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search.recall import EXACT_UP_TO, MOST_FETCHED, Exact, OverFetch, plan


@pytest.mark.parametrize("passing", [0, 1, 10, EXACT_UP_TO])
def test_few_are_compared_exactly(passing: int) -> None:
    assert plan(1_000_000, passing, 200) == Exact()


@given(people=st.integers(EXACT_UP_TO + 1, 2_000_000), share=st.floats(0.02, 1), wanted=st.integers(1, 400))
def test_many_are_over_fetched_by_the_filters_share(people: int, share: float, wanted: int) -> None:
    passing = max(EXACT_UP_TO + 1, min(people, int(people * share)))
    made = plan(people, passing, wanted)
    assert isinstance(made, OverFetch)
    assert wanted <= made.limit <= max(wanted * 2, MOST_FETCHED)
    assert made.limit == MOST_FETCHED or made.limit * passing / people >= wanted
