"""Which conversations are played: all of them, or few that stand for all.

The few are the same every time. They are taken one after the other, always the scenario whose group,
temper and intents have been taken least, so that each kind of work, of client and of intent is there.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from evals.clients.perturbing import PERTURBATIONS
from evals.nouns import Scenario
from evals.playing import Job

FAST_SCENARIOS = 120
"""Scenarios of the fast run, each in its own words."""

FAST_VARIED = 15
"""Of these, so many in all variants too."""


def whole_jobs(scenarios: Sequence[Scenario], seed: int = 0, policy: str = "evoi") -> list[Job]:
    """Every scenario in its own words and in every variant."""
    return [job for scenario in scenarios for job in _variants(scenario, seed, policy)]


def fast_jobs(scenarios: Sequence[Scenario], seed: int = 0, policy: str = "evoi") -> list[Job]:
    """A stratified few of the scenarios in their own words, and the first of them in every variant."""
    chosen = stratified(scenarios, FAST_SCENARIOS)
    varied = {scenario.id for scenario in chosen[:FAST_VARIED]}
    return [
        job
        for scenario in chosen
        for job in _variants(scenario, seed, policy)
        if job.perturbation is None or scenario.id in varied
    ]


def stratified(scenarios: Sequence[Scenario], number: int) -> tuple[Scenario, ...]:
    """So many scenarios, the first few of which already have something of every kind."""
    left = sorted(scenarios, key=lambda each: sha256(each.id.encode()).digest())
    taken: Counter[str] = Counter()
    chosen: list[Scenario] = []
    while left and len(chosen) < number:
        best = max(left, key=lambda each: sum(1 / (1 + taken[kind]) ** 2 for kind in _kinds(each)))
        left.remove(best)
        chosen.append(best)
        taken.update(_kinds(best))
    return tuple(chosen)


def _kinds(scenario: Scenario) -> Iterator[str]:
    yield f"group {scenario.group}"
    yield f"temper {scenario.temper}"
    for intent in scenario.intents:
        yield f"intent {intent}"


def _variants(scenario: Scenario, seed: int, policy: str) -> Iterator[Job]:
    for perturbation in (None, *PERTURBATIONS):
        yield Job(scenario, seed=seed, perturbation=perturbation, policy=policy)
