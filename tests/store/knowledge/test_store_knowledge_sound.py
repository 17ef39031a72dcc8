"""The shipped knowledge holds together."""

from importlib import resources
from zoneinfo import available_timezones

from store.knowledge import Knowledge, load_knowledge, problems


def knowledge() -> Knowledge:
    return load_knowledge()


def test_nothing_is_wrong_with_the_shipped_files() -> None:
    assert problems(knowledge()) == []


def test_every_iso_country_is_there() -> None:
    listing = resources.files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text(encoding="utf-8")
    iso = {line.split("\t")[0] for line in listing.splitlines() if line and not line.startswith("#")}
    assert iso - set(knowledge().countries) == set()


def test_zones_are_known_to_the_zone_data() -> None:
    zones = available_timezones()
    assert {country.time_zone for country in knowledge().countries.values()} <= zones
    assert {city.time_zone for city in knowledge().cities} <= zones


def test_the_whole_market_is_covered() -> None:
    assert {role.category for role in knowledge().roles.values()} == {
        "development",
        "design",
        "writing",
        "translation",
        "video-and-audio",
        "marketing",
        "sales",
        "admin",
        "support",
        "finance",
        "legal",
        "hr",
        "engineering-and-architecture",
        "data-and-ai",
        "security",
        "qa",
        "games",
    }
    assert len(knowledge().roles) >= 100
    assert len(knowledge().skills) >= 1500
