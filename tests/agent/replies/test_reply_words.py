import pytest

from agent.replies.words import count, duration, listed, number, offset, quantity_range, sentence
from store.nouns.brief import Range


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_english(items: list[str], words: str) -> None:
    assert listed(items) == words


@pytest.mark.parametrize(("value", "words"), [(45.0, "45"), (4.5, "4.5"), (12000, "12,000"), (0.25, "0.25")])
def test_numbers_have_no_needless_digits(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("hours", "words"), [(0, "UTC"), (2, "UTC+2"), (-3.5, "UTC-3:30"), (5.75, "UTC+5:45"), (-11, "UTC-11")]
)
def test_offsets_read_as_people_write_them(hours: float, words: str) -> None:
    assert offset(hours) == words


def test_counts_agree_with_their_nouns() -> None:
    assert count(1, "person", "people") == "1 person"
    assert count(1200, "person", "people") == "1,200 people"


def test_a_sentence_begins_and_ends_as_one() -> None:
    assert sentence("noted: fine") == "Noted: fine."
    assert sentence("Really?") == "Really?"
    assert sentence("") == ""


def test_ranges() -> None:
    assert quantity_range(Range(max=20), "hours") == "up to 20 hours"
    assert quantity_range(Range(min=13, max=13), "weeks") == "13 weeks"
    assert quantity_range(Range(min=10, max=20), "hours") == "10 to 20 hours"
    assert quantity_range(Range(min=1, max=1), "weeks") == "1 week"


@pytest.mark.parametrize(
    ("weeks", "words"),
    [
        (Range(min=3, max=3), "3 weeks"),
        (Range(min=4, max=4), "4 weeks"),
        (Range(min=10, max=10), "10 weeks"),
        (Range(min=13, max=13), "3 months"),
        (Range(min=26, max=52), "6 to 12 months"),
        (Range(min=4, max=13), "4 to 13 weeks"),
        (Range(max=9), "up to 2 months"),
        (Range(min=52), "at least 12 months"),
    ],
)
def test_a_duration_is_in_months_where_it_is_whole_months(weeks: Range, words: str) -> None:
    assert duration(weeks) == words
