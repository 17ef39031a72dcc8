"""What is said besides the need changes nothing: the weather, the neighbours, somebody hired long ago."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from store.nouns.brief import Slot
from store.nouns.conversation import Question, QuestionOption
from tests_support.readings import BRIEF, SHOWN, TODAY

BESIDE_A_LIST = Context(today=TODAY, brief=BRIEF, shown=SHOWN)
BEFORE_A_YES = BESIDE_A_LIST.model_copy(update={"handoff_pending": True})

ASIDES = [
    "Our printer has a mind of its own.",
    "It has been snowing the whole day and the bus never came.",
    "We just moved to a new building.",
    "The last person we hired never came back.",
    "My daughter is learning to play the drums and I have a headache.",
    "You would not believe the traffic.",
    "I was a chef in another life.",
    "The builders have been making noise since the morning.",
    "My partner thinks the new coffee machine was a bad idea, but I don't.",
]


@pytest.mark.parametrize("aside", ASIDES)
def test_an_order_stands_beside_it(interpreter: OfflineInterpreter, aside: str) -> None:
    for text in (f"{aside} Please shortlist Maria.", f"Please shortlist Maria. {aside}"):
        reading = interpreter.read_strictly(text, BESIDE_A_LIST)
        assert reading.intent is Intent.SHORTLIST
        assert [reference.position for reference in reading.references] == [1]
        assert not reading.changes


@pytest.mark.parametrize("aside", ASIDES)
def test_a_yes_stays_one(interpreter: OfflineInterpreter, aside: str) -> None:
    for text in (f"{aside} Yes, send it.", f"Yes, send it. {aside}"):
        assert interpreter.read_strictly(text, BEFORE_A_YES).intent is Intent.CONFIRM


@pytest.mark.parametrize(
    "text",
    [
        "Yes, send it. But my boss has to agree first.",
        "Yes please. Or is she too expensive?",
        "Okay. My boss wants to wait until Friday.",
        "Yes. My partner thinks this is a good idea, but I don't.",
        "Yes. But we don't.",
    ],
)
def test_what_takes_a_yes_back_is_none_of_it(interpreter: OfflineInterpreter, text: str) -> None:
    assert interpreter.read_strictly(text, BEFORE_A_YES).intent is not Intent.CONFIRM


def test_an_aside_that_tells_something_of_the_need_is_read(interpreter: OfflineInterpreter) -> None:
    text = "The roof leaks again. Our budget is 40 dollars an hour."
    changes = interpreter.read_strictly(text, BESIDE_A_LIST).changes
    assert [change.slot for change in changes] == [Slot.HOURLY_RATE]


def test_a_call_for_help_is_heard_beside_it(interpreter: OfflineInterpreter) -> None:
    assert interpreter.read_strictly("The roof leaks again. Help", BESIDE_A_LIST).intent is Intent.HELP


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("I like the second one we talked about, hire her", [2]),
        ("hire the last one. The first one we had was a pity.", [5]),
        ("keep the first of these too", [1]),
    ],
)
def test_somebody_of_the_past_is_not_on_the_list(
    interpreter: OfflineInterpreter, text: str, places: list[int]
) -> None:
    references = interpreter.read_strictly(text, BESIDE_A_LIST).references
    assert [reference.position for reference in references] == places


@pytest.mark.parametrize(
    "text", ["None of them, I need all of it.", "keep all", "those are all must-haves", "none of those"]
)
def test_nothing_gives_way(interpreter: OfflineInterpreter, text: str) -> None:
    held = next(slot for slot in BRIEF.terms if slot is not Slot.ROLE)
    question = Question(
        slot=held,
        text="What may give way?",
        options=(QuestionOption(label="That optional", text="That is optional"),),
    )
    reading = interpreter.read_strictly(text, BESIDE_A_LIST.model_copy(update={"question": question}))
    assert reading.intent is Intent.DECLINE
    assert reading.declines_question


def test_no_opinion_on_a_question_takes_no_hand_off_back(interpreter: OfflineInterpreter) -> None:
    question = Question(slot=Slot.REGIONS, text="Does it matter where they are?", options=())
    context = BEFORE_A_YES.model_copy(update={"question": question})
    assert interpreter.read_strictly("Not sure, I'll leave that open.", context).declines_question
    assert not interpreter.read_strictly("No, don't send it.", context).declines_question


@pytest.mark.parametrize(
    ("text", "place", "topic"),
    [
        ("the third one looks good, what has he done?", 3, "experience"),
        ("number 3 looks great! is she available in january?", 3, "availability"),
        ("what about 2, is she free in january?", 2, "availability"),
        ("how did you choose number 1?", 1, "why"),
        ("what speaks for number 3?", 3, "why"),
    ],
)
def test_a_question_about_somebody_is_answered_whoever_was_praised(
    interpreter: OfflineInterpreter, text: str, place: int, topic: str
) -> None:
    reading = interpreter.read_strictly(text, BESIDE_A_LIST)
    assert reading.intent is Intent.ASK_ABOUT_CANDIDATE
    assert [reference.position for reference in reading.references] == [place]
    assert reading.topic == topic


@pytest.mark.parametrize(
    ("text", "places"),
    [("not 1. show me others", [1]), ("neither 1 nor 2", [1, 2]), ("not 3", [3])],
)
def test_a_place_that_is_denied_is_no_answer_to_the_question(
    interpreter: OfflineInterpreter, text: str, places: list[int]
) -> None:
    for slot in (Slot.HOURLY_RATE, Slot.HOURS_PER_WEEK):
        asked = BESIDE_A_LIST.model_copy(update={"question": Question(slot=slot, text="How much?")})
        reading = interpreter.read_strictly(text, asked)
        assert reading.intent is Intent.DISMISS
        assert [reference.position for reference in reading.references] == places
        assert not reading.changes


def test_a_question_about_our_words_answers_nothing(interpreter: OfflineInterpreter) -> None:
    question = Question(slot=Slot.HOURS_PER_WEEK, text="How much time should they have for you?")
    asked = BESIDE_A_LIST.model_copy(update={"question": question})
    reading = interpreter.read_strictly("what do you mean by half time?", asked)
    assert reading.intent is Intent.HELP
    assert not reading.changes
