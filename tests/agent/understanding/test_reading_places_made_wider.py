"""Places made wider or narrower in a conversation under way, and codes of countries beside them."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from store.nouns.brief import Countries, Slot
from tests_support.readings import brief_of


@pytest.mark.parametrize(
    ("first", "then", "regions", "countries"),
    [
        ("PHP developer in Kenya", "anybody in East Africa is fine", ("east-africa",), None),
        ("PHP developer from Spain or Japan", "all of the EU is ok", ("eu",), ("JP",)),
        ("PHP developer, Asia", "South Asia to be precise", ("south-asia",), None),
        ("PHP developer, Scandinavia", "the whole of Europe would do", ("europe",), None),
        ("PHP developer in Latvia", "Nordics are fine as well", ("nordics",), ("LV",)),
        ("PHP developer, Latin America", "Southeast Asia too", ("latin-america", "southeast-asia"), None),
    ],
)
def test_a_region_takes_the_place_of_what_lies_in_it_and_of_what_it_lies_in(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    first: str,
    then: str,
    regions: tuple[str, ...],
    countries: tuple[str, ...] | None,
) -> None:
    start = brief_of(interpreter, knowledge, first)
    brief = brief_of(interpreter, knowledge, then, start=start)
    assert brief.regions == regions
    assert brief.countries == (None if countries is None else Countries(include=countries))


def test_a_wider_place_is_as_firm_as_the_one_before(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    start = brief_of(interpreter, knowledge, "PHP developer, Kenya only")
    brief = brief_of(interpreter, knowledge, "all of East Africa is okay", start=start)
    assert brief.is_hard(Slot.REGIONS)


@pytest.mark.parametrize(
    ("first", "then", "countries"),
    [
        ("PHP developer in Australia", "nz is fine too", ("AU", "NZ")),
        ("PHP developer", "SE or FI based", ("SE", "FI")),
        ("proofreader", "AU/NZ residents", ("AU", "NZ")),
        ("PHP developer", "AI/ML based search, please", None),
    ],
)
def test_codes_of_countries(
    interpreter: OfflineInterpreter,
    knowledge: Knowledge,
    first: str,
    then: str,
    countries: tuple[str, ...] | None,
) -> None:
    start = brief_of(interpreter, knowledge, first)
    brief = brief_of(interpreter, knowledge, then, start=start)
    assert brief.countries == (None if countries is None else Countries(include=countries))


def test_one_for_every_country_is_from_these_countries(
    interpreter: OfflineInterpreter, knowledge: Knowledge
) -> None:
    start = brief_of(interpreter, knowledge, "sales agent in France or Belgium")
    brief = brief_of(interpreter, knowledge, "better 2 agents, one for every country", start=start)
    assert (brief.headcount, brief.countries) == (2, Countries(include=("FR", "BE")))
