"""From options to a run: which scenarios, which variants, on what."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evals.nouns import Run, Scenario
    from evals.playing import Job


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for on the command line."""

    fast: bool = False
    scenarios: Sequence[str] = ()
    groups: Sequence[str] = ()
    files: Sequence[Path] = ()
    variants: bool = True
    size: int = 1000
    marketplace_seed: int = 7
    seed: int = 0
    policy: str = "evoi"
    workers: int = 2
    model: bool = False

    @property
    def selection(self) -> str:
        """In words, for the report."""
        if self.fast:
            return "fast"
        parts = [*self.groups, *self.scenarios, *(path.name for path in self.files)]
        if not self.variants:
            parts.append("as written")
        return ", ".join(parts) or "whole"


def run_choice(choice: Choice) -> Run:
    """Play and grade what was asked for, with progress on standard error."""
    return _run(choice, _jobs(choice, chosen_scenarios(choice)))


def run_job(choice: Choice, perturbation: str | None) -> Run:
    """Play and grade one conversation of the one scenario that was asked for."""
    jobs = _jobs(choice, chosen_scenarios(choice))
    return _run(replace(choice, workers=1), [job for job in jobs if job.perturbation == perturbation])


def _run(choice: Choice, jobs: Sequence[Job]) -> Run:
    from api.cli.progress import showing_progress
    from evals.running import RunSettings, run_suite
    from evals.staging import StageSettings
    from store.knowledge import load_knowledge

    stage = StageSettings(size=choice.size, seed=choice.marketplace_seed, with_model=choice.model)
    settings = RunSettings(
        stage,
        workers=choice.workers,
        seed=choice.seed,
        interpreter=_interpreter(choice.model),
        selection=choice.selection,
    )
    with showing_progress() as steps:
        return run_suite(jobs, settings, load_knowledge(), steps.update)


def chosen_scenarios(choice: Choice) -> tuple[Scenario, ...]:
    """The scenarios of the chosen files that are of the chosen groups and names."""
    from api.cli.problems import CommandError
    from evals.scenarios import load_scenarios
    from store.knowledge import load_knowledge

    everything = load_scenarios(list(choice.files) or None, load_knowledge())
    for what, asked, there in (
        ("scenario", choice.scenarios, {each.id for each in everything}),
        ("group", choice.groups, {each.group for each in everything}),
    ):
        unknown = [each for each in asked if each not in there]
        if unknown:
            from difflib import get_close_matches

            near = get_close_matches(unknown[0], sorted(there), 3)
            hint = f" Did you mean {' or '.join(near)}?" if near else " `python -m evals cases` lists them."
            raise CommandError(f"There is no {what} {unknown[0]!r}.{hint}")
    return tuple(
        each
        for each in everything
        if (not choice.scenarios or each.id in choice.scenarios)
        and (not choice.groups or each.group in choice.groups)
    )


def _jobs(choice: Choice, scenarios: Sequence[Scenario]) -> list[Job]:
    from api.cli.problems import CommandError
    from evals.policies import POLICIES
    from evals.selecting import fast_jobs, whole_jobs

    if choice.policy not in POLICIES:
        raise CommandError(f"There is no policy {choice.policy!r}; there are {', '.join(POLICIES)}")
    jobs = (fast_jobs if choice.fast else whole_jobs)(scenarios, choice.seed, choice.policy)
    return [job for job in jobs if choice.variants or job.perturbation is None]


def _interpreter(model: bool) -> str:
    from api.cli.problems import CommandError

    if not model:
        return "offline"
    if not os.environ.get("OPENAI_API_KEY"):
        raise CommandError("--model needs OPENAI_API_KEY (any value, where OPENAI_BASE_URL needs none)")
    return os.environ.get("ROLECALL_MODEL") or "gpt-4.1-mini"
