"""Tells which topic's questions a message is most like: a linear classifier made of the questions alone.

It is ridge regression onto the topics (regularised least squares; Rifkin, Yeo and Poggio, "Regularized
Least-Squares Classification", 2003), solved in closed form in a twentieth of a second when the questions are
read, so that a topic an operator adds is learned with all others and no fitted file can be out of date.

A message is seen as its words and each two of them, the rare ones heavier, and as the direction of what they
mean (`word_vectors`), so that "does the bot cost money" is near "is this free".
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from agent.understanding.offline.learned.word_vectors import word_vectors

Scores = NDArray[np.float32]

_MEANING = 0.9
"""How much the direction of meaning counts beside the words."""
_TWO_WORDS = 0.7
"""How much two words together count beside each alone."""
_LEAST = 2
"""Questions that have two words together at least for these to be learned."""
_RIDGE = 0.3
_MOST_WORDS = 40


@dataclass(frozen=True)
class Likeness:
    """How like a message's words are to each label's questions: about 1 for one of them, 0 for others."""

    labels: tuple[str, ...]
    _rarity: Mapping[str, float]
    _unknown: float
    _rows: Mapping[str, int]
    _weights: Scores
    _directions: Scores

    def scores(self, words: Sequence[str]) -> dict[str, float]:
        """Each label's score."""
        weighed = _weighed(words, self._rarity, self._unknown)
        found = _meaning(words, self._rarity, self._unknown) @ self._directions
        for feature, weight in weighed.items():
            row = self._rows.get(feature)
            if row is not None:
                found = found + weight * self._weights[row]
        return dict(zip(self.labels, found.tolist(), strict=True))


def learn(questions: Sequence[tuple[str, Sequence[str]]]) -> Likeness:
    """What tells these questions, each a label and its words, from each other."""
    counts = Counter(word for _, words in questions for word in set(words))
    rarity = {word: log(1 + len(questions) / count) for word, count in counts.items()}
    unknown = log(1 + len(questions))
    seen = [_weighed(words, rarity, unknown) for _, words in questions]
    often = Counter(feature for weighed in seen for feature in weighed)
    learned = sorted(f for f, count in often.items() if count >= _LEAST or " " not in f)
    rows = {feature: row for row, feature in enumerate(learned)}
    points = np.zeros((len(questions), len(rows)), np.float32)
    for place, weighed in enumerate(seen):
        for feature in weighed.keys() & rows.keys():
            points[place, rows[feature]] = weighed[feature]
    meanings = np.asarray([_meaning(words, rarity, unknown) for _, words in questions], np.float32)
    labels = tuple(sorted({label for label, _ in questions}))
    told = np.asarray([[each == label for each in labels] for label, _ in questions], np.float32)
    kernel = points @ points.T + meanings @ meanings.T
    solved = np.linalg.solve(kernel + _RIDGE * np.eye(len(questions), dtype=np.float32), told)
    return Likeness(labels, rarity, unknown, rows, points.T @ solved, meanings.T @ solved)


def _weighed(words: Sequence[str], rarity: Mapping[str, float], unknown: float) -> dict[str, float]:
    """The words and each two, by their weights; together of length 1."""
    words = words[:_MOST_WORDS]
    weights = {word: rarity.get(word, unknown) for word in words}
    for one, other in pairwise(("^", *words)):
        both = (rarity.get(one, unknown) + rarity.get(other, unknown)) / 2
        weights[f"{one} {other}"] = _TWO_WORDS * both
    length = sum(weight * weight for weight in weights.values()) ** 0.5
    return {feature: weight / length for feature, weight in weights.items()} if length else {}


def _meaning(words: Sequence[str], rarity: Mapping[str, float], unknown: float) -> Scores:
    """The direction of what the words mean together, the rare ones counting most."""
    words = words[:_MOST_WORDS]
    weights = np.asarray([rarity.get(word, unknown) for word in words], np.float32)
    together = weights @ word_vectors().of(words) if len(words) else np.zeros(word_vectors().dimension)
    length = float(np.linalg.norm(together))
    point: Scores = (_MEANING * together / length if length else together).astype(np.float32)
    return point
