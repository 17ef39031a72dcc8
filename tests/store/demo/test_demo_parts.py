"""The small parts: draws, decks, grammar, lines, names."""

from datetime import date

import pytest

from store.demo.badges import RISING_TALENT, TOP_RATED, badges
from store.demo.chance import Chance, Weighted
from store.demo.deck import Deck, apportion
from store.demo.grammar import capital, listed, sentences, slug, title_case, with_article
from store.demo.presence import Presence
from store.demo.pricing import rounded
from store.demo.wording import Line, draw, lines_of, tidy
from store.nouns.freelancer import Contract, Money


def test_draws_depend_on_the_keys_alone() -> None:
    assert [Chance(1, "a").unit() for _ in range(2)] == [Chance(1, "a").unit()] * 2
    assert Chance(1, "a").unit() != Chance(1, "b").unit()


def test_the_bell_has_the_mean_and_spread_asked_for() -> None:
    chance = Chance("bell")
    drawn = [chance.bell(10, 2) for _ in range(4000)]
    mean = sum(drawn) / len(drawn)
    spread = (sum((value - mean) ** 2 for value in drawn) / len(drawn)) ** 0.5
    assert mean == pytest.approx(10, abs=0.15)
    assert spread == pytest.approx(2, abs=0.1)


def test_samples_are_different_things() -> None:
    assert sorted(Chance("s").sample("abcde", 9)) == list("abcde")
    assert len(set(Chance("s").sample("abcde", 3))) == 3


def test_weights_decide_how_often() -> None:
    table = Weighted({"often": 9, "never": 0, "seldom": 1})
    chance = Chance("w")
    drawn = [chance.weighted(table) for _ in range(2000)]
    assert drawn.count("never") == 0
    assert 0.05 < drawn.count("seldom") / len(drawn) < 0.15
    with pytest.raises(ValueError, match="positive"):
        Weighted({"never": 0})


def test_a_deck_deals_exact_shares_spread_over_the_block() -> None:
    deck = Deck(3, "test", {"a": 60, "b": 36, "c": 4})
    block = [deck.card(position) for position in range(100)]
    assert (block.count("a"), block.count("b"), block.count("c")) == (60, 36, 4)
    assert all("c" in block[start : start + 50] for start in (0, 25, 50))
    assert [deck.card(position) for position in range(100, 200)] != block
    assert deck.card(0) == block[0]


def test_apportioning_gives_everyone_the_least_and_adds_up() -> None:
    counts = apportion({"big": 8.0, "mid": 1.5, "small": 0.1}, 100, 3)
    assert sum(counts.values()) == 100
    assert counts["small"] == 4
    assert counts["big"] > 5 * counts["mid"] - 20


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("designer", "a designer"),
        ("editor", "an editor"),
        ("SEO specialist", "an SEO specialist"),
        ("UX designer", "a UX designer"),
        ("hourly job", "an hourly job"),
        ("European shop", "a European shop"),
        ("one-page site", "a one-page site"),
        ("iOS developer", "an iOS developer"),
        ("SaaS startup", "a SaaS startup"),
        ("HR consultant", "an HR consultant"),
        ("university", "a university"),
        ("MLOps engineer", "an MLOps engineer"),
        ("AI engineer", "an AI engineer"),
        ("Unreal Engine developer", "an Unreal Engine developer"),
    ],
)
def test_articles(phrase: str, expected: str) -> None:
    assert with_article(phrase) == expected


def test_writing_rules() -> None:
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert capital("dbt models") == "dbt models"
    assert capital("iOS app") == "iOS app"
    assert capital("web app") == "Web app"
    assert title_case("front-end developer") == "Front-End Developer"
    assert sentences("we build. we test.\n- we ship") == "We build. We test.\n- We ship"
    assert tidy(" one  two \n\n three ") == "One two\n\nThree"
    assert slug("Łukasz O'Brien & Søn") == "lukasz-obrien-son"


def test_lines_are_drawn_only_if_they_can_be_filled() -> None:
    lines = lines_of(["{name} in {city}", "{name}"])
    assert {draw(lines, {"name": "Ida"}, Chance(seed)) for seed in range(9)} == {"Ida"}
    assert draw(lines, {}, Chance(1)) is None


def test_numbers_in_lines_are_drawn_anew() -> None:
    line = Line.of("{dozens} pages")
    assert line.slots == frozenset()
    assert len({line.fill({}, Chance(seed)) for seed in range(20)}) > 5


def test_prices_are_rounded_as_people_round() -> None:
    chance = Chance("price")
    assert all(rounded(43.7, chance) in (43.0, 44.0, 45.0) for _ in range(50))
    assert all(rounded(7.3, chance) == 7.0 for _ in range(5))
    assert all(rounded(4210, chance) % 20 == 0 for _ in range(50))


def contract(number: int, rating: float) -> Contract:
    return Contract(
        id=str(number),
        title="Job",
        started=date(2025, 5, 1),
        ended=date(2025, 6, 1),
        hours=10,
        amount=Money(amount=100),
        rating=rating,
        on_time=number > 0,
    )


def test_badge_rules() -> None:
    today = date(2025, 7, 1)
    old = Presence(date(2020, 1, 1), today, today)
    young = Presence(date(2025, 3, 1), today, today)
    good = [contract(number, 4.9) for number in range(10)]
    assert badges(good, old, today) == (TOP_RATED,)
    assert badges(good[:3], young, today) == (RISING_TALENT,)
    assert badges([contract(1, 3.0)], young, today) == ()
    assert badges([], young, today) == ()
