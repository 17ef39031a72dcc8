"""A linear classifier over features that are there or not: multinomial logistic regression.

Fitted by `python -m evals.fitting` (scikit-learn), read here with numpy alone. A feature is a string; one
that was never seen counts for nothing, so that the cost grows with the features of a message only.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import IO

import numpy as np
from numpy.typing import NDArray

_SCALE = np.float32(1 / 16)
"""Weights are kept as whole sixteenths from -8 to 8: probabilities move by less than one in a hundred."""
_MOST = 127


@dataclass(frozen=True)
class LinearModel:
    """Labels, the weight of each feature for each of them, and where they start from.

    `examples` is the digest of the sentences it was fitted to.
    """

    labels: tuple[str, ...]
    _rows: Mapping[str, int]
    _weights: NDArray[np.int8]
    _bias: NDArray[np.float32]
    examples: str

    def shares(self, features: Iterable[str]) -> dict[str, float]:
        """How probable each label is, 0 to 1; together 1."""
        rows = [row for feature in set(features) if (row := self._rows.get(feature)) is not None]
        scores = self._bias + self._weights[rows].sum(axis=0, dtype=np.float32) * _SCALE
        powers = np.exp(scores - scores.max())
        return dict(zip(self.labels, (powers / powers.sum()).tolist(), strict=True))


def load_model(name: str) -> LinearModel:
    """The fitted model of that name."""
    with (files("agent.understanding.offline") / "data" / f"{name}.npz").open("rb") as file:
        return read_model(file)


def read_model(file: IO[bytes]) -> LinearModel:
    """The model that `write_model` wrote."""
    with np.load(file) as kept:
        return LinearModel(
            tuple(_lines(kept["labels"])),
            {feature: row for row, feature in enumerate(_lines(kept["features"]))},
            np.asarray(kept["weights"], np.int8),
            np.asarray(kept["bias"], np.float32),
            bytes(kept["examples"]).decode(),
        )


def write_model(
    file: IO[bytes],
    labels: Sequence[str],
    features: Sequence[str],
    weights: NDArray[np.floating],
    bias: NDArray[np.floating],
    examples: str,
) -> None:
    """Keep a fitted model, without the features that weigh nothing; `weights` has one row a feature.

    Raises ValueError if a feature has a line break: they are kept a line each.
    """
    if any("\n" in feature for feature in features):
        raise ValueError("a feature has a line break")
    rounded = np.clip(np.rint(weights / _SCALE), -_MOST, _MOST).astype(np.int8)
    telling = np.flatnonzero(rounded.any(axis=1))
    np.savez_compressed(
        file,
        labels=_bytes("\n".join(labels)),
        features=_bytes("\n".join(features[row] for row in telling.tolist())),
        weights=rounded[telling],
        bias=bias.astype(np.float32),
        examples=_bytes(examples),
    )


def _lines(kept: NDArray[np.uint8]) -> list[str]:
    return bytes(kept).decode().split("\n")


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), np.uint8)
