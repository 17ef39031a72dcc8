"""Tools that no list has yet: a skill, as a guess, where the message says that it is one."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance, SkillWish, Slot, Term
from tests_support.readings import TODAY, brief_of


def _wishes(interpreter: OfflineInterpreter, text: str) -> dict[str, tuple[Importance, bool]]:
    changes = interpreter.read_strictly(text, Context(today=TODAY)).changes
    wishes = [change.value for change in changes if isinstance(change.value, SkillWish)]
    return {wish.name: (wish.importance, wish.uncertain) for wish in wishes}


@pytest.mark.parametrize(
    ("text", "name", "importance"),
    [
        ("data analyst who knows Quantrexo", "Quantrexo", Importance.MUST),
        ("data analyst, Zorbifly experience", "Zorbifly", Importance.MUST),
        ("React, Vue and Flumbox developer", "Flumbox", Importance.MUST),
        ("React developer. Nice to have: TypeScript, Flumbox", "Flumbox", Importance.NICE),
    ],
)
def test_an_unknown_tool_is_guessed_by_its_place(
    interpreter: OfflineInterpreter, text: str, name: str, importance: Importance
) -> None:
    assert _wishes(interpreter, text)[name] == (importance, True)


@pytest.mark.parametrize(
    "text",
    [
        "copywriter for Brillkox, our startup",
        "Amazon PPC specialist, home goods, 8 ASINs, Helium 10",
        "React developer; Xavierro from Flumbox told me about you",
    ],
)
def test_other_unknown_names_are_no_skills(interpreter: OfflineInterpreter, text: str) -> None:
    assert not any(uncertain for _, uncertain in _wishes(interpreter, text).values())


HELD = Brief(
    role="data-analyst",
    skills=(SkillWish(name="SQL"), SkillWish(name="Zorbify"), SkillWish(name="Quantrexo Studio")),
    terms={Slot.ROLE: Term(hard=False), Slot.SKILLS: Term(hard=True)},
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ok drop Zorbify", {"SQL": "MUST", "Quantrexo Studio": "MUST"}),
        ("forget about zorbify", {"SQL": "MUST", "Quantrexo Studio": "MUST"}),
        ("Zorbify is optional", {"SQL": "MUST", "Zorbify": "NICE", "Quantrexo Studio": "MUST"}),
        ("no need for Quantrexo Studio", {"SQL": "MUST", "Zorbify": "MUST"}),
        ("Tableau instead of Zorbify", {"SQL": "MUST", "Tableau": "MUST", "Quantrexo Studio": "MUST"}),
        ("a Zorbify developer then", {"SQL": "MUST", "Zorbify": "MUST", "Quantrexo Studio": "MUST"}),
    ],
)
def test_an_unknown_tool_that_is_asked_for_can_be_changed(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, left: dict[str, str]
) -> None:
    brief = brief_of(interpreter, knowledge, text, start=HELD)
    assert {skill.name: skill.importance for skill in brief.skills} == left
