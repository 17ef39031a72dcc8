"""Grades a ranking, and compares two over the same needs."""

from collections.abc import Sequence
from math import log2
from typing import TypedDict

import numpy as np

DEPTH = 10
RESAMPLES = 10_000
_SEED = 1


class Mean(TypedDict):
    """A mean with its 95% bootstrap interval."""

    mean: float
    interval: tuple[float, float]


class Lead(Mean):
    """By how much one ranking is better than another: the mean difference, paired by need.

    `p` is the two-sided sign-flip test's: how often a difference as large comes about when each need's is
    as likely to be the other way round (Fisher 1935; Smucker, Allan and Carterette 2007, section 3).
    """

    p: float


def ndcg(gains: Sequence[float], best: Sequence[float]) -> float:
    """Discounted gain of a list as a share of the best list's; 1 where there is nothing to gain."""
    ideal = _discounted(sorted(best, reverse=True))
    return _discounted(gains) / ideal if ideal else 1.0


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / log2(place + 1) for place, gain in enumerate(gains[:DEPTH], start=1))


def mean(values: Sequence[float]) -> Mean:
    """The mean and its interval; the same values always give the same."""
    return {"mean": float(np.mean(values)), "interval": _interval(values)}


def lead(ours: Sequence[float], others: Sequence[float]) -> Lead:
    """How far ours is ahead of another ranking, need by need."""
    ahead = np.asarray(ours) - np.asarray(others)
    signs = np.random.default_rng(_SEED).choice((-1.0, 1.0), (RESAMPLES, len(ahead)))
    flipped = np.abs((signs * ahead).mean(axis=1))
    p = (1 + np.count_nonzero(flipped >= abs(ahead.mean()) - 1e-12)) / (1 + RESAMPLES)
    return {**mean(ahead.tolist()), "p": float(p)}


def _interval(values: Sequence[float]) -> tuple[float, float]:
    drawn = np.random.default_rng(_SEED).choice(np.asarray(values), (RESAMPLES, len(values)))
    low, high = np.percentile(drawn.mean(axis=1), (2.5, 97.5))
    return float(low), float(high)
