"""Answers from stored facts: questions about candidates, comparisons, the shortlist, the service itself."""

from typing import Literal

from langgraph.runtime import Runtime
from langgraph.types import Command

from agent.deps import Deps
from agent.events import StepEntered
from agent.graph.speaking import emit, phrase
from agent.graph.state import TurnState
from agent.replies.candidates import about_candidates, whom_is_unclear
from agent.replies.comparing import comparison
from agent.replies.draft import Draft
from agent.replies.service import service_reply
from agent.replies.shortlist import shortlist_reply
from agent.understanding.reading import Intent, Reading
from store.nouns.conversation import Memory

MOST_COMPARED = 5
_FEWEST = {Intent.COMPARE: 2, Intent.SHORTLIST: 1}
"""Of so many people an order can be carried out though it is unclear whom else it means."""


async def answer(state: TurnState, runtime: Runtime[Deps]) -> Command[Literal["__end__"]]:
    """Answer without changing the search."""
    emit(runtime, StepEntered(step="answer"))
    memory, reading, deps = state["memory"], state["reading"], runtime.context
    chosen = chosen_candidates(reading, memory)
    people = await deps.tools.look_up(tuple(dict.fromkeys((*chosen, *memory.shown, *memory.shortlisted))))
    chosen = tuple(i for i in chosen if i in people)
    remembered = memory
    unclear = whom_is_unclear(reading, [people[i] for i in memory.shown if i in people])
    match state["intent"]:
        case Intent.COMPARE | Intent.SHORTLIST as order if unclear and len(chosen) < _FEWEST[order]:
            draft = Draft(before=unclear)
        case Intent.COMPARE:
            ids = (chosen or memory.shown)[:MOST_COMPARED]
            matches = await deps.tools.compare(memory.brief, ids, deps.today)
            draft = Draft(before=comparison([(people[m.freelancer_id], m) for m in matches], deps.knowledge))
            remembered = _focus(memory, chosen)
        case Intent.ASK_ABOUT_CANDIDATE:
            matches = await deps.tools.compare(memory.brief, chosen or memory.shown, deps.today)
            draft = about_candidates(reading, chosen, people, matches, memory, deps)
            remembered = _focus(memory, chosen)
        case Intent.SHORTLIST:
            kept = tuple(dict.fromkeys((*memory.shortlisted, *chosen)))
            remembered = _focus(memory.model_copy(update={"shortlisted": kept}), chosen)
            draft = Draft(before=shortlist_reply(chosen, remembered, people))
        case _:
            draft = Draft(before=service_reply(state, people, deps.knowledge, deps.answers))
    with deps.stopwatch.stage("reply"):
        reply = await phrase(runtime, draft)
    return Command(goto="__end__", update={"memory": remembered, "reply": reply})


def chosen_candidates(reading: Reading | None, memory: Memory) -> tuple[str, ...]:
    """The freelancers the message points at, or the one last talked about where it says 'he' or 'she'.

    Who is shortlisted is said; 'show my shortlist' says nobody.
    """
    if reading is None:
        return ()
    ids = tuple(dict.fromkeys(r.freelancer_id for r in reading.references if r.freelancer_id is not None))
    if ids or reading.references or reading.intent is Intent.SHORTLIST:
        return ids
    return (memory.focus,) if memory.focus is not None else ()


def _focus(memory: Memory, chosen: tuple[str, ...]) -> Memory:
    """The memory of whom 'he' or 'she' means from now on, or 'both'."""
    match chosen:
        case ():
            return memory
        case (one,):
            together = memory.together if one in memory.together else _last_two(memory, one)
            return memory.model_copy(update={"focus": one, "together": together})
        case _:
            focus = None if memory.focus in chosen else memory.focus
            return memory.model_copy(update={"focus": focus, "together": chosen})


def _last_two(memory: Memory, one: str) -> tuple[str, ...]:
    """Whom 'both' means after a question about one and then another: 'what is 3 like?', 'and 4?'."""
    before = memory.focus
    return () if before is None or before == one or before not in memory.shown else (before, one)
