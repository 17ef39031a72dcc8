"""Hours and days that recur, whole spans of dates, and times that are of something else than the work."""

from datetime import date

import pytest

from agent.briefs.merge import merge
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Range, Slot
from store.nouns.conversation import Question
from tests_support.readings import TODAY, brief_of


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Tutor, 30 minutes a day", 2.5),
        ("Tutor, 90 minutes twice a week", 3),
        ("Tutor, 1 hour 30 minutes per week", 1.5),
        ("Tutor, three times a week, 2 hours each", 6),
        ("Tutor, 3 lessons of 1 hour a week", 3),
        ("VA, two hours every evening", 10),
        ("VA, 2 hours each morning and 2 hours each evening, Monday to Friday", 20),
        ("VA, 2 hours all seven days", 14),
        ("VA, 5 days x 4 hrs", 20),
        ("VA, two days a fortnight", 8),
        ("VA, 8 hours every two weeks", 4),
        ("VA, 60 hours spread over 6 weeks", 10),
        ("VA, 16 weeks at roughly 30 hours", 30),
        ("VA, 8am to noon, weekdays", 20),
        ("VA, 10:00-14:00 CET, 4 days a week", 16),
        ("VA, 100% allocation", 40),
        ("VA, full-time (35 hours)", 35),
        ("VA, part time 25h", 25),
        ("VA, two 6-hour shifts a week", 12),
        ("VA, 10 weeks, 2 days each", 16),
        ("VA 20h x 12w", 20),
        ("VA, monthly 40 hours", 9.2),
    ],
)
def test_recurring_work_is_hours_a_week(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, hours: float
) -> None:
    assert brief_of(interpreter, knowledge, text).hours_per_week == Range(min=hours, max=hours)


@pytest.mark.parametrize(
    "text",
    [
        "Our cafe is open from 7am to 3pm, six days a week. Need a menu designer.",
        "The course lasts 10 weeks and is full-time. We need a copywriter for the landing page.",
        "The semester begins on 15 January and we need an instructional designer.",
        "Need a lawyer, the hearing is on Feb 8.",
        "Need a PR person, our product ships in September.",
        "React dev. Our release cycle is 3 weeks.",
        "Sourcing agent, shipping takes 30 days",
        "Marketing for a 12-week fitness programme, need a copywriter",
        "Need a trainer for a 3-day workshop.",
        "Graphic designer for a flash sale on Friday",
        "Narrator, audiobook, 11 hours",
    ],
)
def test_times_of_something_else_are_not_the_works(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert (brief.hours_per_week, brief.duration_weeks, brief.start_by) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("React dev, starting Monday 7 December", date(2026, 12, 7)),
        ("React dev, timewise we would love to start in January", date(2027, 1, 1)),
        ("React dev, kick off Saturday, 12/12", date(2026, 12, 12)),
        ("React dev, 1/11 start", date(2027, 1, 11)),
        ("React dev, start date 7.12.", date(2026, 12, 7)),
        ("React dev, four weeks in February beginning on the 8th", date(2027, 2, 8)),
        ("Photographer for a wedding on 5 May", date(2027, 5, 5)),
        ("Maternity leave starts on 1 February, we need an HR specialist", date(2027, 2, 1)),
        ("The season opens in March, and I want a React dev to start by 11 January", date(2027, 1, 11)),
    ],
)
def test_a_start_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, start: date
) -> None:
    assert brief_of(interpreter, knowledge, text).start_by == start


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("React dev throughout January and February", Range(min=8, max=8)),
        ("React dev, all of Q2", Range(min=13, max=13)),
        ("React dev, from the first week of January to the end of March", Range(min=13, max=13)),
        ("React dev, 20 hours a week, one year", Range(min=52, max=52)),
        ("React dev, up to 2 years", Range(min=None, max=104)),
        ("React dev, a full year", Range(min=52, max=52)),
        ("React dev, start Feb 1, end April 30", Range(min=13, max=13)),
        ("React dev, this shouldn't take more than a week", Range(min=None, max=1)),
    ],
)
def test_a_length_is_read(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, weeks: Range
) -> None:
    assert brief_of(interpreter, knowledge, text).duration_weeks == weeks


_HELD = {"duration_weeks": Range(min=26, max=26), "start_by": date(2027, 1, 4)}


@pytest.mark.parametrize(
    ("text", "weeks", "start"),
    [
        ("26 weeks is too tight, give it 30", 30, date(2027, 1, 4)),
        ("twice as long", 52, date(2027, 1, 4)),
        ("it has to be longer than we thought. a whole year", 52, date(2027, 1, 4)),
        ("Change of plan - Dec 14 rather than Jan 4.", 26, date(2026, 12, 14)),
        ("no fixed start, please take that out", 26, None),
    ],
)
def test_what_is_held_changes(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, weeks: float, start: date | None
) -> None:
    held = Brief.model_validate({"role": "cloud-engineer", **_HELD, "terms": dict.fromkeys(_TERMS, _SOFT)})
    reading = interpreter.read_now(text, Context(today=TODAY, brief=held))
    brief = merge(held, reading.changes, knowledge)
    assert brief.duration_weeks == Range(min=weeks, max=weeks)
    assert brief.start_by == start


_SOFT = {"hard": False}
_TERMS = (Slot.ROLE, Slot.DURATION_WEEKS, Slot.START_BY)


@pytest.mark.parametrize(
    ("text", "slot", "change"),
    [
        ("two weeks, three tops", Slot.DURATION_WEEKS, Range(min=2, max=3)),
        ("12/14", Slot.START_BY, date(2026, 12, 14)),
        ("now", Slot.START_BY, True),
        ("CET, give or take two hours", Slot.UTC_OFFSET, Range(min=-1, max=3)),
        ("UTC+1, an hour either side", Slot.UTC_OFFSET, Range(min=0, max=2)),
    ],
)
def test_answers_about_time(
    interpreter: OfflineInterpreter, text: str, slot: Slot, change: Range | date | bool
) -> None:
    held = Brief.model_validate({"role": "cloud-engineer", "terms": {Slot.ROLE: _SOFT}})
    context = Context(today=TODAY, brief=held, question=Question(slot=slot, text="?"))
    assert [c.value for c in interpreter.read_now(text, context).changes] == [change]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("cs agents, vietnamese speaking, sydney working hrs", 11),
        ("Telecom engineer. Work German business hours.", 1),
    ],
)
def test_the_hours_of_a_place_are_a_time_zone(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, hours: float
) -> None:
    assert brief_of(interpreter, knowledge, text).utc_offset == Range(min=hours, max=hours)


@pytest.mark.parametrize(
    "text",
    ["ghostwriter, newsletters 2x week", "maths tutor, online, Wednesday evenings", "tutor, Friday mornings"],
)
def test_how_often_is_no_length_and_no_start(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.duration_weeks is None
    assert brief.start_by is None


@pytest.mark.parametrize(
    "text", ["Animador 2D. Disponibilidad inmediata.", "Preciso de um designer, início imediato"]
)
def test_at_once_is_known_in_other_languages(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert brief_of(interpreter, knowledge, text).available_now is True
