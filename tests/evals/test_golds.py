from evals.golds import gold_as_said
from evals.nouns import Act, Gold, Intended
from store.knowledge import load_knowledge
from store.nouns.brief import Slot

USD, EUR = {"max": 60, "currency": "USD"}, {"max": 51.0, "currency": "EUR"}
GOLD = Gold(brief={Slot.ROLE: "copywriter"}, may={Slot.HOURLY_RATE: USD})


def said(*prices: object) -> list[Intended]:
    return [Intended(act=Act.ADD, facts={Slot.HOURLY_RATE: price}) for price in prices]


def test_a_price_is_expected_in_the_currency_it_was_named_in() -> None:
    knowledge = load_knowledge()
    assert gold_as_said(GOLD, said(EUR), knowledge).may == {Slot.HOURLY_RATE: EUR}
    assert (
        gold_as_said(GOLD, said({"max": 90, "currency": "USD"}, EUR), knowledge).may[Slot.HOURLY_RATE] == EUR
    )


def test_another_price_does_not_become_the_gold() -> None:
    knowledge = load_knowledge()
    for other in (
        {"max": 60, "currency": "EUR"},
        {"max": 45, "currency": "USD"},
        {"min": 51, "currency": "EUR"},
        {"min": 20, "max": 51, "currency": "EUR"},
    ):
        assert gold_as_said(GOLD, said(other), knowledge) == GOLD
    assert gold_as_said(GOLD, said(EUR, USD), knowledge) == GOLD
    assert gold_as_said(GOLD, [], knowledge) == GOLD
