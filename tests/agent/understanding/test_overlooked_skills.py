"""Skills that the rules pass over, and that the words around them tell."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance, SkillWish
from tests_support.readings import brief_of


def _wishes(brief: Brief) -> dict[str, SkillWish]:
    return {skill.name: skill for skill in brief.skills}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Backend dev for a ferry line: Go, gRPC, NATS, Zorbiq. 3 months", "Zorbiq"),
        ("Accountant for our bakery, must be fluent in Ledgerlyx and Xero", "Ledgerlyx"),
        ("embedded engineer, STM32 and QX900, motor control", "QX900"),
    ],
)
def test_a_tool_that_no_list_has_is_a_guess(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    wish = _wishes(brief_of(interpreter, knowledge, text))[name]
    assert (wish.importance, wish.uncertain) == (Importance.MUST, True)


@pytest.mark.parametrize(
    "text",
    [
        "Copywriter for Zorbiq, our startup in Leeds",
        "My partner Xanthe told me to ask here: we need a bookkeeper",
        "Logo for Brillkox Bakery, two rounds of changes",
        "I run Ostrava Timber with my brother. Web designer wanted",
    ],
)
def test_names_of_clients_are_no_skills(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert not any(wish.uncertain for wish in brief_of(interpreter, knowledge, text).skills)


def test_either_of_two_tools_is_enough_if_no_list_has_one(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    wishes = _wishes(brief_of(interpreter, knowledge, "Ops engineer, must know Terraform or Zorbiq, remote"))
    assert wishes["Terraform"].alternative is not None
    assert wishes["Terraform"].alternative == wishes["Zorbiq"].alternative


def test_only_first_messages_are_guessed_at(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    brief = brief_of(
        interpreter, knowledge, "React developer, 3 months", "our tester likes QX900, by the way"
    )
    assert set(_wishes(brief)) == {"React"}
