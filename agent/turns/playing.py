"""Plays one turn through the graph: typed events out, then what the turn came to."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.types import Command

from agent.chatmodel.work import ModelWork
from agent.checkpoints import open_saver, saver_in_memory
from agent.deps import Deps
from agent.events import TurnEvent
from agent.graph.building import TurnGraph, build_graph
from agent.graph.state import ClientMessage, TurnState, opening_state
from agent.stopwatch import Stopwatch
from agent.understanding.reading import Intent, Reading
from store.nouns.conversation import Memory
from store.nouns.handoff import Handoff
from store.nouns.usage import TurnUsage


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn came to; the runner stores all of it at once."""

    memory: Memory
    reply: str
    intent: Intent
    step: str
    handoffs: tuple[Handoff, ...]
    reading: Reading | None = None
    """None where a button was pressed."""
    ms: dict[str, float] = field(default_factory=dict)
    """Milliseconds by stage; `total` is the whole turn."""
    usage: TurnUsage = field(default_factory=TurnUsage)


class TurnPlayer:
    """The agent, one turn at a time. It stores nothing: what should be kept is in the Outcome."""

    def __init__(self, graph: TurnGraph, saver: BaseCheckpointSaver[Any], deps: Deps) -> None:
        self._graph = graph
        self._saver = saver
        self._deps = deps

    async def play(self, message: ClientMessage, memory: Memory) -> AsyncIterator[TurnEvent | Outcome]:
        """The turn's events as they happen, then its Outcome.

        A conversation whose hand-off waits for approval goes on from the very checkpoint the graph paused
        at, so that a turn that is run again starts from the same place.
        """
        pending = memory.pending_handoff
        thread: dict[str, str] = {"thread_id": message.conversation_id}
        given: TurnState | Command[Any] = opening_state(message, memory)
        paused_at = pending.checkpoint_id if pending is not None else None
        if paused_at is not None and await self._is_paused(thread | {"checkpoint_id": paused_at}):
            thread["checkpoint_id"] = paused_at
            given = Command(resume=message, update=opening_state(message, memory))
        final: TurnState = opening_state(message, memory)
        stopwatch, work = Stopwatch(), ModelWork()
        begun = perf_counter()
        async for part in self._graph.astream(
            given,
            RunnableConfig(configurable=dict(thread)),
            context=replace(self._deps, stopwatch=stopwatch, work=work),
            stream_mode=["custom", "values"],
            durability="exit",
            version="v2",
        ):
            if part["type"] == "custom":
                yield part["data"]
            elif part["type"] == "values":
                final = part["data"]
        outcome = await self._outcome(message.conversation_id, final)
        total = round((perf_counter() - begun) * 1000, 3)
        yield replace(outcome, ms=stopwatch.ms | {"total": total}, usage=work.usage)

    async def forget(self, conversation_id: str) -> None:
        """Drop the conversation's checkpoints."""
        await self._saver.adelete_thread(conversation_id)

    async def _is_paused(self, thread: dict[str, str]) -> bool:
        snapshot = await self._graph.aget_state(RunnableConfig(configurable=dict(thread)))
        return "await_approval" in snapshot.next

    async def _outcome(self, conversation_id: str, final: TurnState) -> Outcome:
        memory = final["memory"]
        thread = RunnableConfig(configurable={"thread_id": conversation_id})
        snapshot = await self._graph.aget_state(thread)
        if "await_approval" in snapshot.next and memory.pending_handoff is not None:
            checkpoint_id = snapshot.config["configurable"]["checkpoint_id"]
            pending = memory.pending_handoff.model_copy(update={"checkpoint_id": checkpoint_id})
            memory = memory.model_copy(update={"pending_handoff": pending})
        elif memory.pending_handoff is None:
            await self.forget(conversation_id)
        return Outcome(
            memory=memory,
            reply=final["reply"],
            intent=final["intent"],
            step=final["step"],
            handoffs=tuple(final["handoffs"]),
            reading=final["reading"],
        )


def open_player(database_url: str, deps: Deps) -> AbstractAsyncContextManager[TurnPlayer]:
    """The agent with its checkpoints on `database_url`."""
    return _open(database_url, deps)


def player_in_memory(deps: Deps) -> TurnPlayer:
    """The agent with its checkpoints in memory: for conversations that nobody goes on with later."""
    saver = saver_in_memory()
    return TurnPlayer(build_graph(saver), saver, deps)


@asynccontextmanager
async def _open(database_url: str, deps: Deps) -> AsyncIterator[TurnPlayer]:
    async with open_saver(database_url) as saver:
        yield TurnPlayer(build_graph(saver), saver, deps)
