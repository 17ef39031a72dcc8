"""Hunts many bugs at once: each process breaks its own agent, so that no bug meets another."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context

from evals.bugs.acting import ACTING_BUGS
from evals.bugs.hunting import TRIES, Hunt, Verdict
from evals.bugs.reading import READING_BUGS
from evals.bugs.replying import REPLYING_BUGS
from evals.bugs.seams import Bug
from evals.nouns import Scenario
from evals.staging import Progress, StageSettings, build_stage

BUGS: tuple[Bug, ...] = (*READING_BUGS, *ACTING_BUGS, *REPLYING_BUGS)
"""Every bug, by the part of the agent that it breaks."""

_SHARE = 10
"""Bugs a process hunts before it takes others: what it knows of the sound agent serves all of them."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A verdict that can be sent between processes, which a bug cannot."""

    name: str
    played: int
    broke: dict[str, int]
    fell: dict[str, float]


def hunt_all(
    names: Sequence[str],
    scenarios: Sequence[Scenario],
    stage: StageSettings,
    *,
    workers: int = 2,
    tries: int = TRIES,
    progress: Progress = lambda step, done, total: None,
) -> list[Verdict]:
    """The verdicts on the bugs of these names, in this order. Builds the stage if it is not there."""
    build_stage(stage, progress)
    shares = [names[start : start + _SHARE] for start in range(0, len(names), _SHARE)]
    told: dict[str, _Told] = {}
    with ProcessPoolExecutor(max(1, min(workers, len(shares))), mp_context=get_context("spawn")) as pool:
        hunts = [pool.submit(_hunt, share, tuple(scenarios), stage, tries) for share in shares]
        for hunt in as_completed(hunts):
            told.update({each.name: each for each in hunt.result()})
            progress("Hunting bugs", len(told), len(names))
    bugs = {bug.name: bug for bug in BUGS}
    return [_verdict(bugs[name], told[name]) for name in names]


def _verdict(bug: Bug, told: _Told) -> Verdict:
    verdict = Verdict(bug, told.played)
    verdict.broke.update(told.broke)
    verdict.fell.update(told.fell)
    return verdict


def _hunt(
    names: Sequence[str], scenarios: tuple[Scenario, ...], stage: StageSettings, tries: int
) -> list[_Told]:
    bugs = {bug.name: bug for bug in BUGS}
    hunt = Hunt(scenarios, stage, tries)
    found = asyncio.run(hunt.hunt([bugs[name] for name in names], lambda _: None))
    return [_Told(each.bug.name, each.played, dict(each.broke), dict(each.fell)) for each in found]
