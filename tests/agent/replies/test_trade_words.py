"""What is said of the client's own trade, and of experience that was asked for."""

from datetime import UTC, date, datetime

import pytest

from agent.graph.state import ClientMessage
from agent.handoffs import prepare
from agent.matching.checks import Judged, checks
from agent.matching.reasons import reason
from agent.replies.brief import brief_facts, brief_in_words
from agent.replies.changes import changes_in_words, doubts_in_words
from agent.understanding.reading import Change, Intent, Operation, Reading, Span
from store.knowledge import load_knowledge
from store.nouns.brief import Brief, Slot, Term
from store.search.encoding import SkillNames
from tests_support.nouns import make_freelancer

KNOWLEDGE = load_knowledge()
TRADE = "food-and-beverage"


def designer(industries: tuple[str, ...] = (TRADE,), **term: object) -> Brief:
    terms = {Slot.INDUSTRIES: Term.model_validate({"hard": False, **term})}
    return Brief(role="graphic-designer", industries=industries, terms=terms)


ASKED = designer()
TOLD = designer(own=(TRADE,))
GUESSED = designer(own=(TRADE,), guessed=(TRADE,), uncertain=True)
BOTH = designer((TRADE, "music"), own=(TRADE,))


@pytest.mark.parametrize(
    ("brief", "words", "facts"),
    [
        (
            ASKED,
            "a graphic designer with experience in food and beverage",
            [("Industry experience", "food and beverage")],
        ),
        (TOLD, "a graphic designer", [("Client's industry", "food and beverage")]),
        (GUESSED, "a graphic designer", []),
        (
            BOTH,
            "a graphic designer with experience in the music industry",
            [("Industry experience", "music industry"), ("Client's industry", "food and beverage")],
        ),
    ],
)
def test_only_what_was_asked_is_said_to_be_asked(
    brief: Brief, words: str, facts: list[tuple[str, str]]
) -> None:
    assert brief_in_words(brief, KNOWLEDGE) == words
    assert brief_facts(brief, KNOWLEDGE) == [("Role", "graphic designer"), *facts]


def test_a_guess_stays_out_of_a_hand_off() -> None:
    message = ClientMessage(conversation_id="cv_1", turn_id="tn_1", text="hand over")
    at = datetime(2026, 3, 2, tzinfo=UTC)
    for brief, is_said in ((GUESSED, False), (TOLD, True), (ASKED, True)):
        handoff = prepare(make_freelancer("x"), brief, message, at, KNOWLEDGE)
        told = "\n".join((handoff.message, *handoff.shared))
        assert ("food and beverage" in told) is is_said
        assert ("experience" in told) is (brief is ASKED)


def judged(brief: Brief, **profile: object) -> Judged:
    person = make_freelancer("x", role="graphic-designer", **profile)
    return Judged(person, brief, date(2026, 3, 2), KNOWLEDGE, SkillNames(KNOWLEDGE))


@pytest.mark.parametrize(
    ("brief", "words"),
    [
        (ASKED, "2 contracts in food and beverage"),
        (TOLD, "2 contracts in your industry"),
        (GUESSED, "2 contracts in food and beverage"),
    ],
)
def test_reasons_call_an_industry_theirs_only_if_they_said_so(brief: Brief, words: str) -> None:
    done = {"title": "A label", "industry": TRADE, "started": "2025-01-01", "amount": {"amount": 90}}
    contracts = [{"id": name, **done} for name in ("a", "b")]
    case = judged(brief, industries=(TRADE,), contracts=contracts)
    assert words in reason(case, checks(case))


@pytest.mark.parametrize(
    ("brief", "gap"),
    [
        (ASKED, "No experience in food and beverage stated, which you asked for."),
        (BOTH, "No experience in the music industry stated, which you asked for."),
        (TOLD, None),
        (GUESSED, None),
    ],
)
def test_nothing_is_missing_that_nobody_asked_for(brief: Brief, gap: str | None) -> None:
    case = judged(brief, industries=("retail",))
    said = reason(case, checks(case))
    assert said.endswith(gap) if gap is not None else "food and beverage" not in said


def test_a_requirement_is_called_experience_only_if_it_was_asked() -> None:
    for brief, words in ((ASKED, "experience in food and beverage"), (TOLD, "work in food and beverage")):
        (check,) = (each for each in checks(judged(brief)) if each.slot is Slot.INDUSTRIES)
        assert check.requirement == words


def heard(own: bool, uncertain: bool) -> Reading:
    change = Change(
        slot=Slot.INDUSTRIES,
        operation=Operation.ADD,
        value=TRADE,
        own=own,
        uncertain=uncertain,
        span=Span(start=0, end=5),
        words="juice",
    )
    return Reading(intent=Intent.REFINE, changes=(change,))


def test_what_was_heard_is_said_back_as_it_was_meant() -> None:
    assert changes_in_words(heard(False, False), KNOWLEDGE) == "Noted: experience in food and beverage."
    assert changes_in_words(heard(True, False), KNOWLEDGE) == "Noted: your industry is food and beverage."
    assert doubts_in_words(heard(True, True), KNOWLEDGE) == (
        'I read "juice" as your industry, food and beverage; tell me if that is wrong.'
    )
