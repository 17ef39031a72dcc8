"""Whether an amount of money is the price of the work or tells of something else, by the words around it.

"we turn over £3m", "the plane ticket I want refunded was $1,087": no list of cues ends.
"""

import math
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice

from agent.briefs.slots import PRICES
from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.learned.linear import LinearModel
from agent.understanding.offline.learned.surroundings import Surroundings
from agent.understanding.reading import Operation

MARGIN = 0.8
"""How much more probable it must be that what the rules took for a price is none."""

_MOST = 12
"""Amounts of a message that are looked at."""


class Money(StrEnum):
    """What an amount of money is."""

    PRICE = "PRICE"
    """What is offered for the work, or is the most or the least that may be."""
    NONE = "NONE"
    """Something else: revenue, a fee, what another was paid."""


def offered(
    scene: Scene, findings: Sequence[Finding], around: Surroundings, model: LinearModel
) -> list[Finding]:
    """The findings without the prices that clearly are none; a limit is always one."""
    none = {
        id(finding)
        for finding in islice(prices(findings), _MOST)
        if not _is_limited(scene, finding) and _is_none(scene, finding, around, model)
    }
    return [finding for finding in findings if id(finding) not in none]


def prices(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings that give the brief a price."""
    yield from (f for f in findings if f.slot in PRICES and f.operation is Operation.SET)


def price_features(scene: Scene, finding: Finding, around: Surroundings) -> Iterator[str]:
    """What the model sees: the words around the amount, how it is told, how much other money there is."""
    yield from around.features(finding.first, finding.last, finding.slot.value, Money.PRICE)
    money = sum(quantity.currency is not None for quantity in scene.quantities)
    yield f"money {min(money, 3)}"
    for quantity in _inside(scene, finding):
        size = f"{math.floor(_SIZES * math.log10(quantity.value))}" if quantity.value > 0 else "none"
        yield f"size {size} per {quantity.per}"
        yield f"size {size} {quantity.currency}"
        yield f"per {quantity.per}"
        yield f"per {quantity.per} money {min(money, 3)}"
        yield f"range {quantity.is_range}"
        yield f"about {quantity.about}"
        yield f"scaled {quantity.scaled}"


_SIZES = 2
"""Sizes of amounts that are told apart between one power of ten and the next."""


def _inside(scene: Scene, finding: Finding) -> list[Quantity]:
    return [q for q in scene.quantities if finding.first < q.last and q.first < finding.last]


def _is_limited(scene: Scene, finding: Finding) -> bool:
    """'up to 4000', 'under 60 an hour': limits are set to what is offered, hardly ever to anything else."""
    return any(quantity.bounded for quantity in _inside(scene, finding))


def _is_none(scene: Scene, finding: Finding, around: Surroundings, model: LinearModel) -> bool:
    shares = model.shares(price_features(scene, finding, around))
    return shares[Money.NONE] - shares[Money.PRICE] >= MARGIN
