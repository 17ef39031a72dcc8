"""Where somebody's clock stands: zones, cities, countries with one zone and with many, and summer."""

from datetime import date

import pytest

from store.knowledge import load_knowledge
from store.search.places import offsets, zones

WINTER, SUMMER = date(2026, 1, 15), date(2026, 7, 15)


@pytest.mark.parametrize(
    ("time_zone", "city", "country", "winter", "summer"),
    [
        ("Europe/Berlin", None, None, (1, 1), (2, 2)),
        ("Asia/Kolkata", None, "IN", (5.5, 5.5), (5.5, 5.5)),
        (None, None, "DE", (1, 1), (2, 2)),
        (None, None, "US", (-8, -5), (-7, -4)),
        (None, "Chicago", "US", (-6, -6), (-5, -5)),
        ("Mars/Olympus", None, "DE", (1, 1), (2, 2)),
        ("Australia/Sydney", None, "AU", (11, 11), (10, 10)),
    ],
)
def test_offsets_follow_the_best_that_is_known(
    time_zone: str | None,
    city: str | None,
    country: str | None,
    winter: tuple[float, float],
    summer: tuple[float, float],
) -> None:
    found = zones(time_zone, city, country, load_knowledge())
    assert offsets(found, WINTER) == winter
    assert offsets(found, SUMMER) == summer


def test_nothing_known_is_unknown() -> None:
    knowledge = load_knowledge()
    assert zones(None, None, None, knowledge) == ()
    assert zones(None, "Atlantis", None, knowledge) == ()
    assert offsets((), WINTER) is None


def test_a_city_of_another_country_does_not_count() -> None:
    assert zones(None, "Chicago", "DE", load_knowledge()) == ("Europe/Berlin",)
