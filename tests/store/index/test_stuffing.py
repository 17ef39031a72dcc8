"""Damping and the score: the same as counting word by word, whatever the text."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.index.stuffing import USES_KEPT, damped, stuffing, word_uses

WORDS = st.sampled_from(["Shopify", "shopify", "SHOPIFY", "tax", "Straße", "STRASSE", "İstanbul", "e4mail_x"])
TEXTS = st.lists(WORDS | st.text(max_size=6), max_size=60).map(lambda said: " ".join(" ".join(said).split()))


def word_by_word(text: str) -> str:
    """The text without the fourth and later uses of a word, every one of them counted on the way."""
    uses: Counter[str] = Counter()

    def keep(found: re.Match[str]) -> str:
        uses[found.group().lower()] += 1
        return found.group() if uses[found.group().lower()] <= USES_KEPT else ""

    return " ".join(re.sub(r"[^\W\d_]{4,}", keep, text).split(" ")).strip()


@given(TEXTS)
def test_damping_keeps_the_first_uses_of_every_word(text: str) -> None:
    made = damped(text, word_uses(text))
    assert made.split() == word_by_word(text).split()
    assert "  " not in made
    assert made == made.strip()


def test_a_text_that_repeats_nothing_stays_as_it_is() -> None:
    text = "Shops, shops & SHOPS: I build them, tax tax tax tax included."
    assert damped(text, word_uses(text)) == text


@pytest.mark.parametrize(
    ("text", "skills", "expected"),
    [
        ("shop " * 39, 0, 0.0),
        ("shop " * 40, 0, 1.0),
        (" ".join(f"word{'abcdefghij'[n % 10]}" for n in range(40)), 0, 0.5652),
        ("", 45, 0.5),
    ],
)
def test_the_worse_of_repetition_and_listing_counts(text: str, skills: int, expected: float) -> None:
    assert stuffing(word_uses(text), skills, contracts=0) == pytest.approx(expected, abs=1e-4)
