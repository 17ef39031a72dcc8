"""Whether an amount of money is the price of the work or tells of something else, by the words around it.

"we turn over £3m", "the plane ticket I want refunded was $1,087": no list of cues ends.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice

from agent.briefs.slots import PRICES
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
    told = {id(finding) for finding in islice(prices(findings), _MOST)}
    return [f for f in findings if id(f) not in told or _is_limited(scene, f) or _is_price(f, around, model)]


def prices(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings that give the brief a price."""
    yield from (f for f in findings if f.slot in PRICES and f.operation is Operation.SET)


def _is_limited(scene: Scene, finding: Finding) -> bool:
    """'up to 4000', 'under 60 an hour': limits are set to what is offered, hardly ever to anything else."""
    inside = (q for q in scene.quantities if finding.first < q.last and q.first < finding.last)
    return any(quantity.bounded for quantity in inside)


def _is_price(finding: Finding, around: Surroundings, model: LinearModel) -> bool:
    shares = model.shares(around.features(finding.first, finding.last, finding.slot.value, Money.PRICE))
    return shares[Money.NONE] - shares[Money.PRICE] < MARGIN
