"""People of the list pointed at by what is true of them: 'the one with 60 jobs', 'the Polish one'."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import CandidateName, Context, Intent, Topic
from store.nouns.brief import Brief, LanguageWish, Provider, Seniority, Slot
from tests_support.readings import BRIEF, SHOWN, TODAY

MARIA, TOMASZ, AISHA, LIAM, OLGA = 1, 2, 3, 4, 5
_FACTS: tuple[dict[str, object], ...] = (
    {
        "country": "ES",
        "city": "Madrid",
        "languages": ("es", "en"),
        "seniority": Seniority.EXPERT,
        "provider": Provider.INDIVIDUAL,
        "skills": ("React", "Shopify"),
        "job_success": 0.98,
        "hours_per_week": 40,
    },
    {
        "country": "PL",
        "city": "Warsaw",
        "languages": ("pl", "en"),
        "seniority": Seniority.INTERMEDIATE,
        "provider": Provider.INDIVIDUAL,
        "skills": ("React",),
        "job_success": 0.95,
        "hours_per_week": 20,
    },
    {
        "country": "KE",
        "city": "Nairobi",
        "languages": ("en", "sw"),
        "seniority": Seniority.INTERMEDIATE,
        "provider": Provider.INDIVIDUAL,
        "role": "ui-ux-designer",
        "skills": ("React", "Figma"),
        "job_success": 0.9,
        "hours_per_week": 30,
    },
    {
        "country": "KE",
        "city": "Nairobi",
        "languages": ("en", "zh"),
        "seniority": Seniority.ENTRY,
        "provider": Provider.INDIVIDUAL,
        "skills": ("React", "Vue.js"),
        "job_success": 1.0,
        "hours_per_week": 10,
    },
    {
        "country": "UA",
        "city": "Kyiv",
        "languages": ("uk", "en", "pl"),
        "seniority": Seniority.INTERMEDIATE,
        "provider": Provider.AGENCY,
        "skills": ("React",),
        "job_success": 0.93,
        "hours_per_week": 25,
    },
)
PEOPLE: tuple[CandidateName, ...] = tuple(
    one.model_copy(update=facts) for one, facts in zip(SHOWN, _FACTS, strict=True)
)
LIST = Context(today=TODAY, brief=BRIEF, shown=PEOPLE)
NOBODY = [None]


def _read(interpreter: OfflineInterpreter, text: str) -> tuple[Intent, list[int | None]]:
    reading = interpreter.read_strictly(text, LIST)
    return reading.intent, [reference.position for reference in reading.references]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The one with 60 jobs, can she do 40 hours a week?", OLGA),
        ("so the one with 25 jobs: does he invoice in euros?", LIAM),
        ("who's the Polish-sounding one and does he know Terraform well", TOMASZ),
        ("the Polish one", TOMASZ),
        ("the one from Kyiv", OLGA),
        ("the $48 one", LIAM),
        ("the one charging 42 an hour", OLGA),
        ("what about the guy under 40?", TOMASZ),
        ("the one with a 5.0 rating", AISHA),
        ("the 5 star one", AISHA),
        ("the one with the perfect rating", AISHA),
        ("the guy with 98% job success", MARIA),
        ("the one with less than 10 jobs", AISHA),
        ("the one in Nairobi with 8 jobs", AISHA),
        ("the one available in November, is she any good?", LIAM),
        ("the one who's free from January", AISHA),
        ("does the Shopify one speak French?", MARIA),
        ("the designer one, what has she done?", AISHA),
        ("the senior one", MARIA),
        ("the expert", MARIA),
        ("the agency", OLGA),
        ("the one with the highest rating", AISHA),
        ("who's the cheapest in Kenya?", LIAM),
        ("the best rated Kenyan", AISHA),
        ("is the Polish one from Warsaw?", TOMASZ),
        ("the one that's available on December 10, what's her rate?", MARIA),
        ("the one available in January", AISHA),
        ("who has 60 jobs?", OLGA),
        ("which one charges 48?", LIAM),
        ("who lives in Poland?", TOMASZ),
        ("8 jobs only? how can she have a perfect 5.0", AISHA),
    ],
)
def test_one_person_is_asked_about_by_a_fact(interpreter: OfflineInterpreter, text: str, place: int) -> None:
    assert _read(interpreter, text) == (Intent.ASK_ABOUT_CANDIDATE, [place])


@pytest.mark.parametrize(
    ("text", "intent", "places"),
    [
        ("The 4.6 one is out.", Intent.DISMISS, [OLGA]),
        ("get rid of the one who can't start till January", Intent.DISMISS, [AISHA]),
        ("drop the junior", Intent.DISMISS, [LIAM]),
        ("I want her. The one with the perfect five.", Intent.HAND_OFF, [AISHA]),
        ("let's go with the Spanish lady", Intent.HAND_OFF, [MARIA]),
        ("hire the one who speaks Polish and Ukrainian", Intent.HAND_OFF, [OLGA]),
        ("I like the Ukrainian agency", Intent.SHORTLIST, [OLGA]),
        ("compare the agency with the expert", Intent.COMPARE, [OLGA, MARIA]),
        ("compare everyone under 50 usd", Intent.COMPARE, [TOMASZ, LIAM, OLGA]),
        ("save everyone in Africa", Intent.SHORTLIST, [AISHA, LIAM]),
        ("compare the two from Kenya", Intent.COMPARE, [AISHA, LIAM]),
        ("dismiss the two from Kenya", Intent.DISMISS, [AISHA, LIAM]),
        ("compare the two cheapest", Intent.COMPARE, [TOMASZ, OLGA]),
        ("shortlist the two highest rated", Intent.SHORTLIST, [AISHA, MARIA]),
        ("who can start before December 2?", Intent.ASK_ABOUT_CANDIDATE, [TOMASZ, LIAM]),
        ("who speaks Polish?", Intent.ASK_ABOUT_CANDIDATE, [TOMASZ, OLGA]),
        ("is everyone in Kenya free now?", Intent.ASK_ABOUT_CANDIDATE, [AISHA, LIAM]),
    ],
)
def test_an_order_is_for_those_described(
    interpreter: OfflineInterpreter, text: str, intent: Intent, places: list[int]
) -> None:
    assert _read(interpreter, text) == (intent, places)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("what does the guy from Nairobi charge?", Intent.ASK_ABOUT_CANDIDATE),
        ("the $45 one", Intent.ASK_ABOUT_CANDIDATE),
        ("hire the one from Berlin", Intent.HAND_OFF),
        ("hire the one who doesn't speak English", Intent.HAND_OFF),
        ("compare the three from Kenya", Intent.COMPARE),
    ],
)
def test_whom_several_or_none_fit_is_left_open(
    interpreter: OfflineInterpreter, text: str, intent: Intent
) -> None:
    assert _read(interpreter, text) == (intent, NOBODY)


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("the developer must be from Poland", Slot.COUNTRIES),
        ("make that senior", Slot.SENIORITY),
        ("only show the ones under 50", Slot.HOURLY_RATE),
        ("show me those who speak Polish", Slot.LANGUAGES),
        ("remove everyone from Kenya", Slot.COUNTRIES),
        ("the agencies are out", Slot.PROVIDER),
        ("do you have one under $40?", Slot.HOURLY_RATE),
        ("the French one has to be native", Slot.COUNTRIES),
        ("the freelancer from Kyiv we hired last year was slow, somebody with React please", Slot.SKILLS),
    ],
)
def test_a_wish_points_at_nobody(interpreter: OfflineInterpreter, text: str, slot: Slot) -> None:
    reading = interpreter.read_strictly(text, LIST)
    assert reading.intent is Intent.REFINE
    assert slot in {change.slot for change in reading.changes}
    assert not reading.references


def test_what_tells_who_is_meant_is_no_topic_of_the_question(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_strictly("what does the Shopify one with 40 jobs charge?", LIST)
    assert reading.topic is Topic.RATE
    assert reading.skill_asked is None


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("the cheapest one, when can she start?", Topic.AVAILABILITY),
        ("the one with the highest rating, is she free in January?", Topic.AVAILABILITY),
        ("the cheapest?", Topic.RATE),
        ("who is the cheapest?", Topic.RATE),
        ("what is missing for the cheapest?", Topic.GAPS),
        ("what are the downsides of the cheapest one?", Topic.GAPS),
    ],
)
def test_the_most_of_something_is_the_topic_where_nothing_else_is_asked(
    interpreter: OfflineInterpreter, text: str, topic: Topic
) -> None:
    assert interpreter.read_strictly(text, LIST).topic is topic


def test_nobody_is_described_where_nobody_is_shown(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_strictly("the one from Kyiv", Context(today=TODAY, brief=BRIEF))
    assert not reading.references


def test_what_is_only_a_bonus_is_the_language_and_nobody(interpreter: OfflineInterpreter) -> None:
    polish = Brief(role="web-developer", languages=(LanguageWish(code="pl"),))
    reading = interpreter.read_now(
        "the Polish is only a plus", Context(today=TODAY, brief=polish, shown=PEOPLE)
    )
    assert not reading.references
    assert {change.slot for change in reading.changes} == {Slot.LANGUAGES}
