"""What the name of a time zone means on the day of the message, and what looks like one and is none."""

from datetime import date

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Countries, Range
from tests_support.readings import TODAY, brief_of

JULY = date(2027, 7, 5)


@pytest.mark.parametrize(
    ("text", "today", "offsets"),
    [
        ("bookkeeper, CET", TODAY, (1, 1)),
        ("bookkeeper, CET", JULY, (2, 2)),
        ("bookkeeper, Eastern time", TODAY, (-5, -5)),
        ("bookkeeper, EST", JULY, (-4, -4)),
        ("bookkeeper, Sydney time", TODAY, (11, 11)),
        ("bookkeeper, Melbourne hours", JULY, (10, 10)),
        ("bookkeeper in US time zones", TODAY, (-8, -5)),
        ("bookkeeper in US time zones", JULY, (-8, -4)),
        ("bookkeeper, India time", JULY, (5.5, 5.5)),
    ],
)
def test_a_zone_is_what_its_clocks_show_that_day(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    text: str,
    today: date,
    offsets: tuple[float, float],
) -> None:
    brief = brief_of(interpreter, knowledge, text, today=today)
    assert brief.utc_offset == Range(min=offsets[0], max=offsets[1])


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("bookkeeper, mornings US Eastern", (-5, -5)),
        ("bookkeeper, evenings (Madrid)", (1, 1)),
        ("tutor, evenings Pacific", (-8, -8)),
        ("bookkeeper, mornings Eastern", (-5, -5)),
        ("bookkeeper who can overlap 4 hours with Central", (-10, -2)),
        ("support agent, evening shifts CET", (1, 1)),
        ("bookkeeper, overlap with New York mornings", (-6, 1)),
        ("Go developer in Asian time zones (UTC+7 to +9)", (7, 9)),
        ("Go developer, CET or UTC+5", (1, 5)),
        ("Go developer, no further than two hours from CET", (-1, 3)),
        ("bookkeeper, ET or CT", (-6, -5)),
        ("bookkeeper, $20/h, PT", (-8, -8)),
        ("bookkeeper, GST hours", (4, 4)),
        ("bookkeeper, Zoho, MSK +/- 2", (1, 5)),
        ("bookkeeper, est hours", (-5, -5)),
    ],
)
def test_a_part_of_the_day_or_numbers_go_with_a_zone(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, offsets: tuple[float, float]
) -> None:
    assert brief_of(interpreter, knowledge, text).utc_offset == Range(min=offsets[0], max=offsets[1])


@pytest.mark.parametrize(
    "text",
    [
        "data scientist for CT images of the lung",
        "Kafka engineer, MSK, Java",
        "accountant for GST returns",
        "copy editor, est. 40 hours",
        "logo for a bakery, est 1998",
        "PT bookkeeper, Xero",
        "nutritionist living in PT",
        "C++ developer for an AST parser",
        "developer for a shared office in Gdansk",
    ],
)
def test_what_is_no_zone(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> None:
    assert brief_of(interpreter, knowledge, text).utc_offset is None


def test_a_part_of_the_day_before_somebodys_country_is_no_zone(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(interpreter, knowledge, "bookkeeper, a few hours a week, evenings fine, UK person")
    assert brief.utc_offset is None
    assert brief.countries == Countries(include=("GB",))
