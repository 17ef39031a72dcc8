"""Word search: the same scores as bm25s, and no trace of rows that are gone."""

from collections.abc import Sequence

import bm25s
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from store.search.tokens import words
from store.search.view import Mask
from store.search.words import K1, B, WordIndex

VOCABULARY = ("react", "shopify", "tax", "law", "audio", "design")
TEXTS = st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12), min_size=2, max_size=12)


def index(texts: Sequence[Sequence[str]]) -> WordIndex:
    made = WordIndex()
    made.extend([("", " ".join(text)) for text in texts])
    return made


def scores(made: WordIndex, query: dict[str, float], living: Mask) -> NDArray[np.float32]:
    return made.scores(made.weighed(query, living), living, made.norms(living))


def alive(size: int, *dead: int) -> Mask:
    mask = np.ones(size, np.bool_)
    mask[list(dead)] = False
    return mask


@given(texts=TEXTS, query=st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=3, unique=True))
@settings(max_examples=60, deadline=None)
def test_scores_are_those_of_bm25s(texts: list[list[str]], query: list[str]) -> None:
    known = [word for word in query if any(word in text for text in texts)]
    ours = scores(index(texts), dict.fromkeys(query, 1.0), alive(len(texts)))
    theirs = bm25s.BM25(k1=K1, b=B, method="lucene")
    theirs.index(texts, show_progress=False)
    expected = theirs.get_scores(known) if known else np.zeros(len(texts))
    assert ours == pytest.approx(expected, abs=1e-4)


@given(texts=TEXTS)
@settings(max_examples=40, deadline=None)
def test_a_row_that_died_changes_nothing_for_the_others(texts: list[list[str]]) -> None:
    query = dict.fromkeys(VOCABULARY, 1.0)
    with_dead = scores(index([["react", "react"], *texts]), query, alive(len(texts) + 1, 0))
    without = scores(index(texts), query, alive(len(texts)))
    assert with_dead[0] == 0
    assert np.array_equal(with_dead[1:], without)


def test_the_head_of_a_profile_counts_double() -> None:
    made = WordIndex()
    made.extend([("shopify", "tax law"), ("tax", "shopify law")])
    first, second = scores(made, {"shopify": 1.0}, alive(2))
    assert first > second > 0


def test_no_row_reaches_the_ceiling() -> None:
    made = index([["react"] * 500, ["tax"], ["law"]])
    query = {"react": 2.0, "tax": 1.0, "unheard": 1.0}
    assert 0 < scores(made, query, alive(3)).max() < sum(made.weighed(query, alive(3)).values())


def test_weights_and_nothing_to_look_for() -> None:
    made = index([["react"], ["tax"]])
    heavy = scores(made, {"react": 2.0}, alive(2))
    assert heavy[0] == pytest.approx(2 * scores(made, {"react": 1.0}, alive(2))[0])
    assert not scores(made, {}, alive(2)).any()
    assert not scores(made, {"react": 1.0}, alive(2, 0, 1)).any()


def test_words_that_must_all_be_there() -> None:
    made = index([["react", "tax"], ["react"], ["tax"]])
    assert made.having(["react", "tax"], 3).tolist() == [True, False, False]
    assert made.having([], 3).tolist() == [False, False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I write C++, C# and Node.js!", ["write", "c++", "c#", "node.js"]),
        ("Shops, companies & classes", ["shop", "company", "classe"]),
        ("2024 was great", []),
        ("Überprüfung für Köln", ["überprüfung", "für", "köln"]),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert list(words(text)) == expected
