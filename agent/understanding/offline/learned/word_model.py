"""A model that scores labels by the words of a message: by each word itself, each two, and what they mean.

What a word says for a label is what was learned of that word, of the two that it ends, and of the direction
of its meaning (`word_vectors`); so words that no example has count as those near them. Fitted by
`python -m evals.fitting`, read here with numpy alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from itertools import pairwise
from typing import IO

import numpy as np
from numpy.typing import NDArray

from agent.understanding.offline.learned.word_vectors import word_vectors

Scores = NDArray[np.float32]

_MOST = 127
_TELLING = 0.5
"""A learned weight of less than half a step is nothing."""


@dataclass(frozen=True)
class WordModel:
    """What words say for each label.

    `cues` are weights of single features that count for every label alike; `examples` is the digest of what
    it was fitted to.
    """

    labels: tuple[str, ...]
    bias: Scores
    cues: Mapping[str, float]
    examples: str
    _rows: Mapping[str, int]
    _weights: NDArray[np.int8]
    _step: float
    _directions: Scores

    def column(self, label: str) -> int | None:
        """Where a label's scores stand in each row; None for a label that was not learned."""
        return self._columns.get(label)

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        return {label: place for place, label in enumerate(self.labels)}

    def scores(self, words: Sequence[str]) -> Scores:
        """A row a word, in order: what it says for each label."""
        found = word_vectors().of(words) @ self._directions
        for place, (before, word) in enumerate(pairwise(("", *words))):
            rows = [row for each in features(before, word) if (row := self._rows.get(each)) is not None]
            if rows:
                found[place] += self._weights[rows].sum(axis=0, dtype=np.float32) * self._step
        said: Scores = found
        return said


def features(before: str, word: str) -> tuple[str, ...]:
    """What of a word is learned one by one: the word, and it with the one before it."""
    return (word, f"{before} {word}") if before else (word,)


def load_word_model(name: str) -> WordModel:
    """The fitted model of that name."""
    with (files("agent.understanding.offline") / "data" / f"{name}.npz").open("rb") as file:
        return read_word_model(file)


def read_word_model(file: IO[bytes]) -> WordModel:
    """The model that `write_word_model` wrote."""
    with np.load(file) as kept:
        cues = zip(_lines(kept["cues"]), kept["cue_weights"].tolist(), strict=True)
        return WordModel(
            labels=tuple(_lines(kept["labels"])),
            bias=np.asarray(kept["bias"], np.float32),
            cues=dict(cues),
            examples=bytes(kept["examples"]).decode(),
            _rows={feature: row for row, feature in enumerate(_lines(kept["features"]))},
            _weights=np.asarray(kept["weights"], np.int8),
            _step=float(kept["step"]),
            _directions=np.asarray(kept["directions"], np.float32),
        )


def write_word_model(
    file: IO[bytes],
    labels: Sequence[str],
    features: Sequence[str],
    weights: Scores,
    directions: Scores,
    bias: Scores,
    cues: Mapping[str, float],
    examples: str,
) -> None:
    """Keep a fitted model: `weights` has a row a feature, `directions` one a coordinate of a word's point."""
    step = float(np.abs(weights).max()) / _MOST
    rounded = np.rint(np.where(np.abs(weights) < _TELLING * step, 0, weights) / step).astype(np.int8)
    telling = np.flatnonzero(rounded.any(axis=1))
    np.savez_compressed(
        file,
        labels=_bytes(labels),
        features=_bytes([features[row] for row in telling.tolist()]),
        weights=rounded[telling],
        step=np.float32(step),
        directions=directions.astype(np.float16),
        bias=bias.astype(np.float32),
        cues=_bytes(list(cues)),
        cue_weights=np.asarray(list(cues.values()), np.float32),
        examples=np.frombuffer(examples.encode(), np.uint8),
    )


def _lines(kept: NDArray[np.uint8]) -> list[str]:
    return bytes(kept).decode().split("\n") if kept.size else []


def _bytes(lines: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)
