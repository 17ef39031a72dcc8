"""The plan for finding the nearest texts: exactly among few, over-fetched among many."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search.recall import LEAST_FETCHED, ByIds, Exact, OverFetch, enough_fetched, plan
from tests_support.matching import opened_market
from tests_support.nouns import make_freelancer


@pytest.mark.parametrize("passing", [0, 1, 10, 10_000])
@pytest.mark.parametrize("people", [10_000, 1_000_000])
def test_few_are_compared_exactly(passing: int, people: int) -> None:
    assert plan(people, passing, 200) == Exact()


@pytest.mark.parametrize("wanted", [10, 200])
def test_where_everybody_passes_the_index_is_asked(wanted: int) -> None:
    made = plan(1_000_000, 1_000_000, wanted)
    assert isinstance(made, OverFetch)
    assert max(wanted, LEAST_FETCHED) <= made.limit <= max(2 * wanted, LEAST_FETCHED)


@given(people=st.integers(1, 2_000_000), share=st.floats(0.0001, 1), wanted=st.integers(1, 400))
def test_enough_is_fetched_for_the_filters_share_and_never_more_than_all(
    people: int, share: float, wanted: int
) -> None:
    passing = max(1, int(people * share))
    limit = enough_fetched(people, passing, wanted)
    assert limit == people or limit * passing / people > wanted


async def test_every_way_finds_the_same_even_where_those_who_pass_are_the_farthest(
    tmp_path: Path, sqlite_url: str
) -> None:
    people = [make_freelancer(f"react {n}", headline="react") for n in range(40)]
    people += [make_freelancer(f"tax {n}", headline="tax") for n in range(5)]
    async with opened_market(people, sqlite_url, tmp_path / "index") as market:
        view = market.search.view()
        passing = np.zeros(view.size, np.bool_)
        passing[view.rows_of(person.id for person in people[40:])] = True
        vector = await market.search.vector("react")
        for way in (None, Exact(), OverFetch(10), ByIds()):
            rows = await market.search.nearest(view, vector, passing, 5, by=way)
            assert {view.id_of(int(row)) for row in rows} == {person.id for person in people[40:]}
