"""Breaks the real agent at its seams, and puts it back together: a seam is a name in a module or a class."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from evals.nouns import Scenario

READ = "agent.understanding.offline.interpreter:OfflineInterpreter.read_strictly"
MERGE = "agent.graph.nodes.understand:merge"
ROUTE = "agent.graph.nodes.understand:route_reading"
SEARCH = "agent.tools:RetrievalTools.search"
SEARCH_REPLY = "agent.graph.nodes.search:search_reply"
NEXT_QUESTION = "agent.graph.nodes.search:next_question"
ABOUT = "agent.graph.nodes.answer:about_candidates"
COMPARISON = "agent.graph.nodes.answer:comparison"
SERVICE = "agent.graph.nodes.answer:service_reply"
SHORTLIST = "agent.graph.nodes.answer:shortlist_reply"
PREPARE = "agent.graph.nodes.hand_off:prepare"


@dataclass(frozen=True, slots=True)
class Seam:
    """Where the agent is broken (`module:name.name`), and what is put in the place of what is there."""

    place: str
    broken: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Bug:
    """One realistic defect. `shows_in` says of a scenario whether its client comes across it."""

    name: str
    says: str
    seams: tuple[Seam, ...]
    shows_in: Callable[[Scenario], bool]


@contextmanager
def seeded(bug: Bug) -> Iterator[None]:
    """The agent with this bug, in this process, until the block is left."""
    with ExitStack() as mended:
        for seam in bug.seams:
            module, _, path = seam.place.partition(":")
            *outer, name = path.split(".")
            owner: Any = import_module(module)
            for each in outer:
                owner = getattr(owner, each)
            original = getattr(owner, name)
            mended.callback(setattr, owner, name, original)
            setattr(owner, name, seam.broken(original))
        yield
