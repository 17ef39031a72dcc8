"""People's words find the right entry, and never another one."""

import pytest

from store.knowledge import UnknownCurrency, load_knowledge
from store.knowledge.spelling import spelling_key


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("react js", "React"),
        ("ReactJS", "React"),
        ("React.js", "React"),
        ("React Native", "React Native"),
        ("react-native", "React Native"),
        ("JS", "JavaScript"),
        ("java script", "JavaScript"),
        ("Java", "Java"),
        ("TS", "TypeScript"),
        ("node js", "Node.js"),
        ("c", "C"),
        ("C++", "C++"),
        ("c sharp", "C#"),
        ("C#", "C#"),
        (".net", ".NET"),
        ("ASP.NET", "ASP.NET"),
        ("asp", "Classic ASP"),
        ("RoR", "Ruby on Rails"),
        ("k8s", "Kubernetes"),
        ("GA4", "Google Analytics"),
        ("GTM", "Google Tag Manager"),
        ("UX", "UX Design"),
        ("PS", "Photoshop"),
        ("AE", "After Effects"),
        ("WP", "WordPress"),
        ("golang", "Go"),
        ("Godot", "Godot"),
        ("Angular", "Angular"),
        ("angular.js", "AngularJS"),
        ("Website Design", "Web Design"),
        ("Article Writing", "Article Writing"),
        ("3D Modelling", "3D Modeling"),
        ("PHP programming", "PHP"),
        ("bookkeeping services", "Bookkeeping"),
        ("Landing Page", "Landing Pages"),
        ("Smart Contracts", "Smart Contracts"),
        ("business development", "Business Development"),
        ("Español → no", None),
        ("cooking programming language", None),
        ("", None),
        ("  ", None),
        ("!!!", None),
    ],
)
def test_a_skill_is_found_by_what_people_type(typed: str, name: str | None) -> None:
    found = load_knowledge().find_skill(typed)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Java", "JavaScript"),
        ("React", "React Native"),
        ("C", "C++"),
        ("C", "C#"),
        ("Go", "Godot"),
        ("SQL", "NoSQL"),
        ("SQL", "MySQL"),
        ("Vue.js", "React"),
        ("Angular", "AngularJS"),
        ("Chart.js", "Highcharts"),
        ("Datadog", "New Relic"),
        ("Mailchimp", "Klaviyo"),
        ("Unity", "Unreal Engine"),
        ("SEO", "Search Engine Marketing"),
        ("Translation", "Interpreting"),
        ("Bookkeeping", "Accounting"),
    ],
)
def test_different_things_stay_different(one: str, other: str) -> None:
    knowledge = load_knowledge()
    first, second = knowledge.find_skill(one), knowledge.find_skill(other)
    assert first is not None
    assert second is not None
    assert first.name != second.name


def test_every_canonical_name_finds_itself() -> None:
    knowledge = load_knowledge()
    assert [name for name, skill in knowledge.skills.items() if knowledge.find_skill(name) is not skill] == []
    assert [
        each for each, role in knowledge.roles.items() if knowledge.find_role(role.name) is not role
    ] == []


def test_implied_and_related_are_told_apart() -> None:
    skills = load_knowledge().skills
    assert "React" in skills["Next.js"].implies
    assert "Shopify" in skills["Shopify Liquid"].implies
    assert "React" in skills["Vue.js"].related
    assert "React" not in skills["Vue.js"].implies


def test_everyday_words_are_marked() -> None:
    skills = load_knowledge().skills
    everyday = [
        "Go",
        "C",
        "R",
        "Swift",
        "Spring",
        "Excel",
        "Rust",
        "Unity",
        "Chef",
        "Sage",
        "Notion",
        "Slack",
    ]
    assert [name for name in everyday if not skills[name].ordinary_word] == []
    assert "PS" in skills["Photoshop"].ordinary_names
    assert not skills["Figma"].ordinary_word
    assert not skills["JavaScript"].ordinary_names


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("shopify dev", "shopify-developer"),
        ("VA", "virtual-assistant"),
        ("frontend guy", "frontend-developer"),
        ("logo designer", "logo-brand-designer"),
        ("bookkeeper", "bookkeeper"),
        ("voice over artist", "voice-over-artist"),
        ("QA tester", "qa-tester"),
        ("prompt engineer", "prompt-engineer"),
        ("senior React developer", "frontend-developer"),
        ("Senior Front-End Developers", "frontend-developer"),
        ("web-developer", "web-developer"),
        ("an experienced copywriter", "copywriter"),
        ("Kubernetes expert", "devops-engineer"),
        ("Tableau specialist", "bi-analyst"),
        ("Blender guy", "three-d-artist"),
        ("Swahili translator", "translator"),
        ("HubSpot admin", "crm-specialist"),
        ("Java teacher", None),
        ("expert", None),
        ("astronaut", None),
        ("", None),
    ],
)
def test_a_role_is_found_by_what_people_type(typed: str, role: str | None) -> None:
    found = load_knowledge().find_role(typed)
    assert (found.id if found else None) == role


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Viet Nam", "VN"),
        ("USA", "US"),
        ("U.S.", "US"),
        ("United States of America", "US"),
        ("U.K.", "GB"),
        ("uk", "GB"),
        ("England", "GB"),
        ("Russian Federation", "RU"),
        ("Republic of Korea", "KR"),
        ("Korea, Republic of", "KR"),
        ("UAE", "AE"),
        ("türkiye", "TR"),
        ("Turkiye", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("Palestinian Territory", "PS"),
        ("DEU", "DE"),
        ("IN", "IN"),
        ("in", None),
        ("it", None),
        ("no", None),
        ("us", None),
        ("Atlantis", None),
    ],
)
def test_a_country_is_found_by_what_imports_say(typed: str, code: str | None) -> None:
    found = load_knowledge().find_country(typed)
    assert (found.code if found else None) == code


def test_places_and_languages_are_found() -> None:
    knowledge = load_knowledge()
    region, city = knowledge.find_region("LatAm"), knowledge.find_city("Bangalore")
    assert region is not None
    assert "BR" in region.countries
    assert city is not None
    assert (city.name, city.time_zone) == ("Bengaluru", "Asia/Kolkata")
    assert {language.code for text in ("de", "Deutsch") if (language := knowledge.find_language(text))} == {
        "de"
    }
    assert (industry := knowledge.find_industry("online store")) is not None
    assert industry.id == "ecommerce"


def test_regions_made_of_regions_hold_their_countries() -> None:
    regions = load_knowledge().regions
    assert (
        set(regions["dach"].countries) <= set(regions["europe"].countries) <= set(regions["emea"].countries)
    )
    assert "GB" in regions["europe"].countries
    assert "GB" not in regions["eu"].countries
    assert "NO" in regions["eea"].countries


def test_money_is_converted_both_ways() -> None:
    knowledge = load_knowledge()
    euros = knowledge.convert(100, "usd", "EUR")
    assert euros == pytest.approx(100 * knowledge.currencies["EUR"].per_usd)
    assert knowledge.convert(euros, "EUR", "USD") == pytest.approx(100)
    assert knowledge.convert(70, "GBP", "GBP") == pytest.approx(70)
    with pytest.raises(UnknownCurrency):
        knowledge.convert(1, "USD", "XXX")


def test_a_marketplaces_own_skill_names_are_added_once() -> None:
    knowledge = load_knowledge()
    more = knowledge.with_skills(["Repoussé", "repoussé ", "react.js", "", "Beekeeping"])
    assert set(more.skills) - set(knowledge.skills) == {"Repoussé", "Beekeeping"}
    assert (found := more.find_skill("repousse")) is not None
    assert found.name == "Repoussé"
    assert knowledge.find_skill("Beekeeping") is None
    assert knowledge.with_skills(["ReactJS"]) is knowledge


@pytest.mark.parametrize(
    ("text", "key"),
    [("React.js", "reactjs"), ("C++", "c++"), ("R&D", "randd"), ("Æon São_Paulo", "æonsaopaulo"), ("—", "")],
)
def test_spelling_keys(text: str, key: str) -> None:
    assert spelling_key(text) == key
