"""Decides what a change to the need does to the list already shown."""

from typing import Literal

from langgraph.runtime import Runtime
from langgraph.types import Command

from agent.deps import Deps
from agent.events import StepEntered
from agent.graph.speaking import emit
from agent.graph.state import TurnState


async def refine(state: TurnState, runtime: Runtime[Deps]) -> Command[Literal["search"]]:
    """Search again from the top: people seen before may come back if they fit the changed need."""
    emit(runtime, StepEntered(step="refine"))
    memory = state["memory"].model_copy(update={"seen": ()})
    return Command(goto="search", update={"memory": memory})
