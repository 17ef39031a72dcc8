"""Words written in a hurry: short forms and slips in the words that say what to do, not only in names."""

from datetime import date

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent, Reading
from store.knowledge import Knowledge
from store.nouns.brief import (
    Countries,
    Importance,
    LanguageLevel,
    LanguageWish,
    Provider,
    Range,
    Seniority,
    SkillWish,
    Slot,
)
from tests_support.readings import BRIEF, SHOWN, TODAY, brief_of

_FLUENT_HINDI = LanguageWish(code="hi", level=LanguageLevel.FLUENT, words="Hidi")
BESIDE_A_LIST = Context(today=TODAY, brief=BRIEF, shown=SHOWN)


@pytest.mark.parametrize(
    ("text", "intent", "place"),
    [
        ("I want to move frward with Maria", Intent.HAND_OFF, 1),
        ("wanna hire Olga", Intent.HAND_OFF, 5),
        ("lets go w/ the third one", Intent.HAND_OFF, 3),
        ("go with numer 2", Intent.HAND_OFF, 2),
        ("pls put Tomasz on my shortlst", Intent.SHORTLIST, 2),
        ("i wanna move forward w/ maria", Intent.HAND_OFF, 1),
        ("hrie the frst one", Intent.HAND_OFF, 1),
    ],
)
def test_an_order_is_understood_all_the_same(
    interpreter: OfflineInterpreter, text: str, intent: Intent, place: int
) -> None:
    reading = interpreter.read_strictly(text, BESIDE_A_LIST)
    assert reading.intent is intent
    assert [reference.position for reference in reading.references] == [place]


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("need a designer, Bnous points for Figma", {"Figma": Importance.NICE}),
        ("Experience with Lnux is reuqired, sysadmin wanted", {"Linux": Importance.MUST}),
        ("app designer who knows Fgma", {"Figma": Importance.MUST}),
        ("data analyst exp'd in Pyton", {"Python": Importance.MUST}),
        ("photo editor with phto retouching experience", {"Photo Retouching": Importance.MUST}),
        ("photo editor with Phto retouch experience", {"Photo Retouching": Importance.MUST}),
        ("executive assistant, must know Dary management", {"Calendar Management": Importance.MUST}),
        ("app dev wanted. They must know Raect Native.", {"React Native": Importance.MUST}),
        ("backend dev, a plus: Ruby on Rals", {"Ruby on Rails": Importance.NICE}),
        ("HR person, Poicy Wrtiing would be a plus", {"Policy Writing": Importance.NICE}),
        ("QA tester wanted, Software Tesing experience", {"Software Testing": Importance.MUST}),
        ("They must know Markeing Strategy", {"Marketing Strategy": Importance.MUST}),
        ("steel designer needed, ideally ETBAS", {"ETABS": Importance.NICE}),
        ("privacy lawyer, ideally they also know HIAA", {"HIPAA": Importance.NICE}),
        ("API developer, nice if they knew OAth", {"OAuth": Importance.NICE}),
        ("UI designer, strong in Fimga", {"Figma": Importance.MUST}),
        ("iOS developer with Swft experience", {"Swift": Importance.MUST}),
        ("app coder, has to be strong in Fluter", {"Flutter": Importance.MUST}),
        ("financial analyst, must know Exel", {"Excel": Importance.MUST}),
        ("full-stack developer (Rect)", {"React": Importance.MUST}),
        ("virtual assistant, ideally they also know Trip planing", {"Travel Planning": Importance.NICE}),
        ("Ich suche einen Reaact-Entwickler", {"React": Importance.MUST}),
    ],
)
def test_a_slip_of_the_fingers_changes_no_wish(
    interpreter: OfflineInterpreter, text: str, wishes: dict[str, Importance]
) -> None:
    changes = interpreter.read_strictly(text, Context(today=TODAY)).changes
    skills = [change.value for change in changes if isinstance(change.value, SkillWish)]
    assert {skill.name: skill.importance for skill in skills} == wishes


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("exp w/ unity and c# is required, game developer", {"Unity": "MUST", "C#": "MUST"}),
        ("sysadmin. monitoring would be nice to have", {"Monitoring": "NICE"}),
        ("creative writer. childrens writing would be a plus", {"Children's Writing": "NICE"}),
        ("a medical writer. we cant do w/o research", {"Research": "MUST"}),
        ("sales reps. u cannot do this job w/o sales", {"Sales": "MUST"}),
        ("sales reps. there is no unity and peace w/o them", {}),
        ("a medical writer. the research would be done by us", {}),
    ],
)
def test_small_letters_and_lost_apostrophes_change_no_wish(
    interpreter: OfflineInterpreter, text: str, wishes: dict[str, str]
) -> None:
    changes = interpreter.read_strictly(text, Context(today=TODAY)).changes
    skills = [change.value for change in changes if isinstance(change.value, SkillWish)]
    assert {skill.name: skill.importance.value for skill in skills} == wishes


def test_a_lost_apostrophe_changes_no_order(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_strictly("change number ones rating to 5.0", BESIDE_A_LIST)
    assert (reading.intent, reading.changes) == (Intent.OUT_OF_SCOPE, ())


@pytest.mark.parametrize("name", ["Linde", "ASINs", "Zelko", "Karl"])
def test_a_name_nobody_knows_is_no_slip(interpreter: OfflineInterpreter, name: str) -> None:
    reading = interpreter.read_strictly(f"need a writer for {name}", Context(today=TODAY))
    assert [change.slot for change in reading.changes] == [Slot.ROLE]


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("copywriter, nobody from the United Sates", Slot.COUNTRIES, Countries(exclude=("US",))),
        ("copywriter, not from Inida", Slot.COUNTRIES, Countries(exclude=("IN",))),
        ("They should be in Lain America", Slot.REGIONS, "latin-america"),
        ("I need a full-stck developer", Slot.ROLE, "full-stack-developer"),
        ("I want to hire a content wrier. Experience with SEO articles", Slot.ROLE, "content-writer"),
        ("Ik zoek een Python develoer", Slot.ROLE, "backend-developer"),
        ("Looking for a senor people ops person", Slot.SENIORITY, Seniority.EXPERT),
        ("copywriter, min raing 4.5", Slot.MIN_RATING, 4.5),
        ("copywriter, starting on the first of Macrh", Slot.START_BY, date(2027, 3, 1)),
        ("They need to speak fluent Hidi", Slot.LANGUAGES, _FLUENT_HINDI),
        ("copywriter, at last 20 hrs a week", Slot.HOURS_PER_WEEK, Range(min=20)),
    ],
)
def test_a_slip_that_is_another_word_is_told_by_the_words_around(
    interpreter: OfflineInterpreter, text: str, slot: Slot, value: object
) -> None:
    assert _value(interpreter.read_strictly(text, Context(today=TODAY)), slot) == value


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I'd like to hire the fist one", Intent.HAND_OFF),
        ("I want to move froward with Maria", Intent.HAND_OFF),
        ("under the GDPR I ask you to erse my personal data", Intent.DELETE_MY_DATA),
    ],
)
def test_a_rare_word_is_a_slip_of_the_common_one(
    interpreter: OfflineInterpreter, text: str, intent: Intent
) -> None:
    assert interpreter.read_strictly(text, BESIDE_A_LIST).intent is intent


def test_a_slip_of_what_the_brief_holds_is_that(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(interpreter, knowledge, "need a dev, a plus: Ruby on Rails", "Rials is a must")
    assert [(skill.name, skill.importance) for skill in brief.skills] == [("Ruby on Rails", Importance.MUST)]


@pytest.mark.parametrize(
    "text",
    [
        "web app to sell a Linde twice",
        "writer for caching layers, we reuse them",
        "writer about liens and payers",
    ],
)
def test_a_rare_word_may_be_meant(interpreter: OfflineInterpreter, text: str) -> None:
    changes = interpreter.read_strictly(text, Context(today=TODAY)).changes
    assert {change.slot for change in changes} == {Slot.ROLE}


def test_a_slip_in_an_everyday_word_is_no_tool(interpreter: OfflineInterpreter) -> None:
    assert not interpreter.read_strictly("I talekd to a colleague", BESIDE_A_LIST).changes


def test_spans_are_those_of_what_was_written(interpreter: OfflineInterpreter) -> None:
    text = "python dev w/o agencies, abt 20 hours a week pls"
    reading = interpreter.read_strictly(text, Context(today=TODAY))
    assert _value(reading, Slot.PROVIDER) is Provider.INDIVIDUAL
    for change in reading.changes:
        assert text[change.span.start : change.span.end] == change.words


def test_a_name_on_the_list_is_never_a_slip(interpreter: OfflineInterpreter) -> None:
    shown = (SHOWN[0].model_copy(update={"name": "Shortlis Budgett"}),)
    reading = interpreter.read_strictly("shortlis", BESIDE_A_LIST.model_copy(update={"shown": shown}))
    assert [reference.freelancer_id for reference in reading.references] == [SHOWN[0].freelancer_id]


def _value(reading: Reading, slot: Slot) -> object:
    return next(change.value for change in reading.changes if change.slot is slot)
