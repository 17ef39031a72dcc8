"""Asks the one question without which a search would be a guess."""

from typing import Literal

from langgraph.runtime import Runtime
from langgraph.types import Command

from agent.deps import Deps
from agent.events import QuestionAsked, StepEntered
from agent.graph.speaking import emit, say
from agent.graph.state import TurnState
from agent.questions.opening import opening_question
from agent.replies.opening import opening_reply


async def clarify(state: TurnState, runtime: Runtime[Deps]) -> Command[Literal["__end__"]]:
    """Ask what kind of help is needed, with the marketplace's own fields as options."""
    emit(runtime, StepEntered(step="clarify"))
    memory, deps = state["memory"], runtime.context
    with deps.stopwatch.stage("question"):
        question = await opening_question(memory, deps)
    reply = opening_reply(question, memory, state["reading"], state["intent"])
    emit(runtime, QuestionAsked(question=question))
    say(runtime, reply)
    remembered = memory.model_copy(
        update={
            "question": question,
            "asked": tuple(dict.fromkeys((*memory.asked, question.slot))),
            "questions_in_row": memory.questions_in_row + 1,
        }
    )
    return Command(goto="__end__", update={"memory": remembered, "reply": reply})
