"""The requirements of a brief as exact masks over the catalog.

Unknown never counts as met: whoever does not state a rate, a language, a place, a level, hours or a date
is ruled out by a hard requirement on it, and is let in again by the relaxation that makes it soft.

Headcount, duration and working style never rule anybody out, because profiles say nothing about them. A
fixed budget does only when the brief's weeks and weekly hours say how much work it must pay for.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import ceil, inf, isfinite

import numpy as np
from numpy.typing import NDArray

from store.knowledge import Knowledge
from store.nouns.brief import (
    Brief,
    Countries,
    Importance,
    LanguageWish,
    Range,
    SkillWish,
    Slot,
)
from store.search.facts import PROVIDERS, SENIORITIES, UNKNOWN
from store.search.prices import budget_bounds_usd, rate_bounds_usd, work_hours
from store.search.view import Mask, View
from store.search.wanted_places import are_alternatives, region_countries

_ROUNDING = 1e-6
"""Slack for shares and ratings that were computed from several numbers."""

_FEW_CODES = 10
"""Up to so many codes are compared one by one, which is quicker than looking everybody's code up."""
_CODES = 1 << 16
"""Every code there can be, UNKNOWN included."""

MaskOf = Callable[[View, date], Mask]
Subject = tuple[SkillWish, ...] | LanguageWish | Countries | None
"""What of its slot a requirement is about: alternative skills, one language, or one side of the countries."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing the brief asks for. `mask` tells who meets it; only a hard one rules the others out."""

    slot: Slot
    hard: bool
    mask: MaskOf
    subject: Subject = None
    beside: Slot | None = None
    """Another slot that it is in too: of places, countries may stand beside regions."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot of the brief that it is in."""
        return (self.slot,) if self.beside is None else (self.slot, self.beside)


def requirements(brief: Brief, knowledge: Knowledge) -> tuple[Requirement, ...]:
    """Everything the brief asks for that a profile can answer, skills first."""
    slots = (Requirement(slot, brief.is_hard(slot), mask, subject) for slot, mask, subject in _slots(brief))
    return (*_skills(brief), *slots, *_place(brief, knowledge))


def skill_groups(brief: Brief, importance: Importance) -> tuple[tuple[SkillWish, ...], ...]:
    """The brief's skills of one importance, alternatives together, in the order they were named."""
    groups: dict[object, list[SkillWish]] = {}
    for number, wish in enumerate(brief.skills_that(importance)):
        key = ("alone", number) if wish.alternative is None else ("alternative", wish.alternative)
        groups.setdefault(key, []).append(wish)
    return tuple(tuple(group) for group in groups.values())


def least_hours(hours: Range) -> float:
    """The weekly hours somebody must have free: the least asked for; 'at most' asks for one at least."""
    return 1.0 if hours.min is None else hours.min


def _skills(brief: Brief) -> Iterator[Requirement]:
    for group in skill_groups(brief, Importance.MUST):
        yield Requirement(Slot.SKILLS, True, partial(_any_skill, group), group)
    for wish in brief.skills_that(Importance.EXCLUDED):
        yield Requirement(Slot.SKILLS, True, partial(_no_skill, wish), (wish,))
    for group in skill_groups(brief, Importance.NICE):
        yield Requirement(Slot.SKILLS, False, partial(_any_skill, group), group)


def _slots(brief: Brief) -> Iterator[tuple[Slot, MaskOf, Subject]]:
    """Every slot that is set and that profiles can answer, with who meets it."""
    for slot, mask in (*_work(brief), *_price(brief), *_time(brief), *_record(brief)):
        yield slot, mask, None
    if (span := brief.utc_offset) is not None:
        yield Slot.UTC_OFFSET, lambda view, today: _within_hours(view, span, today), None
    for wish in brief.languages:
        yield Slot.LANGUAGES, partial(_speaks, wish), wish


def _work(brief: Brief) -> Iterator[tuple[Slot, MaskOf]]:
    if (role := brief.role) is not None:
        yield Slot.ROLE, lambda view, _: _stating(view, role)
    if industries := brief.industries_judged:
        yield (
            Slot.INDUSTRIES,
            lambda view, _: np.logical_and.reduce([view.in_industry(industry) for industry in industries]),
        )
    if (level := brief.seniority) is not None:
        yield Slot.SENIORITY, lambda view, _: _equal(view.facts.seniority, SENIORITIES.index(level))
    if (provider := brief.provider) is not None:
        yield Slot.PROVIDER, lambda view, _: _equal(view.facts.provider, PROVIDERS.index(provider))


def _price(brief: Brief) -> Iterator[tuple[Slot, MaskOf]]:
    if (rate := brief.hourly_rate) is not None:
        yield Slot.HOURLY_RATE, lambda view, _: _priced(view, rate_bounds_usd(rate, view.knowledge))
    budget = brief.fixed_budget
    if budget is not None and budget.max is not None and work_hours(brief):
        yield Slot.FIXED_BUDGET, lambda view, _: _priced(view, budget_bounds_usd(brief, view.knowledge))


def _time(brief: Brief) -> Iterator[tuple[Slot, MaskOf]]:
    if (hours := brief.hours_per_week) is not None:
        least = least_hours(hours)
        yield Slot.HOURS_PER_WEEK, lambda view, _: _at_least(view.facts.hours_per_week, least)
    if (start := brief.start_by) is not None:
        yield Slot.START_BY, lambda view, _: _free_by(view, start)
    if brief.available_now:
        yield Slot.AVAILABLE_NOW, _free_by


def _record(brief: Brief) -> Iterator[tuple[Slot, MaskOf]]:
    if (success := brief.min_job_success) is not None:
        yield Slot.MIN_JOB_SUCCESS, lambda view, _: _at_least(view.facts.success, (success - _ROUNDING) / 100)
    if (rating := brief.min_rating) is not None:
        yield Slot.MIN_RATING, lambda view, _: _at_least(view.facts.rating, rating - _ROUNDING)
    if (jobs := brief.min_jobs_completed) is not None:
        yield Slot.MIN_JOBS_COMPLETED, lambda view, _: _at_least(view.facts.jobs, jobs)


def _place(brief: Brief, knowledge: Knowledge) -> Iterator[Requirement]:
    """The countries and the regions asked for, as one where either will do; and the countries ruled out."""
    hard, places = brief.is_hard(Slot.COUNTRIES), brief.countries
    include = places.include if places is not None else ()
    beside = Slot.COUNTRIES if are_alternatives(brief, knowledge) else None
    if include and beside is None:
        yield Requirement(
            Slot.COUNTRIES, hard, lambda view, _: _in_countries(view, include), Countries(include=include)
        )
    if brief.regions:
        wanted = region_countries(brief.regions, knowledge).union(include if beside else ())
        within = partial(_within, wanted)
        yield Requirement(Slot.REGIONS, brief.is_hard(Slot.REGIONS), within, beside=beside)
    if places is not None and (exclude := places.exclude):
        yield Requirement(
            Slot.COUNTRIES,
            hard,
            lambda view, _: (view.facts.country != UNKNOWN) & ~_in_countries(view, exclude),
            Countries(exclude=exclude),
        )


def _within(countries: Collection[str], view: View, _: date) -> Mask:
    return _in_countries(view, countries)


def _any_skill(group: tuple[SkillWish, ...], view: View, _: date) -> Mask:
    return view.with_skill(*(wish.name for wish in group))


def _no_skill(wish: SkillWish, view: View, _: date) -> Mask:
    return ~view.with_skill(wish.name)


def _speaks(wish: LanguageWish, view: View, _: date) -> Mask:
    return _at_least(view.language_ranks(wish.code), wish.level.rank)


def _stating(view: View, role: str) -> Mask:
    code = view.role_code(role)
    return np.zeros(view.size, np.bool_) if code == UNKNOWN else _equal(view.facts.role, code)


def _coded(column: NDArray[np.int16], codes: Collection[int]) -> Mask:
    """Whose code is one of those, none of which is UNKNOWN."""
    if len(codes) > _FEW_CODES:
        known = np.zeros(_CODES, np.bool_)
        known[list(codes)] = True
        # Without a sign, UNKNOWN is the last place of the table.
        return known.take(column.view(np.uint16))
    mask = np.zeros(len(column), np.bool_)
    for code in codes:
        mask |= column == code
    return mask


def _equal(column: NDArray[np.integer], code: int) -> Mask:
    mask: Mask = column == code
    return mask


def _at_least(column: NDArray[np.integer] | NDArray[np.floating], least: float) -> Mask:
    whole = np.issubdtype(column.dtype, np.integer) and isfinite(least)
    # Beside a whole number numpy need not turn every number of the column into a real one.
    mask: Mask = np.greater_equal(column, ceil(least) if whole else least)
    return mask


def _in_countries(view: View, countries: Iterable[str]) -> Mask:
    return _coded(view.facts.country, set(view.country_codes(countries)))


def _priced(view: View, bounds: tuple[float, float] | None) -> Mask:
    if bounds is None:
        return view.alive
    least, greatest = bounds
    mask: Mask = view.facts.rate_usd <= greatest
    if least != -inf:
        mask &= view.facts.rate_usd >= least
    return mask


def _free_by(view: View, day: date) -> Mask:
    since = view.facts.available_from
    mask: Mask = (since != UNKNOWN) & (since <= day.toordinal())
    return mask


def _within_hours(view: View, span: Range, today: date) -> Mask:
    low = -inf if span.min is None else span.min
    high = inf if span.max is None else span.max
    zones = view.zone_offsets(today)
    return _coded(
        view.facts.zone,
        [code for code, zone in enumerate(zones) if zone is not None and zone[0] >= low and zone[1] <= high],
    )
