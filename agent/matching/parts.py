"""The ingredients of a score, for many freelancers at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from agent.matching import weights
from agent.matching.need import Need
from agent.matching.query import is_post
from agent.matching.track import halved, track_values
from store.nouns.brief import Importance, Seniority, SkillWish, Slot
from store.search.columns import Places
from store.search.facts import SENIORITIES, UNKNOWN
from store.search.prices import budget_bounds_usd, rate_bounds_usd
from store.search.requirements import skill_groups
from store.search.view import View
from store.track_record import FRESHNESS_HALF_LIFE_DAYS

Values = NDArray[np.float64]

_HAS = 0.7
_PROVEN = 0.3
_RELATED = 0.3
_MENTIONED = 0.35
_CONTRACTS_FOR_PROOF = 3.0
_NOT_STATED = 0.4
"""The value of a wish on which the profile says nothing: better than a no, worse than a yes."""


@dataclass(frozen=True, slots=True)
class Part:
    """One ingredient: a value of 0 to 1 for each row, and its weight before normalisation."""

    name: str
    weight: float
    values: Values


def parts(view: View, need: Need, rows: Places) -> Iterator[Part]:
    """Every ingredient but meaning, which costs the most and is added by the ranking."""
    brief, facts, today = need.brief, view.facts, need.today
    yield Part("words", weights.WORDS, np.minimum(1.0, 2.0 * need.word_scores[rows].astype(np.float64)))
    if any(wish.importance is not Importance.EXCLUDED for wish in brief.skills):
        counts = 1.0 if brief.skills_that(Importance.MUST) else weights.ONLY_NICE_SKILLS
        yield Part("skills", counts * weights.SKILLS, _skills(view, need, rows))
    if need.role_fit is not None:
        of_post = weights.ROLE_OF_POST if is_post(brief) else 1.0
        yield Part("role", of_post * weights.ROLE, need.role_fit[rows].astype(np.float64))
    if brief.industries:
        named = [view.in_industry(industry)[rows] for industry in brief.industries]
        yield Part("industry", weights.INDUSTRY, np.mean(named, axis=0))
    if brief.seniority is not None:
        yield Part("seniority", weights.SENIORITY, _seniority(facts.seniority[rows], brief.seniority))
    rate = _rate(view, need, rows)
    if rate is not None:
        yield Part("rate", weights.RATE, rate)
    yield Part("track record", weights.TRACK, track_values(view, today)[rows])
    wishes = _wishes(view, need, rows)
    if wishes is not None:
        yield Part("wishes", weights.WISHES, wishes)
    yield Part("profile", weights.PROFILE, _profiles(view, today)[rows])
    newcomer = (facts.jobs[rows] == 0) & np.isnan(facts.rating[rows])
    yield Part("newcomer", weights.EXPOSURE, np.where(newcomer, facts.completeness[rows], 0.0))


def _skills(view: View, need: Need, rows: Places) -> Values:
    total = np.zeros(len(rows))
    weight = 0.0
    for importance, counts in (
        (Importance.MUST, weights.MUST_SKILL),
        (Importance.NICE, weights.NICE_SKILL),
    ):
        for group in skill_groups(need.brief, importance):
            total += counts * np.max([_skill(view, wish, rows) for wish in group], axis=0)
            weight += counts
    return total / weight


def _skill(view: View, wish: SkillWish, rows: Places) -> Values:
    """Had and proven, had, mentioned in the text, near, or nothing. A stuffed profile's word counts half."""
    contracts = view.contracts_with([wish.name])[rows]
    has = _HAS * (1 - view.facts.stuffing[rows] / 2)
    proof = _PROVEN * -np.expm1(-np.maximum(contracts, 0) / _CONTRACTS_FOR_PROOF)
    near = view.with_skill(*view.skill_names.related(wish.name))[rows]
    short_of_it = np.maximum(_RELATED * near, _MENTIONED * view.mentions(wish.name)[rows])
    return np.where(contracts >= 0, has + proof, short_of_it)


def _seniority(levels: NDArray[np.int8], wanted: Seniority) -> Values:
    steps = np.abs(levels.astype(np.int32) - SENIORITIES.index(wanted))
    return np.where(levels == UNKNOWN, _NOT_STATED, np.maximum(0.0, 1 - 0.5 * steps))


def _rate(view: View, need: Need, rows: Places) -> Values | None:
    """1 within the bounds, falling to 0 at half as much again above; None if the brief has no price."""
    if need.brief.hourly_rate is not None:
        least, greatest = rate_bounds_usd(need.brief.hourly_rate, view.knowledge)
    else:
        budget = budget_bounds_usd(need.brief, view.knowledge)
        if budget is None:
            return None
        least, greatest = budget
    rates = view.facts.rate_usd[rows]
    above = np.maximum(0.0, rates - greatest) / max(greatest, 1.0) if np.isfinite(greatest) else 0.0 * rates
    below = np.maximum(0.0, least - rates) / max(least, 1.0) if np.isfinite(least) else 0.0 * rates
    fit = np.clip(1 - 2 * above - below, 0, 1)
    return np.where(np.isnan(rates), _NOT_STATED, fit)


def _wishes(view: View, need: Need, rows: Places) -> Values | None:
    """The share of the soft requirements that are met, those with a part of their own left out."""
    soft = [wish for wish in need.soft if wish.slot not in _OWN_PART]
    if not soft:
        return None
    met: Values = np.mean([wish.mask(view, need.today)[rows] for wish in soft], axis=0)
    return met


_OWN_PART = frozenset(
    {Slot.SKILLS, Slot.ROLE, Slot.INDUSTRIES, Slot.SENIORITY, Slot.HOURLY_RATE, Slot.FIXED_BUDGET}
)


def _profiles(view: View, today: date) -> Values:
    """Freshness and completeness in equal parts, halved for a stuffed profile; for everybody."""
    return view.remember(("profile", today), lambda: _make_profiles(view, today))


def _make_profiles(view: View, today: date) -> Values:
    last = view.facts.last_sign
    known = last != UNKNOWN
    since = np.where(known, last, np.int32(today.toordinal()))
    fresh = np.where(known, halved(since, today, FRESHNESS_HALF_LIFE_DAYS), 0.5)
    natural = 1 - view.facts.stuffing / 2
    value: Values = (fresh + view.facts.completeness) / 2 * natural
    return value
