import json
from datetime import date
from typing import Any

import pytest

from store.imports import Notice, default_mapping
from store.imports.cells import Rejected
from store.imports.mapping import Mapping
from store.imports.profile import ProfileReader
from store.knowledge import load_knowledge
from store.nouns.brief import LanguageLevel, Provider, Seniority
from store.nouns.freelancer import Availability, Evidence, Freelancer, Language, Money, freelancer_id

TODAY = date(2026, 11, 22)


def read(values: dict[str, Any], **fields: Any) -> tuple[Freelancer, dict[Notice, str]]:
    """The profile in a row whose columns are called as our fields, where `fields` does not say otherwise."""
    base = {name: name for name in values} | {"external_id": "external_id"} | fields
    mapping = Mapping.model_validate({"source": "board", "fields": base})
    return ProfileReader(mapping, load_knowledge(), TODAY).read({"external_id": "a1", "bio": "x"} | values)


def profile(values: dict[str, Any], **fields: Any) -> Freelancer:
    return read({"bio": "I do things.", **values}, **fields)[0]


def refusal(values: dict[str, Any], **fields: Any) -> str:
    with pytest.raises(Rejected) as caught:
        profile(values, **fields)
    return str(caught.value)


def test_identity_follows_from_source_and_external_id() -> None:
    found = profile({"name": "Ada Okafor"})
    assert (found.id, found.source, found.name) == (freelancer_id("board", "a1"), "board", "Ada Okafor")


@pytest.mark.parametrize(
    ("external_id", "name"),
    [
        ("board_com-26681b01f6a4", "Freelancer 26681b"),
        ("8812", "Freelancer 8812"),
        ("https://board.example/p/77/", "Freelancer 77"),
    ],
)
def test_a_row_without_a_name_gets_a_neutral_one(external_id: str, name: str) -> None:
    found, notices = read({"external_id": external_id, "bio": "I do things."})
    assert found.name == name
    assert Notice.NEUTRAL_NAME in notices


def test_a_neutral_name_does_not_come_from_a_user_name() -> None:
    found = profile({"external_id": "ada.okafor"})
    assert "okafor" not in found.name
    assert found.name == profile({"external_id": "ada.okafor"}).name


def test_a_row_that_says_nothing_is_refused() -> None:
    assert "no headline, no bio and no skills" in refusal({"bio": " ", "name": "Ada"})
    assert "external_id: is missing" in refusal({"external_id": " "})
    assert "longer than 200" in refusal({"external_id": "x" * 201})


def test_skills_get_their_known_names_once_and_others_stay() -> None:
    found = profile({"skills": ["reactjs", "React", "Underwater Basket Weaving", "", None, "N/A"]})
    assert [skill.name for skill in found.skills] == ["React", "Underwater Basket Weaving"]
    assert {skill.evidence for skill in found.skills} == {Evidence.SELF_STATED}


def test_skills_beyond_the_limits_are_left_out_and_counted() -> None:
    found, notices = read({"skills": [f"Skill {n}" for n in range(70)] + ["x" * 200], "bio": "I am."})
    assert len(found.skills) == 60
    assert {Notice.ITEMS_CUT, Notice.ITEM_DROPPED} <= set(notices)


@pytest.mark.parametrize(
    ("country", "code", "zone"),
    [
        ("Germany", "DE", "Europe/Berlin"),
        ("Korea, Republic of", "KR", "Asia/Seoul"),
        ("gb", "GB", "Europe/London"),
        ("USA", "US", "America/New_York"),
    ],
)
def test_countries_are_found_and_give_the_time_zone(country: str, code: str, zone: str) -> None:
    found = profile({"country": country})
    assert (found.country, found.time_zone) == (code, zone)


def test_an_unknown_country_is_left_out_and_noted() -> None:
    found, notices = read({"country": "Atlantis", "bio": "I do."})
    assert (found.country, found.time_zone) == (None, None)
    assert notices[Notice.UNKNOWN_COUNTRY] == "'Atlantis'"


def test_a_stated_time_zone_counts_before_the_countrys() -> None:
    assert profile({"country": "US", "time_zone": "America/Denver"}).time_zone == "America/Denver"
    found, notices = read({"country": "US", "time_zone": "Mars/Base", "bio": "I do."})
    assert found.time_zone == "America/New_York"
    assert Notice.UNKNOWN_TIME_ZONE in notices


@pytest.mark.parametrize(
    ("written", "options", "meant"),
    [
        (25.0, {"currency": "USD"}, Money(amount=25, currency="USD")),
        ("1,200", {"currency": "JPY"}, Money(amount=1200, currency="JPY")),
        ("$25/hr", {"currency": "EUR"}, Money(amount=25, currency="USD")),
        ("25 EUR", {"currency": "USD"}, Money(amount=25, currency="EUR")),
        ("£30.50 per hour", {}, Money(amount=30.5, currency="GBP")),
        (2500, {"currency": "USD", "scale": 0.01}, Money(amount=25, currency="USD")),
        ({"amount": 40, "currency": "CHF"}, {}, Money(amount=40, currency="CHF")),
    ],
)
def test_hourly_rates_in_every_form(written: object, options: dict[str, Any], meant: Money) -> None:
    found = profile({"hourly_rate": written}, hourly_rate={"column": "hourly_rate", **options})
    assert found.hourly_rate == meant


def test_the_currency_may_have_a_column_of_its_own() -> None:
    column = {"column": "rate", "currency_column": "cur", "currency": "USD"}
    row = {"rate": 30, "cur": " eur ", "external_id": "1", "bio": "x"}
    mapping = Mapping.model_validate(
        {"source": "b", "fields": {"external_id": "external_id", "hourly_rate": column, "bio": "bio"}}
    )
    reader = ProfileReader(mapping, load_knowledge(), TODAY)
    assert reader.read(row)[0].hourly_rate == Money(amount=30, currency="EUR")
    assert reader.read(row | {"cur": ""})[0].hourly_rate == Money(amount=30, currency="USD")
    with pytest.raises(Rejected, match="no currency 'XYZ'"):
        reader.read(row | {"cur": "XYZ"})


def test_a_rate_of_zero_counts_as_not_stated() -> None:
    found, notices = read(
        {"hourly_rate": 0, "bio": "I do."}, hourly_rate={"column": "hourly_rate", "currency": "USD"}
    )
    assert found.hourly_rate is None
    assert Notice.ZERO_RATE in notices


@pytest.mark.parametrize(
    ("rate", "complaint"),
    [
        (-5, "not between"),
        (9000, "not between 0 and 5,000 USD"),
        ("lots", "expected a number"),
        (25, "no currency"),
    ],
)
def test_rates_that_cannot_be_are_refused(rate: object, complaint: str) -> None:
    options = {} if complaint == "no currency" else {"currency": "USD"}
    assert complaint in refusal({"hourly_rate": rate}, hourly_rate={"column": "hourly_rate", **options})


def test_reported_totals_are_kept_apart_and_labelled() -> None:
    found = profile(
        {"rating": 4.9, "reviews": "1,324", "on_time_pct": "97%", "repeat_hire_pct": 0.2},
        repeat_hire_pct={"column": "repeat_hire_pct", "scale": 100},
    )
    assert found.reported is not None
    assert (found.reported.source, found.reported.rating, found.reported.reviews) == ("board", 4.9, 1324)
    assert (found.reported.on_time_pct, found.reported.repeat_hire_pct) == (97, 20)
    assert found.reported.jobs_completed is None


def test_columns_can_be_added_up() -> None:
    mapping = Mapping.model_validate(
        {
            "source": "b",
            "fields": {"external_id": "id", "bio": "bio", "jobs_completed": {"sum": ["h", "f", "absent"]}},
        }
    )
    reader = ProfileReader(mapping, load_knowledge(), TODAY)
    reported = reader.read({"id": 1, "bio": "x", "h": 12, "f": "7"})[0].reported
    assert reported is not None
    assert reported.jobs_completed == 19
    assert reader.read({"id": 1, "bio": "x"})[0].reported is None


@pytest.mark.parametrize(
    "row", [{"rating": 0, "reviews": 0}, {"rating": "0.0"}, {"rating": 0, "reviews": None}]
)
def test_a_rating_of_zero_without_reviews_is_unknown(row: dict[str, Any]) -> None:
    found, notices = read({"bio": "I do.", **row})
    assert found.reported is None
    assert Notice.ZERO_RATING in notices


def test_zero_can_be_declared_to_mean_unknown() -> None:
    found = profile({"rating": 0.0, "reviews": 3}, rating={"column": "rating", "unknown": [0]})
    assert found.reported is not None
    assert (found.reported.rating, found.reported.reviews) == (None, 3)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({"rating": 7}, "rating: 7 is outside 1 to 5"),
        ({"rating": 0, "reviews": 12}, "rating: 0 is outside 1 to 5"),
        ({"reviews": -1}, "reviews: expected a whole number"),
        ({"on_time_pct": 130}, "on_time_pct: 130 is outside 0 to 100"),
        ({"hours_per_week": 200}, "hours_per_week: 200 is outside"),
        ({"joined": "soon"}, "joined: expected a date"),
        ({"joined": "2031-01-01"}, "joined: 2031-01-01 is not between 1990 and today"),
        ({"seniority": "wizard"}, "seniority: expected ENTRY"),
        ({"provider": "robot"}, "provider: expected INDIVIDUAL"),
        ({"bio": ["a"]}, "bio: expected text"),
        ({"skills": [{"level": 3}]}, "skills: an item without a name"),
        ({"contracts": "[1]"}, "contracts: item 1 is not an object"),
        ({"contracts": [{"title": "Shop"}]}, "contracts: item 1, started"),
        ({"portfolio": [{"title": "Shop", "url": "javascript:alert(1)"}]}, "portfolio: item 1: the url"),
    ],
)
def test_what_would_have_to_be_guessed_is_refused(row: dict[str, Any], complaint: str) -> None:
    assert refusal(row).startswith(complaint)


def test_dates_words_defaults_and_constants() -> None:
    found = profile(
        {"joined": "December 8, 2015", "provider": "T", "seniority": 3, "hours_per_week": ""},
        joined={"column": "joined", "dates": ["%B %d, %Y"]},
        provider={"column": "provider", "values": {"t": "agency"}},
        seniority={"column": "seniority", "values": {"3": "expert"}},
        hours_per_week={"column": "hours_per_week", "default": 40},
        badges={"constant": ["Imported"]},
    )
    assert (found.joined, found.provider) == (date(2015, 12, 8), Provider.AGENCY)
    assert (found.seniority, found.badges) == (Seniority.EXPERT, ("Imported",))
    assert found.availability == Availability(hours_per_week=40)


def test_languages_with_their_levels() -> None:
    found, notices = read(
        {"languages": "English (Native)|german - C1|French|Klingon", "bio": "I do."},
        languages={"column": "languages", "separator": "|"},
    )
    assert found.languages == (
        Language(code="en", level=LanguageLevel.NATIVE),
        Language(code="de", level=LanguageLevel.FLUENT),
        Language(code="fr", level=LanguageLevel.CONVERSATIONAL),
    )
    assert notices[Notice.UNKNOWN_LANGUAGE] == "'Klingon'"


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ({"headline": "Bookkeeper"}, "bookkeeper"),
        ({"headline": "Django | Docker | Front-end developer"}, "frontend-developer"),
        ({"role": "front end developer", "headline": "Bookkeeper"}, "frontend-developer"),
        ({"headline": "Full-stack developer | DevOps | Shopify expert"}, "full-stack-developer"),
        ({"skills": ["Graphic Design", "Photoshop", "Logo Design", "Illustrator"]}, "graphic-designer"),
        (
            {"skills": ["Logo Design", "Brand Identity", "Graphic Design", "Illustrator"]},
            "logo-brand-designer",
        ),
        ({"skills": ["Excel"]}, None),
        ({"headline": "Happy to help", "skills": ["Underwater Basket Weaving"]}, None),
    ],
)
def test_roles_are_stated_or_guessed_or_left_open(row: dict[str, Any], role: str | None) -> None:
    assert profile(row).role == role


def test_an_unknown_role_is_noted() -> None:
    found, notices = read({"role": "Chief Happiness Wizard", "bio": "I do."})
    assert found.role is None
    assert Notice.UNKNOWN_ROLE in notices


@pytest.mark.parametrize(
    ("headline", "level"),
    [
        ("Senior accountant", Seniority.EXPERT),
        ("Junior web developer", Seniority.ENTRY),
        ("Accountant for seniors", None),
        ("From junior to senior: coach", None),
    ],
)
def test_a_headline_may_state_the_level(headline: str, level: Seniority | None) -> None:
    assert profile({"headline": headline}).seniority is level


def test_exported_profiles_come_back_as_they_were() -> None:
    exported = {
        "id": "fl_whatever",
        "externalId": "77",
        "source": "demo",
        "provider": "AGENCY",
        "name": "Nordlicht",
        "headline": "Branding",
        "bio": "We draw.\n\nWell.",
        "role": "bookkeeper",
        "seniority": "EXPERT",
        "skills": [
            {"name": "React", "evidence": "CONTRACTS", "contracts": 1},
            {"name": "Shopify", "evidence": "MENTIONED", "contracts": 0},
        ],
        "industries": ["ecommerce"],
        "country": "DE",
        "city": "Berlin",
        "timeZone": "Europe/Berlin",
        "languages": [{"code": "de", "level": "NATIVE"}],
        "hourlyRate": {"amount": 55.5, "currency": "EUR"},
        "badges": ["Top rated"],
        "availability": {"hoursPerWeek": 20, "availableFrom": "2026-12-01"},
        "joined": "2020-01-02",
        "lastActive": "2026-11-20",
        "profileUpdated": "2026-10-01",
        "contracts": [
            {
                "id": "c1",
                "title": "Shop",
                "skills": ["React"],
                "industry": "ecommerce",
                "started": "2025-01-01",
                "ended": "2025-03-01",
                "hours": 80.5,
                "amount": {"amount": 4000, "currency": "EUR"},
                "rating": 4.5,
                "review": "Fine & fast.",
                "onTime": True,
                "onBudget": None,
                "repeatClient": False,
            }
        ],
        "portfolio": [{"id": "p1", "title": "Logo", "description": "", "url": None, "skills": []}],
        "reported": {
            "source": "demo",
            "rating": 4.5,
            "reviews": 3,
            "jobsCompleted": 4,
            "onTimePct": 90,
            "onBudgetPct": None,
            "repeatHirePct": None,
        },
    }
    reader = ProfileReader(default_mapping(), load_knowledge(), TODAY)
    found, notices = reader.read(json.loads(json.dumps(exported | {"track": {"rating": 1}})))
    expected = Freelancer.model_validate_json(
        json.dumps(exported | {"id": freelancer_id("demo", "77")}), strict=True
    )
    assert found == expected
    assert not notices
