"""Wires the nodes into the graph. The routes are in the nodes' return types."""

from typing import Any

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from agent.deps import Deps
from agent.graph.nodes.answer import answer
from agent.graph.nodes.await_approval import await_approval
from agent.graph.nodes.clarify import clarify
from agent.graph.nodes.hand_off import hand_off
from agent.graph.nodes.refine import refine
from agent.graph.nodes.search import search
from agent.graph.nodes.understand import understand
from agent.graph.state import TurnState

TurnGraph = CompiledStateGraph[TurnState, Deps, TurnState, TurnState]


def build_graph(saver: BaseCheckpointSaver[Any]) -> TurnGraph:
    """The compiled graph of a turn, its interrupts kept by `saver`."""
    graph = StateGraph(TurnState, context_schema=Deps)
    graph.add_node("understand", understand)
    graph.add_node("clarify", clarify)
    graph.add_node("refine", refine)
    graph.add_node("search", search)
    graph.add_node("answer", answer)
    graph.add_node("hand_off", hand_off)
    graph.add_node("await_approval", await_approval)
    graph.add_edge(START, "understand")
    return graph.compile(checkpointer=saver)
