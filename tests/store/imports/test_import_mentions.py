import pytest

from store.imports.mapping import Mapping
from store.imports.mentions import MOST_MENTIONS, mentioned_skills
from store.imports.profile import ProfileReader
from store.knowledge import load_knowledge
from store.nouns.freelancer import Evidence
from tests_support.nouns import TODAY

KNOWLEDGE = load_knowledge()


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("I build Shopify stores and Google Ads campaigns.", ("Shopify", "Google Ads")),
        ("Vue.js, node js & PostgreSQL", ("Vue.js", "Node.js", "PostgreSQL")),
        ("We go the extra mile and excel at swift delivery.", ()),
        ("Scripts in Python, pages in ReactJS.", ("Python", "React")),
        ("Pages and Numbers: Compliance, Identity, Teamwork.", ()),
        ("I am here, I work hard and I do deliver.", ()),
        ("I know Word Press and C sharp.", ("WordPress", "C#")),
        ("", ()),
    ],
)
def test_known_skills_are_found_in_a_text_and_everyday_words_are_not(
    text: str, skills: tuple[str, ...]
) -> None:
    canonical = tuple(found.name for name in skills if (found := KNOWLEDGE.find_skill(name)))
    assert len(canonical) == len(skills)
    mentioned = mentioned_skills([text], [], KNOWLEDGE)
    assert [name for name in mentioned if name in canonical] == list(canonical)
    assert not {"Go", "Swift"} & set(mentioned)
    if not skills:
        assert mentioned == ()


def test_listed_skills_are_not_mentions_and_each_is_named_once() -> None:
    text = "WordPress, wordpress and WooCommerce"
    assert mentioned_skills([text, text], ["wordpress"], KNOWLEDGE) == ("WooCommerce",)


def test_a_pile_of_keywords_is_cut() -> None:
    assert len(mentioned_skills([", ".join(KNOWLEDGE.skills)], [], KNOWLEDGE)) == MOST_MENTIONS


def test_mentions_come_after_the_list_and_are_told_apart() -> None:
    reader = ProfileReader(
        Mapping.model_validate(
            {
                "source": "board",
                "skills_from_text": True,
                "fields": {"external_id": "id", "skills": "tags", "bio": "about"},
            }
        ),
        KNOWLEDGE,
        TODAY,
    )
    profile, _ = reader.read(
        {"id": "1", "tags": ["WordPress"], "about": "WordPress, WooCommerce and Shopify."}
    )
    assert [(skill.name, skill.evidence) for skill in profile.skills] == [
        ("WordPress", Evidence.SELF_STATED),
        ("WooCommerce", Evidence.MENTIONED),
        ("Shopify", Evidence.MENTIONED),
    ]
