"""Finds bare numbers that are a new price after a reason for it: 'the text got longer, so 1200'."""

from math import log

from agent.briefs.slots import PRICES
from agent.understanding.offline.amounts.held_numbers import held_numbers, nearest_held
from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.bare_positions import points_at_somebody

_FARTHEST = log(2.0)
"""By ratio: a new price is seldom more than twice the old one, or less than half of it."""

_LEAST = 8.0
"""Smaller bare numbers are places on the list, or count something."""


def closes_with_price(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number fills its clause but for small words, and is near to the price held: '…, so 30'."""
    plain = quantity.unit is None and quantity.per is None and not quantity.step and not quantity.spelled
    if not plain or quantity.value < _LEAST or scene.asked is not None:
        return False
    if not _is_near_price(scene, quantity.value) or not _fills_its_clause(scene, quantity):
        return False
    return not points_at_somebody(scene, quantity.core)


def _is_near_price(scene: Scene, value: float) -> bool:
    brief = scene.context.brief
    if nearest_held(brief, value) not in PRICES:
        return False
    return any(
        slot in PRICES and abs(log(held / value)) <= _FARTHEST for slot, held in held_numbers(brief) if held
    )


def _fills_its_clause(scene: Scene, quantity: Quantity) -> bool:
    message = scene.message
    small = scene.lexicon.words("edits", "beside_a_number") | _BESIDE
    segment = message.segment(quantity.core)
    first, last = quantity.first, quantity.last
    while first > segment.first and message.norm(first - 1) in small and message.norm(first) not in _LINKS:
        first -= 1
    while last < segment.last and (message.norm(last) in small or not message.norm(last).isalnum()):
        last += 1
    return (first == segment.first or message.norm(first) in _LINKS) and last == segment.last


_LINKS = frozenset({"so", "therefore", "hence", "thus", "but", "then"})
"""They begin what follows from the rest of the sentence."""
_BESIDE = _LINKS | {"still", "for", "him", "her", "them", "max", "maximum", "please", "say", "around", "only"}
