"""Retrieves, ranks and presents freelancers, with the next question where one is worth asking."""

from collections.abc import Mapping
from typing import Literal

from langgraph.runtime import Runtime
from langgraph.types import Command

from agent.deps import Deps
from agent.events import CandidatesRanked, QuestionAsked, StepEntered
from agent.graph.speaking import emit, phrase
from agent.graph.state import TurnState
from agent.graph.talked_about import those_left
from agent.questions.easing import easing_question
from agent.questions.next import next_question
from agent.replies.search import search_reply
from agent.understanding.reading import Intent
from store.nouns.conversation import Memory, Question
from store.nouns.freelancer import Freelancer
from store.nouns.match import Ranking

LIST_SIZE = 5
"""Freelancers shown at once: as many as a client compares without scrolling."""

POOL_SIZE = 40
"""Freelancers ranked at once: those whose order a question's answer could still change."""

MOST_REMEMBERED = 1000

_SAME_LIST = frozenset({Intent.REFINE, Intent.DISMISS})
"""After these, who was talked about and is still shown may still be meant by 'her'."""


async def search(state: TurnState, runtime: Runtime[Deps]) -> Command[Literal["__end__"]]:
    """Show the best freelancers for the brief."""
    emit(runtime, StepEntered(step="search"))
    memory, deps = state["memory"], runtime.context
    more = state["intent"] is Intent.MORE_RESULTS
    with deps.stopwatch.stage("search"):
        pool = await deps.tools.search(
            memory.brief,
            deps.today,
            POOL_SIZE,
            exclude=memory.seen if more else (),
            liked=memory.liked,
            dismissed=memory.dismissed,
            explained=LIST_SIZE,
            at_least=LIST_SIZE,
        )
    ranking = pool.model_copy(update={"matches": pool.matches[:LIST_SIZE]})
    emit(runtime, CandidatesRanked(ranking=ranking))
    with deps.stopwatch.stage("look_up"):
        found = (*pool.matches, *pool.near_misses)
        people = await deps.tools.look_up(tuple(match.freelancer_id for match in found), work=False)
    with deps.stopwatch.stage("question"):
        question = None if more else await _question(memory, pool, people, deps)
    if question is not None:
        emit(runtime, QuestionAsked(question=question))
    with deps.stopwatch.stage("reply"):
        draft = search_reply(state, ranking, people, question, deps.knowledge)
        reply = await phrase(runtime, draft)
    renewed = state["intent"] not in _SAME_LIST
    remembered = _remember(memory, ranking, question, more=more, renewed=renewed)
    return Command(goto="__end__", update={"memory": remembered, "reply": reply})


async def _question(
    memory: Memory, pool: Ranking, people: Mapping[str, Freelancer], deps: Deps
) -> Question | None:
    question = await easing_question(memory, pool, deps)
    if question is not None or memory.waiting_needs:
        return question
    return await next_question(memory, pool, people, deps)


def _remember(
    memory: Memory, ranking: Ranking, question: Question | None, *, more: bool, renewed: bool
) -> Memory:
    shown = tuple(match.freelancer_id for match in (*ranking.matches, *ranking.near_misses))
    if more and not shown:
        return memory
    asked = memory.asked if question is None else tuple(dict.fromkeys((*memory.asked, question.slot)))
    return those_left(memory, () if renewed else shown).model_copy(
        update={
            "shown": shown,
            "seen": tuple(dict.fromkeys((*memory.seen, *shown)))[-MOST_REMEMBERED:],
            "question": question,
            "asked": asked,
            "questions_in_row": memory.questions_in_row + 1 if question is not None else 0,
        }
    )
