"""The points of words, and models that go by them: read as they were written."""

from io import BytesIO

import numpy as np
import pytest

from agent.understanding.offline.learned.word_model import read_word_model, write_word_model
from agent.understanding.offline.learned.word_vectors import read_vectors, word_vectors, write_vectors


def test_points_keep_their_directions() -> None:
    points = np.random.default_rng(1).standard_normal((5, 8)).astype(np.float32)
    file = BytesIO()
    write_vectors(file, list("abcde"), points)
    file.seek(0)
    kept = read_vectors(file).of(list("abcde"))
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    assert np.einsum("ij,ij->i", kept, points / lengths) == pytest.approx(np.ones(5), abs=0.001)


def test_words_that_mean_alike_lie_near_and_unknown_ones_nowhere() -> None:
    invoice, receipt, guitar, unknown = word_vectors().of(["invoice", "receipt", "guitar", "xyzzyq"])
    assert invoice @ receipt > invoice @ guitar + 0.2
    assert not unknown.any()


def test_a_model_is_read_as_it_was_written() -> None:
    features, labels = ["guitar", "invoice", "bass guitar"], ["music", "money"]
    weights = np.array([[4, -4], [-4, 4], [2, -0.001]], np.float32)
    directions = np.zeros((word_vectors().dimension, 2), np.float32)
    bias = np.array([0.5, -0.5], np.float32)
    file = BytesIO()
    write_word_model(file, labels, features, weights, directions, bias, {"named": 2.0}, "digest")
    file.seek(0)
    kept = read_word_model(file)
    assert (kept.labels, kept.examples, kept.cues) == (("music", "money"), "digest", {"named": 2.0})
    assert kept.bias == pytest.approx(bias)
    assert [kept.column(label) for label in ("music", "money", "law")] == [0, 1, None]
    assert kept.scores(["bass", "guitar", "invoice"]) == pytest.approx(
        np.array([[0, 0], [6, -4], [-4, 4]]), abs=0.05
    )


def test_a_word_says_what_its_meaning_does() -> None:
    point = word_vectors().of(["guitar"])[0]
    file = BytesIO()
    weights = np.array([[1.0]], np.float32)
    write_word_model(file, ["music"], ["song"], weights, point[:, None], np.zeros(1, np.float32), {}, "")
    file.seek(0)
    violin, ledger, unknown = read_word_model(file).scores(["violin", "ledger", "xyzzyq"])[:, 0]
    assert violin > ledger + 0.2
    assert unknown == 0
