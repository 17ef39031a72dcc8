"""Days that are labelled, somebody from near the client, and hours that are another place's."""

from datetime import date

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Countries, LanguageLevel, Range
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Python developer. Start: 30.11.2026. End: 18.12.2026.", date(2026, 11, 30)),
        ("VA from 21 December to 8 January while our assistant is on leave", date(2026, 12, 21)),
        ("VA wanted. Our office is closed until 8 January.", None),
        ("CV rewrite. Needed by Friday noon.", None),
    ],
)
def test_when_the_work_begins(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, start: date | None
) -> None:
    assert brief_of(interpreter, knowledge, text).start_by == start


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Somebody close to me, I live in Buenos Aires. Illustrator.", Countries(include=("AR",))),
        ("We need a local bookkeeper, we're in Austin, Texas", Countries(include=("US",))),
        ("We're in Leeds and need a website for a local bookkeeper", None),
        ("Python dev, any location but Brazil", Countries(exclude=("BR",))),
        ("Python dev, any location but we need English", None),
        ("Editors from the Philippines with 3 hours overlap with London", Countries(include=("PH",))),
        ("Maths tutor, term time only, Leeds area", Countries(include=("GB",))),
    ],
)
def test_where_somebody_must_be(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, countries: Countries | None
) -> None:
    assert brief_of(interpreter, knowledge, text).countries == countries


def test_an_overlap_is_with_the_place_after_it(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    text = "Editors from the Philippines with 3 hours overlap with London"
    assert brief_of(interpreter, knowledge, text).utc_offset == Range(min=-5, max=5)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Korean localization tester, must be native", {"ko": LanguageLevel.NATIVE}),
        ("Somebody for Swedish customer calls", {"sv": LanguageLevel.FLUENT}),
        ("Swedish WordPress developer", {}),
    ],
)
def test_a_nations_word_before_work_with_words(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, spoken: dict[str, LanguageLevel]
) -> None:
    languages = brief_of(interpreter, knowledge, text).languages
    assert {wish.code: wish.level for wish in languages} == spoken


def test_hours_on_the_platform_are_no_workload(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "Email developer, 1,000 hours on the platform and 4.9+ rating")
    assert (brief.hours_per_week, brief.min_rating) == (None, 4.9)
