"""Numbers told against those of the brief, lists that take a place, and hiring by a bare number."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent, Reading
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Countries, LanguageLevel, MoneyRange, Range, Seniority, Slot
from tests_support.readings import SHOWN, TODAY, brief_of

FIRST = "React dev, 45 AUD/h, 20 hours a week, 3 months, from Poland or Germany, English fluent"


@pytest.fixture(scope="module")
def first(interpreter: OfflineInterpreter, knowledge: Knowledge) -> Brief:
    return brief_of(interpreter, knowledge, FIRST)


def reading_of(interpreter: OfflineInterpreter, brief: Brief, text: str) -> Reading:
    return interpreter.read_now(text, Context(today=TODAY, brief=brief, shown=SHOWN))


@pytest.mark.parametrize(
    ("text", "rate", "hours"),
    [
        ("did i say 45? 55", 55, 20),
        ("is 50 realistic? let's say 50", 50, 20),
        ("no, 20 was the hours, 30 is the rate", 30, 20),
        ("change 45 to 50", 50, 20),
        ("change 20 to 25", 45, 25),
        ("not 20, 25 hours", 45, 25),
        ("rather than 20, 30", 45, 30),
        ("up to 20% more", 54, 20),
        ("raise it by 10", 55, 20),
        ("add 5 to the rate", 50, 20),
        ("5 weeks, 15h each", 45, 15),
    ],
)
def test_a_number_takes_the_place_of_the_one_held(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: Brief, text: str, rate: float, hours: float
) -> None:
    brief = brief_of(interpreter, knowledge, text, start=first)
    assert brief.hourly_rate == MoneyRange(max=rate, currency="AUD")
    assert brief.hours_per_week == Range(min=hours, max=hours)


def test_half_of_that_is_of_the_number_given_last(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: Brief
) -> None:
    brief = brief_of(interpreter, knowledge, "30 hours a week", start=first)
    assert brief_of(interpreter, knowledge, "half of that", start=brief).hours_per_week == Range(
        min=15, max=15
    )


def test_more_budget_moves_the_upper_end(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    held = brief_of(interpreter, knowledge, "logo designer, budget 1200-1500 CHF")
    brief = brief_of(interpreter, knowledge, "a little more budget: up to 1800", start=held)
    assert brief.fixed_budget == MoneyRange(min=1200, max=1800, currency="CHF")


def test_a_coin_alone_names_the_coin(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: Brief
) -> None:
    brief = brief_of(interpreter, knowledge, "Swiss francs", start=first)
    assert brief.hourly_rate == MoneyRange(max=45, currency="CHF")
    assert brief.countries == first.countries


@pytest.mark.parametrize("text", ["ongoing", "open ended", "for the foreseeable future"])
def test_work_without_an_end(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: Brief, text: str
) -> None:
    assert brief_of(interpreter, knowledge, text, start=first).duration_weeks is None


def test_a_year_takes_the_place_of_a_length(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: Brief
) -> None:
    brief = brief_of(interpreter, knowledge, "make it a year", start=first)
    assert brief.duration_weeks == Range(min=52, max=52)


def test_the_middle_of_a_month_is_no_level(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: Brief
) -> None:
    assert brief_of(interpreter, knowledge, "by mid January", start=first).seniority is None


def test_a_list_takes_the_place(interpreter: OfflineInterpreter, knowledge: Knowledge, first: Brief) -> None:
    brief = brief_of(interpreter, knowledge, "Austria or Switzerland actually", start=first)
    assert brief.countries == Countries(include=("AT", "CH"))


def test_a_language_takes_the_place(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: Brief
) -> None:
    brief = brief_of(interpreter, knowledge, "not English, French", start=first)
    assert [(wish.code, wish.level) for wish in brief.languages] == [("fr", LanguageLevel.FLUENT)]


@pytest.mark.parametrize(
    ("text", "headcount"), [("we need two", 2), ("1 person for each so 2", 2), ("make it three people", 3)]
)
def test_how_many(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: Brief, text: str, headcount: int
) -> None:
    assert brief_of(interpreter, knowledge, text, start=first).headcount == headcount


def test_not_too_junior(interpreter: OfflineInterpreter, knowledge: Knowledge, first: Brief) -> None:
    brief = brief_of(interpreter, knowledge, "not too junior", start=first)
    assert brief.seniority is Seniority.INTERMEDIATE


@pytest.mark.parametrize(
    ("text", "intent", "places"),
    [
        ("ok, take Maria", Intent.HAND_OFF, [1]),
        ("5 it is, please arrange that", Intent.HAND_OFF, [5]),
        ("book her, the one at the top", Intent.HAND_OFF, [1]),
        ("number 4 then, go ahead", Intent.HAND_OFF, [4]),
        ("put 1, 3 and 4 side by side", Intent.COMPARE, [1, 3, 4]),
        ("how do 2 and 5 differ?", Intent.COMPARE, [2, 5]),
        ("Maria or Liam?", Intent.COMPARE, [1, 4]),
        ("the first and the fourth look good", Intent.SHORTLIST, [1, 4]),
        ("the first one looks good", Intent.SHORTLIST, [1]),
        ("take both Maria and Olga to the shortlist", Intent.SHORTLIST, [1, 5]),
        ("4 is too expensive, remove them", Intent.DISMISS, [4]),
        ("take Olga off then", Intent.DISMISS, [5]),
        ("dismiss the rest", Intent.DISMISS, []),
    ],
)
def test_orders_about_people_on_the_list(
    interpreter: OfflineInterpreter, first: Brief, text: str, intent: Intent, places: list[int]
) -> None:
    reading = reading_of(interpreter, first, text)
    assert reading.intent is intent
    assert [reference.position for reference in reading.references] == places


def test_a_yes_is_no_level_of_a_language(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    held = brief_of(interpreter, knowledge, "translator, native German")
    assert not reading_of(interpreter, held, "Perfect, confirmed").changes


def test_the_terms_keep_the_order_in_which_they_were_given_last(
    interpreter: OfflineInterpreter, knowledge: Knowledge, first: Brief
) -> None:
    assert list(brief_of(interpreter, knowledge, "50 an hour", start=first).terms)[-1] is Slot.HOURLY_RATE
