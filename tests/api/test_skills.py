import pytest

from api.graphql.skills import SkillCompletion
from store.knowledge import load_knowledge

SKILLS = SkillCompletion(load_knowledge().skills.values())


@pytest.mark.parametrize(
    ("typed", "first"),
    [("shopif", "Shopify"), ("  REACT ", "React"), ("k8s", "Kubernetes"), ("liquid", "Shopify Liquid")],
)
def test_what_is_typed_is_completed(typed: str, first: str) -> None:
    found = [skill.name for skill in SKILLS.matching(typed)]
    assert first in found[:3]


def test_names_come_before_words_within_and_aliases() -> None:
    found = [skill.name.casefold() for skill in SKILLS.matching("script")]
    beginning = [name.startswith("script") for name in found]
    assert beginning == sorted(beginning, reverse=True)


def test_nothing_typed_is_everything_and_nonsense_nothing() -> None:
    assert len(SKILLS.matching("")) == len(load_knowledge().skills)
    assert SKILLS.matching("qqqqqq") == []
