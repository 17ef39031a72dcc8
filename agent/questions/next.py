"""Makes the next question, or none, of what the policy chooses among the ones not asked before."""

from collections.abc import Mapping

from agent.deps import Deps
from agent.questions.facets import Facet, facets
from agent.questions.value import LIST_SIZE, Asked
from store.nouns.conversation import Memory, Question, QuestionOption
from store.nouns.freelancer import Freelancer
from store.nouns.match import Ranking

MOST_IN_ROW = 3
LEAST_OPTIONS = 2
"""Answers that would let in people who did not fit before are left out, and with fewer than so many others
left the question tells nobody apart and is not asked."""


async def next_question(
    memory: Memory, pool: Ranking, people: Mapping[str, Freelancer], deps: Deps
) -> Question | None:
    """The question to ask beside these results, with how many people each answer leaves."""
    if memory.questions_in_row >= MOST_IN_ROW or len(pool.matches) <= LIST_SIZE:
        return None
    known = [people[m.freelancer_id] for m in pool.matches if m.freelancer_id in people]
    spent = {*memory.asked, *memory.declined}
    open_facets = [f for f in facets(memory.brief, known, deps.knowledge) if f.slot not in spent]
    while (chosen := deps.choose_question(open_facets, pool.matches, _asked(memory))) is not None:
        options = await _narrowing(chosen, pool.eligible, deps)
        if len(options) >= LEAST_OPTIONS:
            return Question(slot=chosen.slot, text=chosen.text, options=tuple(options))
        open_facets.remove(chosen)
    return None


async def _narrowing(facet: Facet, eligible: int, deps: Deps) -> list[QuestionOption]:
    """The answers that leave no more people than there are, with how many each leaves."""
    options = [
        QuestionOption(
            label=answer.label,
            text=answer.text,
            candidates=await deps.tools.count(answer.brief, deps.today),
            brief=answer.brief,
        )
        for answer in facet.answers
    ]
    if not facet.in_order:
        options.sort(key=lambda option: -(option.candidates or 0))
    return [option for option in options if (option.candidates or 0) <= eligible]


def _asked(memory: Memory) -> Asked:
    declined = set(memory.declined)
    answered = {slot for slot in memory.asked if slot in memory.brief.terms} - declined
    return Asked(memory.questions_in_row, len(answered), len(declined))
