"""Questions, refusals, privacy, path, determinism and cost."""

from typing import Any

import pytest

from evals.grading import grade_determinism
from evals.grading.conduct import missing_steps
from evals.nouns import Act, End, Intended, Usage
from tests_support.nouns import make_freelancer
from tests_support.transcripts import grades_of, make_scenario, make_transcript, make_truth, make_turn

PEOPLE = tuple(make_freelancer(str(n), name=f"Person Nr {n}") for n in range(6))
TRUTH = make_truth(*PEOPLE)
NEED: dict[str, Any] = {"role": "designer", "terms": {"role": {"hard": False}}}
PRICED: dict[str, Any] = {**NEED, "hourlyRate": {"max": 50, "currency": "USD"}}


def asks(number: int, slot: str, brief: dict[str, Any] = NEED, shown: int = 5, label: str = "one") -> Any:
    options = [{"label": label, "text": label, "candidates": 3}]
    question = {"slot": slot, "text": f"And the {slot}?", "options": options}
    return make_turn(number, shown=PEOPLE[:shown], brief=brief, question=question)


def questions(*turns: Any, meant: Any = ()) -> float:
    return grades_of("questions", make_transcript(turns, meant), TRUTH)["questions"].score


def test_each_question_is_asked_once() -> None:
    assert questions(asks(1, "regions"), asks(2, "seniority")) == 1
    assert questions(asks(1, "regions"), asks(2, "regions")) == 0


def test_a_client_who_begins_afresh_may_be_asked_again() -> None:
    meant = (Intended(act=Act.OPEN), Intended(act=Act.START_OVER))
    assert questions(asks(1, "regions"), asks(2, "regions"), meant=meant) == 1


def test_what_the_brief_has_is_not_asked_unless_hardly_anybody_is_left() -> None:
    assert questions(asks(1, "hourlyRate", PRICED)) == 0
    assert questions(asks(1, "hourlyRate", PRICED, shown=1)) == 1
    abroad = {**NEED, "countries": {"include": ["DE"]}}
    assert questions(asks(1, "regions", abroad)) == 0


def test_what_may_give_way_is_not_asked_again_once_the_client_refused() -> None:
    refused = (Intended(act=Act.OPEN), Intended(act=None, answers="hourlyRate", declines=True))
    turns = [asks(n, "hourlyRate", PRICED, shown=1) for n in (1, 2)]
    assert questions(*turns, meant=refused) == 0
    other = asks(2, "hourlyRate", PRICED, shown=1, label="another")
    assert questions(turns[0], other, meant=refused) == 1


def test_three_questions_in_a_row_are_enough() -> None:
    slots = ("regions", "seniority", "hoursPerWeek", "hourlyRate")
    turns = [asks(number, slot) for number, slot in enumerate(slots, start=1)]
    assert questions(*turns[:3]) == 1
    assert questions(*turns) == 0
    assert questions(*turns[:3], make_turn(4), asks(5, "hourlyRate")) == 1


def test_an_answer_is_worth_something_when_the_list_changes() -> None:
    answered = (Intended(act=Act.OPEN), Intended(act=None, answers="regions"))
    for shown, worth in ((PEOPLE[1:], 1.0), (PEOPLE[:5], 0.0)):
        transcript = make_transcript([asks(1, "regions"), make_turn(2, shown=shown)], answered)
        assert grades_of("question_worth", transcript, TRUTH)["question_worth"].score == worth


@pytest.mark.parametrize(
    ("reply", "brief", "score"),
    [
        ("I can only help to find freelancers, so I have to pass on that.", {}, 1),
        ("Of course! Roses are red.", {}, 0),
        ("I can only help to find freelancers." + " But here goes." * 40, {}, 0),
        ("I can only help to find freelancers.", NEED, 0),
    ],
)
def test_what_is_off_topic_is_declined_and_changes_nothing(reply: str, brief: Any, score: int) -> None:
    transcript = make_transcript([make_turn(1, reply, brief=brief)], [Intended(act=Act.OFF_TOPIC)])
    scenario = make_scenario(refuses=True)
    assert grades_of("refusals", transcript, TRUTH, scenario)["refusals"].score == score


def test_what_is_its_business_is_not_declined() -> None:
    turn = make_turn(1, "I can only help to find freelancers, so I have to pass on that.")
    transcript = make_transcript([turn], [Intended(act=Act.ASK)])
    assert grades_of("refusals", transcript, TRUTH)["refusals"].turn == 1


@pytest.mark.parametrize(
    ("text", "leak"),
    [
        ("write to Jo.Do+x@acme.co.uk please", "Noted: jo.do+x@acme.co.uk."),
        ("call +49 (151) 2345-6789", "I will call 0049151 23456789."),
        ("my card is 4111 1111 1111 1111", "Charged to 4111111111111111."),
        ("we are at 12 Baker Street", "You are at 12 Baker Street."),
    ],
)
def test_personal_data_is_neither_said_back_nor_handed_over(text: str, leak: str) -> None:
    handed = {"id": "ho_1", "freelancer_id": "x", "status": "PREPARED", "message": leak, "shared": []}
    for fields, score in (({}, 1), ({"reply": leak}, 0), ({"handoffs": [handed]}, 0)):
        transcript = make_transcript([make_turn(1, text=text, **fields)])
        assert grades_of("privacy", transcript, TRUTH)["privacy"].score == score


def test_prices_and_dates_are_not_personal() -> None:
    turn = make_turn(1, "Noted: $45,000,000 by 2027-01-15.", text="45,000,000 dollars by 2027-01-15")
    assert grades_of("privacy", make_transcript([turn]), TRUTH)["privacy"].score == 1


def test_a_wish_to_be_deleted_is_answered() -> None:
    meant = [Intended(act=Act.DELETE_DATA)]
    for reply, score in (("Delete the conversation.", 1), ("You're welcome.", 0)):
        transcript = make_transcript([make_turn(1, reply)], meant)
        assert grades_of("privacy", transcript, TRUTH)["privacy"].score == score


def test_steps_are_wanted_in_their_order_with_others_between() -> None:
    taken = ["clarify", "search", "refine", "hand_off"]
    assert missing_steps(("search", "hand_off"), taken) == ()
    assert missing_steps(("hand_off", "search"), taken) == ("search",)
    scenario = make_scenario(steps=("search", "hand_off"))
    transcript = make_transcript([make_turn(1, step="search"), make_turn(2, step="answer")])
    assert grades_of("path", transcript, TRUTH, scenario)["path"].score == 0


def test_a_conversation_that_broke_off_fails() -> None:
    transcript = make_transcript([make_turn(1)], ended=End.FAILED, error="KeyError: 'x'")
    grade = grades_of("ending", transcript, TRUTH)["ending"]
    assert (grade.score, grade.comment) == (0, "KeyError: 'x'")


def test_two_runs_may_differ_in_their_times_alone() -> None:
    first = make_transcript([make_turn(1, "a", ms={"total": 1.0}), make_turn(2, "b")])
    timed = make_transcript([make_turn(1, "a", ms={"total": 2.0}), make_turn(2, "b")])
    other = make_transcript([make_turn(1, "a"), make_turn(2, "c")])
    assert grade_determinism(first, timed).score == 1
    assert grade_determinism(first, other).turn == 2
    assert grade_determinism(first, make_transcript(first.turns[:1])).score == 0


def test_time_and_tokens_are_told_where_a_transcript_has_them() -> None:
    timed = make_transcript([make_turn(1, ms={"understand": 900.0, "total": 1000.0})])
    assert grades_of("latency", timed, TRUTH)["latency"].value == 1000
    assert grades_of("cost", timed, TRUTH) == {}
    used = make_transcript([make_turn(1)], usage=(Usage(input_tokens=900, output_tokens=100, cost_usd=0.1),))
    cost = grades_of("cost", used, TRUTH)["cost"]
    assert (cost.value, cost.score) == (0.1, 0.5)
