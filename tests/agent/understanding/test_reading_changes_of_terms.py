"""Changes to price, time, places and languages as they are told in a conversation under way."""

from datetime import date

import pytest

from agent.briefs.merge import merge
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from store.knowledge import Knowledge
from store.nouns.brief import Countries, LanguageLevel, MoneyRange, Provider, Range, Slot
from tests_support.readings import SHOWN, TODAY, brief_of

FLUENT, NATIVE = LanguageLevel.FLUENT, LanguageLevel.NATIVE


@pytest.mark.parametrize(
    ("texts", "rate", "budget"),
    [
        (("logo designer, 400 GBP", "a bit more is ok, 450"), None, MoneyRange(max=450, currency="GBP")),
        (("app developer, budget 1000", "let's do hourly, 30"), MoneyRange(max=30, currency="USD"), None),
        (("dev, 30 EUR/h", "fixed is better, 2000"), None, MoneyRange(max=2000, currency="EUR")),
        (("drafter, 400 INR per hour", "500 ok"), MoneyRange(max=500, currency="INR"), None),
        (
            ("dev, 40 to 50 USD an hour", "55 is ok too"),
            MoneyRange(min=40, max=55, currency="USD"),
            None,
        ),
        (("dev, 60 EUR/h", "hmm 60 is too much, 50"), MoneyRange(max=50, currency="EUR"), None),
        (("dev, up to 60 USD/h", "at least 40"), MoneyRange(min=40, max=60, currency="USD"), None),
        (("support agent, $10-12 max",), MoneyRange(min=10, max=12, currency="USD"), None),
        (("dev, 50 USD an hour", "whichever is cheaper"), MoneyRange(max=50, currency="USD"), None),
        (("dev, up to 60 USD/h", "dismiss those above 45"), MoneyRange(max=45, currency="USD"), None),
        (
            ("dev, up to 60 USD/h", "get rid of everyone over 50 an hour"),
            MoneyRange(max=50, currency="USD"),
            None,
        ),
        (("ML engineer, PyTorch, EUR 90 max",), MoneyRange(max=90, currency="EUR"), None),
        (("React dev, 75 an hour (Canadian)",), MoneyRange(max=75, currency="CAD"), None),
        (("grant writer; 75 an hour, euros",), MoneyRange(max=75, currency="EUR"), None),
        (
            ("data entry, 500 USD in total", "Not fixed price please, by the hour. 30 tops."),
            MoneyRange(max=30, currency="USD"),
            None,
        ),
        (("data engineer, 90 USD/h, 20h a week", "make it 30h and 75 max"), MoneyRange(max=75), None),
        (("AI engineer, 110 USD/h", "ok fine, money's no object anymore, drop the limit"), None, None),
    ],
)
def test_prices(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    texts: tuple[str, ...],
    rate: MoneyRange | None,
    budget: MoneyRange | None,
) -> None:
    brief = brief_of(interpreter, knowledge, *texts)
    assert (brief.hourly_rate, brief.fixed_budget) == (rate, budget)
    assert brief.countries is None


@pytest.mark.parametrize(
    ("texts", "hours", "weeks", "start"),
    [
        (("dev, 5 hours a week", "no wait 5 hours is not enough. 8"), Range(min=8, max=8), None, None),
        (("dev, MVP in 8 weeks", "10 weeks is okay too"), None, Range(max=10), None),
        (("logo designer, I need it in 5 days",), None, Range(max=1), None),
        (("dev for 3 months", "4 months is fine too"), None, Range(min=13, max=17), None),
        (("web designer", "and I want it before Christmas"), None, None, None),
        (("writer, 2k, 15 hours a week", "more like 12"), Range(min=12, max=12), None, None),
        (("web designer, 2k", "10 pages by the end of the year"), None, None, None),
        (("web designer, 2k", "ideally by mid January"), None, None, date(2027, 1, 15)),
        (("web designer", "how are you today?"), None, None, None),
        (("web designer", "tell me more about the 3rd"), None, None, None),
        (("web designer", "from the 3rd"), None, None, date(2026, 12, 3)),
        (("data analyst, a report every monday",), None, None, None),
        (("bookkeeper, we have fallen 14 months behind",), None, None, None),
    ],
)
def test_times(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    texts: tuple[str, ...],
    hours: Range | None,
    weeks: Range | None,
    start: date | None,
) -> None:
    brief = brief_of(interpreter, knowledge, *texts)
    assert (brief.hours_per_week, brief.duration_weeks, brief.start_by) == (hours, weeks, start)


@pytest.mark.parametrize(
    ("texts", "countries"),
    [
        (("dev, not from India", "Bangladesh out as well"), Countries(exclude=("IN", "BD"))),
        (("dev, not from India or Nepal", "ok India back in"), Countries(exclude=("NP",))),
        (("dev, not from India", "ok, India too if cheap"), None),
        (("assistant from the Philippines", "anywhere is fine, not only the Philippines"), None),
        (("sales reps in Nigeria, Kenya, SA",), Countries(include=("NG", "KE", "ZA"))),
        (("dev from UAE, SA or Oman",), Countries(include=("AE", "SA", "OM"))),
        (("Django developer. US/UK/CA",), Countries(include=("US", "GB", "CA"))),
        (("copywriter, Georgia (the US state, not the country)",), Countries(include=("US",))),
        (("copywriter in Georgia",), Countries(include=("GE",))),
        (("we're a London fintech looking for a Rust dev",), None),
        (("The original developer moved to Norway. I need a Swift developer",), None),
    ],
)
def test_places(
    interpreter: OfflineInterpreter, knowledge: Knowledge, texts: tuple[str, ...], countries: Countries | None
) -> None:
    assert brief_of(interpreter, knowledge, *texts).countries == countries


@pytest.mark.parametrize(
    ("texts", "levels"),
    [
        (("agent, native English", "english doesn't need to be native"), {"en": FLUENT}),
        (("agent, English", "A native speaker, I should add."), {"en": NATIVE}),
        (("agent", "native or bilingual English"), {"en": NATIVE}),
        (("agent", "German, she doesn't speak any English"), {"de": FLUENT}),
        (
            ("agent, English and Spanish", "Spanish only needs to be conversational"),
            {"en": FLUENT, "es": LanguageLevel.CONVERSATIONAL},
        ),
    ],
)
def test_languages(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    texts: tuple[str, ...],
    levels: dict[str, LanguageLevel],
) -> None:
    brief = brief_of(interpreter, knowledge, *texts)
    assert {wish.code: wish.level for wish in brief.languages} == levels


@pytest.mark.parametrize(
    ("texts", "provider", "headcount"),
    [
        (("bookkeeper, agency brokers stay away",), Provider.INDIVIDUAL, None),
        (("React dev, only agencies", "or single people, doesn't matter"), None, None),
        (("React dev, no agencies", "fine, agencies too"), None, None),
        (("speakers wanted. Home studio required.",), None, None),
        (("3 support agents", "2 will do"), None, 2),
        (("Looking for 3 native Dutch speakers to record prompts",), None, 3),
    ],
)
def test_who_and_how_many(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    texts: tuple[str, ...],
    provider: Provider | None,
    headcount: int | None,
) -> None:
    brief = brief_of(interpreter, knowledge, *texts)
    assert (brief.provider, brief.headcount) == (provider, headcount)


def test_nobody_from_elsewhere(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "bookkeeper, ideally from the UK or Ireland")
    reading = interpreter.read_now(
        "everyone outside these is out", Context(today=TODAY, brief=brief, shown=SHOWN)
    )
    assert reading.intent is Intent.REFINE
    assert merge(brief, reading.changes, knowledge).is_hard(Slot.COUNTRIES)


def test_years_of_a_thing_are_no_experience(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    text = "someone to reconcile two years of supplier invoices against bank statements"
    assert brief_of(interpreter, knowledge, text).seniority is None


def test_any_of_several_languages_is_no_condition(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    assert not brief_of(interpreter, knowledge, "support agent, German or English").is_hard(Slot.LANGUAGES)
    assert not brief_of(interpreter, knowledge, "designer, Czech speakers would fit well").is_hard(
        Slot.LANGUAGES
    )
    assert brief_of(interpreter, knowledge, "support agent, German and English").is_hard(Slot.LANGUAGES)


def test_the_hours_beside_a_price_are_hours(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(interpreter, knowledge, "data engineer, 90 USD/h, 20h a week", "make it 30h and 75 max")
    assert brief.hours_per_week == Range(min=30, max=30)


def test_half_a_star_is_read_after_the_stars(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    assert brief_of(interpreter, knowledge, "HR specialist, four stars and a half or above").min_rating == 4.5


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("agency would be better for us after all", Provider.AGENCY),
        ("an agency makes more sense", Provider.AGENCY),
        ("agency experience would be better", None),
    ],
)
def test_an_agency_is_better(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, provider: Provider | None
) -> None:
    assert brief_of(interpreter, knowledge, "ppc specialist", text).provider is provider
