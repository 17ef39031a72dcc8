"""How it is told what those lack who come closest."""

from agent.replies.facts import told_about
from agent.replies.lacks import lacks
from agent.replies.near_misses import who_comes_closest
from agent.understanding.reading import Topic
from store.knowledge import load_knowledge
from store.nouns.brief import Slot
from store.nouns.match import Match, RequirementCheck, Verdict
from tests_support.nouns import TODAY, make_freelancer

KNOWLEDGE = load_knowledge()


def check(
    slot: Slot, requirement: str, verdict: Verdict, fact: str = "", *, hard: bool = True
) -> RequirementCheck:
    return RequirementCheck(slot=slot, requirement=requirement, verdict=verdict, hard=hard, fact=fact)


def match(*checks: RequirementCheck) -> Match:
    return Match(freelancer_id="one", score=0.5, checks=checks)


def test_only_must_haves_that_are_not_met_are_told() -> None:
    found = match(
        check(Slot.SKILLS, "React", Verdict.MET),
        check(Slot.SKILLS, "Shopify", Verdict.NOT_MET, "Does not list Shopify"),
        check(Slot.SKILLS, "Laravel or Django", Verdict.NOT_MET, "Does not list Laravel"),
        check(Slot.SENIORITY, "senior", Verdict.NOT_MET, "Mid-level", hard=False),
        check(Slot.HOURLY_RATE, "up to $60/h", Verdict.PARTLY, "$65/h"),
        check(Slot.LANGUAGES, "German (fluent)", Verdict.UNKNOWN, "Has not stated German"),
        check(Slot.COUNTRIES, "in Spain", Verdict.NOT_MET, "In the Philippines"),
    )
    assert list(lacks(found)) == [
        "does not list Shopify or Laravel or Django",
        "outside your price of up to $60/h",
        "has not stated German",
        "in the Philippines, not in Spain",
    ]


def test_each_has_a_line_with_name_and_rate() -> None:
    person = make_freelancer("ana", name="Ana Ruiz", hourly_rate={"amount": 45, "currency": "EUR"})
    found = match(check(Slot.SKILLS, "Shopify", Verdict.NOT_MET, "Does not list Shopify"))
    told = who_comes_closest([(person, found)], KNOWLEDGE, besides=False)
    assert told.text == "These come closest:\n- Ana Ruiz (€45/h): does not list Shopify"
    assert [fact.text for fact in told.facts] == ["Ana Ruiz (€45/h)", "does not list Shopify"]


def test_what_somebody_lacks_is_told_when_it_is_asked_for() -> None:
    person = make_freelancer("ana", name="Ana Ruiz")
    found = match(
        check(Slot.SENIORITY, "senior", Verdict.NOT_MET, "Mid-level", hard=False),
        check(Slot.SKILLS, "Shopify", Verdict.NOT_MET, "Does not list Shopify"),
        check(Slot.FIXED_BUDGET, "up to $500", Verdict.UNKNOWN, "States no price", hard=False),
    )
    told = told_about(person, Topic.GAPS, found, KNOWLEDGE, TODAY)
    assert told.text == "Ana Ruiz: does not list Shopify; mid-level, not senior."
    nothing = told_about(person, Topic.GAPS, match(), KNOWLEDGE, TODAY)
    assert nothing.text == "Ana Ruiz: lacks nothing that you asked for."
