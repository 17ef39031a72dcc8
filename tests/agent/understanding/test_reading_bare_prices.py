"""Prices that do not say what they are for, and numbers that are no price at all."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import MoneyRange
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("text", "least", "most", "currency"),
    [
        ("Kotlin developer, 4 months, $95-115", 95, 115, "USD"),
        ("Two procurement clerks, 8 months, 40-45 EUR", 40, 45, "EUR"),
        ("Oracle DBA for a tuning job, $110-130", 110, 130, "USD"),
        ("Risk analyst, 6 months, 130 CHF", None, 130, "CHF"),
        ("Mechanical engineer, 60 hours, 75 EUR", None, 75, "EUR"),
        ("VA for my guest house, answer messages. 7 euros", None, 7, "EUR"),
        ("Vue developer, Poland, 40 usd", None, 40, "USD"),
        ("Bookkeeper, $30-40 hr", 30, 40, "USD"),
        ("Java developer, R500-R650 per hour", 500, 650, "ZAR"),
        ("SEO consultant, 70/h AUD", None, 70, "AUD"),
        ("Go developer, 4 months FT. 70-90/h", 70, 90, "USD"),
        ("Search engineer. About 90 hours altogether, rate up to 80 EUR", None, 80, "EUR"),
    ],
)
def test_pay_for_work_that_goes_on_is_by_the_hour(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    text: str,
    least: float | None,
    most: float,
    currency: str,
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.hourly_rate == MoneyRange(min=least, max=most, currency=currency)
    assert brief.fixed_budget is None


@pytest.mark.parametrize(
    ("text", "most", "currency"),
    [
        ("Can someone cut the background out of 40 photos of mugs? $70", 70, "USD"),
        ("Designer for a door sign, 45 AUD, by Friday", 45, "AUD"),
        ("Excel wizard for our chess league table, 75 bucks", 75, "USD"),
        ("Vector version of our club badge, £55. By Thursday if possible", 55, "GBP"),
        ("Poster for a bar, 500 nis", 500, "ILS"),
        ("Logo for a wallet app. 250 usdt", 250, "USD"),
        ("PHP developer for a small fix, 90 000 Ft", 90_000, "HUF"),
        ("Mastering engineer for my six songs. 350", 350, "USD"),
    ],
)
def test_a_small_sum_for_one_small_thing_is_for_all_of_it(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, most: float, currency: str
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.fixed_budget == MoneyRange(max=most, currency=currency)
    assert brief.hourly_rate is None


@pytest.mark.parametrize(
    ("text", "hourly", "fixed", "currency"),
    [
        ("Roblox scripter, 20 usd an hour or 900 for all", 20, 900, "USD"),
        ("Geologist, 90 €/h up to 8k total", 90, 8000, "EUR"),
        ("ESG consultant, fixed SEK 300k or 1000/h", 1000, 300_000, "SEK"),
    ],
)
def test_two_prices_are_no_range(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    text: str,
    hourly: float,
    fixed: float,
    currency: str,
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.hourly_rate == MoneyRange(max=hourly, currency=currency)
    assert brief.fixed_budget == MoneyRange(max=fixed, currency=currency)


def test_thousands_are_said_once_for_both_ends(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "Java developer, 6 to 9 thousand yen an hour")
    assert brief.hourly_rate == MoneyRange(min=6000, max=9000, currency="JPY")


@pytest.mark.parametrize(
    "text",
    [
        "Network engineer for a provider with about 20k fibre subscribers",
        "Newsletter editor. 5k free readers, 300 paid",
        "Load tester, we expect 40k concurrent",
        "Someone to merge 12 supplier price lists with Python",
        "Product manager for a maths app (30k paying parents)",
        "The cafe next door has 300 reviews, we have 28. SEO person wanted",
        "Designer for a 1930s cinema",
        "Web developer for a firm founded in 2019, costs us nerves",
        "Video editor, 30s clips for our budget hotel",
        "System consultant, 25 staff printing bags, price lists in Excel",
        "Banner of 10 ft, illustrator wanted",
    ],
)
def test_counts_and_years_are_no_price(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert (brief.hourly_rate, brief.fixed_budget) == (None, None)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Coach for our team leads. Budget is EUR 4.200, spring 2027", 4200),
        ("Web designer, budget of 2000", 2000),
        ("Web designer, 2k max budget", 2000),
        ("Web designer, I have 600 for this", 600),
        ("Web designer, budget 500 all in", 500),
    ],
)
def test_a_year_takes_nothing_from_the_budget(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, most: float
) -> None:
    budget = brief_of(interpreter, knowledge, text).fixed_budget
    assert budget is not None
    assert budget.max == most
