"""Reads the message, brings the brief up to date and chooses the turn's step."""

import re
from typing import Literal

from langgraph.runtime import Runtime
from langgraph.types import Command

from agent.briefs.describing import described_by
from agent.briefs.grounding import ground_relative_price
from agent.briefs.insisting import insisted_on
from agent.briefs.merge import merge
from agent.briefs.needs import starts_new_need
from agent.deps import Deps
from agent.events import BriefChanged, StepEntered
from agent.graph.context import reading_context
from agent.graph.routing import Route, route_action, route_reading
from agent.graph.speaking import emit
from agent.graph.state import TurnState
from agent.matching.query import is_long_post
from agent.service.hearing import heard
from agent.understanding.reading import Intent, Reading
from store.knowledge import Knowledge
from store.nouns.brief import Brief
from store.nouns.conversation import Memory, QuestionOption

_CHOICE = Reading(intent=Intent.REFINE, answers_question=True)
"""The reading of an option chosen to the letter: there is nothing left to interpret."""

_SHORT_ANSWER = 5
"""Words of an answer that names an option and says nothing else."""

Destination = Literal["clarify", "refine", "search", "answer", "hand_off"]


async def understand(state: TurnState, runtime: Runtime[Deps]) -> Command[Destination]:
    """Understand what the client said or pressed, and go where that leads."""
    emit(runtime, StepEntered(step="understand"))
    message, memory, deps = state["message"], state["memory"], runtime.context
    if message.action is not None:
        return _go(route_action(message.action, memory), memory, None)
    with deps.stopwatch.stage("understand"):
        context = await reading_context(memory, deps)
        chosen = chosen_option(message.text, memory)
        read = (
            _CHOICE if chosen is not None else await deps.interpreter.read(message.text, context, deps.work)
        )
        read = heard(read, message.text, context, deps.answers)
        if chosen is None and (chosen := agreed_to(read, memory)) is not None:
            read = _CHOICE
    reading = ground_relative_price(read, memory.brief, context.shown)
    remembered = remember(memory, reading, deps.knowledge, described_by(message.text, reading))
    if chosen is not None and chosen.brief is not None:
        remembered = remembered.model_copy(update={"brief": chosen.brief})
    if reading.intent is Intent.DESCRIBE_NEED and is_long_post(remembered.brief):
        with deps.stopwatch.stage("ease"):
            eased = await deps.tools.ease(remembered.brief, deps.today, insisted_on(reading))
        remembered = remembered.model_copy(update={"brief": eased})
    if reading.changes or remembered.brief != memory.brief:
        emit(
            runtime,
            BriefChanged(intent=reading.intent, brief=remembered.brief, changes=reading.changes),
        )
    return _go(route_reading(reading, memory, remembered), remembered, reading)


def _go(route: Route, memory: Memory, reading: Reading | None) -> Command[Destination]:
    return Command(
        goto=route.step,
        update={
            "memory": route.memory or memory,
            "reading": reading,
            "step": route.step,
            "intent": route.intent,
            "target": route.target,
            "decision": route.decision,
        },
    )


def chosen_option(text: str, memory: Memory) -> QuestionOption | None:
    """The option of the question last asked that the message repeats, as a click does, or just names."""
    said = text.strip().casefold().rstrip(".")
    options = memory.question.options if memory.question is not None else ()
    decided = [option for option in options if option.brief is not None]
    exact = (o for o in decided if said in (o.text.casefold(), o.label.casefold()))
    return next(exact, None) or _named_in_passing(said, decided)


def agreed_to(reading: Reading, memory: Memory) -> QuestionOption | None:
    """The only option on offer, where the message is a yes and nothing else."""
    options = memory.question.options if memory.question is not None else ()
    says_more = reading.changes or reading.references or reading.further_needs
    if reading.intent is not Intent.CONFIRM or says_more or memory.pending_handoff is not None:
        return None
    return options[0] if len(options) == 1 and options[0].brief is not None else None


def _named_in_passing(said: str, options: list[QuestionOption]) -> QuestionOption | None:
    """The one option whose field of work a short answer names: 'marketing I guess'."""
    words = set(re.findall(r"\w+", said))
    if len(words) > _SHORT_ANSWER:
        return None
    named = [o for o in options if ": " in o.label and o.label.partition(": ")[0].casefold() in words]
    return named[0] if len(named) == 1 else None


def remember(memory: Memory, reading: Reading, knowledge: Knowledge, description: str = "") -> Memory:
    """The memory after the message: the brief merged, the answered question put away."""
    fresh = reading.intent is Intent.START_OVER or starts_new_need(memory.brief, reading)
    start = _forget_need(memory) if fresh else memory
    brief = merge(start.brief, reading.changes, knowledge)
    if description:
        brief = brief.model_copy(update={"description": description})
    waiting = tuple(merge(Brief(), changes, knowledge) for changes in reading.further_needs)
    update: dict[str, object] = {"brief": brief, "waiting_needs": (*waiting, *start.waiting_needs)[:5]}
    question = start.question
    if question is not None:
        if reading.declines_question:
            update["declined"] = (*start.declined, question.slot)
        if reading.declines_question or reading.answers_question or brief != start.brief:
            update["question"] = None
    return start.model_copy(update=update)


def _forget_need(memory: Memory) -> Memory:
    """A memory for another need: people shortlisted stay, all else about the need goes."""
    return Memory(shortlisted=memory.shortlisted, pending_handoff=memory.pending_handoff)
