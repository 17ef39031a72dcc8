"""Fits the models of words, and tries how well each does on messages that it was not fitted to."""

from collections.abc import Sequence

import numpy as np

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.role.likeness import NOBODY
from evals.fitting.samples import industry_samples, role_samples
from evals.fitting.word_fit import WordFit, WordSample
from store.knowledge import load_knowledge

_ONE_IN = 5
"""Of the first messages, one in so many is left out for the trial."""
_TOLD = 0.5


def fit_roles(rules: OfflineInterpreter) -> tuple[WordFit, str]:
    """The model of roles, and how often the most probable is right."""
    samples, labels = list(role_samples(rules)), [*load_knowledge().roles, NOBODY]
    trial, tried = _trial(samples, labels, several=False)
    best = trial.shares(tried).argmax(axis=1).tolist()
    right = np.mean([labels[place] in sample.labels for place, sample in zip(best, tried, strict=True)])
    told = f"{len(tried):,} messages left out, the most probable is right in {right:.3f}"
    return WordFit(samples, labels, several=False), told


def fit_industries(rules: OfflineInterpreter) -> tuple[WordFit, str]:
    """The model of industries, and how often all that it reads is right, and all that the rules do."""
    samples, labels = list(industry_samples(rules)), list(load_knowledge().industries)
    trial, tried = _trial(samples, labels, several=True)
    read = [{labels[place] for place in np.flatnonzero(row >= _TOLD)} for row in trial.shares(tried)]
    by_rules = _right([{label for _, label, _ in sample.hints} for sample in tried], tried)
    told = f"right by the rules {by_rules:.3f}, with the model {_right(read, tried):.3f}"
    return WordFit(samples, labels, several=True), f"{len(tried):,} messages left out, {told}"


def _trial(
    samples: Sequence[WordSample], labels: Sequence[str], *, several: bool
) -> tuple[WordFit, list[WordSample]]:
    """A model of all but some of the first messages, and these."""
    left_out = [number for number, sample in enumerate(samples) if sample.weight == 1][::_ONE_IN]
    kept = sorted(set(range(len(samples))) - set(left_out))
    trial = WordFit([samples[number] for number in kept], labels, several)
    return trial, [samples[number] for number in left_out]


def _right(read: Sequence[set[str]], tried: Sequence[WordSample]) -> float:
    pairs = zip(read, tried, strict=True)
    return float(np.mean([set(s.labels) <= each <= {*s.labels, *s.doubtful} for each, s in pairs]))
