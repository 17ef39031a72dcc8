"""What a track record promises, with its uncertainty: many good jobs beat a few perfect ones.

The chance that the next job goes well has a Beta-binomial posterior (Gelman et al., Bayesian Data
Analysis, 3rd ed., section 2.4): the prior is what the marketplace usually delivers, worth PRIOR_JOBS jobs;
every job adds its outcome. Somebody without a record is at the prior, neither top nor bottom.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from store.search.facts import UNKNOWN, Facts

PRIOR_MEAN = 0.8
PRIOR_JOBS = 5.0
HALF_LIFE_DAYS = 3 * 365
"""A record counts half when nothing was heard of its owner for three years."""
UNKNOWN_AGE_DAYS = 365
"""The age taken for a record whose owner's last sign of life is not known."""
LOWEST, HIGHEST = 0.5, 1.0
"""Posterior means that give a part of 0 and of 1."""
_EXTRAS = 0.15
"""The share of the part that punctuality, budgets and returning clients decide."""


@dataclass(frozen=True, slots=True)
class Posterior:
    """The Beta distribution of the chance that the next job goes well, row for row."""

    good: NDArray[np.float64]
    bad: NDArray[np.float64]

    @property
    def mean(self) -> NDArray[np.float64]:
        """The chance itself."""
        return self.good / (self.good + self.bad)


def posterior(facts: Facts, rows: NDArray[np.int32], today: int) -> Posterior:
    """The posterior of those rows on a day (ordinal).

    A job went well as far as its outcome says so; where only ratings are known, a rating r of 1 to 5
    counts as (r - 1) / 4 of a good job.
    """
    jobs = np.maximum(facts.jobs[rows], facts.ratings[rows]).astype(np.float64)
    rated = (facts.rating[rows] - 1) / 4
    success = facts.success[rows]
    share = np.where(np.isnan(success), rated, np.where(np.isnan(rated), success, (success + rated) / 2))
    known = np.where(np.isnan(share), 0.0, jobs) * _decay(facts, rows, today)
    good = np.nan_to_num(share) * known
    return Posterior(good=PRIOR_MEAN * PRIOR_JOBS + good, bad=(1 - PRIOR_MEAN) * PRIOR_JOBS + known - good)


def track_value(facts: Facts, rows: NDArray[np.int32], today: int) -> NDArray[np.float64]:
    """The part of the score, 0 to 1."""
    chance = (posterior(facts, rows, today).mean - LOWEST) / (HIGHEST - LOWEST)
    jobs = np.maximum(facts.jobs[rows], 0)
    trust = jobs / (jobs + PRIOR_JOBS)
    habits = [facts.on_time[rows], facts.on_budget[rows], facts.repeat[rows]]
    usual = (0.85, 0.85, 0.3)
    extras = np.mean(
        [
            expected + trust * np.nan_to_num(habit - expected)
            for habit, expected in zip(habits, usual, strict=True)
        ],
        axis=0,
    )
    value: NDArray[np.float64] = (1 - _EXTRAS) * np.clip(chance, 0, 1) + _EXTRAS * extras
    return value


def _decay(facts: Facts, rows: NDArray[np.int32], today: int) -> NDArray[np.float64]:
    last = facts.last_sign[rows]
    age = np.where(last == UNKNOWN, UNKNOWN_AGE_DAYS, np.maximum(0, today - last))
    decay: NDArray[np.float64] = 0.5 ** (age / HALF_LIFE_DAYS)
    return decay
