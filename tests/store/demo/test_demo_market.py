"""The market as a whole: shares, roles, prices, people."""

from collections import Counter
from datetime import date, timedelta
from statistics import correlation, mean, median

from store.demo import Case, DemoFreelancer
from store.demo.census import SHARES
from store.knowledge import Knowledge
from store.nouns.brief import Provider, Seniority


def names(made: DemoFreelancer) -> set[str]:
    return {skill.name for skill in made.freelancer.skills}


def usd(made: DemoFreelancer) -> float:
    return made.truth.rate_usd


def test_every_case_has_its_share(market: list[DemoFreelancer]) -> None:
    counted = Counter(made.truth.case for made in market)
    assert counted == {case: share * 10 for case, share in SHARES.items()}


def test_every_role_family_has_several_people(market: list[DemoFreelancer], knowledge: Knowledge) -> None:
    counted = Counter(made.truth.role for made in market)
    assert set(counted) == set(knowledge.roles)
    assert min(counted.values()) >= 3


def test_rates_rise_with_seniority(market: list[DemoFreelancer]) -> None:
    by_level = [median(usd(made) for made in market if made.truth.seniority is level) for level in Seniority]
    assert by_level == sorted(by_level)
    assert by_level[2] > 2 * by_level[0]


def test_rates_follow_the_country(market: list[DemoFreelancer]) -> None:
    american = [usd(made) for made in market if made.freelancer.country == "US"]
    indian = [usd(made) for made in market if made.freelancer.country == "IN"]
    assert median(american) > 2 * median(indian)


def test_most_prices_are_in_dollars_and_some_are_not(market: list[DemoFreelancer]) -> None:
    currencies = Counter(
        made.freelancer.hourly_rate.currency for made in market if made.freelancer.hourly_rate is not None
    )
    assert 0.75 < currencies["USD"] / sum(currencies.values()) < 0.95
    assert currencies["EUR"] > 15
    assert currencies["GBP"] > 5


def test_ability_shows_in_the_record_but_not_perfectly(market: list[DemoFreelancer]) -> None:
    rated = [
        (made.truth.ability, mean(ratings))
        for made in market
        if len(ratings := [c.rating for c in made.freelancer.contracts if c.rating is not None]) >= 3
    ]
    assert 0.4 < correlation([a for a, _ in rated], [r for _, r in rated]) < 0.9


def test_reliability_shows_in_deadlines(market: list[DemoFreelancer]) -> None:
    kept = [
        (made.truth.reliability, mean(on_time))
        for made in market
        if len(on_time := [c.on_time for c in made.freelancer.contracts if c.on_time is not None]) >= 5
    ]
    assert correlation([r for r, _ in kept], [k for _, k in kept]) > 0.3


def test_react_with_shopify_in_europe_at_various_prices(
    market: list[DemoFreelancer], knowledge: Knowledge
) -> None:
    europe = knowledge.regions["europe"].countries
    found = [
        made
        for made in market
        if {"React", "Shopify"} <= names(made)
        and made.freelancer.country in europe
        and made.truth.case is not Case.KEYWORD_STUFFER
    ]
    assert len(found) >= 4
    assert max(map(usd, found)) > 1.4 * min(map(usd, found))


def test_newcomers_have_no_history_and_the_stale_are_long_gone(
    market: list[DemoFreelancer], today: date
) -> None:
    for made in market:
        person = made.freelancer
        assert person.last_active is not None
        match made.truth.case:
            case Case.NEWCOMER:
                assert person.contracts == ()
            case Case.STALE:
                assert person.last_active < today - timedelta(days=365)
            case _:
                assert person.contracts
                assert person.last_active > today - timedelta(days=90)


def test_agencies_are_agencies(market: list[DemoFreelancer]) -> None:
    for made in market:
        is_agency = made.freelancer.provider is Provider.AGENCY
        assert is_agency == (made.truth.case is Case.AGENCY)


def test_half_empty_profiles_lack_several_things(market: list[DemoFreelancer]) -> None:
    for made in market:
        person = made.freelancer
        missing = [not person.bio, not person.headline, person.hourly_rate is None, person.role is None]
        missing += [person.time_zone is None, person.seniority is None, not person.languages]
        missing += [not person.industries, len(person.skills) <= 2, not person.portfolio]
        missing += [person.availability.hours_per_week is None]
        if made.truth.case is Case.HALF_EMPTY:
            assert sum(missing) >= 3


def test_stuffers_claim_what_they_cannot_do(market: list[DemoFreelancer]) -> None:
    for made in market:
        if made.truth.case is Case.KEYWORD_STUFFER:
            levels = [made.truth.skills[name] for name in names(made)]
            assert len(levels) >= 20
            assert sum(level < 0.1 for level in levels) >= 10


def test_near_duplicates_share_the_texts_of_their_original(market: list[DemoFreelancer]) -> None:
    by_external_id = {made.freelancer.external_id: made.freelancer for made in market}
    copies = [made for made in market if made.truth.case is Case.NEAR_DUPLICATE]
    for made in copies:
        assert made.truth.copy_of is not None
        original = by_external_id[made.truth.copy_of]
        assert made.freelancer.name != original.name
        assert made.freelancer.role == original.role
        words, others = set(made.freelancer.bio.split()), set(original.bio.split())
        assert len(words & others) / len(words | others) > 0.7


def test_every_listed_skill_has_a_true_level(market: list[DemoFreelancer]) -> None:
    for made in market:
        assert names(made) <= set(made.truth.skills)
        assert all(0 <= level <= 1 for level in made.truth.skills.values())


def test_the_truth_is_not_in_the_profile(market: list[DemoFreelancer]) -> None:
    for made in market:
        told = made.freelancer.model_dump_json()
        assert made.truth.case is Case.AGENCY or f'"{made.truth.case}"' not in told
        assert "ability" not in made.freelancer.model_dump(by_alias=False)


def test_places_and_languages_are_known(market: list[DemoFreelancer], knowledge: Knowledge) -> None:
    cities = {(city.name, city.country): city.time_zone for city in knowledge.cities}
    for made in market:
        person = made.freelancer
        assert person.country in knowledge.countries
        assert {spoken.code for spoken in person.languages} <= set(knowledge.languages)
        assert len({spoken.code for spoken in person.languages}) == len(person.languages)
        if person.city is not None:
            assert person.time_zone == cities[person.city, person.country]


def test_big_countries_have_several_time_zones(market: list[DemoFreelancer]) -> None:
    zones = {made.freelancer.time_zone for made in market if made.freelancer.country == "US"} - {None}
    assert len(zones) >= 3
