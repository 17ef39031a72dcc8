"""The end state: brief, firmness, what must not move, shortlist, dismissed, hand-off."""

from typing import Any

import pytest

from evals.grading import grade
from evals.nouns import Act, Grade, HandOffGold, HandOffMade, Intended, Scenario
from tests_support.nouns import make_freelancer
from tests_support.transcripts import grades_of, make_scenario, make_transcript, make_truth, make_turn

ANNA, BEN, CEM = (
    make_freelancer(str(n), name=name) for n, name in enumerate(("Anna Alt", "Ben Berg", "Cem Can"))
)
TRUTH = make_truth(ANNA, BEN, CEM)
BRIEF: dict[str, Any] = {
    "role": "designer",
    "skills": [{"name": "Figma", "importance": "MUST"}, {"name": "Sketch", "importance": "NICE"}],
    "hourlyRate": {"max": 60.0, "currency": "EUR"},
    "languages": [{"code": "de", "level": "FLUENT"}],
    "terms": {"skills": {"hard": True}, "hourlyRate": {"hard": True}, "languages": {"hard": False}},
}
GOLD: dict[str, Any] = {
    "role": ["ux-designer", "designer"],
    "skills": {"Figma": "MUST", "Sketch": "NICE"},
    "hourlyRate": {"max": 60, "currency": "EUR"},
    "languages": {"de": "FLUENT"},
}


def graded(name: str, brief: dict[str, Any], scenario: Scenario) -> Grade:
    return grades_of(name, make_transcript([make_turn(1, brief=brief)]), TRUTH, scenario)[name]


def test_a_brief_as_the_gold_has_it_passes_and_needs_no_order() -> None:
    assert graded("brief", BRIEF, make_scenario(brief=GOLD)).score == 1
    turned = {**BRIEF, "skills": BRIEF["skills"][::-1]}
    assert graded("brief", turned, make_scenario(brief=GOLD)).score == 1


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("role", "writer"),
        ("skills", [{"name": "Figma", "importance": "MUST"}]),
        ("skills", [{"name": "Figma", "importance": "EXCLUDED"}, {"name": "Sketch", "importance": "NICE"}]),
        ("hourlyRate", {"max": 60.0, "currency": "USD"}),
        ("hourlyRate", {"min": 60.0, "currency": "EUR"}),
        ("languages", [{"code": "de", "level": "BASIC"}]),
        ("headcount", 2),
        ("languages", None),
    ],
)
def test_a_wrong_a_missing_and_an_unasked_slot_fail(slot: str, value: Any) -> None:
    grade = graded("brief", {**BRIEF, slot: value}, make_scenario(brief=GOLD))
    assert grade.score == 0
    assert slot in grade.comment


def test_what_is_told_only_when_asked_may_be_set_and_must_then_be_right() -> None:
    scenario = make_scenario(brief=GOLD, may={"seniority": "EXPERT", "skills": {"Miro": "NICE"}})
    more = [*BRIEF["skills"], {"name": "Miro", "importance": "NICE"}]
    assert graded("brief", BRIEF, scenario).score == 1
    assert graded("brief", {**BRIEF, "seniority": "EXPERT", "skills": more}, scenario).score == 1
    assert graded("brief", {**BRIEF, "seniority": "ENTRY"}, scenario).score == 0


def test_requirements_and_preferences_are_told_apart() -> None:
    right = make_scenario(brief=GOLD, hard=["hourlyRate"], soft=["languages"])
    wrong = make_scenario(brief=GOLD, hard=["languages"], soft=["hourlyRate"])
    assert graded("firmness", BRIEF, right).score == 1
    assert (
        graded("firmness", BRIEF, wrong).comment == "languages is no requirement; hourlyRate is no preference"
    )


def test_what_must_not_move_must_not() -> None:
    scenario = make_scenario(brief=GOLD, unchanged=["hourlyRate"])
    moved = {**BRIEF, "hourlyRate": {"max": 50.0, "currency": "EUR"}}
    kept = make_transcript([make_turn(1), make_turn(2, brief=BRIEF), make_turn(3, brief=BRIEF)])
    broken = make_transcript([make_turn(1, brief=BRIEF), make_turn(2, brief=moved)])
    assert grades_of("unchanged", kept, TRUTH, scenario)["unchanged"].score == 1
    assert grades_of("unchanged", broken, TRUTH, scenario)["unchanged"].turn == 2


def test_the_shortlist_holds_those_pointed_at() -> None:
    meant = [Intended(act=Act.SHORTLIST, people=(BEN.id,))]
    scenario = make_scenario(shortlist=1)
    for kept, score in (((BEN.id,), 1), ((ANNA.id,), 0), ((), 0), ((BEN.id, ANNA.id), 0)):
        transcript = make_transcript([make_turn(1)], meant, shortlist=kept)
        assert grades_of("shortlist", transcript, TRUTH, scenario)["shortlist"].score == score


def test_who_was_sent_away_stays_away_until_the_client_begins_afresh() -> None:
    away = Intended(act=Act.DISMISS, people=(ANNA.id,))
    turns = [make_turn(1, shown=(BEN,)), make_turn(2, shown=(ANNA,))]
    scenario = make_scenario(dismissed=1)
    back = make_transcript(turns, [away, Intended(act=Act.ADD)], dismissed=(ANNA.id,))
    afresh = make_transcript(turns, [away, Intended(act=Act.START_OVER)])
    assert grades_of("dismissed", back, TRUTH, scenario)["dismissed"].turn == 2
    assert grades_of("dismissed", afresh, TRUTH)["dismissed"].score == 1


def test_more_shows_others_and_no_list_has_anybody_twice() -> None:
    more, add = Intended(act=Act.MORE), Intended(act=Act.ADD)
    first, again = make_turn(1, shown=(ANNA, BEN)), make_turn(2, shown=(BEN, CEM))
    twice = make_turn(2, shown=(CEM, CEM))
    for second, meant, score in ((again, more, 0), (again, add, 1), (twice, add, 0)):
        assert (
            grades_of("fresh", make_transcript([first, second], [add, meant]), TRUTH)["fresh"].score == score
        )


@pytest.mark.parametrize(
    ("who", "status", "wanted", "score"),
    [
        (BEN, HandOffGold.APPROVED, "APPROVED", 1),
        (ANNA, HandOffGold.APPROVED, "APPROVED", 0),
        (BEN, HandOffGold.PREPARED, "APPROVED", 0),
        (None, None, "APPROVED", 0),
        (None, None, None, 1),
        (BEN, HandOffGold.PREPARED, None, 0),
    ],
)
def test_the_hand_off_is_for_the_one_pointed_at(who: Any, status: Any, wanted: Any, score: int) -> None:
    made = HandOffMade(freelancer_id=who.id, status=status) if who is not None else None
    meant = [Intended(act=Act.HAND_OFF, people=(BEN.id,)), Intended(act=Act.APPROVE)]
    transcript = make_transcript([make_turn(1), make_turn(2)], meant, hand_off=made)
    assert grades_of("hand_off", transcript, TRUTH, make_scenario(hand_off=wanted))["hand_off"].score == score


def test_nothing_is_approved_without_a_yes() -> None:
    handed = {"id": "ho_1", "freelancer_id": BEN.id, "status": "APPROVED", "message": "", "shared": []}
    meant = [Intended(act=Act.HAND_OFF, people=(BEN.id,))]
    transcript = make_transcript([make_turn(1, handoffs=[handed])], meant)
    assert grades_of("hand_off", transcript, TRUTH)["hand_off"].turn == 1


def test_a_broken_gate_leaves_no_score_and_a_sound_conversation_the_mean_of_the_rest() -> None:
    scenario = make_scenario(brief=GOLD, acceptable=False)
    sound = grade(scenario, make_transcript([make_turn(1, brief=BRIEF)]), TRUTH, TRUTH.knowledge)
    broken = grade(scenario, make_transcript([make_turn(1)]), TRUTH, TRUTH.knowledge)
    assert (sound.passed, sound.score) == (True, 1.0)
    assert (broken.passed, broken.score) == (False, 0.0)
