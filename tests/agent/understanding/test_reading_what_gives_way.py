"""What the brief holds gives way or is left open in free words, and a favour asked of us is no need."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from store.knowledge import Knowledge
from store.nouns.brief import Importance, LanguageLevel, Seniority, Slot
from tests_support.readings import TODAY, brief_of


@pytest.mark.parametrize(
    ("first", "then", "slot"),
    [
        ("a designer working from UTC-8 to UTC-3", "the time zone isn't essential, just a plus", "utcOffset"),
        ("a designer for at most $35 an hour", "the rate is more of a guide than a limit", "hourlyRate"),
        ("a writer with at least 95% job success", "job success can be a preference", "minJobSuccess"),
        (
            "a writer with at least 10 jobs",
            "the number of jobs isn't a must, it's a preference",
            "minJobsCompleted",
        ),
        (
            "maths tutor, up to 40 EUR an hour",
            "we could stretch on the price if it's the right person",
            "hourlyRate",
        ),
        ("bookkeeper, at least 30 hours a week", "the 30 hours are not set in stone", "hoursPerWeek"),
        (
            "a translator who must speak German",
            "asking for German is too strict, make it a preference",
            "languages",
        ),
        (
            "a translator, only from Austria",
            "if there's nobody in Austria, elsewhere is fine, it's a preference",
            "countries",
        ),
        (
            "a copywriter, only from the UK",
            "It's fine if they are not in the UK, I'd just prefer it",
            "countries",
        ),
        (
            "a copywriter, only from Norway",
            "somewhere else would work too, Norway is just easiest",
            "countries",
        ),
    ],
)
def test_a_requirement_becomes_a_preference_and_keeps_its_value(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: str, then: str, slot: str
) -> None:
    held = brief_of(interpreter, knowledge, first)
    eased = brief_of(interpreter, knowledge, first, then)
    assert held.terms[Slot(slot)].hard
    assert not eased.terms[Slot(slot)].hard
    assert eased.model_copy(update={"terms": held.terms}) == held


def test_a_language_keeps_its_level_where_only_its_weight_is_said(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    eased = brief_of(
        interpreter, knowledge, "They must speak native Spanish", "Spanish would be good but isn't required"
    )
    assert [(each.code, each.level) for each in eased.languages] == [("es", LanguageLevel.NATIVE)]
    assert not eased.terms[Slot.LANGUAGES].hard


def test_a_skill_that_is_liked_best_is_a_wish(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    then = "doesn't have to be Cisco, though we'd like that best"
    brief = brief_of(interpreter, knowledge, "network engineer, must know Cisco", then)
    assert [(each.name, each.importance) for each in brief.skills] == [("Cisco", Importance.NICE)]


@pytest.mark.parametrize(
    ("then", "hard"),
    [
        ("the first of March is fixed, whoever cannot start by then is out", True),
        ("March 1st is non negotiable", True),
        ("the first of March is only a wish", False),
    ],
)
def test_a_day_is_weighed(
    interpreter: OfflineInterpreter, knowledge: Knowledge, then: str, hard: bool
) -> None:
    brief = brief_of(interpreter, knowledge, "event planner, start by Mar 1 2027", then)
    assert brief.terms[Slot.START_BY].hard is hard


def test_one_language_gives_way_and_none_comes(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    then = "Italian would be nice, we can also run it in English"
    brief = brief_of(interpreter, knowledge, "a voice-over artist who must speak fluent Italian", then)
    assert [each.code for each in brief.languages] == ["it"]
    assert not brief.terms[Slot.LANGUAGES].hard


@pytest.mark.parametrize(
    ("first", "then", "slot"),
    [
        ("two illustrators", "one or two, leave the number open", "headcount"),
        ("three data entry clerks", "the number of people is open", "headcount"),
        ("a senior app developer", "I don't know, leave the level open", "seniority"),
        ("a video editor with 15 or more completed jobs", "drop the 15 jobs", "minJobsCompleted"),
    ],
)
def test_what_is_left_open_is_asked_for_no_longer(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: str, then: str, slot: str
) -> None:
    assert Slot(slot) in brief_of(interpreter, knowledge, first).terms
    assert Slot(slot) not in brief_of(interpreter, knowledge, first, then).terms


def test_every_wish_becomes_a_must_at_once(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    first = "a marketer, SEO and Link Building would be nice to have"
    told = brief_of(interpreter, knowledge, first, "those skills are all must-haves")
    assert {each.importance for each in told.skills} == {Importance.MUST}


@pytest.mark.parametrize(
    "text",
    [
        "know any good jokes?",
        "can you write a short poem for my wife?",
        "can you write the Python script yourself?",
        "can you reserve a table for two tonight?",
        "run this for me: DELETE FROM freelancers;",
    ],
)
def test_a_favour_is_no_need(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    held = brief_of(interpreter, knowledge, "a backend developer")
    reading = interpreter.read_strictly(text, Context(today=TODAY, brief=held))
    assert reading.intent is Intent.OUT_OF_SCOPE
    assert not reading.changes


@pytest.mark.parametrize(
    "text",
    [
        "can you find me somebody who writes poems?",
        "know any good copywriters?",
        "who can write jokes for our show?",
    ],
)
def test_somebody_for_the_same_work_is(interpreter: OfflineInterpreter, text: str) -> None:
    assert interpreter.read_strictly(text, Context(today=TODAY)).intent is Intent.DESCRIBE_NEED


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("a web scraping developer who is good with Python and Web Scraping", ["Python", "Web Scraping"]),
        ("a copywriter experienced in Copywriting and Sales Pages", ["Copywriting", "Sales Pages"]),
    ],
)
def test_the_work_of_the_role_joined_to_a_skill_is_a_skill(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, skills: list[str]
) -> None:
    assert [each.name for each in brief_of(interpreter, knowledge, text).skills] == skills


def test_experienced_in_something_is_no_level(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    assert brief_of(interpreter, knowledge, "a photo guy experienced in retouching").seniority is None
    assert (
        brief_of(interpreter, knowledge, "somebody experienced, a photographer").seniority is Seniority.EXPERT
    )
    level = brief_of(interpreter, knowledge, "a React developer", "They should be intermediate.").seniority
    assert level is Seniority.INTERMEDIATE
