"""Prices said again: the other kind of price, one end of a range, another coin."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from store.knowledge import Knowledge
from store.nouns.brief import Brief, MoneyRange, Slot, Term
from store.nouns.conversation import Question
from tests_support.readings import TODAY, brief_of


def _held(slot: Slot, price: MoneyRange) -> Brief:
    hourly = slot is Slot.HOURLY_RATE
    return Brief(
        role="web-developer",
        hourly_rate=price if hourly else None,
        fixed_budget=None if hourly else price,
        terms={Slot.ROLE: Term(hard=True), slot: Term(hard=hourly)},
    )


@pytest.mark.parametrize(
    ("slot", "text", "price"),
    [
        (Slot.HOURLY_RATE, "I meant in total, not hourly", MoneyRange(max=45)),
        (Slot.HOURLY_RATE, "no, that's a fixed price", MoneyRange(max=45)),
        (Slot.FIXED_BUDGET, "that's an hourly rate", MoneyRange(max=45)),
        (Slot.FIXED_BUDGET, "45 an hour", MoneyRange(max=45)),
        (Slot.HOURLY_RATE, "on second thought 900 for the whole thing", MoneyRange(max=900)),
        (Slot.FIXED_BUDGET, "no no, 30 an hour", MoneyRange(max=30)),
    ],
)
def test_a_price_becomes_one_of_the_other_kind(
    interpreter: OfflineInterpreter, knowledge: Knowledge, slot: Slot, text: str, price: MoneyRange
) -> None:
    brief = brief_of(interpreter, knowledge, text, start=_held(slot, MoneyRange(max=45)))
    prices = (brief.hourly_rate, brief.fixed_budget)
    assert prices == ((None, price) if slot is Slot.HOURLY_RATE else (price, None))


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("the minimum should be 35", MoneyRange(min=35, max=50)),
        ("make the floor 30", MoneyRange(min=30, max=50)),
        ("raise the top to 60", MoneyRange(min=25, max=60)),
        ("cap it at 45", MoneyRange(min=25, max=45)),
        ("the upper end should be 45, not 50", MoneyRange(min=25, max=45)),
        ("switch the currency from dollars to pounds", MoneyRange(min=25, max=50, currency="GBP")),
        ("make it 45, the max I can do", MoneyRange(max=45)),
        ("we're open on the rate", None),
        ("it's a fixed deadline", MoneyRange(min=25, max=50)),
        ("is that price in total?", MoneyRange(min=25, max=50)),
    ],
)
def test_a_range_is_changed_only_as_said(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, rate: MoneyRange | None
) -> None:
    held = _held(Slot.HOURLY_RATE, MoneyRange(min=25, max=50))
    assert brief_of(interpreter, knowledge, text, start=held).hourly_rate == rate


def test_a_coin_of_many_nations_is_that_of_the_brief(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    held = _held(Slot.FIXED_BUDGET, MoneyRange(max=9000, currency="NOK"))
    brief = brief_of(interpreter, knowledge, "12 000 kr instead", start=held)
    assert brief.fixed_budget == MoneyRange(max=12000, currency="NOK")


@pytest.mark.parametrize(
    "text", ["logo, 300 euros, not one cent more", "logo for 300 euros, please really not more"]
)
def test_no_more_than_that_is_a_limit(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.fixed_budget == MoneyRange(max=300, currency="EUR")
    assert brief.is_hard(Slot.FIXED_BUDGET)


def test_an_answer_with_a_joke_is_an_answer(interpreter: OfflineInterpreter) -> None:
    question = Question(slot=Slot.HOURLY_RATE, text="?")
    context = Context(today=TODAY, brief=Brief(role="web-developer"), question=question)
    reading = interpreter.read_now("40, or my boss kills me", context)
    assert reading.intent is Intent.REFINE
    assert [change.slot for change in reading.changes] == [Slot.HOURLY_RATE]
