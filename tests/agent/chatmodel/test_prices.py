"""Costs follow from a table that an operator can add to and overrule."""

from pathlib import Path

import pytest

from agent.chatmodel.prices import PricesFault, load_prices, price_of


def test_a_dated_name_has_the_price_of_its_model() -> None:
    prices = load_prices()
    assert price_of("gpt-4.1-mini-2025-04-14", prices) == price_of("gpt-4.1-mini", prices) is not None
    assert price_of("gpt-4.1-miniature", prices) is None


def test_a_price_is_per_million_tokens() -> None:
    price = price_of("gpt-4.1-mini", load_prices())
    assert price is not None
    assert price.cost(1_000_000, 0) == price.input
    assert price.cost(0, 500_000) == price.output / 2


def test_an_operators_file_overrules_ours_or_stands_alone(tmp_path: Path) -> None:
    own = tmp_path / "prices.toml"
    own.write_text('["gpt-4.1-mini"]\ninput = 9\noutput = 9\n["llama-3:8b"]\ninput = 0\noutput = 0\n')
    both, alone = load_prices(own), load_prices(own, ours=False)
    assert both["gpt-4.1-mini"].input == alone["gpt-4.1-mini"].input == 9
    assert "gpt-4o" in both
    assert set(alone) == {"gpt-4.1-mini", "llama-3:8b"}


@pytest.mark.parametrize(
    "content",
    ["[gpt-5]\ninput = -1\noutput = 1\n", "[gpt-5]\ninput = 1\n", "not toml", "gpt-5 = 3\n", "\xff"],
)
def test_a_file_that_is_no_table_of_prices_is_refused_by_name(tmp_path: Path, content: str) -> None:
    own = tmp_path / "prices.toml"
    own.write_bytes(content.encode("latin-1"))
    with pytest.raises(PricesFault, match=r"prices\.toml"):
        load_prices(own)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(PricesFault, match="absent"):
        load_prices(tmp_path / "absent.toml")
