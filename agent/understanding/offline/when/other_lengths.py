"""Lengths of time beside the work's own: 'the first 3 weeks on site', 'half a day of overlap'."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.spans import WEEKS

_FEW_DAYS, _FEW_WEEKS = 5.0, 3.0
_WHOLE_WEEK = 7.0
_NEAR = 3
_ON_SITE = frozenset(
    {
        "onsite", "hybrid", "office", "studio", "site", "visit", "visits", "visiting", "there", "inperson",
        "premises",
    }
)  # fmt: skip
_SHIFTS = frozenset(
    {"shift", "shifts", "rota", "presence", "cover", "coverage", "covering", "support", "rotating"}
)


def is_other_length(scene: Scene, quantity: Quantity) -> bool:
    """Whether so long is only a part of the work, or how long somebody is there on each of its days."""
    return _is_presence(scene, quantity) or _is_overlap(scene, quantity) or _is_every_day(scene, quantity)


def _is_presence(scene: Scene, quantity: Quantity) -> bool:
    """'4 months, the first 3 weeks on site', 'hybrid (2 days)': a shorter time spent at a place."""
    message = scene.message
    few = _FEW_DAYS if quantity.unit == "day" else _FEW_WEEKS
    if quantity.unit not in ("day", "week") or quantity.value > few:
        return False
    size = quantity.value * WEEKS[quantity.unit]
    lengths = (q for q in scene.quantities if q.unit in WEEKS and q.per is None and q is not quantity)
    longer = any(q.value * WEEKS[q.unit or "week"] > size and q.unit != "year" for q in lengths)
    visit = message.norms[max(0, quantity.first - 2) : quantity.first] in (("visit", "of"), ("visits", "of"))
    if not (longer or visit or any(q.unit == "hour" for q in scene.quantities)):
        return False
    low, high = message.sentence(quantity.first)
    around = (
        *message.norms[max(low, quantity.first - _NEAR) : quantity.first],
        *message.norms[quantity.last : min(high, quantity.last + _NEAR)],
    )
    at = quantity.last + (message.norm(quantity.last) == "in")
    there = longer and any(message.at(kind, at) is not None for kind in ("city", "country"))
    return bool(_ON_SITE & set(around)) or there


def _is_overlap(scene: Scene, quantity: Quantity) -> bool:
    """'overlap with Tokyo for half a day'."""
    low, high = scene.message.sentence(quantity.first)
    said = any(word.startswith("overlap") for word in scene.message.norms[low:high])
    return said and quantity.unit == "day" and quantity.value <= 1


def _is_every_day(scene: Scene, quantity: Quantity) -> bool:
    """'rotating shifts, 7 days', '7 days presence': all the days of each week."""
    if quantity.unit != "day" or quantity.value != _WHOLE_WEEK or quantity.is_range:
        return False
    message = scene.message
    around = message.norms[max(0, quantity.first - _NEAR) : quantity.last + _NEAR]
    hours = any(q.unit == "hour" and q.per in (None, "day", "week") for q in scene.quantities)
    return hours and bool(_SHIFTS & set(around))
