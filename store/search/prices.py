"""The brief's prices as bounds on an hourly rate in US dollars, the one unit the catalog compares."""

from math import inf, nan

from store.knowledge import Knowledge, UnknownCurrency
from store.nouns.brief import Brief, MoneyRange

SLACK = 1e-6
"""Slack for comparing converted money, as a share: a cent in ten thousand dollars."""


def rate_bounds_usd(rate: MoneyRange, knowledge: Knowledge) -> tuple[float, float]:
    """Least and greatest hourly rate, slack included; NaN (which nothing meets) for a currency unknown."""
    try:
        factor = knowledge.convert(1, rate.currency, "USD")
    except UnknownCurrency:
        return nan, nan
    least = -inf if rate.min is None else rate.min * factor * (1 - SLACK)
    greatest = inf if rate.max is None else rate.max * factor * (1 + SLACK)
    return least, greatest


def work_hours(brief: Brief) -> float | None:
    """The hours of work the brief is sure to need: its least weeks times its least weekly hours."""
    weeks, hours = brief.duration_weeks, brief.hours_per_week
    if weeks is None or hours is None or not weeks.min or not hours.min:
        return None
    return weeks.min * hours.min


def budget_bounds_usd(brief: Brief, knowledge: Knowledge) -> tuple[float, float] | None:
    """The hourly rates that a fixed budget can pay for; None unless the brief says how much work it is.

    Only the budget's upper bound limits anybody: work that costs less than planned is no fault.
    """
    hours, budget = work_hours(brief), brief.fixed_budget
    if hours is None or budget is None or budget.max is None:
        return None
    return rate_bounds_usd(MoneyRange(max=budget.max / hours, currency=budget.currency), knowledge)
