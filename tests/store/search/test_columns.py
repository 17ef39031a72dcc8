"""Columns and postings: what a reader has seen never changes, however much is added."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from store.search.columns import Column, Postings


@given(st.lists(st.lists(st.integers(-5, 5), max_size=30), max_size=8))
def test_a_column_holds_what_was_added(parts: list[list[int]]) -> None:
    column: Column[np.int32] = Column(np.int32)
    seen = []
    for part in parts:
        column.extend(np.asarray(part, np.int32))
        seen.append(column.read(len(column)))
    everything = [value for part in parts for value in part]
    assert column.read(len(everything)).tolist() == everything
    for early in seen:
        assert early.tolist() == everything[: len(early)]


@given(st.lists(st.lists(st.sets(st.sampled_from("abcd")), max_size=20), max_size=6))
def test_postings_know_who_has_what(batches: list[list[set[str]]]) -> None:
    postings, everybody = Postings(np.uint16), list[set[str]]()
    for batch in batches:
        entries = [(key, len(everybody) + n) for n, held in enumerate(batch) for key in sorted(held)]
        everybody += batch
        postings.extend(
            [key for key, _ in entries],
            np.asarray([row for _, row in entries], np.int32),
            np.asarray([row + 1 for _, row in entries], np.uint16),
        )
    for key in "abcde":
        rows, values = postings.read(key, len(everybody))
        assert rows.tolist() == [n for n, held in enumerate(everybody) if key in held]
        assert values.tolist() == [row + 1 for row in rows]
    half = len(everybody) // 2
    assert postings.mask("ab", half).tolist() == [bool({"a", "b"} & held) for held in everybody[:half]]


def test_the_highest_value_of_several_keys() -> None:
    postings = Postings(np.uint16)
    postings.extend(["a", "b", "a"], np.asarray([0, 0, 2], np.int32), np.asarray([3, 7, 0], np.uint16))
    assert postings.highest(["a", "b"], 3).tolist() == [7, -1, 0]


@given(st.lists(st.booleans(), min_size=1, max_size=20))
def test_keeping_the_living_renumbers_them(living: list[bool]) -> None:
    postings = Postings(np.uint16)
    rows = np.arange(len(living), dtype=np.int32)
    postings.extend(["a"] * len(rows), rows, rows.astype(np.uint16))
    kept, values = postings.kept(np.asarray(living)).read("a", len(living))
    assert kept.tolist() == list(range(sum(living)))
    assert values.tolist() == [n for n, lives in enumerate(living) if lives]
