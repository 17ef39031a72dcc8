"""What of the brief stays and what goes, where a turn names only one of the two."""

from datetime import date

import pytest

from agent.briefs.merge import merge
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import Countries, Importance, LanguageLevel, MoneyRange, Provider, Range, Slot
from store.nouns.conversation import Question
from tests_support.readings import TODAY, brief_of

MUST, NICE = Importance.MUST, Importance.NICE
TALK, FLUENT, NATIVE = LanguageLevel.CONVERSATIONAL, LanguageLevel.FLUENT, LanguageLevel.NATIVE


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Vue is a must, everything else is optional", {"Vue.js": MUST, "TypeScript": NICE, "Jest": NICE}),
        ("only TypeScript is required. The others are a plus", {"TypeScript": MUST, "Vue.js": NICE}),
        ("Vue is a must, and the rest is required as well", {"Vue.js": MUST, "TypeScript": MUST}),
        ("add Cypress, the rest can stay", {"Vue.js": MUST, "TypeScript": MUST, "Cypress": MUST}),
        ("Pinia instead of Vue, and Jest goes too", {"TypeScript": MUST}),
        ("TypeScript goes then", {"Vue.js": MUST, "Jest": MUST}),
        ("no TypeScript any more", {"Vue.js": MUST, "Jest": MUST}),
        ("not only TypeScript but also Cypress", {"Vue.js": MUST, "TypeScript": MUST, "Cypress": MUST}),
        ("not Vue, it's Svelte", {"Svelte": MUST, "TypeScript": MUST}),
        ("not Vue necessarily", {"TypeScript": MUST, "Jest": MUST}),
    ],
)
def test_skills_beside_the_one_that_is_named(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, skills: dict[str, Importance]
) -> None:
    start = brief_of(interpreter, knowledge, "frontend developer, must know Vue, TypeScript and Jest")
    found = {s.name: s.importance for s in brief_of(interpreter, knowledge, text, start=start).skills}
    assert {name: found.get(name) for name in skills} == skills
    assert ("Jest" in found) is ("Jest goes" not in text)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("people outside of Hungary would be okay as well", None),
        ("outside Hungary is also fine", None),
        ("Hungary isn't a condition, any country will do", None),
        ("nobody outside Hungary", ("HU",)),
        ("not from Hungary necessarily", None),
        ("not Hungary, it's Latvia", ("LV",)),
        ("not only Hungary, also Latvia", ("HU", "LV")),
        ("Hungary would be nice, but any country is ok", ("HU",)),
    ],
)
def test_a_place_beyond_which_people_may_be(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, codes: tuple[str, ...] | None
) -> None:
    start = brief_of(interpreter, knowledge, "an illustrator from Hungary")
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert brief.countries == (None if codes is None else Countries(include=codes))


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("fluent Polish is enough", {"pl": FLUENT, "en": FLUENT}),
        ("conversational English will do", {"pl": NATIVE, "en": TALK}),
        ("native Polish isn't strictly needed, fluent is okay for us", {"pl": FLUENT, "en": FLUENT}),
        ("non native is fine so long as they're fluent", {"pl": FLUENT, "en": FLUENT}),
        ("English is enough", {"en": FLUENT}),
        ("either Polish or Czech", {"pl": NATIVE, "en": FLUENT, "cs": FLUENT}),
        ("Czech instead of Polish", {"cs": NATIVE, "en": FLUENT}),
        ("not Polish, it's Czech", {"cs": NATIVE, "en": FLUENT}),
        ("Polish, conversational", {"pl": TALK, "en": FLUENT}),
        ("near-native is ok", {"pl": FLUENT, "en": FLUENT}),
        ("I don't care where they live as long as they speak English", {"pl": NATIVE, "en": FLUENT}),
    ],
)
def test_a_level_is_told_and_the_other_languages_stay(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, levels: dict[str, LanguageLevel]
) -> None:
    start = brief_of(interpreter, knowledge, "a support agent, native Polish and fluent English")
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert {each.code: each.level for each in brief.languages} == levels


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
    ("text", "codes", "barred"),
    [
        ("everything stays the same except Italy instead of Malta", ("IT",), ()),
        ("location: any", (), ()),
        ("no preference on country", (), ()),
        ("anyone except Italians", ("MT",), ("IT",)),
    ],
)
def test_the_place_alone_changes(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    text: str,
    codes: tuple[str, ...],
    barred: tuple[str, ...],
) -> None:
    start = brief_of(interpreter, knowledge, "a photographer from Malta")
    brief = brief_of(interpreter, knowledge, text, start=start)
    held = brief.countries or Countries()
    assert (held.include, held.exclude) == (codes, barred)


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("our CTO insists on Angular", True),
        ("my cofounder also wants Angular", True),
        ("my cofounder wants to learn Angular", False),
        ("my cofounder knows Angular", False),
    ],
)
def test_what_somebody_of_ours_asks_for(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, wished: bool
) -> None:
    start = brief_of(interpreter, knowledge, "a web developer who knows Django")
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert ("Angular" in {skill.name for skill in brief.skills}) is wished


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


@pytest.mark.parametrize(("text", "provider"), [("agency ok", None), ("no agency", Provider.INDIVIDUAL)])
def test_who_else_may_do_it(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, provider: Provider | None
) -> None:
    start = brief_of(interpreter, knowledge, "a video editor, a freelancer and not an agency")
    assert brief_of(interpreter, knowledge, text, start=start).provider is provider


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


def test_a_skill_is_dropped_and_the_role_beside_it_stays(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    start = brief_of(interpreter, knowledge, "a bookkeeper who knows Xero and Excel")
    brief = brief_of(interpreter, knowledge, "forget Excel, add payroll", start=start)
    assert brief.role == "bookkeeper"
    assert [skill.name for skill in brief.skills if skill.name != "Payroll"] == ["Xero"]


@pytest.mark.parametrize(
    "text",
    ["you got that wrong, it's a Shopify developer we want", "you misread me: I need a Shopify developer"],
)
def test_another_role_put_right_keeps_the_need(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    start = brief_of(interpreter, knowledge, "a web developer from Poland, 60 USD an hour at most")
    brief = brief_of(interpreter, knowledge, text, start=start)
    assert (brief.role, brief.countries) == ("shopify-developer", Countries(include=("PL",)))
