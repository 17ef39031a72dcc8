"""The smallest changes to a brief that would let more people in, each with how many it adds."""

from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import date
from itertools import combinations
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from agent.matching.field import Field
from agent.matching.need import Need, relevant
from agent.matching.thinness import Blocked, blocked
from agent.matching.wording import (
    language_name,
    level_words,
    offset_words,
    requirement_words,
    skills_words,
)
from agent.replies.words import amount, count, day, number
from store.nouns.brief import Importance, LanguageLevel, LanguageWish, Range, SkillWish, Slot
from store.nouns.match import Relaxation
from store.search.facts import UNKNOWN
from store.search.prices import rate_bounds_usd
from store.search.requirements import Requirement
from store.search.view import Mask, View

_MOST = 5
_MOST_HOURS_WIDER = 6


def relaxations(view: View, field: Field) -> tuple[Relaxation, ...]:
    """The most helpful first.

    Where no single change helps: one required skill instead of all, or else two requirements together.
    """
    found: list[Relaxation] = []
    for place, each in enumerate(blocked(field)):
        if each.requirement.slot is Slot.SKILLS:
            found.extend(_skill(view, field, place))
        elif each.count:
            found.extend(_smallest(view, field.need, each))
    found = found or list(_one_skill(view, field)) or list(_pairs(view, field))
    return tuple(sorted(found, key=lambda each: (-each.adds, each.description))[:_MOST])


def _skill(view: View, field: Field, place: int) -> Iterator[Relaxation]:
    group = _skills_of(field.need.hard[place])
    adds = _gain(view, field, {place})
    if adds > 0:
        names = skills_words(group)
        excluded = group[0].importance is Importance.EXCLUDED
        said = f"Allow {names.removeprefix('no ')}" if excluded else f"Make {names} a nice-to-have"
        yield Relaxation(slot=Slot.SKILLS, description=said, adds=adds)


def _one_skill(view: View, field: Field) -> Iterator[Relaxation]:
    """Requiring one skill alone, where all of them together are too many."""
    required = {
        place
        for place, each in enumerate(field.need.hard)
        if (group := _skills_of(each)) and group[0].importance is Importance.MUST
    }
    if len(required) > 2:
        for place in sorted(required):
            adds = _gain(view, field, required - {place})
            if adds > 0:
                names = skills_words(_skills_of(field.need.hard[place]))
                yield Relaxation(slot=Slot.SKILLS, description=f"Require {names} alone", adds=adds)


def _gain(view: View, field: Field, places: Set[int]) -> int:
    """How many more people there are when those skills are not required; others may be relevant then."""
    eased = [wish for place in places for wish in _skills_of(field.need.hard[place])]
    skills = tuple(
        wish.model_copy(update={"importance": Importance.NICE}) if wish in eased else wish
        for wish in field.need.brief.skills
        if wish not in eased or wish.importance is not Importance.EXCLUDED
    )
    brief = field.need.brief.model_copy(update={"skills": skills})
    changed = replace(field, relevant=relevant(view, replace(field.need, brief=brief)))
    return _count(changed.meeting_all_but(*places)) - _count(field.candidates)


def _skills_of(requirement: Requirement) -> tuple[SkillWish, ...]:
    return requirement.subject if isinstance(requirement.subject, tuple) else ()


def _count(mask: Mask) -> int:
    return int(np.count_nonzero(mask))


def _smallest(view: View, need: Need, each: Blocked) -> Iterator[Relaxation]:
    """The smallest step of the requirement that helps, or else making it a preference."""
    step = _step(view, need, each)
    if step is not None:
        yield step
    if step is None or step.adds < each.count:
        words = requirement_words(each.requirement, need.brief, view.knowledge)
        yield Relaxation(
            slot=each.requirement.slot, description=f"Make '{words}' a preference", adds=each.count
        )


def _step(view: View, need: Need, each: Blocked) -> Relaxation | None:
    subject, facts = each.requirement.subject, view.facts
    if isinstance(subject, LanguageWish):
        return _language(view, subject, each)
    match each.requirement.slot:
        case Slot.HOURLY_RATE:
            return _rate(view, need, each)
        case Slot.UTC_OFFSET:
            return _offset(view, need, each)
        case Slot.HOURS_PER_WEEK:
            return _lower(each, facts.hours_per_week[each.people], "Accept {} hours a week")
        case Slot.MIN_RATING:
            return _lower(each, np.floor(facts.rating[each.people] * 10) / 10, "Accept a rating of {}")
        case Slot.MIN_JOB_SUCCESS:
            return _lower(each, np.floor(facts.success[each.people] * 100), "Accept a job success of {}%")
        case Slot.MIN_JOBS_COMPLETED:
            return _lower(each, facts.jobs[each.people], "Accept {} completed jobs")
        case Slot.START_BY | Slot.AVAILABLE_NOW:
            return _later(view, each)
        case _:
            return None


def _rate(view: View, need: Need, each: Blocked) -> Relaxation | None:
    """The next round price above the limit at which somebody can be had."""
    wanted = need.brief.hourly_rate
    if wanted is None or wanted.max is None:
        return None
    _, greatest = rate_bounds_usd(wanted, view.knowledge)
    rates = view.facts.rate_usd[each.people]
    rates = rates[rates > greatest]
    if not len(rates):
        return None
    per_usd = wanted.max / greatest if greatest else view.knowledge.convert(1, "USD", wanted.currency)
    step = 5 if wanted.max < 100 else 10
    limit = ceil(float(rates.min()) * per_usd / step - 1e-9) * step
    adds = int(np.count_nonzero(rates * per_usd <= limit * (1 + 1e-6)))
    said = f"Raise the rate to {amount(limit, wanted.currency, view.knowledge)}/h"
    return Relaxation(slot=Slot.HOURLY_RATE, description=said, adds=adds)


def _offset(view: View, need: Need, each: Blocked) -> Relaxation | None:
    span = need.brief.utc_offset
    if span is None:
        return None
    least, greatest = (offsets[each.people] for offsets in view.utc_offsets(need.today))
    for wider in range(1, _MOST_HOURS_WIDER + 1):
        low = -np.inf if span.min is None else span.min - wider
        high = np.inf if span.max is None else span.max + wider
        adds = int(np.count_nonzero((least >= low) & (greatest <= high)))
        if adds:
            reach = Range(
                min=None if span.min is None else span.min - wider,
                max=None if span.max is None else span.max + wider,
            )
            said = f"Allow {count(wider, 'more hour')} of time difference ({offset_words(reach)})"
            return Relaxation(slot=Slot.UTC_OFFSET, description=said, adds=adds)
    return None


def _language(view: View, wish: LanguageWish, each: Blocked) -> Relaxation | None:
    ranks = view.language_ranks(wish.code)[each.people]
    spoken = ranks[ranks >= 0]
    if not len(spoken):
        return None
    best = int(spoken.max())
    said = f"Accept {level_words(list(LanguageLevel)[best])} {language_name(wish.code, view.knowledge)}"
    return Relaxation(slot=Slot.LANGUAGES, description=said, adds=int(np.count_nonzero(spoken >= best)))


def _lower(each: Blocked, found: NDArray[np.int32] | NDArray[np.float64], said: str) -> Relaxation | None:
    """The highest value anybody kept out has; none if all of them are unknown."""
    values = found.astype(np.float64)
    values = values[np.nan_to_num(values, nan=UNKNOWN) >= 0]
    if not len(values):
        return None
    best = float(values.max())
    return Relaxation(
        slot=each.requirement.slot,
        description=said.format(number(best)),
        adds=int(np.count_nonzero(values >= best)),
    )


def _later(view: View, each: Blocked) -> Relaxation | None:
    """The end of the week in which the first of those kept out becomes free."""
    days = view.facts.available_from[each.people]
    days = days[days != UNKNOWN]
    if not len(days):
        return None
    until = floor((int(days.min()) + 6) / 7) * 7
    return Relaxation(
        slot=each.requirement.slot,
        description=f"Start by {day(date.fromordinal(until))}",
        adds=int(np.count_nonzero(days <= until)),
    )


def _pairs(view: View, field: Field) -> Iterator[Relaxation]:
    need = field.need
    for one, other in combinations(range(len(need.hard)), 2):
        adds = int(np.count_nonzero(field.meeting_all_but(one, other)))
        if adds:
            words = [requirement_words(need.hard[n], need.brief, view.knowledge) for n in (one, other)]
            yield Relaxation(
                slot=need.hard[one].slot,
                description=f"Make '{words[0]}' and '{words[1]}' preferences",
                adds=adds,
            )
