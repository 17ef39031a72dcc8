"""On what terms: price, hours and start."""

from agent.matching.checks.finding import Finding, Judged, met_if, unknown
from agent.replies.words import amount, count, day, money, number
from store.knowledge import UnknownCurrency
from store.nouns.freelancer import Money
from store.nouns.match import Verdict
from store.search.prices import budget_bounds_usd, rate_bounds_usd, work_hours
from store.search.requirements import least_hours

_A_LITTLE_ABOVE = 1.15
_A_LITTLE_LATER_DAYS = 14
_MOST_OF_THE_HOURS = 0.75


def hourly_rate(judged: Judged) -> Finding:
    """MET within the bounds, PARTLY up to 15% above."""
    rate, wanted = judged.person.hourly_rate, judged.brief.hourly_rate
    if rate is None or wanted is None:
        return unknown("States no rate")
    usd = _usd(judged, rate)
    if usd is None:
        return unknown(f"Charges in {rate.currency}, for which no exchange rate is known")
    least, greatest = rate_bounds_usd(wanted, judged.knowledge)
    fact = f"{money(rate, judged.knowledge)}/h" + _converted(judged, rate, usd, wanted.currency)
    if greatest < usd <= greatest * _A_LITTLE_ABOVE:
        return Finding(Verdict.PARTLY, fact)
    return met_if(least <= usd <= greatest, fact)


def budget(judged: Judged) -> Finding:
    """What the brief's least hours cost at the freelancer's rate."""
    rate, wanted = judged.person.hourly_rate, judged.brief.fixed_budget
    hours_needed, bounds = work_hours(judged.brief), budget_bounds_usd(judged.brief, judged.knowledge)
    if rate is None or wanted is None or hours_needed is None or bounds is None:
        return unknown("States no rate")
    usd = _usd(judged, rate)
    if usd is None:
        return unknown(f"Charges in {rate.currency}, for which no exchange rate is known")
    cost = judged.knowledge.convert(usd * hours_needed, "USD", wanted.currency)
    fact = (
        f"{number(hours_needed)} hours at {money(rate, judged.knowledge)}/h come to "
        f"{amount(round(cost), wanted.currency, judged.knowledge)}"
    )
    return met_if(bounds[0] <= usd <= bounds[1], fact)


def hours(judged: Judged) -> Finding:
    """MET with the hours free, PARTLY with three quarters of them."""
    free, wanted = judged.person.availability.hours_per_week, judged.brief.hours_per_week
    if free is None or wanted is None:
        return unknown("States no hours")
    fact = f"{count(free, 'hour')} a week free"
    least = least_hours(wanted)
    if _MOST_OF_THE_HOURS * least <= free < least:
        return Finding(Verdict.PARTLY, fact)
    return met_if(free >= least, fact)


def start(judged: Judged) -> Finding:
    """MET when free by the date, PARTLY up to two weeks later."""
    since, wanted = judged.person.availability.available_from, judged.brief.start_by
    if since is None or wanted is None:
        return unknown("States no date")
    late = (since - wanted).days
    fact = "Free now" if since <= judged.today else f"Free from {day(since)}"
    if 0 < late <= _A_LITTLE_LATER_DAYS:
        return Finding(Verdict.PARTLY, fact)
    return met_if(late <= 0, fact)


def available_now(judged: Judged) -> Finding:
    """MET when free today."""
    since = judged.person.availability.available_from
    if since is None:
        return unknown("States no date")
    return met_if(since <= judged.today, "Free now" if since <= judged.today else f"Free from {day(since)}")


def _usd(judged: Judged, rate: Money) -> float | None:
    try:
        return judged.knowledge.convert(rate.amount, rate.currency, "USD")
    except UnknownCurrency:
        return None


def _converted(judged: Judged, rate: Money, usd: float, currency: str) -> str:
    if rate.currency == currency:
        return ""
    try:
        value = judged.knowledge.convert(usd, "USD", currency)
    except UnknownCurrency:
        return ""
    return f" (about {amount(round(value), currency, judged.knowledge)})"
