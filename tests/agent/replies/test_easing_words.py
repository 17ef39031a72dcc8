"""What a post stated as a must and the brief holds as a preference is said."""

import pytest

from agent.briefs.merge import merge
from agent.replies.changes import eased_in_words
from agent.understanding.reading import Change, Intent, Operation, Reading, Span
from store.knowledge import load_knowledge
from store.nouns.brief import Brief, Importance, LanguageWish, SkillWish, Slot

KNOWLEDGE = load_knowledge()


def reading(*values: SkillWish | LanguageWish, intent: Intent = Intent.DESCRIBE_NEED) -> Reading:
    changes = tuple(
        Change(
            slot=Slot.SKILLS if isinstance(value, SkillWish) else Slot.LANGUAGES,
            operation=Operation.ADD,
            value=value,
            span=Span(start=0, end=1),
            words="x",
        )
        for value in values
    )
    return Reading(intent=intent, changes=changes)


@pytest.fixture
def read() -> Reading:
    return reading(SkillWish(name="React"), SkillWish(name="Shopify"), LanguageWish(code="de"))


def test_a_brief_that_holds_everything_says_nothing(read: Reading) -> None:
    assert eased_in_words(read, merge(Brief(), read.changes, KNOWLEDGE), KNOWLEDGE) == ""


def test_what_gave_way_is_named(read: Reading) -> None:
    brief = merge(Brief(), read.changes, KNOWLEDGE)
    react, shopify = brief.skills
    terms = {**brief.terms, Slot.LANGUAGES: brief.terms[Slot.LANGUAGES].model_copy(update={"hard": False})}
    eased = brief.model_copy(
        update={
            "skills": (react, shopify.model_copy(update={"importance": Importance.NICE})),
            "terms": terms,
        }
    )
    said = eased_in_words(read, eased, KNOWLEDGE)
    assert "Shopify and German" in said
    assert "React" not in said
    refined = read.model_copy(update={"intent": Intent.REFINE})
    assert eased_in_words(refined, eased, KNOWLEDGE) == ""
