"""Which must-haves of a post give way where hardly anybody meets them all.

A post tells of the work at length, and every tool it names would be a must: in most marketplaces nobody
has them all, and the right people would never be seen. What the client insists on never gives way.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

import numpy as np

from agent.matching.field import Field, survey
from agent.matching.need import relevant
from agent.matching.roles import is_of_languages
from store.nouns.brief import Brief, Importance, SkillWish, Slot
from store.search.requirements import Requirement
from store.search.view import View

THIN = 5
"""With fewer people than this a list is thin, and must-haves give way."""
ENOUGH = 10
"""People from whom a client can choose: two lists of five."""

Insisted = Collection[tuple[Slot, str]]
"""What may not give way: a slot, and of skills the name (of other slots nothing)."""


def yielded(view: View, brief: Brief, today: date, insisted: Insisted) -> Brief:
    """The brief with as few must-haves made preferences as leave ENOUGH people.

    It stays the same where its list is not THIN, and where nobody would be left all the same. They go one
    after the other, whichever lets most people in, of several the one named last; what was not needed after
    all comes back. The languages of a translator stay.
    """
    field = survey(view, brief, today)
    if np.count_nonzero(field.candidates) >= THIN:
        return brief
    kept = {*insisted, *([(Slot.LANGUAGES, "")] if is_of_languages(brief.role, view.knowledge) else [])}
    gone = _let_go(view, field, list(_grounds(field.need.hard, kept)))
    return _eased(field, gone) if gone and _people(view, field, gone) else brief


def _let_go(view: View, field: Field, grounds: list[frozenset[int]]) -> list[frozenset[int]]:
    gone: list[frozenset[int]] = []
    while grounds and _people(view, field, gone) < ENOUGH:
        best = max(range(len(grounds)), key=lambda n: (_people(view, field, [*gone, grounds[n]]), n))
        gone.append(grounds.pop(best))
    for places in list(gone):
        others = [each for each in gone if each is not places]
        if _people(view, field, others) >= ENOUGH:
            gone = others
    return gone


def _grounds(hard: tuple[Requirement, ...], insisted: Insisted) -> Iterator[frozenset[int]]:
    """The places of requirements that give way together: one group of skills, or all of a slot.

    Slots that stand in one requirement go together, and with them whatever else is of either.
    """
    shared: tuple[Slot, ...] = next((each.slots for each in hard if each.beside is not None), ())
    slots: dict[tuple[Slot, ...], set[int]] = {}
    for place, requirement in enumerate(hard):
        skills = _skills_of(requirement)
        if not skills:
            stated = shared if requirement.slot in shared else requirement.slots
            slots.setdefault(stated, set()).add(place)
        elif skills[0].importance is Importance.MUST and not any(
            (Slot.SKILLS, wish.name) in insisted for wish in skills
        ):
            yield frozenset({place})
    yield from (
        frozenset(places)
        for stated, places in slots.items()
        if not any((slot, "") in insisted for slot in stated)
    )


def _people(view: View, field: Field, gone: Collection[frozenset[int]]) -> int:
    eased = replace(field.need, brief=_eased(field, gone))
    left = replace(field, relevant=relevant(view, eased)).meeting_all_but(*frozenset().union(*gone))
    return int(np.count_nonzero(left))


def _eased(field: Field, gone: Collection[frozenset[int]]) -> Brief:
    brief, requirements = field.need.brief, [field.need.hard[place] for places in gone for place in places]
    eased = {wish for requirement in requirements for wish in _skills_of(requirement)}
    skills = brief.preferring(eased).skills
    soft = {slot for requirement in requirements for slot in requirement.slots} - {Slot.SKILLS}
    if not any(wish.importance is not Importance.NICE for wish in skills):
        soft.add(Slot.SKILLS)
    terms = {
        slot: term.model_copy(update={"hard": term.hard and slot not in soft})
        for slot, term in brief.terms.items()
    }
    return brief.model_copy(update={"skills": skills, "terms": terms})


def _skills_of(requirement: Requirement) -> tuple[SkillWish, ...]:
    return requirement.subject if isinstance(requirement.subject, tuple) else ()
