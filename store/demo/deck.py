"""Shares that hold exactly: cards are dealt in blocks, not drawn one by one.

With independent draws a rare role could be missing from a thousand people. A deck holds each card in
its share, spreads every card's copies evenly over the block, and deals a fresh order for every block,
so what person i gets depends on the seed and on i, never on how many people are asked for.
"""

from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from store.demo.chance import Chance

C = TypeVar("C", bound=Hashable)


class Deck(Generic[C]):
    """Deals cards by position. `counts` says how many of each card make a block."""

    def __init__(self, seed: int, label: str, counts: Mapping[C, int]) -> None:
        self._seed = seed
        self._label = label
        self._counts = dict(counts)
        self._size = sum(counts.values())
        self._blocks: dict[int, list[C]] = {}

    def card(self, position: int) -> C:
        """The card at a position, 0 being the first."""
        block, place = divmod(position, self._size)
        if block not in self._blocks:
            if len(self._blocks) > 1:
                del self._blocks[min(self._blocks)]
            self._blocks[block] = self._deal(block)
        return self._blocks[block][place]

    def _deal(self, block: int) -> list[C]:
        chance = Chance(self._seed, self._label, block)
        spread = [
            ((copy + chance.unit()) / count, chance.unit(), card)
            for card, count in self._counts.items()
            for copy in range(count)
        ]
        spread.sort(key=lambda placed: placed[:2])
        return [card for _, _, card in spread]


def apportion(weights: Mapping[C, float], size: int, least: int) -> dict[C, int]:
    """Whole counts that add up to about `size`, near to the weights, at least `least` each.

    Largest remainder (Hamilton's method) over what is left once everyone has the least; the sum
    exceeds `size` only where the leasts alone do.
    """
    rest = max(size - least * len(weights), 0)
    total = sum(weights.values())
    shares = {card: rest * weight / total for card, weight in weights.items()}
    counts = {card: int(share) for card, share in shares.items()}
    missing = rest - sum(counts.values())
    by_remainder = sorted(shares, key=lambda card: shares[card] - counts[card], reverse=True)
    for card in by_remainder[:missing]:
        counts[card] += 1
    return {card: count + least for card, count in counts.items()}
