"""Fits one model: features that occur once are left out, the rest weighed by logistic regression."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

_STRENGTH = 1.0
"""C, the inverse of the ridge penalty; from 0.2 to 6 it hardly matters."""
_LEAST = 2
_FOLDS = 5
_ROUNDS = 400


@dataclass(frozen=True, slots=True)
class Sample:
    """What is seen of one example, what it is and what the rules say; a test never divides a `group`."""

    features: tuple[str, ...]
    label: str
    rule: str
    group: Hashable


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model, and how often the rules and it are right about examples it was not fitted to."""

    labels: list[str]
    features: list[str]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    examples: int
    by_rules: float
    by_model: float


def fit(samples: Sequence[Sample]) -> Fitted:
    """The model of these samples."""
    counts = Counter(feature for sample in samples for feature in set(sample.features))
    features = sorted(feature for feature, count in counts.items() if count >= _LEAST)
    column = {feature: place for place, feature in enumerate(features)}
    rows = [sorted({column[f] for f in sample.features if f in column}) for sample in samples]
    matrix = csr_matrix(
        (
            np.ones(sum(map(len, rows)), np.float32),
            np.fromiter((c for row in rows for c in row), np.int32),
            np.cumsum([0, *map(len, rows)]),
        ),
        shape=(len(rows), len(features)),
    )
    labels = np.asarray([sample.label for sample in samples])
    model = LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS)
    told = cross_val_predict(
        model, matrix, labels, cv=GroupKFold(_FOLDS), groups=_numbers([sample.group for sample in samples])
    )
    model.fit(matrix, labels)
    weights, bias = model.coef_, model.intercept_
    if len(model.classes_) == 2:  # Of two labels scikit-learn weighs the second against the first.
        weights, bias = np.vstack([-weights / 2, weights / 2]), np.concatenate([-bias / 2, bias / 2])
    return Fitted(
        labels=model.classes_.tolist(),
        features=features,
        weights=weights.T,
        bias=bias,
        examples=len(samples),
        by_rules=float(np.mean([sample.rule == sample.label for sample in samples])),
        by_model=float(np.mean(told == labels)),
    )


def _numbers(groups: Sequence[Hashable]) -> list[int]:
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(group, len(numbers)) for group in groups]
