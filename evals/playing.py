"""Plays scenarios: one client against the whole agent, or many over processes.

What comes out depends on the scenario, the seed and the marketplace alone; the milliseconds of a turn are
the one exception.
"""

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from multiprocessing.queues import Queue
from pathlib import Path
from queue import Empty
from threading import Event, Thread
from typing import Protocol

from api.replay import TurnRecord, open_player
from api.services import Marketplace
from evals.clients import AgendaClient, Said
from evals.clients.llm import ModelClientSettings, open_model_client
from evals.nouns import End, HandOffGold, HandOffMade, Intended, Scenario, Transcript, Usage
from evals.policies import policy_named
from evals.staging import Progress, StageSettings, build_stage, open_copy, stage_copies

MOST_TURNS = 30
_STEP = "Playing conversations"


class Client(Protocol):
    """Whoever plays the client in one conversation."""

    name: str

    async def say(self, scenario: Scenario, said: Said, turns: Sequence[TurnRecord], seed: int) -> str:
        """The words for what the agenda has it say, given the conversation so far."""
        ...


@dataclass(frozen=True)
class Job:
    """One conversation to play."""

    scenario: Scenario
    seed: int = 0
    perturbation: str | None = None
    policy: str = "evoi"


async def play(
    scenario: Scenario,
    marketplace: Marketplace,
    *,
    seed: int = 0,
    perturbation: str | None = None,
    policy: str = "evoi",
    client: Client | None = None,
) -> Transcript:
    """The conversation of the scenario's client with the agent, and the state it ended in.

    `client` puts what the agenda says into words of its own; without one the words are the agenda's. An
    error of the agent ends the conversation and is told in the transcript.
    """
    planned = AgendaClient(scenario, marketplace.knowledge, seed=seed, perturbation=perturbation)
    choose = policy_named(policy, seed, scenario.id)
    stage = replace(marketplace, deps=replace(marketplace.deps, choose_question=choose))
    turns: list[TurnRecord] = []
    intended: list[Intended] = []
    error: str | None = None
    async with open_player(stage, _conversation(scenario, perturbation), scenario.today) as player:
        ended: End | None = None
        while ended is None:
            said = planned.next(turns[-1] if turns else None)
            if isinstance(said, End):
                ended = said
            elif len(turns) == MOST_TURNS:
                ended = End.TOO_LONG
            else:
                text = await _words(scenario, said, turns, seed, client)
                try:
                    turns.append(await player.say(text))
                except Exception as failure:
                    ended, error = End.FAILED, f"{type(failure).__name__}: {failure}"
                else:
                    intended.append(said.intended)
        memory, made = player.memory, player.handoff
    return Transcript(
        scenario=scenario.id,
        seed=seed,
        perturbation=perturbation,
        client=client.name if client is not None else planned.name,
        policy=policy,
        turns=tuple(turns),
        intended=tuple(intended),
        shortlist=memory.shortlisted,
        dismissed=memory.dismissed,
        hand_off=HandOffMade(freelancer_id=made.freelancer_id, status=HandOffGold(made.status.value))
        if made is not None
        else None,
        usage=_usage(turns),
        ended=ended,
        error=error,
    )


def _usage(turns: Sequence[TurnRecord]) -> tuple[Usage, ...]:
    """What the agent's model took in each turn; nothing where none was asked."""
    if not any(turn.usage.calls for turn in turns):
        return ()
    return tuple(
        Usage(
            input_tokens=turn.usage.input_tokens,
            output_tokens=turn.usage.output_tokens,
            cost_usd=turn.usage.cost_usd,
        )
        for turn in turns
    )


async def _words(
    scenario: Scenario, said: Said, turns: Sequence[TurnRecord], seed: int, client: Client | None
) -> str:
    return said.text if client is None else await client.say(scenario, said, turns, seed)


def _conversation(scenario: Scenario, perturbation: str | None) -> str:
    return f"{scenario.id}.{perturbation}" if perturbation is not None else scenario.id


def play_all(
    jobs: Sequence[Job],
    stage: StageSettings,
    workers: int = 2,
    progress: Progress = lambda step, done, total: None,
    model: ModelClientSettings | None = None,
) -> list[Transcript]:
    """The transcripts of all jobs, in the order of the jobs, whatever the number of workers.

    Builds the stage if it is not there. Each worker is a process with a copy of it. With `model` the clients
    speak in that model's words. Raises RuntimeError if a worker dies, openai.OpenAIError if the model does
    not answer.
    """
    build_stage(stage, progress)
    workers = max(1, min(workers, len(jobs)))
    with stage_copies(stage, workers) as folders:
        if workers == 1:
            done = 0

            def count() -> None:
                nonlocal done
                done += 1
                progress(_STEP, done, len(jobs))

            return asyncio.run(_play_share(jobs, folders[0], stage, count, model))
        return _over_processes(jobs, folders, stage, progress, model)


def _over_processes(
    jobs: Sequence[Job],
    folders: list[Path],
    stage: StageSettings,
    progress: Progress,
    model: ModelClientSettings | None,
) -> list[Transcript]:
    context = get_context("spawn")
    finished: Queue[int] = context.Queue()
    through = Event()
    watcher = Thread(target=_watch, args=(finished, through, len(jobs), progress), daemon=True)
    watcher.start()
    shares = [jobs[place :: len(folders)] for place in range(len(folders))]
    try:
        with ProcessPoolExecutor(
            len(folders), mp_context=context, initializer=_start_worker, initargs=(finished, len(folders))
        ) as pool:
            parts = list(pool.map(partial(_play_in_worker, stage=stage, model=model), shares, folders))
    except BrokenProcessPool:
        raise RuntimeError(
            "A process that played conversations died. Look above, or use one worker."
        ) from None
    finally:
        through.set()
        watcher.join()
        finished.close()
    return [parts[place % len(parts)][place // len(parts)] for place in range(len(jobs))]


def _watch(finished: "Queue[int]", through: Event, total: int, progress: Progress) -> None:
    done = 0
    while not through.is_set() or not finished.empty():
        try:
            done += finished.get(timeout=0.2)
        except Empty:
            continue
        progress(_STEP, done, total)


_finished: "Queue[int] | None" = None
"""In a worker: where it counts the conversations it has played."""


def _start_worker(finished: "Queue[int]", workers: int) -> None:
    global _finished  # noqa: PLW0603
    _finished = finished
    os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) // workers)))


def _play_in_worker(
    jobs: Sequence[Job], folder: Path, stage: StageSettings, model: ModelClientSettings | None
) -> list[Transcript]:
    def count() -> None:
        if _finished is not None:
            _finished.put(1)

    return asyncio.run(_play_share(jobs, folder, stage, count, model))


async def _play_share(
    jobs: Sequence[Job],
    folder: Path,
    stage: StageSettings,
    count: Callable[[], None],
    model: ModelClientSettings | None,
) -> list[Transcript]:
    played: list[Transcript] = []
    async with AsyncExitStack() as stack:
        marketplace = await stack.enter_async_context(open_copy(folder, stage))
        client = await stack.enter_async_context(open_model_client(model)) if model is not None else None
        for job in jobs:
            played.append(
                await play(
                    job.scenario,
                    marketplace,
                    seed=job.seed,
                    perturbation=job.perturbation,
                    policy=job.policy,
                    client=client,
                )
            )
            count()
    return played


def progress_line(step: str, done: int, total: int) -> None:
    """Shows progress on standard error: a line written over in a terminal, else a line a tenth."""
    if sys.stderr.isatty():
        print(f"\r{step}: {done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)
    elif total and (done == total or done % max(1, total // 10) == 0):
        print(f"{step}: {done}/{total}", file=sys.stderr, flush=True)
