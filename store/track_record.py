"""Turns a freelancer's record into the numbers clients compare. Pure: the same record, the same numbers.

Only finished contracts count: those that ended on or before `today`. Where we hold none, the totals that
another marketplace reports stand in, whole and under its name in `reported_by`; the two are never mixed.
"""

from collections.abc import Iterable
from datetime import date
from math import fsum
from statistics import fmean

from store.knowledge import Knowledge, UnknownCurrency, load_knowledge
from store.nouns.freelancer import Contract, Freelancer, ReportedRecord, TrackRecord

WENT_WELL_RATING = 4.0
"""The lowest rating (1 to 5) of a contract that went well."""

FRESHNESS_HALF_LIFE_DAYS = 90
"""After so many days without a sign of life, a profile is half as fresh."""

FORMULAS = 1
"""Raised whenever a formula here changes, so that stored profiles are derived again when next written."""

_BIO_CHARACTERS = 200
_SKILLS = 3


def derive(freelancer: Freelancer, today: date, knowledge: Knowledge | None = None) -> TrackRecord:
    """The track record and the completeness of the profile.

    - rating: mean of the rated contracts' ratings, 1 to 5; ratings: how many those are.
    - jobs_completed, hours_worked: number and summed hours of the contracts.
    - job_success: of the contracts whose outcome is known, the share that went well (`went_well`).
    - on_time_rate, on_budget_rate: of the contracts that say so, the share that kept to it.
    - repeat_rate: share of the contracts by a client who had hired the freelancer before.
    - earned_usd: summed amounts, converted by `knowledge` (the shipped knowledge if None); amounts in a
      currency it does not know are left out.
    - completeness: see `completeness`.

    From reported totals: rating and ratings as they are; jobs_completed as it is or else the number of
    reviews, since each one closes a job; the percentages as shares; no job_success, hours or earnings,
    because nobody reported them.
    """
    finished = tuple(c for c in freelancer.contracts if c.ended is not None and c.ended <= today)
    filled = completeness(freelancer)
    if finished:
        return _from_contracts(finished, filled, knowledge)
    if freelancer.reported is not None:
        return _from_report(freelancer.reported, filled)
    return TrackRecord(completeness=filled)


def went_well(contract: Contract) -> bool | None:
    """Whether a finished contract went well; None if nothing says how it went.

    The client's rating decides: 4 or better. Without one, a contract went well if it is known to have
    kept to time or budget and is not known to have broken either.
    """
    if contract.rating is not None:
        return contract.rating >= WENT_WELL_RATING
    kept = [fact for fact in (contract.on_time, contract.on_budget) if fact is not None]
    return all(kept) if kept else None


def completeness(freelancer: Freelancer) -> float:
    """Share of the twelve parts of a profile that are filled, 0 to 1.

    Headline, bio of 200 characters, role, seniority, three skills, country, time zone, a language, hourly
    rate, hours a week, date of availability, a portfolio item. Work history is no part: a newcomer can
    have a complete profile.
    """
    parts = (
        bool(freelancer.headline.strip()),
        len(freelancer.bio.strip()) >= _BIO_CHARACTERS,
        freelancer.role is not None,
        freelancer.seniority is not None,
        len(freelancer.skills) >= _SKILLS,
        freelancer.country is not None,
        freelancer.time_zone is not None,
        bool(freelancer.languages),
        freelancer.hourly_rate is not None,
        freelancer.availability.hours_per_week is not None,
        freelancer.availability.available_from is not None,
        bool(freelancer.portfolio),
    )
    return sum(parts) / len(parts)


def freshness(freelancer: Freelancer, today: date) -> float:
    """How recent the profile's last sign of life is: 1 today, half after 90 days, a quarter after 180.

    f = 2 ** (-days / 90), of the later of last activity and last profile update; 0.5 if neither is known,
    and 1 for dates in the future.
    """
    return freshness_of(freelancer.last_active, freelancer.profile_updated, today)


def freshness_of(last_active: date | None, profile_updated: date | None, today: date) -> float:
    """`freshness` of a profile of which only the dates are at hand."""
    signs = [day for day in (last_active, profile_updated) if day is not None]
    if not signs:
        return 0.5
    days = max(0, (today - max(signs)).days)
    return float(2 ** (-days / FRESHNESS_HALF_LIFE_DAYS))


def _from_contracts(
    finished: tuple[Contract, ...], filled: float, knowledge: Knowledge | None
) -> TrackRecord:
    ratings = [c.rating for c in finished if c.rating is not None]
    return TrackRecord(
        rating=fmean(ratings) if ratings else None,
        ratings=len(ratings),
        jobs_completed=len(finished),
        hours_worked=fsum(c.hours for c in finished),
        job_success=_share(went_well(c) for c in finished),
        repeat_rate=_share(c.repeat_client for c in finished),
        on_time_rate=_share(c.on_time for c in finished),
        on_budget_rate=_share(c.on_budget for c in finished),
        earned_usd=round(fsum(_usd(c, knowledge) for c in finished), 2),
        completeness=filled,
    )


def _from_report(reported: ReportedRecord, filled: float) -> TrackRecord:
    jobs = reported.jobs_completed
    return TrackRecord(
        rating=reported.rating,
        ratings=reported.reviews if reported.rating is not None else 0,
        jobs_completed=reported.reviews if jobs is None else jobs,
        repeat_rate=_of_hundred(reported.repeat_hire_pct),
        on_time_rate=_of_hundred(reported.on_time_pct),
        on_budget_rate=_of_hundred(reported.on_budget_pct),
        completeness=filled,
        reported_by=reported.source,
    )


def _share(facts: Iterable[bool | None]) -> float | None:
    known = [fact for fact in facts if fact is not None]
    return sum(known) / len(known) if known else None


def _of_hundred(percentage: float | None) -> float | None:
    return None if percentage is None else percentage / 100


def _usd(contract: Contract, knowledge: Knowledge | None) -> float:
    paid = contract.amount
    if paid.currency == "USD":
        return paid.amount
    try:
        return (knowledge or load_knowledge()).convert(paid.amount, paid.currency, "USD")
    except UnknownCurrency:
        return 0
