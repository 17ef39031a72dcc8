"""Chooses the next question, or none: the most valuable one that was not asked before."""

from collections.abc import Mapping

from agent.deps import Deps
from agent.questions.facets import Facet, facets
from agent.questions.value import LIST_SIZE, cost, expected_value, information_gain
from store.nouns.conversation import Memory, Question, QuestionOption
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match, Ranking

MOST_IN_ROW = 3
LEAST_OPTIONS = 2
"""Answers that let in people who did not fit before are left out as long as so many others remain."""


async def next_question(
    memory: Memory, pool: Ranking, people: Mapping[str, Freelancer], deps: Deps
) -> Question | None:
    """The question to ask beside these results, with how many people each answer leaves."""
    if memory.questions_in_row >= MOST_IN_ROW or len(pool.matches) <= LIST_SIZE:
        return None
    known = [people[m.freelancer_id] for m in pool.matches if m.freelancer_id in people]
    spent = {*memory.asked, *memory.declined}
    open_facets = [f for f in facets(memory.brief, known, deps.knowledge) if f.slot not in spent]
    chosen = best_facet(open_facets, pool.matches, memory.questions_in_row)
    if chosen is None:
        return None
    options = [
        QuestionOption(
            label=answer.label,
            text=answer.text,
            candidates=await deps.tools.count(answer.brief, deps.today),
            brief=answer.brief,
        )
        for answer in chosen.answers
    ]
    if not chosen.in_order:
        options.sort(key=lambda option: -(option.candidates or 0))
    narrowing = [o for o in options if (o.candidates or 0) <= pool.eligible]
    return Question(
        slot=chosen.slot,
        text=chosen.text,
        options=tuple(narrowing if len(narrowing) >= LEAST_OPTIONS else options),
    )


def best_facet(open_facets: list[Facet], pool: tuple[Match, ...], questions_in_row: int) -> Facet | None:
    """The facet worth most, if it is worth asking at all; information gain breaks ties, then the slot."""
    worth = [
        (round(expected_value(facet, pool), 9), information_gain(facet, pool), facet.slot.value, facet)
        for facet in open_facets
    ]
    worth = [entry for entry in worth if entry[0] > cost(questions_in_row)]
    return max(worth, key=lambda entry: entry[:3])[3] if worth else None
