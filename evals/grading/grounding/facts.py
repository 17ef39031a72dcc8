"""The figures there are: of a person, of a brief, of what a turn counted. Each by its kind and unit."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from evals.grading.grounding.scope import Scope
from store.knowledge import Knowledge, UnknownCurrency
from store.nouns.brief import Brief, MoneyRange, Range
from store.nouns.freelancer import Freelancer, Money
from store.search.places import offsets, zones


class Kind(StrEnum):
    """What a figure counts or measures."""

    MONEY = "money"
    PERCENT = "percent"
    OFFSET = "offset"
    DATE = "date"
    RATING = "rating"
    MARK = "rating of one job"
    REVIEWS = "reviews"
    CONTRACTS = "contracts"
    JOBS = "jobs"
    HOURS = "hours"
    WEEKS = "weeks"
    MONTHS = "months"
    ITEMS = "portfolio items"
    PEOPLE = "people"
    NUMBER = "number"


_WEEKS_A_YEAR, _MONTHS_A_YEAR = 52, 12
_NEAR_WEEKS = 0.5


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that is in the data."""

    kind: Kind
    value: float
    currency: str | None = None
    rounded: bool = False
    """Stated as about so much: a unit more or less is no lie."""


def of_person(person: Freelancer, scope: Scope) -> Iterator[Fact]:
    """Everything a profile and its record give as a figure, seen from the briefs in scope."""
    track = person.track
    if person.hourly_rate is not None:
        yield from _prices(person.hourly_rate, scope)
    if track.rating is not None:
        yield Fact(Kind.RATING, round(track.rating, 1))
    yield Fact(Kind.REVIEWS, track.ratings)
    yield Fact(Kind.JOBS, track.jobs_completed)
    yield Fact(Kind.HOURS, round(track.hours_worked))
    for share in (track.job_success, track.on_time_rate, track.on_budget_rate, track.repeat_rate):
        if share is not None:
            yield Fact(Kind.PERCENT, round(share * 100), rounded=True)
    if person.availability.hours_per_week is not None:
        yield Fact(Kind.HOURS, person.availability.hours_per_week)
    if person.availability.available_from is not None:
        yield Fact(Kind.DATE, person.availability.available_from.toordinal())
    yield Fact(Kind.ITEMS, len(person.portfolio))
    for skill in person.skills:
        yield Fact(Kind.CONTRACTS, skill.contracts)
    for contract in person.contracts:
        if contract.rating is not None:
            yield Fact(Kind.MARK, round(contract.rating, 1))
    for brief in scope.briefs:
        for wanted in (brief.industries_asked, brief.trades_told, brief.own_trades):
            yield Fact(Kind.CONTRACTS, sum(each.industry in wanted for each in person.contracts))
    yield from _offsets(person, scope)


def _prices(rate: Money, scope: Scope) -> Iterator[Fact]:
    yield Fact(Kind.MONEY, rate.amount, rate.currency)
    for brief in scope.briefs:
        wanted = {each.currency for each in (brief.hourly_rate, brief.fixed_budget) if each is not None}
        for currency in {"USD", *wanted} - {rate.currency}:
            worth = _converted(rate.amount, rate.currency, currency, scope.knowledge)
            if worth is not None:
                yield Fact(Kind.MONEY, worth, currency, rounded=True)
        work = _work(brief)
        for currency in wanted if work else ():
            cost = _converted(rate.amount * work, rate.currency, currency, scope.knowledge)
            if cost is not None:
                yield Fact(Kind.MONEY, cost, currency, rounded=True)


def _offsets(person: Freelancer, scope: Scope) -> Iterator[Fact]:
    today = scope.truth.today
    found = offsets(zones(person.time_zone, person.city, person.country, scope.knowledge), today)
    for hours in found or ():
        yield Fact(Kind.OFFSET, hours)
    if person.time_zone is not None:
        noon = datetime(today.year, today.month, today.day, 12, tzinfo=ZoneInfo(person.time_zone))
        difference = noon.utcoffset()
        if difference is not None:
            yield Fact(Kind.OFFSET, difference.total_seconds() / 3600)


def _converted(value: float, currency: str, into: str, knowledge: Knowledge) -> float | None:
    try:
        return knowledge.convert(value, currency, into)
    except UnknownCurrency:
        return None


def of_brief(brief: Brief) -> Iterator[Fact]:
    """Everything a brief gives as a figure."""
    for price in (brief.hourly_rate, brief.fixed_budget):
        yield from _ends(Kind.MONEY, price, price.currency if price is not None else None)
    yield from _ends(Kind.HOURS, brief.hours_per_week)
    yield from _ends(Kind.WEEKS, brief.duration_weeks)
    yield from _whole_months(brief.duration_weeks)
    yield from _ends(Kind.OFFSET, brief.utc_offset)
    counted = (
        (Kind.NUMBER, brief.headcount),
        (Kind.PERCENT, brief.min_job_success),
        (Kind.RATING, brief.min_rating),
        (Kind.JOBS, brief.min_jobs_completed),
        (Kind.HOURS, _work(brief) or None),
    )
    for kind, value in counted:
        if value is not None:
            yield Fact(kind, float(value))
    if brief.start_by is not None:
        yield Fact(Kind.DATE, brief.start_by.toordinal())


def _ends(kind: Kind, span: MoneyRange | Range | None, currency: str | None = None) -> Iterator[Fact]:
    for end in (span.min, span.max) if span is not None else ():
        if end is not None:
            yield Fact(kind, end, currency)


def _whole_months(weeks: Range | None) -> Iterator[Fact]:
    """A length in weeks that is within half a week of whole months."""
    for length in _ends(Kind.WEEKS, weeks):
        months = round(length.value * _MONTHS_A_YEAR / _WEEKS_A_YEAR)
        if abs(length.value - months * _WEEKS_A_YEAR / _MONTHS_A_YEAR) <= _NEAR_WEEKS:
            yield Fact(Kind.MONTHS, float(months))


def _work(brief: Brief) -> float:
    weeks, hours = brief.duration_weeks, brief.hours_per_week
    return (weeks.min or 0) * (hours.min or 0) if weeks is not None and hours is not None else 0.0


def of_turn(scope: Scope) -> Iterator[Fact]:
    """What the turn counted."""
    turn = scope.turn
    counts = [turn.eligible, len(turn.candidates), scope.listed, *(each.adds for each in scope.offers)]
    yield from (Fact(Kind.PEOPLE, count) for count in counts if count is not None)
    for brief in scope.briefs:
        if brief.headcount is not None:
            yield Fact(Kind.PEOPLE, brief.headcount)


_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SPELLED = {
    word: value
    for value, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}


def of_messages(messages: Iterable[str]) -> Iterator[Fact]:
    """The numbers the client wrote: said back they are its own."""
    for message in messages:
        for found in _NUMBER.findall(message):
            yield Fact(Kind.NUMBER, float(found.replace(",", "")))
        for word in message.lower().split():
            if word.strip(".,!?") in _SPELLED:
                yield Fact(Kind.NUMBER, _SPELLED[word.strip(".,!?")])
