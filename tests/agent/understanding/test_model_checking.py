"""A model may add to the offline reading; it may not lose any of it, nor drop what nobody took back."""

from datetime import date
from typing import Any

import pytest

from agent.briefs.merge import merge
from agent.understanding.chatgpt.checking import check
from agent.understanding.chatgpt.said import SaidReading
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import CandidateName, Context, Intent, Operation, Reading, Topic
from store.knowledge import load_knowledge
from store.nouns.brief import Brief, Importance, MoneyRange, SkillWish, Slot, Term
from store.nouns.conversation import Question

KNOWLEDGE = load_knowledge()
OFFLINE = OfflineInterpreter(KNOWLEDGE)
TODAY = date(2026, 11, 23)
SHOWN = (CandidateName(freelancer_id="f1", name="Maria"), CandidateName(freelancer_id="f2", name="Ben"))
BRIEF = Brief(
    role="frontend-developer",
    skills=(SkillWish(name="React"), SkillWish(name="TypeScript")),
    hourly_rate=MoneyRange(max=60),
    terms={slot: Term(hard=True) for slot in (Slot.ROLE, Slot.SKILLS, Slot.HOURLY_RATE)},
)
LATER = Context(today=TODAY, brief=BRIEF, shown=SHOWN)


def claim(slot: str, quote: str, name: str | None = None, **fields: Any) -> dict[str, Any]:
    operation = "add" if slot in ("skills", "industries", "regions", "countries", "languages") else "set"
    empty = dict.fromkeys(("importance", "level", "seniority", "provider", "hard"))
    base = {"operation": operation, "replaces": [], "excluded": False, "own": False, "uncertain": False}
    return {"slot": slot, "quote": quote, "name": name, **base, **empty, **fields}


def checked(
    text: str, intent: str, *claims: dict[str, Any], context: Context | None = None, **said: Any
) -> tuple[Reading, Reading]:
    """The offline reading, and the checked one."""
    context = context or Context(today=TODAY)
    rest = {"references": [], "topic": None, "answers_question": False, "declines_question": False}
    form = SaidReading.model_validate({"intent": intent, "changes": list(claims), **rest, **said})
    offline = OFFLINE.read_now(text, context)
    return offline, check(form, text, context, offline, KNOWLEDGE, OFFLINE.read_now)


SPOKEN = [
    "need a designer and two backend devs, mail me at ann@example.com",
    "React or Vue developer, $40-60/hr, 20h/wk, three months, no agencies, native German",
    "senior pyhton dev from anywhere but India, at least 90% job success, start next Monday",
    "Shopify expert, Klaviyo would be nice, not WordPress, max 2k fixed",
]


@pytest.mark.parametrize("text", SPOKEN)
def test_a_model_that_finds_nothing_loses_nothing(text: str) -> None:
    context = Context(today=TODAY)
    offline = OFFLINE.read_now(text, context)
    said = SaidReading(
        intent=offline.intent,
        changes=[],
        references=[],
        topic=None,
        answers_question=False,
        declines_question=False,
    )
    assert len(offline.changes) >= 1
    if len([change for change in offline.changes if not change.uncertain]) < 2:
        assert check(said, text, context, offline, KNOWLEDGE, OFFLINE.read_now) == offline


def test_one_skill_heard_does_not_silence_the_others() -> None:
    offline, reading = checked(
        "a front-end developer with React or Vue",
        "describe_need",
        claim("role", "front-end developer", "frontend-developer"),
        claim("skills", "React", "React", importance="MUST"),
    )
    assert reading.changes == offline.changes
    groups = [c.value.alternative for c in reading.changes if isinstance(c.value, SkillWish)]
    assert groups[0] == groups[1] is not None


def test_further_roles_personal_data_and_language_stay() -> None:
    text = "need a designer and two backend devs, mail me at ann@example.com"
    offline, reading = checked(
        text,
        "describe_need",
        claim("role", "designer", "graphic-designer"),
        claim("role", "backend devs", "backend-developer"),
    )
    assert offline.further_needs
    assert reading.further_needs == offline.further_needs
    assert reading.personal_data == offline.personal_data
    assert reading.changes == offline.changes


def test_a_relative_price_stays_relative() -> None:
    offline, reading = checked(
        "a bit cheaper please", "refine", claim("hourlyRate", "a bit cheaper"), context=LATER
    )
    assert offline.changes[0].operation is Operation.RELATIVE
    assert reading.changes == offline.changes


@pytest.mark.parametrize(
    "claimed",
    [
        claim("skills", "React", "React", operation="remove"),
        claim("skills", "React", "React", operation="relax"),
        claim("skills", "React", "React", importance="NICE"),
        claim("skills", "React", "React", importance="EXCLUDED"),
        claim("skills", "React", None, operation="remove"),
        claim("skills", "React", "Vue.js", operation="replace", replaces=["TypeScript"]),
        claim("hourlyRate", "React", None, operation="remove"),
        claim("hourlyRate", "React", None, operation="relax"),
    ],
)
def test_no_requirement_goes_without_the_words_for_it(claimed: dict[str, Any]) -> None:
    text = "someone for React in Lisbon"
    _, reading = checked(text, "refine", claimed, context=LATER)
    after = merge(BRIEF, reading.changes, KNOWLEDGE)
    assert {skill.name for skill in after.skills} >= {"React", "TypeScript"}
    assert all(skill.importance is Importance.MUST for skill in after.skills if skill.name == "React")
    assert after.hourly_rate == BRIEF.hourly_rate
    assert after.is_hard(Slot.HOURLY_RATE)


def test_with_the_words_for_it_a_requirement_goes() -> None:
    text = "we can drop TypeScript"
    _, reading = checked(
        text, "refine", claim("skills", "TypeScript", "TypeScript", operation="remove"), context=LATER
    )
    assert [skill.name for skill in merge(BRIEF, reading.changes, KNOWLEDGE).skills] == ["React"]


def test_what_only_the_model_understands_is_added() -> None:
    text = "I want our storefront rebuilt"
    _, reading = checked(text, "describe_need", claim("industries", "storefront", "ecommerce"))
    assert "ecommerce" in [change.value for change in reading.changes]


def test_a_question_changes_no_brief_because_a_model_says_so() -> None:
    text = "is she good at Vue?"
    offline, reading = checked(
        text, "ask_about_candidate", claim("skills", "Vue", "Vue.js", importance="MUST"), context=LATER
    )
    assert offline.intent is Intent.ASK_ABOUT_CANDIDATE
    assert reading.changes == ()


@pytest.mark.parametrize("said", ["confirm", "delete_my_data", "start_over", "dismiss"])
def test_a_model_alone_cannot_do_what_cannot_be_undone(said: str) -> None:
    offline, reading = checked("what about the second one?", said, context=LATER)
    assert reading.intent is offline.intent


def test_a_yes_stays_a_yes_whatever_a_model_makes_of_it() -> None:
    pending = LATER.model_copy(update={"handoff_pending": True})
    for said in ("smalltalk", "decline", "refine"):
        assert checked("yes", said, context=pending)[1].intent is Intent.CONFIRM
        assert checked("no, don't", said, context=pending)[1].intent is Intent.DECLINE


def test_a_plain_need_is_not_called_small_talk() -> None:
    for said in ("out_of_scope", "greeting", "ask_about_candidate"):
        text = "React developer under $50/h"
        assert checked(text, said, claim("skills", "React", "React"))[1].intent is Intent.DESCRIBE_NEED


def test_an_answer_that_declines_still_does() -> None:
    asked = LATER.model_copy(update={"question": Question(slot=Slot.COUNTRIES, text="Where?")})
    offline, reading = checked("no idea", "smalltalk", context=asked)
    assert offline.declines_question
    assert reading.declines_question


def test_a_topic_that_was_heard_is_kept() -> None:
    _, reading = checked("is he free in January?", "ask_about_candidate", context=LATER, topic="rate")
    assert reading.topic is Topic.AVAILABILITY
