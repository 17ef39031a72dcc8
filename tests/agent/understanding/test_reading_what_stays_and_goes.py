"""What of the brief stays and what goes, where a turn names only one of the two."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Countries, Importance, LanguageLevel, Provider
from tests_support.readings import brief_of

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


@pytest.mark.parametrize(("text", "provider"), [("agency ok", None), ("no agency", Provider.INDIVIDUAL)])
def test_who_else_may_do_it(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, provider: Provider | None
) -> None:
    start = brief_of(interpreter, knowledge, "a video editor, a freelancer and not an agency")
    assert brief_of(interpreter, knowledge, text, start=start).provider is provider


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
