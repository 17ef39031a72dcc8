"""Names and words that are written alike: skills beside roles, people, orders, days and languages."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Brief, SkillWish, Slot, Term
from tests_support.readings import brief_of


def read(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> list[str]:
    return [wish.name for wish in brief_of(interpreter, knowledge, text).skills]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marketing strategist needed, GTM strategy.", "Marketing Strategy"),
        ("Architect with experience in container homes", "Tiny Houses and Modular Design"),
    ],
)
def test_a_word_that_is_another_thing_at_the_head_of_a_name_is_no_tool(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert set(read(interpreter, knowledge, text)) == {name}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("content writer, SEO content experience, 20 USD-60 USD/h", {"Content Writing"}),
        ("were looking to hire a game programmer w/ unity and c# exp", {"Unity", "C#"}),
        ("this is ruby from accounts, we need a bookkeeper", set()),
        ("we value unity and trust, need a c# dev", {"C#"}),
        ("AR/VR developer. Whoever does this has to be strong in Unity.", {"Unity"}),
        ("accountant with Accounting", {"Accounting"}),
        ("C programmer, yocto. Grade C work not accepted", {"C", "Yocto"}),
        ("technical cofounder, Software Architecture a plus", {"Software Architecture"}),
        ("our technical cofounder used Python, we need a designer", set()),
    ],
)
def test_a_skill_is_told_from_a_role_a_virtue_and_a_client(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, names: set[str]
) -> None:
    assert set(read(interpreter, knowledge, text)) == names


def test_a_tool_that_must_be_known_is_no_other_role(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(
        interpreter, knowledge, "We could use a print designer.", "We can't do without Illustrator."
    )
    assert brief.role == "graphic-designer"
    assert [wish.name for wish in brief.skills] == ["Illustrator"]


def test_the_pair_in_a_translations_name_is_no_wish_for_languages(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    brief = brief_of(interpreter, knowledge, "a translator", "Also: EN-ES translation would be nice to have.")
    assert [wish.name for wish in brief.skills] == ["Spanish Translation"]
    assert not brief.languages


def test_a_skills_name_that_begins_like_an_order_is_none(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    start = Brief(
        role="bookkeeper", skills=(SkillWish(name="Accounting"),), terms={Slot.ROLE: Term(hard=False)}
    )
    brief = brief_of(
        interpreter, knowledge, "I mixed that up: Book keeping instead of Accounting.", start=start
    )
    assert [wish.name for wish in brief.skills] == ["Bookkeeping"]


@pytest.mark.parametrize("text", ["And we'd take two people.", "and wed take two ppl"])
def test_wed_is_no_wednesday_where_it_is_we_would(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    brief = brief_of(interpreter, knowledge, "a data entry clerk", text)
    assert (brief.start_by, brief.headcount) == (None, 2)


def test_the_field_somebody_has_worked_in_is_an_industry(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    text = "Looking for a real estate specialist. They should have worked in real estate before."
    assert brief_of(interpreter, knowledge, text).industries == ("real-estate",)
