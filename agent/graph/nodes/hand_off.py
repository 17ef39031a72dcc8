"""Hands the hire off: a preview for the client first, the record once they approve."""

from typing import Literal

from langgraph.runtime import Runtime
from langgraph.types import Command

from agent.deps import Deps
from agent.events import HandoffPrepared, StepEntered
from agent.graph.speaking import emit, say
from agent.graph.state import Decision, TurnState
from agent.handoffs import cancelled, prepare
from agent.replies.handoff import approved_reply, cancelled_reply, gone_reply, preview_reply
from store.nouns.conversation import PendingHandoff
from store.nouns.handoff import HandoffStatus


async def hand_off(state: TurnState, runtime: Runtime[Deps]) -> Command[Literal["await_approval", "__end__"]]:
    """Prepare the hand-off of the chosen freelancer, or carry out what the client decided about one."""
    emit(runtime, StepEntered(step="hand_off"))
    if state["decision"] is not None:
        return _decide(state, state["decision"], runtime)
    return await _prepare(state, runtime)


async def _prepare(state: TurnState, runtime: Runtime[Deps]) -> Command[Literal["await_approval", "__end__"]]:
    memory, message, deps, target = state["memory"], state["message"], runtime.context, state["target"]
    freelancer = (await deps.tools.look_up((target,))).get(target) if target else None
    if freelancer is None:
        say(runtime, gone_reply())
        return Command(goto="__end__", update={"reply": gone_reply()})
    now = deps.clock()
    handoff = prepare(freelancer, memory.brief, message, now, deps.knowledge)
    reply = preview_reply(handoff, freelancer, deps.knowledge)
    emit(runtime, HandoffPrepared(handoff=handoff))
    say(runtime, reply)
    replaced = memory.pending_handoff
    superseded = [] if replaced is None else [cancelled(replaced.handoff, now)]
    remembered = memory.model_copy(
        update={"pending_handoff": PendingHandoff(handoff=handoff), "focus": freelancer.id, "question": None}
    )
    return Command(
        goto="await_approval",
        update={"memory": remembered, "handoffs": [*superseded, handoff], "reply": reply},
    )


def _decide(
    state: TurnState, decision: Decision, runtime: Runtime[Deps]
) -> Command[Literal["await_approval", "__end__"]]:
    memory = state["memory"]
    if memory.pending_handoff is None:
        say(runtime, gone_reply())
        return Command(goto="__end__", update={"reply": gone_reply()})
    handoff, now = memory.pending_handoff.handoff, runtime.context.clock()
    match decision:
        case Decision.APPROVE:
            decided = handoff.model_copy(update={"status": HandoffStatus.APPROVED, "decided": now})
            reply = approved_reply(decided, memory)
        case Decision.CANCEL:
            decided = cancelled(handoff, now)
            reply = cancelled_reply(decided)
    say(runtime, reply)
    remembered = memory.model_copy(update={"pending_handoff": None})
    return Command(goto="__end__", update={"memory": remembered, "handoffs": [decided], "reply": reply})
