"""Lines with slots: which a person can fill, and how they read when filled."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from store.demo.chance import Chance
from store.demo.grammar import sentences

_NUMBER_SLOTS: Mapping[str, tuple[int, int]] = {
    "few": (2, 4),
    "some": (5, 12),
    "dozens": (20, 90),
    "hundreds": (120, 900),
    "pct": (12, 48),
    "thousands": (2, 40),
}
"""Slots that are a fresh number each time they are used: from, to."""
_SPACES = re.compile(r"[ \t]{2,}")
_SPACES_AT_LINE_ENDS = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with slots in braces."""

    text: str
    slots: frozenset[str]
    numbers: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Line":
        """Read a line. Raises ValueError for unbalanced braces."""
        names = frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
        return cls(text, names - _NUMBER_SLOTS.keys(), tuple(sorted(names & _NUMBER_SLOTS.keys())))

    def fits(self, slots: Mapping[str, str]) -> bool:
        """Whether every slot can be filled."""
        return self.slots <= slots.keys()

    def fill(self, slots: Mapping[str, str], chance: Chance) -> str:
        """The line with its slots filled. Raises KeyError for a slot that cannot be."""
        if self.numbers:
            drawn = {name: str(chance.whole(*_NUMBER_SLOTS[name])) for name in self.numbers}
            return self.text.format_map({**slots, **drawn})
        return self.text.format_map(slots) if self.slots else self.text


def lines_of(texts: Iterable[str]) -> tuple[Line, ...]:
    """Lines out of their texts."""
    return tuple(Line.of(text) for text in texts)


def draw(lines: Sequence[Line], slots: Mapping[str, str], chance: Chance) -> str | None:
    """One of the lines that can be filled, filled; None if there is none."""
    for _ in range(3):
        line = chance.pick(lines)
        if line.fits(slots):
            return line.fill(slots, chance)
    fitting = [line for line in lines if line.fits(slots)]
    return chance.pick(fitting).fill(slots, chance) if fitting else None


def draw_several(lines: Sequence[Line], slots: Mapping[str, str], count: int, chance: Chance) -> list[str]:
    """Up to `count` different lines that can be filled, filled."""
    fitting = [line for line in lines if line.fits(slots)]
    return [line.fill(slots, chance) for line in chance.sample(fitting, count)]


def tidy(text: str) -> str:
    """Text as it would be printed: single spaces, no space at a line's end, sentences with a capital."""
    if "  " in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    if "\n" in text:
        text = _SPACES_AT_LINE_ENDS.sub("\n", text)
    return sentences(text.strip())
