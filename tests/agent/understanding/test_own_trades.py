"""Experience that is asked for, told from the trade that the client is in."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from tests_support.readings import TODAY, brief_of


@pytest.mark.parametrize(
    "text",
    [
        "we're a bakery and need a web developer with Shopify",
        "Google Ads person for a roofing business in Tampa",
        "social media manager wanted for our gym",
        "bookkeeper, Xero, 2 small restaurants, 8 hours a month",
        "We are a solar installer in Graz and need a copywriter",
        "mobile developer for our telehealth app with experience with Flutter",
        "we need experience with Shopify for a bakery",
        "We have twenty years of experience in logistics and need a backend developer with Go",
        "copywriter for SaaS companies",
        "we bake sourdough and need flyers for Saturday",
    ],
)
def test_what_the_client_does_is_asked_of_nobody(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert len(brief.own_trades) == 1
    assert brief.industries_asked == ()


@pytest.mark.parametrize(
    "text",
    [
        "front-end developer with React who has worked in fintech",
        "need a copywriter, must know healthcare",
        "data analyst who knows the insurance sector",
        "site manager, construction background",
        "recruiter who has hired for healthcare before",
        "bookkeeper with restaurant experience",
        "Social media manager, ideally someone from the hospitality industry",
        "web developer with fintech clients",
        "We're a gym. We need a copywriter. Fitness experience would be great",
        "lead generation in SaaS, cold email",
    ],
)
def test_experience_is_asked_for(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert len(brief.industries_asked) == 1
    assert brief.own_trades == ()


def test_a_message_may_tell_one_industry_and_ask_for_another(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    text = "we're a bakery and need a data analyst with experience in fintech"
    brief = brief_of(interpreter, knowledge, text)
    assert (brief.own_trades, brief.industries_asked) == (("food-and-beverage",), ("fintech",))


GUESSED = "we bake sourdough and need a logo designer"


def test_a_guess_that_is_told_again_is_none(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, GUESSED)
    assert (brief.own_trades, brief.trades_told) == (("food-and-beverage",), ())
    for text in ("yes, we are in food and beverage", "food and beverage, right"):
        told = brief_of(interpreter, knowledge, text, start=brief)
        assert told.trades_told == ("food-and-beverage",)


@pytest.mark.parametrize("text", ["we are not in food and beverage", "no, we're not in food and beverage"])
def test_a_trade_is_denied(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    assert brief_of(interpreter, knowledge, GUESSED, text).industries == ()


def test_what_takes_its_place_is_the_clients_too(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(interpreter, knowledge, GUESSED)
    reading = interpreter.read_now(
        "no, we're not in food and beverage but in pharma", Context(today=TODAY, brief=brief)
    )
    assert [(change.value, change.own) for change in reading.changes] == [("pharma", True)]


def test_experience_in_it_may_be_asked_for_later(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    gym = "social media manager wanted for our gym"
    asked = brief_of(interpreter, knowledge, gym, "they should have worked with gyms before")
    assert asked.industries_asked == ("fitness",)
    firm = brief_of(interpreter, knowledge, gym, "industry experience is a must")
    assert firm.industries_asked == ("fitness",)
