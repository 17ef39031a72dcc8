"""A brief in words says what is required and what is only preferred."""

from agent.replies.brief import brief_facts, brief_in_words
from store.knowledge import load_knowledge
from store.nouns.brief import Brief, Importance, LanguageLevel, LanguageWish, Range, SkillWish, Slot, Term

KNOWLEDGE = load_knowledge()
GERMAN = LanguageWish(code="de", level=LanguageLevel.FLUENT)


def test_a_preference_is_called_one_where_it_would_usually_be_required() -> None:
    for hard, words in ((True, "German (fluent)"), (False, "German (fluent), preferred")):
        brief = Brief(languages=(GERMAN,), terms={Slot.LANGUAGES: Term(hard=hard)})
        assert brief_facts(brief, KNOWLEDGE) == [("Languages", words)]


def test_what_never_rules_anybody_out_needs_no_such_word() -> None:
    brief = Brief(duration_weeks=Range(min=4, max=4), terms={Slot.DURATION_WEEKS: Term(hard=False)})
    assert brief_facts(brief, KNOWLEDGE) == [("Length", "4 weeks")]


def test_without_a_role_the_skills_that_are_liked_say_what_is_wanted() -> None:
    wish = SkillWish(name="WordPress", importance=Importance.NICE)
    brief = Brief(skills=(wish,), terms={Slot.SKILLS: Term(hard=False)})
    assert brief_in_words(brief, KNOWLEDGE) == "a freelancer with WordPress"
    named = brief.model_copy(update={"role": "graphic-designer"})
    assert brief_in_words(named, KNOWLEDGE) == "a graphic designer"
