"""What the model of wishes adds to the cues of the rules, and what it leaves to them."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Importance
from tests_support.readings import brief_of


def _weights(brief: Brief) -> dict[str, Importance]:
    return {skill.name: skill.importance for skill in brief.skills}


@pytest.mark.parametrize(
    ("text", "skill", "weight"),
    [
        ("Logo designer please. Canva folk will be ignored.", "Canva", Importance.EXCLUDED),
        ("Bookkeeper for a bakery, Xero. Knowing Dext would make us smile", "Dext", Importance.NICE),
    ],
)
def test_a_wish_in_words_that_no_cue_has(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, skill: str, weight: Importance
) -> None:
    assert _weights(brief_of(interpreter, knowledge, text))[skill] is weight


@pytest.mark.parametrize(
    "text",
    [
        "Need a copywriter for our blog, we're a small firm in Norway, the blog is about hiking",
        "Video editor for a travel channel about Peru and Bolivia",
    ],
)
def test_a_place_that_is_the_clients_own_matter(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str
) -> None:
    assert brief_of(interpreter, knowledge, text).countries is None


def test_a_required_skill_is_never_dropped_by_the_model(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    by_rules = OfflineInterpreter(knowledge, by_example=False)
    text = "Nobody on our team knows Python so we need a data engineer who does."
    for skill, weight in _weights(brief_of(by_rules, knowledge, text)).items():
        if weight is Importance.MUST:
            assert skill in _weights(brief_of(interpreter, knowledge, text))


def test_what_the_brief_holds_is_left_to_the_rules(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    first = "React developer, TypeScript a must"
    then = "our accountant uses TypeScript, funnily enough"
    brief = brief_of(interpreter, knowledge, first, then)
    assert _weights(brief)["TypeScript"] is Importance.MUST
