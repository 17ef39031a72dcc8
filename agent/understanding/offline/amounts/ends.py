"""Reads which end of a price a number is for: 'the lower end should be 35', 'cap it at 90'."""

from typing import Literal

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene

_BEFORE = 5
_AFTER = 4

_OF_A_LIST = frozenset({("the", "top"), ("the", "bottom")})
"""Right before a number these count people of the list: 'the top 3'."""

End = Literal["lower_end", "upper_end"]


def named_end(scene: Scene, quantity: Quantity) -> End | None:
    """The end of the price held that is named beside a single number, of two the nearer one."""
    message, brief = scene.message, scene.context.brief
    if quantity.is_range or (brief.hourly_rate is None and brief.fixed_budget is None):
        return None
    low, high = message.sentence(quantity.core)
    before = message.between("money", max(low, quantity.core - _BEFORE), quantity.core)
    after = message.between("money", quantity.core + 1, min(high, quantity.last + _AFTER))
    after = [cue for cue in after if "," not in message.norms[quantity.last : cue.first]]
    before = [
        cue
        for cue in before
        if message.norms[cue.first : cue.last] not in _OF_A_LIST or cue.last < quantity.core
    ]
    near: list[tuple[int, End]] = []
    for cue in (*before, *after):
        if cue.key == "lower_end" or cue.key == "upper_end":
            away = quantity.core - cue.last if cue.last <= quantity.core else cue.first - quantity.core
            near.append((away, "lower_end" if cue.key == "lower_end" else "upper_end"))
    return min(near)[1] if near else None
