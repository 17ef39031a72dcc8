"""Platforms that somebody works on, and standards by their number: skills that depend on who is sought."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Importance
from tests_support.readings import brief_of

MUST, NICE, EXCLUDED = Importance.MUST, Importance.NICE, Importance.EXCLUDED


def read(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> dict[str, Importance]:
    return {wish.name: wish.importance for wish in brief_of(interpreter, knowledge, text).skills}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "social media manager for a nursery, Pinterest + Facebook",
            {"Pinterest Marketing", "Facebook Marketing"},
        ),
        ("instagram manager for my pottery shop, 5 hours a week", {"Instagram Marketing"}),
        ("marketing freelancer to look after our LinkedIn", {"LinkedIn Marketing"}),
        ("two customer support agents for WhatsApp and email", {"WhatsApp Marketing"}),
        ("Ghostwriter for LinkedIn, two posts a week", {"LinkedIn Marketing"}),
        ("media buyer, Meta/TikTok/Snapchat, a dating app", {"Meta Ads", "TikTok Ads", "Snapchat Ads"}),
        ("growth marketer for paid acquisition on Google and Meta", {"Google Ads", "Meta Ads"}),
        ("PPC specialist, Google Ads a must, Reddit too", {"Google Ads", "Reddit Ads"}),
    ],
)
def test_a_platform_is_a_skill_of_whoever_works_on_it(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, names: set[str]
) -> None:
    assert names <= set(read(interpreter, knowledge, text))


@pytest.mark.parametrize(
    "text",
    [
        "web developer for a bakery, people ask us things on Instagram",
        "social media manager, we want people to find us on Facebook",
        "PPC specialist, Google Analytics knowledge",
        "bookkeeper, receipts come on WhatsApp",
        "social media manager, nothing on TikTok",
        "PPC specialist, Google Ads a must, Bing doesn't matter",
    ],
)
def test_a_platform_that_nobody_is_to_work_on_is_none(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    read_names = {name for name, how in read(interpreter, knowledge, text).items() if how is not EXCLUDED}
    assert not {name for name in read_names if name.endswith((" Marketing", " Management", "Advertising"))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pressure equipment engineer, EN 13445 calculations, 70 euro an hour", "EN 13445"),
        ("packaging engineer for ASTM D4169-22 tests", "ASTM D4169-22"),
        ("relay engineer who knows IEC/IEEE 60255", "IEC/IEEE 60255"),
        ("machine safety consultant, EN ISO 13857:2019", "ISO 13857"),
        ("aerospace engineer, CS-23 certification", "CS-23"),
    ],
)
def test_a_standard_is_read_by_its_body_and_number(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert read(interpreter, knowledge, text).get(name) is MUST


@pytest.mark.parametrize(
    "text",
    [
        "translator DE>EN, 2500 words",
        "translator from German, EN 1200 words by Friday",
        "writer for our CS 101 course",
        "developer, our API 2.0 is slow",
        "safety consultant, no EN 13857 knowledge needed",
    ],
)
def test_numbers_beside_letters_are_no_standards(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert not [name for name in read(interpreter, knowledge, text) if name[-2:].isdigit()]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("quality consultant, ISO 9001 and 14001, a foundry", {"ISO 9001", "ISO 14001"}),
        ("auditor for ISO 45001/14001, two days", {"ISO 45001", "ISO 14001"}),
    ],
)
def test_a_number_after_a_standard_is_another_of_the_same_body(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, names: set[str]
) -> None:
    assert names <= set(read(interpreter, knowledge, text))


def test_a_price_after_a_standard_is_none(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    found = set(read(interpreter, knowledge, "ISO 9001 consultant, ISO 27001 and 14001 dollars"))
    assert found == {"ISO 9001", "ISO 27001"}


def test_what_is_hated_is_not_wanted(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    assert read(interpreter, knowledge, "WordPress dev, Divi hated, Bricks loved")["Divi"] is EXCLUDED
