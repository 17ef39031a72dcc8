"""The next question offers answers that leave fewer people, and none that would let others in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from agent.deps import Deps
from agent.questions.facets import Facet
from agent.questions.next import next_question
from agent.questions.value import Asked
from store.knowledge import load_knowledge
from store.nouns.brief import Brief, Slot
from store.nouns.conversation import Memory, Question
from store.nouns.freelancer import Skill
from store.nouns.match import Match, Ranking
from tests_support.nouns import NOW, make_freelancer

PEOPLE = [
    make_freelancer(
        str(n),
        skills=tuple(Skill(name=name) for name in (("Figma",) if n % 2 else ("Sketch",))),
        country="DE" if n % 3 else "IN",
    )
    for n in range(12)
]
RANKING = Ranking(
    matches=tuple(Match(freelancer_id=p.id, score=1 - n / 20) for n, p in enumerate(PEOPLE)), eligible=12
)


@dataclass
class Counting:
    rule: Callable[[Brief], int]

    async def count(self, brief: Brief, today: date) -> int:
        return self.rule(brief)


def skills_first(open_facets: Sequence[Facet], pool: Sequence[Match], asked: Asked) -> Facet | None:
    """A policy that wants to know of skills before anything else."""
    return min(open_facets, key=lambda facet: (facet.slot is not Slot.SKILLS, facet.slot), default=None)


async def ask(rule: Callable[[Brief], int]) -> Question | None:
    deps = Deps(
        interpreter=None,
        tools=Counting(rule),
        knowledge=load_knowledge(),
        clock=lambda: NOW,
        choose_question=skills_first,
    )
    memory = Memory(brief=Brief(role="ui-ux-designer"))
    return await next_question(memory, RANKING, {person.id: person for person in PEOPLE}, deps)


async def test_answers_come_with_how_many_people_they_leave() -> None:
    question = await ask(lambda brief: 6)
    assert question is not None
    assert question.slot is Slot.SKILLS
    assert {(option.label, option.candidates) for option in question.options} == {("Figma", 6), ("Sketch", 6)}


async def test_a_question_whose_answers_let_others_in_gives_way_to_the_next() -> None:
    question = await ask(lambda brief: 50 if brief.skills else 5)
    assert question is not None
    assert question.slot is not Slot.SKILLS
    assert all(option.candidates == 5 for option in question.options)


async def test_no_question_is_asked_where_no_answer_narrows() -> None:
    assert await ask(lambda brief: 50) is None
