"""Fits a model of words: what each word, each two and their meanings say for each label, by gradient descent.

Two kinds. `one` label: what all words say adds up, and the labels compete (multinomial logistic regression).
`several`: each label goes by the word that says most for it (log-sum-exp), and is there or not.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.special import expit

from agent.understanding.offline.learned.industries import NAMED
from agent.understanding.offline.learned.word_model import Scores, features
from agent.understanding.offline.learned.word_vectors import word_vectors

_LEAST, _LEAST_CUE = 2, 3
"""Messages that have a word, or a cue, at least for it to be learned by itself."""
_ROUNDS, _RATE = 80, 0.05
_RIDGE = 2e-6
_RIDGE_OF_MEANING = 0.3
"""The penalty on directions of meaning, as a share of that on single words."""
_FIRST, _SECOND = 0.9, 0.99
"""How long Adam remembers (Kingma and Ba, ICLR 2015)."""
_RARE = -4.0
"""Where the bias of labels begins that are seldom there."""


@dataclass(frozen=True, slots=True)
class WordSample:
    """The words of one example, and its labels, the one that is meant most first.

    `cues` are those of each word, `named` the labels whose name each word is part of. `doubtful` labels may
    be there or not; `hints` are cues that speak for one label each, and how much.
    """

    words: tuple[str, ...]
    labels: tuple[str, ...]
    weight: float = 1.0
    cues: tuple[tuple[str, ...], ...] = ()
    named: tuple[tuple[str, ...], ...] = ()
    doubtful: tuple[str, ...] = ()
    hints: tuple[tuple[str, str, float], ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """What is learned by itself, and its number."""

    labels: Mapping[str, int]
    features: Mapping[str, int]
    cues: Mapping[str, int]
    hints: Mapping[str, int]

    @classmethod
    def of(cls, samples: Sequence[WordSample], labels: Sequence[str]) -> "Vocabulary":
        """The words, pairs and cues that enough samples have."""
        words = Counter(chain.from_iterable(set(_features(sample.words)) for sample in samples))
        cues = Counter(chain.from_iterable(set(chain.from_iterable(sample.cues)) for sample in samples))
        return cls(
            _numbered(labels),
            _numbered(sorted(word for word, count in words.items() if count >= _LEAST)),
            _numbered(sorted(cue for cue, count in cues.items() if count >= _LEAST_CUE)),
            _numbered(sorted({cue for sample in samples for cue, _, _ in sample.hints})),
        )


@dataclass
class Learned:
    """The weights. `cues` are those of the vocabulary's cues, then NAMED."""

    bias: Scores
    weights: Scores
    directions: Scores
    cues: Scores
    hints: Scores

    def parts(self) -> dict[str, Scores]:
        """What is learned, by name."""
        return {name: getattr(self, name) for name in ("bias", "weights", "directions", "cues", "hints")}


class _Batch:
    """Samples as matrices: a row a word, or a row a sample."""

    def __init__(self, samples: Sequence[WordSample], vocabulary: Vocabulary) -> None:
        rows = [max(1, len(sample.words)) for sample in samples]
        self.size, self.words = len(samples), sum(rows)
        self.starts = np.concatenate([[0], np.cumsum(rows)[:-1]])
        self.sample = np.repeat(np.arange(self.size), rows)
        self.shrink = (np.asarray(rows, np.float32) ** -0.5)[:, None]
        self.weight = np.asarray([sample.weight for sample in samples], np.float32)
        self.meanings = np.zeros((self.words, word_vectors().dimension), np.float32)
        features: list[tuple[int, int]] = []
        cues: list[tuple[int, int]] = []
        self.named = np.zeros((self.words, len(vocabulary.labels)), np.float32)
        self.wanted = np.zeros((self.size, len(vocabulary.labels)), np.float32)
        self.sure = np.ones_like(self.wanted)
        for number, (start, sample) in enumerate(zip(self.starts.tolist(), samples, strict=True)):
            self.meanings[start : start + len(sample.words)] = word_vectors().of(sample.words)
            features += _places(start, _by_word(sample.words), vocabulary.features)
            cues += _places(start, sample.cues, vocabulary.cues)
            for row, column in _places(start, sample.named, vocabulary.labels):
                self.named[row, column] = 1
            for target, labels, value in ((self.wanted, sample.labels, 1), (self.sure, sample.doubtful, 0)):
                columns = [vocabulary.labels[label] for label in labels if label in vocabulary.labels]
                target[number, columns] = value
        self.features = _matrix(features, (self.words, len(vocabulary.features)))
        self.cues = _matrix(cues, (self.words, len(vocabulary.cues)))
        self.hints = [_hinted(samples, cue, vocabulary.labels) for cue in vocabulary.hints]


class WordFit:
    """Learns from samples; `several` tells whether a sample can have more than one label."""

    def __init__(self, samples: Sequence[WordSample], labels: Sequence[str], several: bool) -> None:
        self.vocabulary = Vocabulary.of(samples, labels)
        self._several = several
        count = len(labels)
        self.learned = Learned(
            bias=np.full(count, _RARE if several else 0, np.float32),
            weights=np.zeros((len(self.vocabulary.features), count), np.float32),
            directions=np.zeros((word_vectors().dimension, count), np.float32),
            cues=np.zeros(len(self.vocabulary.cues) + 1, np.float32),
            hints=np.zeros(len(self.vocabulary.hints), np.float32),
        )
        self._learn(_Batch(samples, self.vocabulary))

    def shares(self, samples: Sequence[WordSample]) -> Scores:
        """How probable each label of each sample is."""
        return self._forward(_Batch(samples, self.vocabulary))[0]

    def _learn(self, batch: _Batch) -> None:
        parts = self.learned.parts()
        ridge = dict.fromkeys(parts, _RIDGE) | {"bias": 0.0, "directions": _RIDGE * _RIDGE_OF_MEANING}
        first: dict[str, NDArray[np.floating]] = {name: np.zeros_like(part) for name, part in parts.items()}
        second: dict[str, NDArray[np.floating]] = {name: np.zeros_like(part) for name, part in parts.items()}
        for count in range(1, _ROUNDS + 1):
            for name, astray in self._slopes(batch).items():
                slope = astray + ridge[name] * parts[name]
                first[name] = _FIRST * first[name] + (1 - _FIRST) * slope
                second[name] = _SECOND * second[name] + (1 - _SECOND) * slope * slope
                step = first[name] / (1 - _FIRST**count)
                parts[name] -= _RATE * step / (np.sqrt(second[name] / (1 - _SECOND**count)) + 1e-8)

    def _forward(self, batch: _Batch) -> tuple[Scores, Scores]:
        """The shares, and how much of what is said for a sample's label each of its words says."""
        learned = self.learned
        said = batch.meanings @ learned.directions + batch.features @ learned.weights
        beside = self._said_beside(batch)
        if not self._several:
            total = np.add.reduceat(said, batch.starts) * batch.shrink + beside
            powers = np.exp(total - total.max(axis=1, keepdims=True))
            return powers / powers.sum(axis=1, keepdims=True), np.ones_like(said)
        said += (batch.cues @ learned.cues[:-1])[:, None] + learned.cues[-1] * batch.named
        highest = np.maximum.reduceat(said, batch.starts)
        powers = np.exp(said - highest[batch.sample])
        total = np.add.reduceat(powers, batch.starts)
        return expit(highest + np.log(total) + beside), powers / total[batch.sample]

    def _said_beside(self, batch: _Batch) -> Scores:
        """What is said for each label of each sample beside its words."""
        said: Scores = np.tile(self.learned.bias, (batch.size, 1))
        for weight, hinted in zip(self.learned.hints.tolist(), batch.hints, strict=True):
            said += weight * hinted
        return said

    def _slopes(self, batch: _Batch) -> dict[str, Scores]:
        shares, parts = self._forward(batch)
        astray = (shares - self._targets(batch)) * batch.weight[:, None] / batch.weight.sum()
        if self._several:
            astray *= batch.sure
            by_word = parts * astray[batch.sample]
        else:
            by_word = (astray * batch.shrink)[batch.sample]
        cues = np.zeros_like(self.learned.cues)
        if self._several:
            cues[:-1] = batch.cues.T @ by_word.sum(axis=1)
            cues[-1] = (by_word * batch.named).sum()
        return {
            "bias": astray.sum(axis=0),
            "weights": batch.features.T @ by_word,
            "directions": batch.meanings.T @ by_word,
            "cues": cues,
            "hints": np.asarray([(astray * hinted).sum() for hinted in batch.hints], np.float32),
        }

    def _targets(self, batch: _Batch) -> Scores:
        if self._several:
            return batch.wanted
        total = batch.wanted.sum(axis=1, keepdims=True)
        targets: Scores = (batch.wanted / np.where(total > 0, total, 1)).astype(np.float32)
        return targets

    def cues(self) -> dict[str, float]:
        """The weight of each cue of words and of each hint; of one label, words have none."""
        hints = dict(zip(self.vocabulary.hints, self.learned.hints.tolist(), strict=True))
        if not self._several:
            return hints
        return hints | dict(zip((*self.vocabulary.cues, NAMED), self.learned.cues.tolist(), strict=True))


def _features(words: Sequence[str]) -> Iterator[str]:
    yield from chain.from_iterable(_by_word(words))


def _by_word(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for before, word in pairwise(("", *words)):
        yield features(before, word)


def _numbered(names: Sequence[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _places(
    start: int, by_word: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]], numbers: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    for row, names in enumerate(by_word, start):
        yield from ((row, numbers[name]) for name in dict.fromkeys(names) if name in numbers)


def _matrix(places: Sequence[tuple[int, int]], shape: tuple[int, int]) -> csr_matrix:
    rows: NDArray[np.int64] = np.asarray(places, np.int64).reshape(-1, 2)
    return csr_matrix((np.ones(len(rows), np.float32), (rows[:, 0], rows[:, 1])), shape=shape)


def _hinted(samples: Sequence[WordSample], cue: str, labels: Mapping[str, int]) -> Scores:
    """How much a cue speaks for each label of each sample."""
    said = np.zeros((len(samples), len(labels)), np.float32)
    for row, sample in enumerate(samples):
        for hint, label, strength in sample.hints:
            if hint == cue and label in labels:
                said[row, labels[label]] = strength
    return said
