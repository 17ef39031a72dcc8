"""Conditions and wishes as formal letters put them, and who is writing."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import LanguageLevel, Seniority, Slot
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("text", "slot", "hard"),
    [
        (
            "cloud engineer. We cannot work with contractors outside the European Economic Area.",
            Slot.REGIONS,
            True,
        ),
        ("Amazon specialist. Please do not suggest candidates from outside the EEA.", Slot.REGIONS, True),
        ("Planner. Candidates in Toulouse or elsewhere in France take precedence.", Slot.COUNTRIES, False),
        (
            "3D artist. Eastern Europe is our first choice, although it is no strict condition.",
            Slot.REGIONS,
            False,
        ),
        ("animator, and we would be glad of a person rated 4.8 or higher", Slot.MIN_RATING, False),
        ("ERP consultant. Candidates below expert level are of no use to us.", Slot.SENIORITY, True),
    ],
)
def test_a_condition_is_told_from_a_wish(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, slot: Slot, hard: bool
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert slot in brief.terms
    assert brief.is_hard(slot) is hard


def test_whoever_is_below_a_level_is_not_wanted(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(interpreter, knowledge, "React developer, nobody below senior please")
    assert brief.seniority is Seniority.EXPERT


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("As CTO of a start-up I am looking for a mobile developer", "mobile-developer"),
        ("Head of Design here. I am adding a product designer to the team.", "ui-ux-designer"),
        ("As head of marketing at a bank I would like to find a content strategist", "content-strategist"),
        ("I head finance at a bakery and need a bookkeeper", "bookkeeper"),
        ("Our shop moves from Magento to Shopify. The developer should know Liquid.", "shopify-developer"),
        ("A stand-in is needed. May I ask for a UX researcher who knows Dovetail?", "ux-researcher"),
    ],
)
def test_who_is_writing_is_nobody_who_is_wanted(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, role: str
) -> None:
    assert brief_of(interpreter, knowledge, text).role == role


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        (
            "translate our manual from English into Dutch, must be a native speaker",
            {"en": LanguageLevel.FLUENT, "nl": LanguageLevel.NATIVE},
        ),
        ("copywriter for a German site. Native speaker, please.", {}),
        ("editor for texts in Swedish. Native speaker preferred.", {"sv": LanguageLevel.NATIVE}),
    ],
)
def test_a_native_speaker_speaks_what_is_translated_into(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, levels: dict[str, LanguageLevel]
) -> None:
    read = {wish.code: wish.level for wish in brief_of(interpreter, knowledge, text).languages}
    assert {code: read.get(code) for code in levels} == levels


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("We require a layout designer well versed in InDesign", ["Adobe InDesign"]),
        ("We require two senior backend developers. Must have: Kotlin", ["Kotlin"]),
    ],
)
def test_whoever_is_required_is_no_skill(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, skills: list[str]
) -> None:
    assert [wish.name for wish in brief_of(interpreter, knowledge, text).skills] == skills
