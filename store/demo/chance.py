"""Random draws that come out the same on every machine.

Only `random.Random.random` is promised to repeat across Python versions, so every other draw is built
on it here. The bell curve is a sum of four uniforms (Irwin-Hall), which needs no platform's logarithm.
"""

import random
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")

_UNIT_SPREAD = 3**0.5
"""Scales the sum of four uniforms, whose variance is 1/3, to a variance of 1."""


class Weighted(Generic[T]):
    """A table of things and how often each is drawn. Weights need not add up to anything.

    Raises ValueError if no weight is positive.
    """

    __slots__ = ("_bounds", "_things", "_total")

    def __init__(self, weights: Mapping[T, float] | Iterable[tuple[T, float]]) -> None:
        pairs = list(weights.items() if isinstance(weights, Mapping) else weights)
        self._things = tuple(thing for thing, weight in pairs if weight > 0)
        self._bounds = list(accumulate(weight for _, weight in pairs if weight > 0))
        if not self._bounds:
            raise ValueError("a weighted table needs at least one positive weight")
        self._total = self._bounds[-1]

    def at(self, unit: float) -> T:
        """The thing at `unit` (0 to 1) of the total weight."""
        place = bisect_right(self._bounds, unit * self._total)
        thing: T = self._things[min(place, len(self._things) - 1)]
        return thing


class Chance:
    """A stream of draws that depends on its keys alone (never on hash randomization)."""

    __slots__ = ("unit",)

    def __init__(self, *keys: int | str) -> None:
        digest = blake2b(repr(keys).encode(), digest_size=8).digest()
        self.unit = random.Random(int.from_bytes(digest, "big")).random

    def happens(self, probability: float) -> bool:
        """True with this probability."""
        return self.unit() < probability

    def between(self, low: float, high: float) -> float:
        """A real number in [low, high)."""
        return low + (high - low) * self.unit()

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int((high - low + 1) * self.unit())

    def bell(self, mean: float = 0.0, spread: float = 1.0) -> float:
        """A bell-shaped number: never further from the mean than 3.47 times the spread."""
        unit = self.unit
        return mean + spread * _UNIT_SPREAD * (unit() + unit() + unit() + unit() - 2.0)

    def pick(self, things: Sequence[T]) -> T:
        """One of the things, each as likely."""
        return things[int(len(things) * self.unit())]

    def weighted(self, table: Weighted[T]) -> T:
        """One of the table's things, by weight."""
        return table.at(self.unit())

    def sample(self, things: Sequence[T], count: int) -> list[T]:
        """Up to `count` different things, in random order."""
        pool = list(things)
        count = min(count, len(pool))
        for place in range(count):
            other = place + int((len(pool) - place) * self.unit())
            pool[place], pool[other] = pool[other], pool[place]
        return pool[:count]
