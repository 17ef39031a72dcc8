"""The question when hardly anybody meets every must-have: which of them may give way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agent.deps import Deps
from agent.matching.roles import is_of_languages
from agent.matching.wording import slot_words
from agent.replies.brief import brief_facts
from agent.replies.words import listed
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance, Slot
from store.nouns.conversation import Memory, Question, QuestionOption
from store.nouns.match import Ranking
from store.search.requirements import skill_groups
from store.search.wanted_places import are_alternatives

FEW = 3
"""With fewer people than this the client is asked what may give way."""

MOST_OPTIONS = 4


@dataclass(frozen=True, slots=True)
class Easing:
    """One must-have made a preference: what it is called, and the brief it leads to."""

    slot: Slot
    name: str
    brief: Brief


async def easing_question(memory: Memory, ranking: Ranking, deps: Deps) -> Question | None:
    """Ask which must-have may become a preference, the ones that let most people in first.

    Where no single one helps, offer to let several go: one after the other, whichever lets most people in,
    of those that let in equally many the one named last, until somebody is left. A client who has held on
    to any of what would help is not asked again.
    """
    if ranking.eligible >= FEW:
        return None
    counted = [
        (await _people(easing.brief, deps), easing) for easing in easings(memory.brief, deps.knowledge)
    ]
    helpful = sorted(
        (pair for pair in counted if pair[0] > ranking.eligible), key=lambda pair: (-pair[0], pair[1].name)
    )
    if not helpful:
        together = await _together(memory, deps)
        helpful = [together] if together is not None else []
    if not helpful or any(easing.slot in memory.declined for _, easing in helpful[:MOST_OPTIONS]):
        return None
    options = [
        QuestionOption(
            label=f"{easing.name} optional",
            text=f"{easing.name} is optional",
            candidates=people,
            brief=easing.brief,
        )
        for people, easing in helpful[:MOST_OPTIONS]
    ]
    return Question(slot=helpful[0][1].slot, text="What may give way?", options=tuple(options))


def easings(brief: Brief, knowledge: Knowledge) -> Iterator[Easing]:
    """Every must-have of the brief made a preference, one at a time, in the order of the brief."""
    for group in skill_groups(brief, Importance.MUST):
        name = listed([wish.name for wish in group], "or")
        yield Easing(Slot.SKILLS, name, brief.preferring(group))
    for slots in _must_slots(brief, knowledge):
        terms = {
            slot: term.model_copy(update={"hard": term.hard and slot not in slots})
            for slot, term in brief.terms.items()
        }
        yield Easing(slots[0], _name(brief, slots, knowledge), brief.model_copy(update={"terms": terms}))


def _must_slots(brief: Brief, knowledge: Knowledge) -> list[tuple[Slot, ...]]:
    """The slots that are must-haves and may give way, in the order of the brief.

    Places that are alternatives are one; the languages of a translator stay.
    """
    kept = {Slot.SKILLS, *((Slot.LANGUAGES,) if is_of_languages(brief.role, knowledge) else ())}
    hard = [slot for slot, term in brief.terms.items() if term.hard and slot not in kept]
    if not are_alternatives(brief, knowledge):
        return [(slot,) for slot in hard]
    return [
        (slot, Slot.COUNTRIES) if slot is Slot.REGIONS else (slot,)
        for slot in hard
        if slot is not Slot.COUNTRIES
    ]


async def _together(memory: Memory, deps: Deps) -> tuple[int, Easing] | None:
    """Several must-haves made preferences at once, and no more of them than it takes.

    None where nobody would be let in, or where the client has held on to one of them.
    """
    brief = memory.brief
    chosen: list[Easing] = []
    people = 0
    while not people and (found := list(easings(_eased(brief, chosen, deps), deps.knowledge))):
        counted = [(await _people(easing.brief, deps), place) for place, easing in enumerate(found)]
        people, place = max(counted)
        chosen.append(found[place])
    if not people:
        return None
    for easing in list(chosen):
        others = [each for each in chosen if each is not easing]
        if others and (fewer := await _people(_eased(brief, others, deps), deps)):
            chosen, people = others, fewer
    if any(each.slot in memory.declined for each in chosen):
        return None
    return people, replace(
        chosen[0], name=listed([each.name for each in chosen]), brief=_eased(brief, chosen, deps)
    )


def _eased(brief: Brief, chosen: Sequence[Easing], deps: Deps) -> Brief:
    """The brief with all those must-haves made preferences."""
    for name in (each.name for each in chosen):
        brief = next(each.brief for each in easings(brief, deps.knowledge) if each.name == name)
    return brief


async def _people(brief: Brief, deps: Deps) -> int:
    return await deps.tools.count(brief, deps.today)


def _name(brief: Brief, slots: Sequence[Slot], knowledge: Knowledge) -> str:
    if slots[0] in _RECORD:
        return slot_words(slots[0], brief, knowledge)
    alone = Brief().model_copy(update={_FIELDS[slot]: getattr(brief, _FIELDS[slot]) for slot in slots})
    return ", ".join(value for _, value in brief_facts(alone, knowledge)) or slots[0].value


_RECORD = frozenset({Slot.MIN_JOBS_COMPLETED, Slot.MIN_JOB_SUCCESS, Slot.MIN_RATING})
"""Slots whose bare values do not say what they are of: 'at least 15'."""

_FIELDS: dict[Slot, str] = {
    slot: name
    for slot in Slot
    for name, field in Brief.model_fields.items()
    if (field.alias or name) == slot.value
}
