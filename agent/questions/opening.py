"""The question before the first search: what kind of work it is."""

from agent.deps import Deps
from agent.replies.words import article
from store.knowledge import RoleFamily
from store.nouns.brief import Brief, Slot, Term
from store.nouns.conversation import Memory, Question, QuestionOption

OFFERED = 5
"""Options offered: enough to cover most needs, few enough to read."""


_SPELLED_OUT = {"ai": "AI", "hr": "HR", "qa": "QA"}


async def opening_question(memory: Memory, deps: Deps) -> Question:
    """Ask for the role, offering the marketplace's best-staffed kinds of work that fit the brief so far."""
    counted = [(await _people(family, memory.brief, deps), family) for family in _typical_roles(deps)]
    counted.sort(key=lambda pair: (-pair[0], pair[1].id))
    options = tuple(
        QuestionOption(
            label=_label(family),
            text=f"I need {article(family.name)} {family.name}",
            candidates=people,
            brief=_brief_for(family, memory.brief),
        )
        for people, family in counted[:OFFERED]
        if people
    )
    return Question(slot=Slot.ROLE, text=_wording(memory), options=options)


def _typical_roles(deps: Deps) -> list[RoleFamily]:
    """One family for each kind of work: the one with the most neighbours stands for it."""
    by_category: dict[str, RoleFamily] = {}
    for family in deps.knowledge.roles.values():
        best = by_category.get(family.category)
        if best is None or len(family.neighbours) > len(best.neighbours):
            by_category[family.category] = family
    return list(by_category.values())


async def _people(family: RoleFamily, brief: Brief, deps: Deps) -> int:
    return await deps.tools.count(_brief_for(family, brief), deps.today)


def _brief_for(family: RoleFamily, brief: Brief) -> Brief:
    terms = {**brief.terms, Slot.ROLE: Term(hard=False)}
    return brief.model_copy(update={"role": family.id, "terms": terms})


def _label(family: RoleFamily) -> str:
    words = family.category.replace("-", " ").capitalize().split(" ")
    return f"{' '.join(_SPELLED_OUT.get(word.lower(), word) for word in words)}: {family.name}"


def _wording(memory: Memory) -> str:
    if Slot.ROLE in memory.asked:
        return "Which kind of work comes closest, or which skill should they have?"
    return "What should they do for you?"
