"""What is so passes, and every invention is caught."""

from datetime import date

import pytest

from evals.nouns import Grade
from store.nouns.freelancer import Freelancer
from tests_support.nouns import make_freelancer
from tests_support.transcripts import TODAY, grades_of, make_transcript, make_truth, make_turn


def _contract(number: int, rating: float, skill: str = "React") -> dict[str, object]:
    return {
        "id": f"ct{number}",
        "title": f"Shop number {number}",
        "skills": (skill,),
        "industry": "ecommerce",
        "started": date(2026, 1, 5),
        "ended": date(2026, 3, 5),
        "hours": 40,
        "amount": {"amount": 2000, "currency": "USD"},
        "rating": rating,
        "review": f"Delivered build {number} in 12 days.",
    }


MARIA = make_freelancer(
    "1",
    name="Maria Silva",
    headline="Front-end developer since 2012",
    role="frontend-developer",
    skills=[
        {"name": "React", "evidence": "CONTRACTS", "contracts": 3},
        {"name": "WooCommerce", "evidence": "SELF_STATED"},
    ],
    industries=("ecommerce",),
    country="BR",
    city="Recife",
    time_zone="America/Recife",
    languages=[{"code": "de", "level": "CONVERSATIONAL"}],
    hourly_rate={"amount": 45, "currency": "USD"},
    availability={"hours_per_week": 30, "available_from": date(2026, 12, 1)},
    contracts=[_contract(1, 4.5), _contract(2, 5.0), _contract(3, 4.6)],
)
IVAN = make_freelancer("2", name="Ivan Kostov", country="BG", hourly_rate={"amount": 30, "currency": "EUR"})
ELSE = make_freelancer("3", name="Nadia Farouk", country="EG")
TRUTH = make_truth(MARIA, IVAN, ELSE)
BRIEF = {
    "role": "frontend-developer",
    "skills": [{"name": "React", "importance": "MUST"}],
    "hourlyRate": {"max": 50, "currency": "USD"},
    "terms": {"role": {"hard": False}, "skills": {"hard": True}, "hourlyRate": {"hard": True}},
}
QUESTION = {
    "slot": "regions",
    "text": "Does it matter where they are?",
    "options": [
        {"label": "Europe", "text": "in Europe", "candidates": 7},
        {"label": "Latin America", "text": "in Latin America", "candidates": 4},
    ],
}
REPLY = (
    "11 people meet your must-haves; here are the best 2 for a front-end developer with React.\n\n"
    "Maria Silva ($45/h) comes first: 3 contracts with React, 3 contracts in your industry, 4.7 over 3 "
    "reviews; $45/h fits your limit. Lists WooCommerce, which is near Shopify, but not Shopify. "
    "Then Ivan Kostov (€30/h).\n\n"
    "A small step would help: raise the rate to $65/h (adds 2 people).\n\n"
    "Does it matter where they are? For instance: Europe (7) or Latin America (4)."
)


def grounded(reply: str, shown: tuple[Freelancer, ...] = (MARIA, IVAN)) -> dict[str, Grade]:
    turn = make_turn(
        1,
        reply,
        shown,
        text="a React developer, 50 dollars at most",
        brief=BRIEF,
        question=QUESTION,
        eligible=11,
        offers=[{"description": "Raise the rate to $65/h", "adds": 2}],
    )
    return grades_of("grounding", make_transcript([turn]), TRUTH)


def test_a_true_reply_is_grounded() -> None:
    grades = grounded(REPLY)
    assert (grades["grounding"].comment, grades["names"].comment) == ("", "")
    assert grades["grounding"].score == grades["names"].score == 1


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("11 people meet", "12 people meet"),
        ("the best 2", "the best 3"),
        ("($45/h)", "($44/h)"),
        ("($45/h)", "(€45/h)"),
        ("(€30/h)", "($45/h)"),
        ("3 contracts with React", "4 contracts with React"),
        ("3 contracts in your industry", "8 contracts in your industry"),
        ("4.7 over", "4.9 over"),
        ("over 3 reviews", "over 31 reviews"),
        ("Lists WooCommerce", "Lists Magento"),
        ("to $65/h", "to $60/h"),
        ("adds 2 people", "adds 5 people"),
        ("Europe (7)", "Europe (9)"),
        ("comes first:", "comes first: free from 3 March 2027,"),
        ("comes first:", "comes first: 97% of 3 finished jobs went well,"),
        ("comes first:", "comes first: German (native),"),
        ("comes first:", "comes first: in Portugal,"),
        ("comes first:", "comes first: UTC+5 now,"),
        ("comes first:", "is the cheapest:"),
    ],
)
def test_an_invention_is_caught(said: str, instead: str) -> None:
    assert said in REPLY
    grade = grounded(REPLY.replace(said, instead, 1))["grounding"]
    assert grade.score == 0
    assert grade.turn == 1


@pytest.mark.parametrize("name", ["Nadia Farouk", "Jordan Blakesley"])
def test_a_name_that_was_not_shown_is_caught(name: str) -> None:
    assert grounded(REPLY.replace("Ivan Kostov", name))["names"].score == 0


@pytest.mark.parametrize(
    "reply",
    [
        "Maria Silva: Front-end developer since 2012; $45/h; 4.7 over 3 ratings; 3 completed jobs, 120 hours;"
        " Recife, Brazil.",
        'Maria Silva: 4.7 over 3 ratings. The latest reviews:\n- 4.6 for "Shop number 3": "Delivered build 3 '
        'in 12 days."',
        "Maria Silva: available from 1 December 2026, 30 hours a week.",
        "Maria Silva: German (conversational).",
        "Here are the best 2 for 2 CAD drafters.",
        "Maria Silva: America/Recife (UTC-3).",
        "- Maria Silva: $45/h; 4.7 over 3 ratings; 3 jobs; meets React; lacks Shopify; not stated: French "
        "(fluent)\n- Ivan Kostov: €30/h; not rated yet; no jobs yet\n\nIvan Kostov is the cheapest.",
    ],
)
def test_answers_about_people_are_grounded(reply: str) -> None:
    listed = make_turn(1, "", (MARIA, IVAN), brief=BRIEF)
    grades = grades_of("grounding", make_transcript([listed, make_turn(2, reply, brief=BRIEF)]), TRUTH)
    assert (grades["grounding"].comment, grades["names"].comment) == ("", "")


def test_the_day_is_the_marketplaces() -> None:
    assert TRUTH.today == TODAY


@pytest.mark.parametrize(
    ("weeks", "reply", "score"),
    [
        (26, "Noted: length 6 months.", 1),
        (13, "Noted: length 3 months.", 1),
        (26, "Noted: length 5 months.", 0),
        (6, "Noted: length 1 month.", 0),
        (6, "Noted: length 6 weeks.", 1),
    ],
)
def test_a_length_in_months_is_that_in_weeks(weeks: int, reply: str, score: float) -> None:
    turn = make_turn(1, reply, brief={**BRIEF, "durationWeeks": {"min": weeks, "max": weeks}})
    assert grades_of("grounding", make_transcript([turn]), TRUTH)["grounding"].score == score
