"""Chooses a turn's step from what was understood. Pure: no store, no model."""

from dataclasses import dataclass
from typing import Literal

from agent.graph.state import Decision
from agent.understanding.reading import Intent, Reading, Reference
from store.nouns.brief import Brief
from store.nouns.conversation import Action, ActionKind, Memory

Step = Literal["clarify", "refine", "search", "answer", "hand_off"]


@dataclass(frozen=True, slots=True)
class Route:
    """Where the turn goes. `memory` is set where the choice itself changes what is remembered."""

    step: Step
    intent: Intent
    target: str | None = None
    decision: Decision | None = None
    memory: Memory | None = None


def route_action(action: Action, memory: Memory) -> Route:
    """The step a button asks for."""
    match action.kind:
        case ActionKind.HAND_OFF:
            return Route("hand_off", Intent.HAND_OFF, target=action.freelancer_id)
        case ActionKind.APPROVE if _is_pending(action, memory):
            return Route("hand_off", Intent.CONFIRM, decision=Decision.APPROVE)
        case ActionKind.CANCEL if _is_pending(action, memory):
            return Route("hand_off", Intent.DECLINE, decision=Decision.CANCEL)
        case ActionKind.APPROVE:
            return Route("answer", Intent.CONFIRM)
        case ActionKind.CANCEL:
            return Route("answer", Intent.DECLINE)


def _is_pending(action: Action, memory: Memory) -> bool:
    pending = memory.pending_handoff
    return pending is not None and pending.handoff.id == action.handoff_id


def route_reading(reading: Reading, before: Memory, memory: Memory) -> Route:
    """The step a message asks for; `before` is the memory before the message, `memory` after it."""
    intent = reading.intent
    match intent:
        case Intent.DESCRIBE_NEED:
            return _route_need(intent, memory, "search")
        case Intent.REFINE:
            return _route_need(intent, memory, "refine" if _was_searched(before) else "search")
        case Intent.MORE_RESULTS:
            liked = _ids(reading.references)
            remembered = _with(memory, liked=(*memory.liked, *(i for i in liked if i not in memory.liked)))
            return _route_need(intent, remembered, "search")
        case Intent.DISMISS if memory.brief.is_searchable and _ids(reading.references):
            gone = (*memory.dismissed, *_ids(reading.references))
            return Route("refine", intent, memory=_with(memory, dismissed=tuple(dict.fromkeys(gone))))
        case Intent.HAND_OFF:
            return _route_hand_off(reading, memory)
        case Intent.CONFIRM | Intent.DECLINE:
            return _route_yes_or_no(reading, before, memory)
        case Intent.START_OVER if memory.brief.is_searchable:
            return Route("search", intent)
        case Intent.START_OVER:
            return Route("clarify", intent)
        case _:
            return Route("answer", intent)


def _was_searched(memory: Memory) -> bool:
    """Whether there was a search for the need before, even one that found nobody."""
    return bool(memory.shown) or memory.brief.is_searchable


def _route_need(intent: Intent, memory: Memory, step: Step) -> Route:
    if not memory.brief.is_searchable:
        return Route("clarify", intent, memory=memory)
    return Route(step, intent, memory=memory)


def _route_hand_off(reading: Reading, memory: Memory) -> Route:
    chosen = _ids(reading.references)
    if not chosen and not reading.references:
        chosen = (memory.focus,) if memory.focus else memory.shown if len(memory.shown) == 1 else ()
    if len(chosen) != 1:
        return Route("answer", Intent.HAND_OFF)
    return Route("hand_off", Intent.HAND_OFF, target=chosen[0])


def _route_yes_or_no(reading: Reading, before: Memory, memory: Memory) -> Route:
    intent = reading.intent
    if memory.pending_handoff is not None and not reading.declines_question:
        decision = Decision.APPROVE if intent is Intent.CONFIRM else Decision.CANCEL
        return Route("hand_off", intent, decision=decision)
    if intent is Intent.CONFIRM and memory.question is not None and memory.brief == before.brief:
        return Route("answer", intent)
    if before.question is not None:
        return _route_need(intent, memory, "refine" if _was_searched(before) else "search")
    if intent is Intent.CONFIRM and memory.waiting_needs:
        return Route("search", intent, memory=take_up_next_need(memory))
    return Route("answer", intent)


def take_up_next_need(memory: Memory) -> Memory:
    """The memory with the next waiting need in the brief's place."""
    brief: Brief = memory.waiting_needs[0]
    return Memory(brief=brief, shortlisted=memory.shortlisted, waiting_needs=memory.waiting_needs[1:])


def _ids(references: tuple[Reference, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r.freelancer_id for r in references if r.freelancer_id is not None))


def _with(memory: Memory, **update: object) -> Memory:
    return memory.model_copy(update=update)
