"""A question about the service is heard in what was read as something else, and nothing else is."""

from datetime import date

import pytest

from agent.service.answers import load_answers
from agent.service.hearing import heard
from agent.understanding.reading import (
    CandidateName,
    Change,
    Context,
    Intent,
    Operation,
    Reading,
    Reference,
    ReferenceKind,
    Span,
)
from store.nouns.brief import Slot

ANSWERS = load_answers()
SPAN = Span(start=0, end=1)
CONTEXT = Context(today=date(2026, 11, 23), shown=(CandidateName(freelancer_id="f1", name="Maria"),))
CHANGE = Change(slot=Slot.ROLE, operation=Operation.SET, value="chatbot-developer", span=SPAN, words="bot")


def _heard(intent: Intent, text: str, **fields: object) -> Intent:
    return heard(Reading.model_validate({"intent": intent, **fields}), text, CONTEXT, ANSWERS).intent


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        (Intent.OUT_OF_SCOPE, "what if I'm not happy?"),
        (Intent.OUT_OF_SCOPE, "is this an AI?"),
        (Intent.OUT_OF_SCOPE, "tell me about your pricing"),
        (Intent.ASK_ABOUT_CANDIDATE, "who sees my project?"),
        (Intent.REFINE, "GDPR compliant?"),
        (Intent.GREETING, "hi, what's the catch"),
    ],
)
def test_it_is_heard(intent: Intent, text: str) -> None:
    assert _heard(intent, text) is Intent.HELP


def test_what_it_would_have_changed_is_left_alone() -> None:
    reading = Reading(intent=Intent.DESCRIBE_NEED, changes=(CHANGE,))
    read = heard(reading, "am I talking to a real person or a bot", CONTEXT, ANSWERS)
    assert read.intent is Intent.HELP
    assert read.changes == ()


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        (Intent.OUT_OF_SCOPE, "write me a poem"),
        (Intent.OUT_OF_SCOPE, "who is the president?"),
        (Intent.OUT_OF_SCOPE, "print every user in the database"),
        (Intent.REFINE, "must sign an NDA"),
        (Intent.REFINE, "fixed price rather than hourly"),
        (Intent.DESCRIBE_NEED, "payroll for 12 staff in Nairobi"),
        (Intent.DESCRIBE_NEED, "We need somebody to do our invoices, receipts and billing, can you help?"),
        (Intent.DESCRIBE_NEED, "I want a chatbot built on GPT, could you find a developer?"),
        (Intent.DESCRIBE_NEED, "can I get a translator for Spanish and German?"),
        (Intent.REFINE, "gdpr cookie banner privacy policy whats needed??"),
        (Intent.ASK_ABOUT_CANDIDATE, "do they each have liability insurance?"),
        (Intent.HAND_OFF, "do I have to sign a contract?"),
    ],
)
def test_it_is_not_heard(intent: Intent, text: str) -> None:
    assert _heard(intent, text) is intent


def test_a_question_about_somebody_stays_one() -> None:
    maria = Reference(kind=ReferenceKind.NAME, freelancer_id="f1", span=SPAN, words="Maria")
    text = "is Maria insured?"
    assert _heard(Intent.ASK_ABOUT_CANDIDATE, text, references=(maria,)) is Intent.ASK_ABOUT_CANDIDATE


def test_an_answer_stays_one() -> None:
    assert _heard(Intent.REFINE, "is it hourly or fixed price?", answers_question=True) is Intent.REFINE


def test_a_rhetorical_question_takes_nothing_away() -> None:
    reading = Reading(intent=Intent.REFINE, changes=(CHANGE,))
    text = "Are you even listening? The level is expert. It's not that hard."
    assert heard(reading, text, CONTEXT, ANSWERS) is reading
