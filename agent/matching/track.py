"""What a track record promises, with its uncertainty: many good jobs beat a few perfect ones.

The chance that the next job goes well has a Beta-binomial posterior (Gelman et al., Bayesian Data
Analysis, 3rd ed., section 2.4). The prior is what people of the same line of work deliver in this
marketplace, worth PRIOR_JOBS jobs; every job adds its outcome. Somebody without a record is at the prior,
neither top nor bottom.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from store.nouns.match import Outlook
from store.search.facts import UNKNOWN
from store.search.view import View

Values = NDArray[np.float64]

USUAL_MEAN = 0.8
USUAL_JOBS = 200.0
"""What a line of work is taken to deliver before its own jobs are counted, and the jobs that is worth."""
PRIOR_JOBS = 5.0
HALF_LIFE_DAYS = 3 * 365
"""A record counts half when nothing was heard of its owner for three years."""
UNKNOWN_AGE_DAYS = 365
"""The age taken for a record whose owner's last sign of life is not known."""
LOWEST, HIGHEST = 0.5, 1.0
"""Chances that give a part of 0 and of 1."""
_EXTRAS = 0.15
"""The share of the part that punctuality, budgets and returning clients decide."""
_DECIMALS = 3
_GRID = 4_000
_USUAL_HABITS = (0.85, 0.85, 0.3)


@dataclass(frozen=True, slots=True)
class Posteriors:
    """Beta distributions of the chance that the next job goes well, for everybody, by row."""

    good: Values
    bad: Values

    @property
    def chance(self) -> Values:
        """The mean: the chance itself."""
        return self.good / (self.good + self.bad)


def posteriors(view: View, today: date) -> Posteriors:
    """Everybody's posterior on a day.

    A job went well as far as its outcome says so; where only ratings are known, a rating r of 1 to 5
    counts as (r - 1) / 4 of a good job.
    """
    return view.remember(("posteriors", today), lambda: _posteriors(view, today))


def track_values(view: View, today: date) -> Values:
    """The part of the score, 0 to 1, for everybody."""
    return view.remember(("track", today), lambda: _track_values(view, today))


def outlook(view: View, row: int, today: date) -> Outlook:
    """The posterior of one freelancer, with its 90% interval and what it rests on."""
    beliefs = posteriors(view, today)
    good, bad = float(beliefs.good[row]), float(beliefs.bad[row])
    low, high = _quantiles(good, bad)
    return Outlook(
        chance=round(good / (good + bad), _DECIMALS),
        low=round(low, _DECIMALS),
        high=round(high, _DECIMALS),
        jobs=int(max(view.facts.jobs[row], view.facts.ratings[row])),
    )


def _quantiles(good: float, bad: float) -> tuple[float, float]:
    """The 5th and 95th percentile of Beta(good, bad), by summing its density over a fine grid."""
    grid = (np.arange(_GRID) + 0.5) / _GRID
    density = (good - 1) * np.log(grid) + (bad - 1) * np.log1p(-grid)
    share = np.cumsum(np.exp(density - density.max()))
    low, high = np.interp((0.05, 0.95), share / share[-1], grid)
    return float(low), float(high)


def _posteriors(view: View, today: date) -> Posteriors:
    facts = view.facts
    jobs = np.maximum(facts.jobs, facts.ratings).astype(np.float64)
    rated = (facts.rating - 1) / 4
    share = np.where(
        np.isnan(facts.success),
        rated,
        np.where(np.isnan(rated), facts.success, (facts.success + rated) / 2),
    )
    known = np.where(np.isnan(share), 0.0, jobs) * _decay(facts.last_sign, today)
    good = np.nan_to_num(share) * known
    usual = _usual(view, good, known)
    return Posteriors(good=usual * PRIOR_JOBS + good, bad=(1 - usual) * PRIOR_JOBS + known - good)


def _usual(view: View, good: Values, known: Values) -> Values:
    """For everybody, the share of jobs that go well in their line of work, by the category of their role."""
    groups = _groups(view)
    size = int(groups.max(initial=0)) + 1
    good_jobs = np.bincount(groups, good * view.alive, size)
    jobs = np.bincount(groups, known * view.alive, size)
    shares: Values = (good_jobs + USUAL_MEAN * USUAL_JOBS) / (jobs + USUAL_JOBS)
    # Sums may differ in the last digits with the order of the rows; nobody's place should hang on that.
    return np.round(shares, 9)[groups]


def _groups(view: View) -> NDArray[np.intp]:
    """A number for each row's category of role; 0 for those who state none."""
    categories: dict[str | None, int] = {None: 0}
    roles = view.knowledge.roles
    found = ((roles[role].category if role in roles else None) for role in view.roles())
    table = [categories.setdefault(category, len(categories)) for category in found]
    return np.asarray([*table, 0], np.intp)[view.facts.role]


def _track_values(view: View, today: date) -> Values:
    facts = view.facts
    chance = (posteriors(view, today).chance - LOWEST) / (HIGHEST - LOWEST)
    jobs = np.maximum(facts.jobs, 0)
    trust = jobs / (jobs + PRIOR_JOBS)
    habits = (facts.on_time, facts.on_budget, facts.repeat)
    extras = np.zeros(view.size)
    for habit, usual in zip(habits, _USUAL_HABITS, strict=True):
        extras += usual + trust * np.where(np.isnan(habit), 0.0, habit - usual)
    extras /= len(habits)
    value: Values = (1 - _EXTRAS) * np.clip(chance, 0, 1) + _EXTRAS * extras
    return value


def _decay(last_sign: NDArray[np.int32], today: date) -> Values:
    unknown = today.toordinal() - UNKNOWN_AGE_DAYS
    return halved(np.where(last_sign == UNKNOWN, np.int32(unknown), last_sign), today, HALF_LIFE_DAYS)


def halved(since: NDArray[np.int32], today: date, half_life: float) -> Values:
    """0.5 ^ (days / half-life) of the days since each day until today, which is 1 for days to come.

    Few ages are different, so that the power of each is taken once and not everybody's.
    """
    age = np.maximum(0, today.toordinal() - since)
    powers: Values = 0.5 ** (np.arange(age.max(initial=0) + 1) / half_life)
    return powers.take(age)
