"""Briefs whose hard requirements let through all, many, some, few, or hardly anybody."""

from dataclasses import dataclass

import numpy as np

from agent.matching.field import survey
from api.services import Marketplace
from store.nouns.brief import (
    Brief,
    Countries,
    LanguageLevel,
    LanguageWish,
    MoneyRange,
    Slot,
    Term,
)

SHARES = {"none": 1.0, "broad": 0.6, "medium": 0.1, "narrow": 0.01, "needle": 0.0}
"""The share of the marketplace that each class of filters aims at; a needle at about ten people."""

NEEDLE_PEOPLE = 10

ROLE = "frontend-developer"
"""Every brief asks for it softly, so that there is something to rank by."""

_SOFT_ROLE = {Slot.ROLE: Term(hard=False)}


@dataclass(frozen=True, slots=True)
class FilterClass:
    """A brief, and how many people meet its hard requirements."""

    name: str
    brief: Brief
    passing: int


def filter_classes(marketplace: Marketplace) -> list[FilterClass]:
    """One brief of each class: whichever of some hundred combinations comes nearest to its share."""
    view = marketplace.search.view()
    combinations = [(brief, _passing(marketplace, brief)) for brief in _combinations(marketplace)]
    classes = [FilterClass("none", Brief(role=ROLE, terms=dict(_SOFT_ROLE)), view.people)]
    for name, share in list(SHARES.items())[1:]:
        aim = max(NEEDLE_PEOPLE, share * view.people)
        brief, passing = min(combinations, key=lambda each: abs(np.log((each[1] or 1e-9) / aim)))
        classes.append(FilterClass(name, brief, passing))
    return classes


def _passing(marketplace: Marketplace, brief: Brief) -> int:
    field = survey(marketplace.search.view(), brief, marketplace.today)
    return int(np.count_nonzero(field.passing))


def _combinations(marketplace: Marketplace) -> list[Brief]:
    facts = marketplace.search.view().facts
    rates = facts.rate_usd[np.isfinite(facts.rate_usd)]
    limits = [float(round(rate, 2)) for rate in np.percentile(rates, (10, 30, 50, 65, 80, 95))]
    places = [None, *(Countries(include=(code,)) for code in ("IN", "US", "DE", "PL", "KE", "NZ"))]
    languages = [(), *((LanguageWish(code=c, level=LanguageLevel.FLUENT),) for c in ("en", "de", "sw"))]
    briefs = []
    for limit in limits:
        for place in places:
            for spoken in languages:
                for success in (None, 95):
                    terms = _SOFT_ROLE | {Slot.HOURLY_RATE: Term(hard=True)}
                    terms |= {Slot.COUNTRIES: Term(hard=True)} if place is not None else {}
                    terms |= {Slot.LANGUAGES: Term(hard=True)} if spoken else {}
                    terms |= {Slot.MIN_JOB_SUCCESS: Term(hard=True)} if success else {}
                    briefs.append(
                        Brief(
                            role=ROLE,
                            hourly_rate=MoneyRange(max=limit),
                            countries=place,
                            languages=spoken,
                            min_job_success=success,
                            terms=terms,
                        )
                    )
    return briefs
