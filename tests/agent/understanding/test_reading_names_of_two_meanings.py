"""Names of skills that are everyday words too, and cues that weigh nothing: what is meant and what is not."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Importance
from tests_support.readings import brief_of

MUST, NICE, EXCLUDED = Importance.MUST, Importance.NICE, Importance.EXCLUDED


def read(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> dict[str, Importance]:
    return {wish.name: wish.importance for wish in brief_of(interpreter, knowledge, text).skills}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("two support agents, weekends (Sat + Sun 10-6)", "Test Prep"),
        ("accountant who explains it in plain English", "Plain Language"),
        ("developer, EU based for data protection reasons", "Privacy Law"),
        ("designer for our website with a newsletter signup", "Email Copywriting"),
        ("video editor, basic video cuts, Canva", "BASIC"),
        ("event planner in Atlanta GA, a weekend in May", "Google Analytics"),
        ("network engineer, our fibre subscribers complain", "Go Fiber"),
        ("email marketer for abandoned cart flows, Klaviyo", "CartFlows"),
        ("Ideal candidate: Django and Redis", "iDEAL"),
        ("fashion illustrator for a poster", "Illustrator"),
        ("bookkeeper for two laundromats in Phoenix", "Phoenix Framework"),
        ("AI voice agent for a garage, Phoenix, AZ", "Phoenix Framework"),
        ("someone to write an explainer script about bees", "Explainer Script"),
        ("lawyer to redo our nonprofit bylaws", "Nonprofit Bylaws"),
    ],
)
def test_words_of_another_meaning_are_no_skill(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert knowledge.find_skill(name) is not None
    assert name not in read(interpreter, knowledge, text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("web developer for html/css fixes", {"HTML", "CSS"}),
        ("pattern designer, procreate or illustrator", {"Procreate", "Illustrator"}),
        ("logo designer for a bakery. Illustrator, 3 concepts.", {"Illustrator"}),
        ("PPC freelancer, Google Ads + Microsoft Ads", {"Google Ads", "Microsoft Advertising"}),
        ("Scrum master for two teams, Jira", {"Scrum", "Jira"}),
        ("mechanical engineer, injection moulding DFM", {"Design for Manufacturing"}),
        ("web developer, WordPress; the shop sells beats, BeatStars embed", {"WordPress", "BeatStars"}),
    ],
)
def test_products_and_names_in_lists_are_skills(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, names: set[str]
) -> None:
    assert names <= set(read(interpreter, knowledge, text))


@pytest.mark.parametrize(
    ("text", "name", "importance"),
    [
        ("Need a Klaviyo expert to build flows: welcome, abandoned cart, winback", "Klaviyo", MUST),
        ("Klaviyo is welcome, Mailchimp a must", "Klaviyo", NICE),
        ("motion designer, Cinema 4D and ideally some Rive", "Cinema 4D", MUST),
        ("motion designer, Cinema 4D and ideally some Rive", "Rive", NICE),
        ("Ideal candidate: Django and Redis", "Django", MUST),
        ("We'd love an editor for our vlog, DaVinci Resolve", "DaVinci Resolve", MUST),
        ("video editor. We'd love DaVinci Resolve experience", "DaVinci Resolve", NICE),
        ("Please apply if you can set up Shopify for a florist", "Shopify", MUST),
        ("SOC analyst, Splunk or similar", "Splunk", MUST),
        ("somebody handy with Airtable", "Airtable", MUST),
    ],
)
def test_only_what_is_weighed_is_weighed(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str, importance: Importance
) -> None:
    assert read(interpreter, knowledge, text).get(name) is importance


def test_a_tool_that_a_shorter_post_mentions_is_a_condition(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    text = (
        "We run a small theatre in Ghent with two stages and a bar. The box office sends a monthly letter to "
        "nine thousand people through Mailchimp and nobody has time for it. We look for a writer with "
        "a bit of humour who takes it over, four hours each month, 30 euros an hour, from January on."
    )
    assert read(interpreter, knowledge, text)["Mailchimp"] is MUST
