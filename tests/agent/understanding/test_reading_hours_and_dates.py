"""Hours of the day, hours told by the day, sprints, feasts and spans of months."""

from datetime import date

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.when.feasts import easter, thanksgiving
from store.knowledge import Knowledge
from store.nouns.brief import Range
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("VA, 4h/day, 3 days a week", 12),
        ("VA, Mon-Fri 4 hours", 20),
        ("VA for Mon, Wed and Fri, 4 hours each", 12),
        ("VA on weekends, 5 hours on Sat and 5 on Sun", 10),
        ("VA, every Saturday 6 hours", 6),
        ("VA, Saturdays and Sundays 10 to 4", 12),
        ("VA, 9 to 1 Monday to Friday", 20),
        ("VA, two full days a week", 16),
        ("VA at 60%", 24),
        ("VA, 4 days on, 1 day off", 32),
        ("support agent, weekends, 2x8h", 16),
        ("support agent, five evenings a week, 3 hours", 15),
        ("support agent, 3 shifts of 8 hours per week", 24),
        ("VA, full-time for 3 weeks, after that 2 days a week", 40),
        ("VA, 5 weeks, 15h each", 15),
    ],
)
def test_hours_of_a_week_are_added_up(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, hours: float
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.hours_per_week == Range(min=hours, max=hours)
    assert brief.start_by is None


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("bookkeeper, must be able to work 9-5 Pacific", (-8, -8)),
        ("bookkeeper, weekdays 9-1 Eastern (so 20h)", (-5, -5)),
        ("bookkeeper, 14:00–19:00 Paris", (1, 1)),
        ("bookkeeper, 9am to 1pm in Madrid", (1, 1)),
    ],
)
def test_hours_of_the_day_name_a_zone(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, offsets: tuple[float, float]
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.utc_offset == Range(min=offsets[0], max=offsets[1])
    assert brief.countries is None


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("React dev, two sprints of three weeks", 6),
        ("React dev, 4 two-week sprints", 8),
        ("React dev, Jan to March", 13),
        ("React dev, it should last about four months", 17),
        ("React dev for a month and a half", 7),
        ("InDesign layout, 15 days work over Jan-Feb", 3),
    ],
)
def test_a_length_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, weeks: float
) -> None:
    assert brief_of(interpreter, knowledge, text).duration_weeks == Range(min=weeks, max=weeks)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("React dev, start in the 2nd week of December", date(2026, 12, 7)),
        ("React dev, start in the second week of January", date(2027, 1, 11)),
        ("React dev, starting after the holidays", date(2027, 1, 2)),
        ("React dev, kick-off after Easter", date(2027, 3, 30)),
        ("React dev, they should start by two weeks from today", date(2026, 12, 7)),
        ("illustrator for our Thanksgiving campaign", None),
    ],
)
def test_a_start_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, start: date | None
) -> None:
    assert brief_of(interpreter, knowledge, text).start_by == start


def test_feasts_that_move() -> None:
    assert [easter(year) for year in (2026, 2027)] == [date(2026, 4, 5), date(2027, 3, 28)]
    assert thanksgiving(2026) == date(2026, 11, 26)
