"""What was asked about the service is answered, and what was under way is taken up again in one line."""

from agent.graph.state import ClientMessage, TurnState, opening_state
from agent.replies.service import service_reply
from agent.service.answers import load_answers
from agent.understanding.reading import Intent, Reading, Reference, ReferenceKind, Span
from store.knowledge import load_knowledge
from store.nouns.brief import Brief, Slot, Term
from store.nouns.conversation import Memory, Question, QuestionOption
from tests_support.nouns import make_freelancer

KNOWLEDGE, ANSWERS = load_knowledge(), load_answers()
BRIEF = Brief(role="frontend-developer", terms={Slot.ROLE: Term(hard=True)})
QUESTION = Question(
    slot=Slot.HOURLY_RATE,
    text="What would you like to pay an hour, at most?",
    options=(QuestionOption(label="up to $20/h", text="up to $20 an hour"),),
)
FEES = "I neither charge nor take a cut"
PEOPLE = {each.id: each for each in (make_freelancer("1", name="Ana"), make_freelancer("2", name="Ben"))}


def _state(
    text: str, memory: Memory, intent: Intent = Intent.HELP, reading: Reading | None = None
) -> TurnState:
    message = ClientMessage(turn_id="t", conversation_id="c", text=text)
    return {**opening_state(message, memory), "intent": intent, "reading": reading}


def _said(text: str, memory: Memory) -> str:
    return service_reply(_state(text, memory), {}, KNOWLEDGE, ANSWERS)


def test_an_open_question_is_asked_again_in_one_line() -> None:
    reply = _said("is there a fee on top?", Memory(brief=BRIEF, question=QUESTION))
    answer, again = reply.split("\n\n")
    assert answer.startswith(FEES)
    assert again == QUESTION.text


def test_before_a_need_is_known_it_is_asked_for() -> None:
    assert _said("is there a fee on top?", Memory()).endswith("What kind of freelancer are you looking for?")


def test_beside_a_list_the_answer_stands_alone() -> None:
    reply = _said("is there a fee on top?", Memory(brief=BRIEF))
    assert reply == ANSWERS.answer("is there a fee on top?")


def test_an_unclear_question_gets_the_general_answer() -> None:
    assert _said("help", Memory()) == ANSWERS.general
    reply = _said("help", Memory(brief=BRIEF, question=QUESTION))
    assert reply.startswith(ANSWERS.general)
    assert "by 'up to $20/h' I mean" in reply.casefold().replace("up to $20/h", "up to $20/h").replace(
        "i mean", "I mean"
    )


def test_what_is_meant_by_the_question_is_all_that_is_explained() -> None:
    reply = _said("what do you mean by that?", Memory(brief=BRIEF, question=QUESTION))
    assert reply.startswith("By 'up to $20/h' I mean up to $20 an hour.")
    assert ANSWERS.general not in reply


def test_several_are_handed_over_to_one_after_another() -> None:
    span = Span(start=0, end=1)
    references = tuple(
        Reference(kind=ReferenceKind.PRONOUN, freelancer_id=each, span=span, words="both") for each in PEOPLE
    )
    reading = Reading(intent=Intent.HAND_OFF, references=references)
    state = _state("contact both", Memory(brief=BRIEF, shown=tuple(PEOPLE)), Intent.HAND_OFF, reading)
    reply = service_reply(state, PEOPLE, KNOWLEDGE, ANSWERS)
    assert reply == "I hand over to one person at a time. Whom first: Ana or Ben?"
