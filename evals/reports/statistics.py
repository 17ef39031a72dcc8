"""What can be said of a rate or a difference from the cases we have. The same cases always give the same.

Cases of one scenario are alike, so differences are resampled by scenario, not by case.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import comb, sqrt

import numpy as np

_Z = 1.959963984540054
"""The 97.5th percentile of the normal distribution: intervals are of 95%."""

RESAMPLES = 10_000
_SEED = 1
_CHUNK = 4_000_000
"""Numbers drawn at a time, so that many scenarios do not take much memory."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the true value lies with 95% confidence."""

    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        """Whether the value is surely above or surely below zero."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0 where there is nothing to count."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> Interval:
        """The score interval of Wilson (1927): it stays within [0, 1] and is honest for few cases."""
        if not self.total:
            return Interval(0.0, 1.0)
        share, z2n = self.value, _Z**2 / self.total
        middle = (share + z2n / 2) / (1 + z2n)
        half = _Z * sqrt(share * (1 - share) / self.total + z2n / (4 * self.total)) / (1 + z2n)
        return Interval(max(0.0, middle - half), min(1.0, middle + half))


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over cases, with the interval that resampling whole scenarios gives (Efron 1979)."""

    value: float
    interval: Interval
    total: int


def rate(values: Iterable[bool]) -> Rate:
    """How many hold."""
    held = list(values)
    return Rate(sum(held), len(held))


def mean(values: Iterable[tuple[Hashable, float]]) -> Mean | None:
    """The mean of (scenario, value) pairs; None of none."""
    clusters: dict[Hashable, list[float]] = defaultdict(list)
    for scenario, value in values:
        clusters[scenario].append(value)
    if not clusters:
        return None
    sums = np.array([sum(each) for each in clusters.values()], dtype=float)
    sizes = np.array([len(each) for each in clusters.values()], dtype=float)
    means = _resampled(sums, sizes)
    low, high = np.percentile(means, (2.5, 97.5))
    return Mean(float(sums.sum() / sizes.sum()), Interval(float(low), float(high)), int(sizes.sum()))


def change(
    before: Mapping[tuple[str, Hashable], float], after: Mapping[tuple[str, Hashable], float]
) -> Mean | None:
    """By how much the cases both have are better after: a paired bootstrap. Keys begin with the scenario."""
    return mean((key[0], after[key] - before[key]) for key in after if key in before)


def pass_hat(passes: Sequence[tuple[int, int]], k: int) -> float | None:
    """The chance that k variants of a scenario, drawn without putting back, all pass.

    `passes` has the passed and the played variants of each scenario; those with fewer than k are left out,
    None if all are. The unbiased estimator C(passed, k) / C(played, k) of Yao et al. 2024 (tau-bench, eq. 1).
    """
    chances = [comb(passed, k) / comb(played, k) for passed, played in passes if played >= k]
    return sum(chances) / len(chances) if chances else None


def _resampled(sums: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    random = np.random.default_rng(_SEED)
    means: list[np.ndarray] = []
    rows = max(1, min(RESAMPLES, _CHUNK // len(sums)))
    for start in range(0, RESAMPLES, rows):
        drawn = random.integers(0, len(sums), (min(rows, RESAMPLES - start), len(sums)))
        means.append(sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1))
    return np.concatenate(means)
