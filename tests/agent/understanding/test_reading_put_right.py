"""One skill put in another's place, in the words people correct themselves with."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance, Range, SkillWish, Slot, Term
from tests_support.readings import brief_of

BRIEF = Brief(
    role="video-editor",
    skills=(SkillWish(name="Bookkeeping"),),
    hours_per_week=Range(min=40, max=40),
    terms={slot: Term(hard=True) for slot in (Slot.ROLE, Slot.SKILLS, Slot.HOURS_PER_WEEK)},
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Accounting instead of Bookkeeping", "Accounting"),
        ("My mistake, it's Accounting, not Bookkeeping.", "Accounting"),
        ("Sorry, not Bookkeeping. I meant Accounting.", "Accounting"),
        ("I mixed that up: video editing instead of bookkeeping. Got it?", "Video Editing"),
        ("Not bookkeeping. I meant Kotlin, thanks!", "Kotlin"),
    ],
)
def test_the_right_skill_takes_the_wrong_ones_place(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    brief = brief_of(interpreter, knowledge, text, start=BRIEF)
    assert [(skill.name, skill.importance) for skill in brief.skills] == [(name, Importance.MUST)]
    assert brief.role == BRIEF.role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It would be nice if they knew Xero. Well, you know what I mean.", ["Bookkeeping", "Xero"]),
        ("We can't do without Xero.", ["Bookkeeping", "Xero"]),
        ("I couldn't do without bookkeeping", ["Bookkeeping"]),
        ("we can do without bookkeeping", []),
    ],
)
def test_nothing_is_put_right_or_dropped_that_was_not(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, names: list[str]
) -> None:
    assert [skill.name for skill in brief_of(interpreter, knowledge, text, start=BRIEF).skills] == names


def test_an_old_number_explained_is_no_price(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "I meant 10 hours a week, 40 is per month", start=BRIEF)
    assert brief.hours_per_week == Range(min=10, max=10)
    assert brief.hourly_rate is None


def test_a_range_of_hours_points_at_nobody(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "I misspoke earlier, it is 10-30 hours a week.", start=BRIEF)
    assert brief.hours_per_week == Range(min=10, max=30)


@pytest.mark.parametrize(
    "text", ["drop the UK hours", "UK hours are not needed", "we can skip the london hours"]
)
def test_hours_of_a_place_are_its_time_zone(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    held = BRIEF.model_copy(
        update={
            "utc_offset": Range(min=0, max=1),
            "terms": {**BRIEF.terms, Slot.UTC_OFFSET: Term(hard=True)},
        }
    )
    left = brief_of(interpreter, knowledge, text, start=held)
    assert left.utc_offset is None
    assert left.hours_per_week == BRIEF.hours_per_week
