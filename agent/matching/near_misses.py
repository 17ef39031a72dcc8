"""Who comes closest where hardly anybody meets every must-have.

A recruiter who finds nobody does not come back with empty hands. They name those who lack least, and say of
each what it is; the client then sees whether that matters. Nobody is a near miss who has what was excluded,
comes from a country that was excluded, or has nothing to do with the need.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from agent.matching.field import Field
from agent.matching.nearness import Nearness
from agent.matching.need import relevant
from agent.matching.ranking import Scored, rank
from agent.matching.roles import is_of_languages
from store.nouns.brief import Countries, Importance, LanguageWish, MoneyRange, SkillWish, Slot
from store.search.facts import UNKNOWN
from store.search.prices import rate_bounds_usd
from store.search.requirements import Requirement, least_hours
from store.search.view import Mask, View

Shortfalls = NDArray[np.float64]

_STEP = 0.25
"""Shortfalls are told apart in such steps; within one the better match comes first. It is the least."""
_LACKING = 1.0
_UNSTATED = 0.75
"""A number that is not stated may be met after all."""
_LACKING_WHERE = 1.5
"""Who lives elsewhere or speaks another language cannot learn it for the job, as one can a tool."""
_ELSEWHERE = frozenset({Slot.COUNTRIES, Slot.REGIONS, Slot.UTC_OFFSET, Slot.LANGUAGES})
_LEAST_ALLOWED, _MOST_ALLOWED = 1.5, 3.0
"""However few or many must-haves there are, so much may be lacking; in between, half of them."""


def near_misses(
    view: View, field: Field, among: Mask, nearnesses: Sequence[Nearness], limit: int
) -> list[Scored]:
    """The `limit` people of `among` who lack least of the hard requirements, and lack something.

    Ordered by how much they lack, and then as a ranking would. Nobody comes without a role or a skill to
    search by.
    """
    need = field.need
    if limit < 1 or not need.hard or not need.brief.is_searchable:
        return []
    lacking = _shortfalls(view, field)
    allowed = min(max(_LEAST_ALLOWED, len(need.hard) / 2), _MOST_ALLOWED)
    rows = np.flatnonzero(_concerned(view, field) & among & (lacking > 0) & (lacking <= allowed))
    found: list[Scored] = []
    for shortfall in np.unique(lacking[rows]):
        if len(found) == limit:
            break
        level = rows[lacking[rows] == shortfall].astype(np.int32)
        found += rank(view, need, level, nearnesses, limit - len(found))
    return found


def _concerned(view: View, field: Field) -> Mask:
    """Who has to do with the need when no skill is required of them."""
    brief = field.need.brief
    return relevant(view, replace(field.need, brief=brief.preferring(brief.skills_that(Importance.MUST))))


def _shortfalls(view: View, field: Field) -> Shortfalls:
    """How much everybody lacks, in steps; infinite for who must not be shown."""
    total = np.zeros(view.size)
    for requirement, met in zip(field.need.hard, field.met, strict=True):
        total += np.where(met, 0.0, _shortfall(view, field, requirement))
    return np.ceil(total / _STEP) * _STEP


def _shortfall(view: View, field: Field, requirement: Requirement) -> Shortfalls | float:
    """What it means to lack one requirement, for everybody or for each."""
    brief, facts = field.need.brief, view.facts
    match requirement.subject:
        case Countries(exclude=(_, *_)):
            return np.inf
        case (SkillWish(importance=Importance.EXCLUDED), *_):
            return np.inf
        case LanguageWish():
            return np.inf if is_of_languages(brief.role, view.knowledge) else _LACKING_WHERE
    match requirement.slot:
        case Slot.HOURLY_RATE:
            return _dearer(view, brief.hourly_rate)
        case Slot.HOURS_PER_WEEK if brief.hours_per_week is not None:
            return _below(facts.hours_per_week, least_hours(brief.hours_per_week))
        case Slot.MIN_JOBS_COMPLETED:
            return _below(facts.jobs, brief.min_jobs_completed)
        case Slot.MIN_JOB_SUCCESS:
            return _below(facts.success * 100, brief.min_job_success)
        case Slot.MIN_RATING:
            return _below(facts.rating, brief.min_rating)
        case slot:
            return _LACKING_WHERE if slot in _ELSEWHERE else _LACKING


def _below(found: NDArray[np.int32] | NDArray[np.float64], least: float | None) -> Shortfalls | float:
    """The share that everybody's number is short of the least."""
    if not least:
        return _LACKING
    values = found.astype(np.float64)
    return np.where(np.nan_to_num(values, nan=UNKNOWN) < 0, _UNSTATED, np.maximum(1 - values / least, _STEP))


def _dearer(view: View, wanted: MoneyRange | None) -> Shortfalls | float:
    """The share by which everybody's rate is above the limit."""
    greatest = np.nan if wanted is None or wanted.max is None else rate_bounds_usd(wanted, view.knowledge)[1]
    if not greatest > 0:  # no limit, none above nothing, or a currency of no known rate
        return _LACKING
    rates = view.facts.rate_usd
    return np.where(np.isnan(rates), _UNSTATED, np.maximum(rates / greatest - 1, _STEP))
