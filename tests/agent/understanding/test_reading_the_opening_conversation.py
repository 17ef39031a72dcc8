"""The conversation every new user has, read offline."""

from datetime import date

import pytest

from agent.briefs.merge import merge
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import CandidateName, Context, Intent, ReferenceKind, Topic
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance, Range, Seniority, Slot
from store.nouns.conversation import Question

TODAY = date(2026, 11, 23)
SHOWN = (
    CandidateName(freelancer_id="fl_1", name="Maria Lopez", hourly_rate_usd=55, rating=4.9),
    CandidateName(freelancer_id="fl_2", name="Tomasz Kowalski", hourly_rate_usd=40, rating=4.7),
    CandidateName(freelancer_id="fl_3", name="Aisha Khan", hourly_rate_usd=70, rating=5.0),
)


@pytest.fixture(scope="module")
def first_brief(interpreter: OfflineInterpreter, knowledge: Knowledge) -> Brief:
    text = (
        "I need a senior React developer with experience in e-commerce platforms "
        "for a three-month project starting next month."
    )
    reading = interpreter.read_now(text, Context(today=TODAY))
    assert reading.intent is Intent.DESCRIBE_NEED
    for change in reading.changes:
        assert text[change.span.start : change.span.end] == change.words
    return merge(Brief(), reading.changes, knowledge)


def test_the_first_sentence_fills_the_brief(first_brief: Brief) -> None:
    assert first_brief.role == "frontend-developer"
    assert [(s.name, s.importance) for s in first_brief.skills] == [("React", Importance.MUST)]
    assert first_brief.seniority is Seniority.EXPERT
    assert first_brief.industries == ("ecommerce",)
    assert not first_brief.is_hard(Slot.INDUSTRIES)
    assert first_brief.duration_weeks == Range(min=13, max=13)
    assert first_brief.start_by == date(2026, 12, 1)
    assert len(first_brief.terms) == 6


async def test_a_preference_is_no_requirement(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first_brief: Brief
) -> None:
    reading = await interpreter.read(
        "I'd prefer someone who has worked with Shopify specifically",
        Context(today=TODAY, brief=first_brief, shown=SHOWN),
    )
    brief = merge(first_brief, reading.changes, knowledge)
    assert reading.intent is Intent.REFINE
    assert [(s.name, s.importance) for s in brief.skills] == [
        ("React", Importance.MUST),
        ("Shopify", Importance.NICE),
    ]


def test_time_zones_are_not_countries(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first_brief: Brief
) -> None:
    context = Context(today=TODAY, brief=first_brief, shown=SHOWN)
    reading = interpreter.read_now("Can you find candidates in European time zones?", context)
    brief = merge(first_brief, reading.changes, knowledge)
    assert reading.intent is Intent.REFINE
    assert brief.utc_offset == Range(min=0, max=3)
    assert brief.is_hard(Slot.UTC_OFFSET)
    assert brief.countries is None
    assert brief.regions == ()


def test_the_cheapest_is_looked_up_in_the_list(interpreter: OfflineInterpreter, first_brief: Brief) -> None:
    context = Context(today=TODAY, brief=first_brief, shown=SHOWN)
    reading = interpreter.read_now("who of these is cheapest?", context)
    assert reading.intent is Intent.ASK_ABOUT_CANDIDATE
    assert reading.topic is Topic.RATE
    assert [(r.kind, r.freelancer_id) for r in reading.references] == [(ReferenceKind.SUPERLATIVE, "fl_2")]
    assert reading.changes == ()


def test_choosing_points_at_the_list(interpreter: OfflineInterpreter, first_brief: Brief) -> None:
    context = Context(today=TODAY, brief=first_brief, shown=SHOWN)
    reading = interpreter.read_now("let's go with the second one", context)
    assert reading.intent is Intent.HAND_OFF
    assert [(r.position, r.freelancer_id) for r in reading.references] == [(2, "fl_2")]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("yes", Intent.CONFIRM),
        ("approve", Intent.CONFIRM),
        ("ok, send it", Intent.CONFIRM),
        ("no", Intent.DECLINE),
        ("not yet", Intent.DECLINE),
        ("cancel that please", Intent.DECLINE),
    ],
)
def test_a_waiting_hand_off_is_approved_or_cancelled_in_words(
    interpreter: OfflineInterpreter, first_brief: Brief, text: str, intent: Intent
) -> None:
    context = Context(today=TODAY, brief=first_brief, shown=SHOWN, focus="fl_2", handoff_pending=True)
    reading = interpreter.read_now(text, context)
    assert reading.intent is intent
    assert reading.changes == ()


def test_a_vague_need_changes_nothing(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_now("I need help with my business", Context(today=TODAY))
    assert reading.intent is Intent.DESCRIBE_NEED
    assert reading.changes == ()


def test_a_number_answers_the_question_just_asked(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    question = Question(slot=Slot.HOURS_PER_WEEK, text="How much time should they have for you?")
    reading = interpreter.read_now("20", Context(today=TODAY, question=question))
    assert reading.answers_question
    assert merge(Brief(), reading.changes, knowledge).hours_per_week == Range(min=20, max=20)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("asdf jkl", Intent.OUT_OF_SCOPE),
        ("test test 1 2", Intent.OUT_OF_SCOPE),
        ("sorry, wrong chat", Intent.SMALLTALK),
        ("ok, talk to you tomorrow", Intent.SMALLTALK),
        ("is somebody there?", Intent.GREETING),
        ("Do you also have freelancers in Chile?", Intent.HELP),
        ("freelancers from Kenya available?", Intent.HELP),
        ("What do translators usually charge?", Intent.HELP),
        ("can you send me the list of your top 10 freelancers", Intent.HELP),
        ("I am looking for job as typist from home, I am hard worker", Intent.OUT_OF_SCOPE),
        ("I am a PHP developer, kindly share suitable projects", Intent.OUT_OF_SCOPE),
        ("tester", Intent.DESCRIBE_NEED),
        ("Do you have translators in Chile?", Intent.DESCRIBE_NEED),
    ],
)
def test_first_words_that_tell_no_need(interpreter: OfflineInterpreter, text: str, intent: Intent) -> None:
    assert interpreter.read_now(text, Context(today=TODAY)).intent is intent
