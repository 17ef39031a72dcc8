"""What models cost: our dated table, and an operator's own over it."""

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from pydantic import Field, TypeAdapter

from agent.own_file import OwnFileFault, read_own_file
from store.nouns.base import Noun

_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")


class Price(Noun):
    """US dollars per million tokens."""

    input: float = Field(ge=0)
    output: float = Field(ge=0)

    def cost(self, input_tokens: int, output_tokens: int) -> float:
        """US dollars for so many tokens."""
        return (input_tokens * self.input + output_tokens * self.output) / 1_000_000


class PricesFault(OwnFileFault):
    """An operator's file of prices cannot be used; the message says why."""


_PRICES: TypeAdapter[dict[str, Price]] = TypeAdapter(dict[str, Price])


def load_prices(own: Path | None = None, *, ours: bool = True) -> dict[str, Price]:
    """Prices by model: our table unless `ours` is False, then the operator's file. Raises PricesFault."""
    table = files(__package__) / "prices.toml"
    prices = _PRICES.validate_python(tomllib.loads(table.read_text(encoding="utf-8"))) if ours else {}
    if own is None:
        return prices
    return prices | read_own_file(own, _PRICES, PricesFault, "prices", "[model] with input and output")


def price_of(model: str, prices: Mapping[str, Price]) -> Price | None:
    """The model's price, by its name or its name without a date; None if it is not known."""
    return prices.get(model) or prices.get(_DATED.sub("", model))
