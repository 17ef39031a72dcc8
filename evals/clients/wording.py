"""The words clients use, read from the data files beside this module, and how one of several is chosen."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from evals.nouns import Temper
from store.demo.chance import Chance

DATA = Path(__file__).parent / "data"

Style = Literal["sentence", "short"]
"""Whole sentences, or few words."""


@dataclass(frozen=True)
class Lines:
    """Things that may be said around a message, and how often."""

    chance: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Manner:
    """How a temper sounds."""

    style: Style
    patience: int
    opening: Lines
    closing: Lines
    before: Lines
    after: Lines


@dataclass(frozen=True)
class Wording:
    """All the words: by slot, by act and by temper, and what perturbations put in."""

    slots: Mapping[str, Any]
    acts: Mapping[str, Any]
    tempers: Mapping[Temper, Manner]
    distractors: tuple[str, ...]
    never_mistyped: frozenset[str]
    chat: Mapping[str, str]


@cache
def load_wording() -> Wording:
    """Read the data files, once per process."""
    perturbing = _read("perturbing.toml")
    return Wording(
        slots=_read("slots.toml"),
        acts=_read("acts.toml"),
        tempers={Temper(name): _manner(table) for name, table in _read("tempers.toml").items()},
        distractors=tuple(perturbing["distractors"]),
        never_mistyped=frozenset(perturbing["never_mistyped"]),
        chat=perturbing["chat"],
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _manner(table: Mapping[str, Any]) -> Manner:
    around = {
        place: Lines(table[place]["chance"], tuple(table[place]["lines"]))
        for place in ("opening", "closing", "before", "after")
    }
    return Manner(style=table["style"], patience=table["patience"], **around)


@dataclass(frozen=True)
class Choice:
    """Chooses among wordings by what is being said; rephrased, it never takes the one it would have taken."""

    keys: tuple[int | str, ...]
    rephrased: bool = False

    def of(self, what: str, options: Sequence[str]) -> str:
        """One of the options, always the same for the same keys."""
        plain = Chance(*self.keys, what).pick(options)
        others = [option for option in options if option != plain]
        if not self.rephrased or not others:
            return plain
        return Chance(*self.keys, what, "rephrased").pick(others)

    def happens(self, what: str, probability: float) -> bool:
        """True with this probability."""
        return Chance(*self.keys, what, "happens").happens(probability)

    def shuffled(self, what: str, things: Sequence[str]) -> list[str]:
        """The things in another order than given, if they are two or more."""
        order = Chance(*self.keys, what, "order").sample(things, len(things))
        return [*things[1:], things[0]] if order == list(things) else order

    def at(self, *keys: int | str) -> "Choice":
        """The chooser for a part of what is said."""
        return Choice((*self.keys, *keys), self.rephrased)
