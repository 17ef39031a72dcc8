"""Whom of the list a message means: 'both', 'her' beside another, places in a row."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from tests_support.readings import BRIEF, SHOWN, TODAY

BESIDE_A_LIST = Context(today=TODAY, brief=BRIEF, shown=SHOWN)
AFTER_TWO = BESIDE_A_LIST.model_copy(update={"together": ("f1", "f5")})
AFTER_MARIA = BESIDE_A_LIST.model_copy(update={"focus": "f1"})


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("keep both of them on a list", Intent.SHORTLIST),
        ("shortlist them", Intent.SHORTLIST),
        ("which of these two has done more jobs?", Intent.ASK_ABOUT_CANDIDATE),
        ("hide both", Intent.DISMISS),
    ],
)
def test_both_are_those_last_talked_about_together(
    interpreter: OfflineInterpreter, text: str, intent: Intent
) -> None:
    reading = interpreter.read_strictly(text, AFTER_TWO)
    assert reading.intent is intent
    assert [reference.position for reference in reading.references] == [1, 5]


def test_nobody_is_both_where_two_were_not_talked_about(interpreter: OfflineInterpreter) -> None:
    assert not interpreter.read_strictly("shortlist all three", AFTER_TWO).references
    assert not interpreter.read_strictly("shortlist both", BESIDE_A_LIST).references


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("hire the cheaper one", 5),
        ("hire the more affordable one", 5),
        ("hire the cheapest", 2),
    ],
)
def test_the_cheaper_one_is_of_those_compared_and_the_cheapest_of_all(
    interpreter: OfflineInterpreter, text: str, place: int
) -> None:
    reading = interpreter.read_strictly(text, AFTER_TWO)
    assert reading.intent is Intent.HAND_OFF
    assert [reference.position for reference in reading.references] == [place]


def test_they_are_the_one_talked_about_since(interpreter: OfflineInterpreter) -> None:
    context = AFTER_TWO.model_copy(update={"focus": "f5"})
    reading = interpreter.read_strictly("are they free in January?", context)
    assert [reference.position for reference in reading.references] == [5]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Compare her with the third one", [1, 3]),
        ("compare her to Liam", [1, 4]),
        ("how does she compare with the cheapest?", [1, 2]),
        ("compare her with the cheapest one", [1, 2]),
    ],
)
def test_she_is_put_beside_another(interpreter: OfflineInterpreter, text: str, places: list[int]) -> None:
    reading = interpreter.read_strictly(text, AFTER_MARIA)
    assert [reference.position for reference in reading.references] == places


@pytest.mark.parametrize(
    ("text", "places", "intent"),
    [
        ("1 n 3 too pricey, out", [1, 3], Intent.DISMISS),
        ("2 and 5 to my list", [2, 5], Intent.SHORTLIST),
        ("Liam and Tomasz to my favourites please", [4, 2], Intent.SHORTLIST),
        ("who u recommend 1 or 4", [1, 4], Intent.COMPARE),
        ("Which of Maria and Liam is the better bet?", [1, 4], Intent.COMPARE),
        ("Candidate number four does not convince me; please take him off.", [4], Intent.DISMISS),
        ("We would rather not see Petrova again.", [5], Intent.DISMISS),
        ("Please arrange for Olga to be hired.", [5], Intent.HAND_OFF),
        ("Please initiate the engagement of Tomasz Kowalski.", [2], Intent.HAND_OFF),
        ("the one who's free now, has he done this before?", [4], Intent.ASK_ABOUT_CANDIDATE),
    ],
)
def test_people_of_the_list(
    interpreter: OfflineInterpreter, text: str, places: list[int], intent: Intent
) -> None:
    reading = interpreter.read_strictly(text, BESIDE_A_LIST)
    assert (reading.intent, [reference.position for reference in reading.references]) == (intent, places)


@pytest.mark.parametrize("text", ["2 or 3 weeks, please", "make that 8 hours, not 5", "rather 2 or 3 hours"])
def test_amounts_are_no_places(interpreter: OfflineInterpreter, text: str) -> None:
    reading = interpreter.read_strictly(text, BESIDE_A_LIST)
    assert (reading.intent, reading.references) == (Intent.REFINE, ())


@pytest.mark.parametrize(
    ("text", "places"),
    [("what about Aishas portfolio", [3]), ("is Tomaz available?", [2]), ("ask Petrova's rate please", [5])],
)
def test_a_name_misspelled(interpreter: OfflineInterpreter, text: str, places: list[int]) -> None:
    reading = interpreter.read_strictly(text, BESIDE_A_LIST)
    assert [reference.position for reference in reading.references] == places


def test_a_name_then_chooses(interpreter: OfflineInterpreter) -> None:
    assert interpreter.read_strictly("ok, Liam then", BESIDE_A_LIST).intent is Intent.HAND_OFF
    assert interpreter.read_strictly("and Liam then?", BESIDE_A_LIST).intent is Intent.ASK_ABOUT_CANDIDATE


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("who could help us this week?", [4]),
        ("which of these can come in on 6 December?", [2, 4, 5]),
        ("anybody free tomorrow?", [4]),
        ("which three are cheapest", [2, 5, 4]),
        ("who are the two with the best reviews?", [3, 1]),
        ("who's the third most experienced?", [4]),
        ("what would the second cheapest cost?", [5]),
        ("Liam or Olga, who has the better reviews?", [4, 5]),
    ],
)
def test_whom_a_question_asks_for(interpreter: OfflineInterpreter, text: str, places: list[int]) -> None:
    reading = interpreter.read_strictly(text, BESIDE_A_LIST)
    assert reading.intent in (Intent.ASK_ABOUT_CANDIDATE, Intent.COMPARE)
    assert [reference.position for reference in reading.references] == places


def test_without_a_question_mark_somebody_free_is_looked_for(interpreter: OfflineInterpreter) -> None:
    assert interpreter.read_strictly("anybody free tomorrow", BESIDE_A_LIST).intent is Intent.REFINE


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("has 4 a degree?", [4]),
        ("is 1 used to night shifts?", [1]),
        ("do 2 and 5 know each other?", [2, 5]),
        ("who of 1 and 4 is quicker?", [1, 4]),
        ("2", [2]),
        ("is 3 a designer?", [3]),
        ("is 3 enough?", []),
        ("do 2 designers cost more?", []),
        ("is 5 stars common?", []),
    ],
)
def test_numbers_in_a_question_are_places(
    interpreter: OfflineInterpreter, text: str, places: list[int]
) -> None:
    reading = interpreter.read_strictly(text, BESIDE_A_LIST)
    assert [reference.position for reference in reading.references] == places
    assert not places or reading.intent in (Intent.ASK_ABOUT_CANDIDATE, Intent.COMPARE)


def test_a_number_that_is_somebodys_is_no_amount(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_strictly("no 4 not", BESIDE_A_LIST)
    assert reading.intent is Intent.DISMISS
    assert not reading.changes


def test_all_of_them_are_more_than_two(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_strictly("save all of them", AFTER_TWO)
    assert [reference.position for reference in reading.references] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "text",
    [
        "who have I kept so far?",
        "whom do we have in there now?",
        "show me the ones I've saved",
        "our shortlist please",
        "and who else did I bookmark?",
    ],
)
def test_those_kept_are_shown(interpreter: OfflineInterpreter, text: str) -> None:
    reading = interpreter.read_strictly(text, AFTER_MARIA)
    assert (reading.intent, reading.references) == (Intent.SHORTLIST, ())


@pytest.mark.parametrize(
    ("text", "intent"),
    [("compare the ones I saved", Intent.COMPARE), ("show me more for my list", Intent.MORE_RESULTS)],
)
def test_what_is_done_with_those_kept(interpreter: OfflineInterpreter, text: str, intent: Intent) -> None:
    assert interpreter.read_strictly(text, BESIDE_A_LIST).intent is intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("keep please", Intent.SHORTLIST),
        ("no, skip", Intent.DISMISS),
        ("not interested", Intent.DISMISS),
        ("hire!", Intent.HAND_OFF),
        ("Not bad, though we must be careful this year. Please cross her off.", Intent.DISMISS),
        ("set her aside for me", Intent.SHORTLIST),
    ],
)
def test_an_order_that_names_nobody_means_the_one_talked_about(
    interpreter: OfflineInterpreter, text: str, intent: Intent
) -> None:
    reading = interpreter.read_strictly(text, AFTER_MARIA)
    assert reading.intent is intent
    assert [reference.position for reference in reading.references] == [1]


def test_praise_keeps_nobody_and_no_order_is_heard_with_nobody_talked_about(
    interpreter: OfflineInterpreter,
) -> None:
    assert interpreter.read_strictly("looks good", AFTER_MARIA).intent is Intent.CONFIRM
    assert not interpreter.read_strictly("keep please", BESIDE_A_LIST).references


@pytest.mark.parametrize(
    ("text", "places"),
    [("shortlist her and Liam", [1, 4]), ("shortlist Liam and her", [4, 1]), ("leave Olga out", [5])],
)
def test_her_and_another(interpreter: OfflineInterpreter, text: str, places: list[int]) -> None:
    reading = interpreter.read_strictly(text, AFTER_MARIA)
    assert [reference.position for reference in reading.references] == places


def test_the_rest_are_those_not_talked_about_last(interpreter: OfflineInterpreter) -> None:
    for context, places in ((AFTER_TWO, [2, 3, 4]), (AFTER_MARIA, [2, 3, 4, 5]), (BESIDE_A_LIST, [])):
        reading = interpreter.read_strictly("hide the others", context)
        assert [reference.position for reference in reading.references] == places


def test_the_other_one_of_two(interpreter: OfflineInterpreter) -> None:
    context = AFTER_TWO.model_copy(update={"focus": "f1"})
    reading = interpreter.read_strictly("save the other one", context)
    assert [reference.position for reference in reading.references] == [5]
    assert not interpreter.read_strictly("save the other one", AFTER_TWO).references


@pytest.mark.parametrize(
    ("text", "intent", "place"),
    [
        ("Ask her if she is interested", Intent.HAND_OFF, 1),
        ("could you ask Liam to come in for an interview?", Intent.HAND_OFF, 4),
        ("ask Liam whether he speaks Dutch", Intent.ASK_ABOUT_CANDIDATE, 4),
        ("Ms Khan please", Intent.HAND_OFF, 3),
        ("hmm, then Chen", Intent.HAND_OFF, 4),
        ("how do I get in touch with Olga?", Intent.HAND_OFF, 5),
        ("please arrange a call with the first one", Intent.HAND_OFF, 1),
        ("We have decided against Liam", Intent.DISMISS, 4),
        ("the third looks good, when would she start", Intent.ASK_ABOUT_CANDIDATE, 3),
        ("Ms Petrova sounds Russian. Is she?", Intent.ASK_ABOUT_CANDIDATE, 5),
    ],
)
def test_what_is_wanted_of_somebody(
    interpreter: OfflineInterpreter, text: str, intent: Intent, place: int
) -> None:
    reading = interpreter.read_strictly(text, AFTER_MARIA)
    assert reading.intent is intent
    assert [reference.position for reference in reading.references] == [place]
    assert not reading.changes


def test_one_against_another_is_a_comparison(interpreter: OfflineInterpreter) -> None:
    assert interpreter.read_strictly("2 against 3 on price?", BESIDE_A_LIST).intent is Intent.COMPARE


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Experienced expert preferred", Intent.REFINE),
        ("contract: 9 months", Intent.REFINE),
        ("no Figma after all, that's not for us", Intent.REFINE),
        ("not 3, 12 people", Intent.REFINE),
        ("who cares about Jira", Intent.REFINE),
        ("God bless you", Intent.SMALLTALK),
        ("Do these people get vetted?", Intent.HELP),
    ],
)
def test_what_means_nobody_of_the_list(interpreter: OfflineInterpreter, text: str, intent: Intent) -> None:
    reading = interpreter.read_strictly(text, BESIDE_A_LIST)
    assert (reading.intent, reading.references) == (intent, ())
