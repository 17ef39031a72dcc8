"""How it is told what those lack who come closest."""

from agent.deps import Deps
from agent.replies.candidates import about_candidates
from agent.replies.facts import told_about
from agent.replies.lacks import lacks
from agent.replies.near_misses import Before, who_comes_closest
from agent.understanding.reading import Intent, Reading, Reference, ReferenceKind, Span, Topic
from store.knowledge import load_knowledge
from store.nouns.brief import Slot
from store.nouns.conversation import Memory
from store.nouns.match import Match, RequirementCheck, Verdict
from tests_support.nouns import NOW, TODAY, make_freelancer

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


def test_what_was_ruled_out_is_told_as_it_is() -> None:
    found = match(
        check(Slot.SKILLS, "no WordPress", Verdict.NOT_MET, "Lists WordPress"),
        check(Slot.SKILLS, "React", Verdict.NOT_MET, "Does not list React"),
        check(Slot.COUNTRIES, "not in Spain or Portugal", Verdict.NOT_MET, "In Spain"),
        check(Slot.PROVIDER, "one person, no agency", Verdict.NOT_MET, "An agency"),
        check(Slot.START_BY, "free by 1 December 2026", Verdict.NOT_MET, "Free from 5 January 2027"),
    )
    assert list(lacks(found)) == [
        "does not list React",
        "lists WordPress",
        "in Spain",
        "an agency, not one person",
        "only free from 5 January 2027",
    ]


def test_another_role_is_told_without_a_contradiction() -> None:
    found = match(
        check(Slot.ROLE, "video editor", Verdict.PARTLY, "Works as audio engineer, which is close"),
        check(Slot.ROLE, "video editor", Verdict.PARTLY, "States no role, but lists Video Editing"),
        check(Slot.ROLE, "video editor", Verdict.NOT_MET, "Works as cook"),
    )
    assert list(lacks(found)) == [
        "works as audio engineer, not video editor",
        "states no role, but lists Video Editing",
        "works as cook, not video editor",
    ]


def test_each_has_a_line_with_name_and_rate() -> None:
    person = make_freelancer("ana", name="Ana Ruiz", hourly_rate={"amount": 45, "currency": "EUR"})
    found = match(check(Slot.SKILLS, "Shopify", Verdict.NOT_MET, "Does not list Shopify"))
    told = who_comes_closest([(person, found)], KNOWLEDGE, after=Before.NOBODY)
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


def test_what_the_cheapest_lacks_is_asked_of_that_one_alone() -> None:
    ana, ben = make_freelancer("ana", name="Ana Ruiz"), make_freelancer("ben", name="Ben Li")
    cheapest = Reference(
        kind=ReferenceKind.SUPERLATIVE, freelancer_id=ana.id, span=Span(start=0, end=4), words="the cheapest"
    )
    reading = Reading(intent=Intent.ASK_ABOUT_CANDIDATE, topic=Topic.GAPS, references=(cheapest,))
    held = match(check(Slot.SKILLS, "Shopify", Verdict.NOT_MET, "Does not list Shopify"))
    deps = Deps(interpreter=None, tools=None, knowledge=KNOWLEDGE, clock=lambda: NOW)
    told = about_candidates(
        reading,
        (ana.id,),
        {ana.id: ana, ben.id: ben},
        (held.model_copy(update={"freelancer_id": ana.id}),),
        Memory(shown=(ana.id, ben.id)),
        deps,
    )
    assert told.text == "Ana Ruiz: does not list Shopify."
