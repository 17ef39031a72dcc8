"""Prices in other coins and words: letters before an amount, limits of a price, sums somebody has."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import MoneyRange, Slot
from store.nouns.conversation import Question
from tests_support.readings import TODAY, brief_of


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("accountant, R450/hour", MoneyRange(max=450, currency="ZAR")),
        ("accountant, R1,450/hour", MoneyRange(max=1450, currency="ZAR")),
        ("accountant, kr500/hour", MoneyRange(max=500, currency="SEK")),
        ("React dev, A$95/hr", MoneyRange(max=95, currency="AUD")),
        ("React dev, 3d/wk, $90-$110", MoneyRange(min=90, max=110)),
        ("Two React devs at 50 each per hour", MoneyRange(max=50)),
        ("React dev, min €40 max €50 an hour", MoneyRange(min=40, max=50, currency="EUR")),
        ("React dev. Ideally 55/h, 65 at most", MoneyRange(max=65)),
        ("We made $2m last year and now need a React dev at 60/h", MoneyRange(max=60)),
        ("tutor, 200 zł/h for 3 kids", MoneyRange(max=200, currency="PLN")),
        ("VA at 250 pesos (Philippine) an hour", MoneyRange(max=250, currency="PHP")),
        ("VA, 600 Mexican pesos an hour, must be in Colombia", MoneyRange(max=600, currency="MXN")),
        ("developer in Oslo, 700 kr an hour", MoneyRange(max=700, currency="NOK")),
        ("React dev, $60/h (that's AUD)", MoneyRange(max=60, currency="AUD")),
        ("bookkeeper, 20 hours per month, 500 euros a month", MoneyRange(max=25, currency="EUR")),
        ("support agents, 1200 dollars a month for 160 hours", MoneyRange(max=7.5)),
    ],
)
def test_an_hourly_rate_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, rate: MoneyRange
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.hourly_rate == rate
    assert brief.fixed_budget is None


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("copywriter on a $2,000 monthly retainer", MoneyRange(max=2000)),
        ("Budget: from 4k to 6k. logo designer", MoneyRange(min=4000, max=6000)),
        ("I have 800 quid for a logo", MoneyRange(max=800, currency="GBP")),
        ("Excel macro. I can offer 40 pounds", MoneyRange(max=40, currency="GBP")),
        ("React dev, Rs 2 lakh for the project", MoneyRange(max=200_000, currency="INR")),
        ("Logo designer wanted. Budget? Around 2500", MoneyRange(min=2250, max=2750)),
        ("Proofreader, fee £600 in two halves (before/after)", MoneyRange(max=600, currency="GBP")),
        ("need a grant writer, 2 proposals, 600 usd each", MoneyRange(max=1200)),
        ("photographer for a lookbook, 2 days, 25.000 TL", MoneyRange(max=25000, currency="TRY")),
        ("trademark lawyer, flat fee please not hourly, under 1500", MoneyRange(max=1500)),
        ("bioinformatician. The grant covers no more than $18,000 in total", MoneyRange(max=18000)),
        ("motion designer, 30s explainer, 700 max, eastern europe", MoneyRange(max=700)),
        ("logo design for P15,000", MoneyRange(max=15000, currency="PHP")),
        ("translator needed, budget ₦80,000", MoneyRange(max=80000, currency="NGN")),
        ("Android developer, 3 to 4 lakh", MoneyRange(min=300_000, max=400_000, currency="INR")),
        ("logo designer, 2-3 hundred", MoneyRange(min=200, max=300)),
        ("Android app, 2 lakh, can't do more than 2.5", MoneyRange(min=2e5, max=2.5e5, currency="INR")),
        ("game trailer, 3k with a down payment of 1k", MoneyRange(max=3000)),
        ("I can go as low as 1k and as high as 2k for a logo", MoneyRange(min=1000, max=2000)),
        ("product manager. The app serves about two million airline passengers.", None),
    ],
)
def test_a_budget_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, budget: MoneyRange
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.fixed_budget == budget
    assert brief.hourly_rate is None


def test_an_answer_too_dear_for_an_hour_is_taken_for_the_whole_and_said(
    interpreter: OfflineInterpreter,
) -> None:
    asked = Context(today=TODAY, question=Question(slot=Slot.HOURLY_RATE, text="How much an hour?"))
    (change,) = interpreter.read_strictly("450 bucks", asked).changes
    assert change.slot is Slot.FIXED_BUDGET
    assert change.uncertain
    (change,) = interpreter.read_strictly("250", asked).changes
    assert change.slot is Slot.HOURLY_RATE
