"""Columns and postings: what a reader has seen never changes, however much is added."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from store.search.columns import Column, Levels, Postings


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
        first = len(everybody)
        everybody += batch
        postings.extend(first, [dict.fromkeys(held, first + n + 1) for n, held in enumerate(batch)])
    for key in "abcde":
        rows, values = postings.read(key, len(everybody))
        assert rows.tolist() == [n for n, held in enumerate(everybody) if key in held]
        assert values.tolist() == [row + 1 for row in rows]
    half = len(everybody) // 2
    assert postings.mask("ab", half).tolist() == [bool({"a", "b"} & held) for held in everybody[:half]]


@given(st.lists(st.lists(st.booleans(), max_size=30), max_size=8))
def test_what_was_read_of_a_posting_stays_as_it_was(batches: list[list[bool]]) -> None:
    postings, size, seen = Postings(np.uint16), 0, []
    for batch in batches:
        postings.extend(size, [{"a": 1} if has else {} for has in batch])
        size += len(batch)
        rows, values = postings.read("a", size)
        seen.append((rows, rows.tolist(), values))
    for rows, as_read, values in seen:
        assert rows.tolist() == as_read
        assert values.tolist() == [1] * len(as_read)


def test_a_number_too_large_for_its_type_counts_as_the_largest() -> None:
    postings = Postings(np.uint8)
    postings.extend(0, [{"a": 255}, {"a": 256}])
    assert postings.read("a", 2)[1].tolist() == [255, 255]


def test_the_highest_value_of_several_keys() -> None:
    postings = Postings(np.uint16)
    postings.extend(0, [{"a": 3, "b": 7}, {}, {"a": 0}])
    assert postings.highest(["a", "b"], 3).tolist() == [7, -1, 0]


@given(st.lists(st.booleans(), min_size=1, max_size=20))
def test_keeping_the_living_renumbers_them(living: list[bool]) -> None:
    postings = Postings(np.uint16)
    postings.extend(0, [{"a": row} for row in range(len(living))])
    kept, values = postings.kept(np.asarray(living)).read("a", len(living))
    assert kept.tolist() == list(range(sum(living)))
    assert values.tolist() == [n for n, lives in enumerate(living) if lives]


@given(
    st.lists(st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(0, 5)), max_size=20), max_size=6)
)
def test_levels_know_everybodys_number(batches: list[list[dict[str, int]]]) -> None:
    levels, everybody = Levels(), list[dict[str, int]]()
    for batch in batches:
        everybody += batch
        levels.extend(batch)
    half = len(everybody) // 2
    for key in "abcd":
        expected = [held.get(key, -1) for held in everybody]
        assert levels.read(key, len(everybody)).tolist() == expected
        assert levels.read(key, half).tolist() == expected[:half]
    alive = np.arange(len(everybody)) % 3 != 0
    kept = levels.kept(alive)
    kept.extend([{"d": 4}])
    for key in "abcd":
        expected = [held.get(key, -1) for held, lives in zip(everybody, alive, strict=True) if lives]
        assert kept.read(key, len(expected) + 1).tolist() == [*expected, 4 if key == "d" else -1]
