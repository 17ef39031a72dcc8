import pytest

from agent.graph.routing import route_action, route_reading, take_up_next_need
from agent.graph.state import Decision
from agent.understanding.reading import Intent, Reading, Reference, ReferenceKind, Span
from store.nouns.brief import Brief, Slot
from store.nouns.conversation import Action, ActionKind, Memory, PendingHandoff, Question
from tests_support.nouns import make_handoff

DEVELOPER = Brief(role="frontend-developer")
SHOWN = Memory(brief=DEVELOPER, shown=("fl_1", "fl_2"))
PENDING = SHOWN.model_copy(update={"pending_handoff": PendingHandoff(handoff=make_handoff("fl_1"))})


def reading(intent: Intent, *freelancer_ids: str | None) -> Reading:
    references = tuple(
        Reference(kind=ReferenceKind.POSITION, freelancer_id=i, span=Span(start=0, end=2), words="#1")
        for i in freelancer_ids
    )
    return Reading(intent=intent, references=references)


@pytest.mark.parametrize(
    ("intent", "memory", "step"),
    [
        (Intent.DESCRIBE_NEED, Memory(), "clarify"),
        (Intent.DESCRIBE_NEED, Memory(brief=DEVELOPER), "search"),
        (Intent.REFINE, Memory(), "clarify"),
        (Intent.REFINE, Memory(brief=DEVELOPER), "refine"),
        (Intent.REFINE, SHOWN, "refine"),
        (Intent.MORE_RESULTS, SHOWN, "search"),
        (Intent.MORE_RESULTS, Memory(), "clarify"),
        (Intent.COMPARE, SHOWN, "answer"),
        (Intent.GREETING, Memory(), "answer"),
        (Intent.OUT_OF_SCOPE, SHOWN, "answer"),
        (Intent.START_OVER, Memory(), "clarify"),
        (Intent.CONFIRM, PENDING, "hand_off"),
        (Intent.DECLINE, PENDING, "hand_off"),
        (Intent.CONFIRM, SHOWN, "answer"),
        (Intent.ASK_ABOUT_CANDIDATE, PENDING, "answer"),
    ],
)
def test_a_reading_leads_to_its_step(intent: Intent, memory: Memory, step: str) -> None:
    assert route_reading(reading(intent), memory, memory).step == step


def test_a_yes_to_a_pending_hand_off_approves_it_and_a_no_cancels_it() -> None:
    assert route_reading(reading(Intent.CONFIRM), PENDING, PENDING).decision is Decision.APPROVE
    assert route_reading(reading(Intent.DECLINE), PENDING, PENDING).decision is Decision.CANCEL


def test_handing_off_needs_exactly_one_person() -> None:
    assert route_reading(reading(Intent.HAND_OFF, "fl_2"), SHOWN, SHOWN).target == "fl_2"
    assert route_reading(reading(Intent.HAND_OFF), SHOWN, SHOWN).step == "answer"
    assert route_reading(reading(Intent.HAND_OFF, "fl_1", "fl_2"), SHOWN, SHOWN).step == "answer"
    assert route_reading(reading(Intent.HAND_OFF, None), SHOWN, SHOWN).step == "answer"
    focused = SHOWN.model_copy(update={"focus": "fl_1"})
    assert route_reading(reading(Intent.HAND_OFF), focused, focused).target == "fl_1"


def test_dismissing_somebody_searches_without_them() -> None:
    route = route_reading(reading(Intent.DISMISS, "fl_1"), SHOWN, SHOWN)
    assert route.step == "refine"
    assert route.memory is not None
    assert route.memory.dismissed == ("fl_1",)


def test_more_like_somebody_remembers_whom_the_client_liked() -> None:
    route = route_reading(reading(Intent.MORE_RESULTS, "fl_2"), SHOWN, SHOWN)
    assert route.memory is not None
    assert route.memory.liked == ("fl_2",)


def test_declining_a_question_goes_on_with_what_is_known() -> None:
    asked = Memory(brief=DEVELOPER, question=Question(slot=Slot.HOURLY_RATE, text="How much?"))
    assert route_reading(reading(Intent.DECLINE), asked, DEVELOPER_WITHOUT_QUESTION).step == "refine"
    assert route_reading(reading(Intent.REFINE), Memory(), Memory(brief=DEVELOPER)).step == "search"


DEVELOPER_WITHOUT_QUESTION = Memory(brief=DEVELOPER)


def test_only_the_hand_off_that_is_pending_can_be_approved() -> None:
    pending = PENDING.pending_handoff
    assert pending is not None
    right = Action(kind=ActionKind.APPROVE, handoff_id=pending.handoff.id)
    wrong = Action(kind=ActionKind.APPROVE, handoff_id="ho_other")
    assert route_action(right, PENDING).decision is Decision.APPROVE
    assert route_action(wrong, PENDING).step == "answer"


def test_a_waiting_need_is_taken_up_with_a_clean_list() -> None:
    designer = Brief(role="logo-designer")
    memory = SHOWN.model_copy(update={"waiting_needs": (designer,), "shortlisted": ("fl_2",)})
    taken = take_up_next_need(memory)
    assert taken == Memory(brief=designer, shortlisted=("fl_2",))


def test_no_opinion_on_a_question_leaves_a_pending_hand_off_alone() -> None:
    asked = PENDING.model_copy(update={"question": Question(slot=Slot.REGIONS, text="Where?")})
    shrug = reading(Intent.DECLINE).model_copy(update={"declines_question": True})
    route = route_reading(shrug, asked, asked)
    assert (route.step, route.decision) == ("refine", None)


def test_a_yes_that_chooses_no_answer_has_the_question_asked_again() -> None:
    asked = SHOWN.model_copy(update={"question": Question(slot=Slot.REGIONS, text="Where?")})
    assert route_reading(reading(Intent.CONFIRM), asked, asked).step == "answer"
    answered = asked.model_copy(update={"question": None})
    assert route_reading(reading(Intent.CONFIRM), asked, answered).step == "refine"
