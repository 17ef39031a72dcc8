"""Who is asked for, where what they should know, or the client's business, is named before them."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Importance
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("text", "role", "skill"),
    [
        ("They must know SEO. Looking for an SEO specialist.", "seo-specialist", "SEO"),
        ("We can't do without SEO. Looking for a copywriter.", "copywriter", "SEO"),
        ("Whoever does this has to be strong in SEO content. We need a blogger.", "content-writer", None),
        ("Subtitling is a must. Our team is searching for a film cutter.", "video-editor", "Subtitling"),
        ("Experience with Java Script is required. I'm looking for a coder.", "software-engineer", None),
        ("You cannot do this job without Figma. Looking for a web designer.", "web-designer", "Figma"),
        ("has to know bookkeeping, 20 to 40 dollars an hour, tax accountant needed", "tax-specialist", None),
    ],
)
def test_what_they_should_know_is_not_whom_we_ask_for(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, role: str, skill: str | None
) -> None:
    brief = brief_of(interpreter, knowledge, text)
    assert brief.role == role
    assert skill is None or [(s.name, s.importance) for s in brief.skills] == [(skill, Importance.MUST)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I need a marketer who knows SEO.", "digital-marketer"),
        ("Looking for a marketer experienced in SEO", "digital-marketer"),
        ("a person experienced in SEO is what we need", "seo-specialist"),
        ("We need a developer who knows Shopify", "shopify-developer"),
        ("We need a programmer with C++ experience", "software-engineer"),
        ("We need a C++ programmer", "software-engineer"),
    ],
)
def test_their_own_craft_makes_them_nobody_else(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, role: str
) -> None:
    assert brief_of(interpreter, knowledge, text).role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Procuro um desenvolvedor Shopify", "shopify-developer"),
        (
            "You would not believe my morning. Procuro um desenvolvedor Shopify",
            "shopify-developer",
        ),
        ("Wir suchen einen WordPress Entwickler. I found you through an advert.", "wordpress-developer"),
    ],
)
def test_another_tongue_beside_english(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, role: str
) -> None:
    assert brief_of(interpreter, knowledge, text).role == role


def test_turning_people_away_keeps_the_role(interpreter: OfflineInterpreter, knowledge: Knowledge) -> None:
    then = "Please leave out people who do Elementor."
    brief = brief_of(interpreter, knowledge, "a WordPress developer", then)
    assert brief.role == "wordpress-developer"
    assert ("Elementor", Importance.EXCLUDED) in [(s.name, s.importance) for s in brief.skills]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("We are in coaches and creators. I want to hire a video editor.", "video-editor"),
        ("those were the days. content writer needed, has to know SEO content", "content-writer"),
        ("Our designer left. A Figma person, please.", "ui-ux-designer"),
        ("Our designer left us.", None),
    ],
)
def test_the_clients_world_is_not_whom_we_ask_for(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, role: str | None
) -> None:
    assert brief_of(interpreter, knowledge, text).role == role
