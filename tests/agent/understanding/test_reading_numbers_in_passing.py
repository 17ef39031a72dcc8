"""Numbers of a brief changed in passing: after a reason, two at once, by their name or the way they look."""

from datetime import date

import pytest

from agent.briefs.merge import merge
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import MoneyRange, Range, Seniority, Slot
from store.nouns.conversation import Question
from tests_support.readings import TODAY, brief_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("one person less", 3),
        ("one less", 3),
        ("two people more", 6),
        ("one for nights and one for days, so two altogether", 2),
        ("that makes five in total", 5),
        ("5000 in total", 4),
    ],
)
def test_how_many_people(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, count: int
) -> None:
    start = brief_of(interpreter, knowledge, "4 support agents, 30 hours a week")
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert (brief.headcount, brief.hours_per_week) == (count, Range(min=30, max=30))


@pytest.mark.parametrize(
    ("text", "day", "weeks"),
    [
        ("it can wait until the 8th of February", date(2027, 2, 8), 6),
        ("we can hold off until mid March", date(2027, 3, 15), 6),
        ("shift the start by three weeks, our office moves", date(2027, 2, 1), 6),
        ("push the start date back by a week", date(2027, 1, 18), 6),
        ("half of the duration", date(2027, 1, 11), 3),
    ],
)
def test_when_it_begins_and_how_long_it_lasts(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, day: date, weeks: int
) -> None:
    start = brief_of(interpreter, knowledge, "a grant writer for 6 weeks, starting on 11 January 2027")
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert (brief.start_by, brief.duration_weeks) == (day, Range(min=weeks, max=weeks))


@pytest.mark.parametrize(
    ("text", "rate", "hours", "rating"),
    [
        ("correction: the rate is 18, hours is 14", 18, 14, None),
        ("rate 18, hours 14", 18, 14, None),
        ("14 hours since the season ends", 20, 14, None),
        ("just the ones with 4.7 or better", 20, 10, 4.7),
        ("I want 4.8 or higher", 20, 10, 4.8),
        ("18 or less", 18, 10, None),
    ],
)
def test_each_number_by_its_name_or_the_way_it_is_written(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    text: str,
    rate: float,
    hours: float,
    rating: float | None,
) -> None:
    start = brief_of(interpreter, knowledge, "a virtual assistant, $20 an hour at most, 10 hours a week")
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert brief.hourly_rate == MoneyRange(max=rate)
    assert brief.hours_per_week == Range(min=hours, max=hours)
    assert brief.min_rating == rating


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("the scope grew so 24", 24),
        ("all good, it's only the price that's too high. 17", 17),
        ("someone senior then, but still 20", 20),
        ("they'd sit with 24 others", 20),
        ("our shop has 18 rooms, so nothing fancy", 20),
        ("the last one answered 22 calls, then left", 20),
    ],
)
def test_a_price_after_its_reason(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, rate: float
) -> None:
    start = brief_of(interpreter, knowledge, "a virtual assistant, $20 an hour at most")
    assert brief_of(interpreter, knowledge, text, start=start).hourly_rate == MoneyRange(max=rate)


@pytest.mark.parametrize(
    ("text", "count"),
    [("jobs done: 25", 25), ("number of jobs at least 25", 25), ("no jobs today, maybe 25 tomorrow", None)],
)
def test_jobs_by_their_name(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, count: int | None
) -> None:
    start = brief_of(interpreter, knowledge, "a photographer from Malta")
    assert brief_of(interpreter, knowledge, text, start=start).min_jobs_completed == count


def test_one_of_no_one_is_no_rating(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(
        interpreter, knowledge, "a photographer, 4.5 stars at least and no one with less than 10 jobs"
    )
    assert (brief.min_rating, brief.min_jobs_completed) == (4.5, 10)


@pytest.mark.parametrize(
    ("text", "rate", "hours"),
    [
        ("10 more an hour, 5 hours less", 30, 5),
        ("raise the rate by 4 and cut the hours by 2", 24, 8),
        ("5 hours more and $3 less", 17, 15),
        ("show 5 more, 3 dollars less", 17, 10),
    ],
)
def test_two_steps_at_once(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, rate: float, hours: float
) -> None:
    start = brief_of(interpreter, knowledge, "a virtual assistant, $20 an hour at most, 10 hours a week")
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert (brief.hourly_rate, brief.hours_per_week) == (MoneyRange(max=rate), Range(min=hours, max=hours))


def test_a_budget_for_each_of_several(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    start = brief_of(interpreter, knowledge, "an illustrator, budget 900 EUR")
    brief = brief_of(interpreter, knowledge, "two illustrators then, 600 each", start=start)
    assert (brief.headcount, brief.fixed_budget) == (2, MoneyRange(max=600, currency="EUR"))


@pytest.mark.parametrize(
    ("text", "level"), [("medium", Seniority.INTERMEDIATE), ("a medium sized firm", None)]
)
def test_a_level_in_answer(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, level: Seniority | None
) -> None:
    start = brief_of(interpreter, knowledge, "an illustrator, budget 900 EUR")
    question = Question(slot=Slot.SENIORITY, text="How experienced?")
    reading = interpreter.read_now(text, Context(today=TODAY, brief=start, question=question))
    assert merge(start, reading.changes, knowledge).seniority is level


@pytest.mark.parametrize(
    ("text", "rate", "hours"),
    [
        ("never mind that, what about rates under 35?", 35, None),
        ("not important. can the rate be 35?", 35, None),
        ("20, and the rate stays", 60, 20),
    ],
)
def test_a_price_in_place_of_an_answer(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, rate: float, hours: float | None
) -> None:
    start = brief_of(interpreter, knowledge, "a web developer, 60 USD an hour at most")
    question = Question(slot=Slot.HOURS_PER_WEEK, text="How many hours a week?")
    reading = interpreter.read_now(text, Context(today=TODAY, brief=start, question=question))
    brief = merge(start, reading.changes, knowledge)
    assert brief.hourly_rate == MoneyRange(max=rate)
    assert brief.hours_per_week == (None if hours is None else Range(min=hours, max=hours))
