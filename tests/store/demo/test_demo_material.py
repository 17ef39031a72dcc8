"""The data files fit the knowledge files and each other."""

import re

import pytest

from store.demo.loading import DATA, load_material
from store.demo.material import Craft, Material
from store.demo.wording import Line
from store.knowledge import Knowledge
from store.nouns.brief import Provider

PERSON = {"I", "I'm", "I've", "my", "My", "me", "am", "myself", "first", "name", "home", "lang", "tool"}
WORK = {"business", "a_business"}
PORTRAIT = {
    *PERSON,
    *WORK,
    *("clients", "clients2", "title", "Title", "titles", "a_title", "skill", "skill2", "skill3", "skills"),
    *(
        "skill_list",
        "do",
        "do2",
        "do3",
        "do4",
        "do_list",
        "check_list",
        "proud",
        "proud2",
        "proud_list",
        "stance",
    ),
    *("years", "years_words", "since", "jobs", "jobs_floor", "hours", "langs", "team"),
}


@pytest.fixture(scope="module")
def material() -> Material:
    return load_material()


def unknown_slots(lines: tuple[Line, ...], allowed: set[str]) -> set[str]:
    return {slot for line in lines for slot in line.slots} - allowed


def test_every_role_has_words_of_its_own(material: Material, knowledge: Knowledge) -> None:
    assert set(material.crafts) == set(knowledge.roles)


def test_every_group_of_the_market_has_general_words(material: Material, knowledge: Knowledge) -> None:
    assert set(material.groups) == {role.category for role in knowledge.roles.values()}


def test_crafts_are_complete(material: Material) -> None:
    for role, craft in material.crafts.items():
        assert len(craft.titles) >= 1, role
        assert len(craft.does) >= 3, role
        assert len(craft.proud) >= 2, role
        assert len(craft.jobs) >= 3, role
        assert len(craft.pieces) >= 2, role
        assert all((craft.stance, craft.praise, craft.gripe, craft.industries)), role
        assert 0 < craft.hours[0] < craft.hours[1], role


def test_crafts_name_known_skills_and_industries(material: Material, knowledge: Knowledge) -> None:
    for role, craft in material.crafts.items():
        called_for = {skill for names in craft.industry_skills.values() for skill in names}
        assert set(craft.tools) | called_for <= set(knowledge.skills), role
        assert set(craft.industries) | set(craft.industry_skills) <= set(knowledge.industries), role
    for group in material.groups.values():
        assert {skill for names in group.industry_skills.values() for skill in names} <= set(knowledge.skills)
        assert set(group.industry_skills) <= set(knowledge.industries)


def test_industries_are_those_of_the_knowledge_files(material: Material, knowledge: Knowledge) -> None:
    assert set(material.clienteles) == set(knowledge.industries)


def test_slots_of_crafts_can_be_filled(material: Material) -> None:
    for role, craft in material.crafts.items():
        assert not unknown_slots(craft.titles, {"tool", "lang"}), role
        assert not any(line.text.startswith(("freelance", "senior", "junior")) for line in craft.titles), role
        assert not unknown_slots(craft.does, {"tool", "lang"}), role
        assert not unknown_slots(craft.proud, {"tool", "lang", *WORK}), role
        assert not unknown_slots(craft.stance, PERSON), role
        assert not unknown_slots(craft.jobs, {"tool", "lang", "skill", *WORK}), role
        assert not unknown_slots(craft.praise + craft.gripe, {"first", "tool", "lang", "skill", *WORK}), role
        for title, about in craft.pieces:
            assert not unknown_slots((title, about), {"client", "tool", "lang", *WORK}), role


def test_something_can_be_said_without_a_tool_or_a_second_language(material: Material) -> None:
    def plain(lines: tuple[Line, ...]) -> int:
        return sum(not line.slots & {"tool", "lang"} for line in lines)

    for role, craft in material.crafts.items():
        assert craft.bilingual or plain(craft.does) >= 3, role
        assert craft.bilingual or plain(craft.jobs) >= 1, role


def test_deeds_have_no_subject_and_views_no_fixed_one(material: Material) -> None:
    def phrases(craft: Craft) -> list[str]:
        return [line.text for line in (*craft.does, *craft.proud)]

    pronoun = re.compile(r"\b(I|my|me|we|our|us)\b")
    for role, craft in material.crafts.items():
        for phrase in phrases(craft):
            assert not pronoun.search(phrase), (role, phrase)
            assert not phrase.endswith("."), (role, phrase)
        for line in craft.stance:
            assert not re.search(r"\b(I|my|me)\b", re.sub(r"\{.*?\}|'[^']*'", "", line.text)), (
                role,
                line.text,
            )
            assert line.text.endswith((".", "!", "?")), (role, line.text)


def test_bio_layouts_name_groups_that_exist(material: Material) -> None:
    for shape in material.shapes:
        for piece in shape.pieces:
            if piece is None:
                continue
            name = piece[0]
            bands = {"exp": ("entry", "mid", "long"), "record": ("none", "some", "many")}
            banded = [f"{name}.{band}" for band in bands.get(name.split(".")[0], ())]
            assert name in material.bio_groups or all(each in material.bio_groups for each in banded), name


def test_slots_of_bios_and_headlines_can_be_filled(material: Material) -> None:
    for name, lines in material.bio_groups.items():
        assert not unknown_slots(lines, PORTRAIT), name
    for style in material.headlines:
        assert not unknown_slots(style.lines, PORTRAIT)


def test_agencies_never_get_a_line_that_says_i(material: Material) -> None:
    for shape in material.shapes:
        if shape.provider is Provider.AGENCY:
            for piece in shape.pieces:
                for line in material.bio_groups.get(piece[0], ()) if piece else ():
                    assert not re.search(r"\b(I|I'm|my|me)\b", re.sub(r"\{.*?\}", "", line.text)), line.text


def test_names_come_from_many_cultures(material: Material) -> None:
    assert len(material.cultures) >= 25
    for name, culture in material.cultures.items():
        for names in (culture.given_feminine, culture.given_masculine, culture.families):
            assert len(names) >= 15, name
            assert len(set(names)) == len(names), name


def test_markets_are_known(material: Material, knowledge: Knowledge) -> None:
    assert len(material.markets) >= 60
    assert {market.country for market in material.markets} <= set(knowledge.countries)


def test_invented_names_are_plain(material: Material) -> None:
    for first in material.client_names[0] + material.agency_names[0]:
        assert first == first.strip()
        assert first


def test_no_line_puts_an_article_before_a_slot() -> None:
    for file in DATA.rglob("*.toml"):
        assert not re.search(r"\b[Aa]n? \{(?!a_)", file.read_text(encoding="utf-8")), file
