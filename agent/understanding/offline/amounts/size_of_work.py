"""Whether work goes on for a time or is done once, which tells an hour's price from one for it all."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.when.periods import Period
from agent.understanding.offline.words.spans import WORKLOADS

_SOON = 14
"""Days within which a thing that is to be ready by a day is a small one."""

_LONG = {"week": 3.0, "month": 1.5, "quarter": 1.0, "fortnight": 2.0, "sprint": 2.0}
"""From so many of a unit on, work is paid by the hour rather than by the piece."""

_MOST_MONTHS = 36.0
_LEAST_HOURS = 10.0
_HOURS_A_DAY = 24.0
_TASKS = ("tasks", "products", "deliverables")
_BY = frozenset({"by", "before", "until", "till", "for", "on"})


def goes_on(scene: Scene) -> bool:
    """'30 hrs per week', 'full time', '50 hours': work that is told by its hours."""
    workloads = any(m.key in WORKLOADS for m in scene.message.of("schedule"))
    return workloads or any(_is_workload(scene, quantity) for quantity in scene.quantities)


def takes_months(scene: Scene) -> bool:
    """'3 months', '10 weeks': how long somebody is wanted."""
    return any(_is_length(scene, quantity) for quantity in scene.quantities)


def _is_workload(scene: Scene, quantity: Quantity) -> bool:
    if quantity.unit not in ("hour", "day", "half_day", "shift") or quantity.currency is not None:
        return False
    if quantity.per is not None:
        return quantity.per in ("week", "day", "shift", "month", "fortnight")
    bare = quantity.unit == "hour" and not quantity.step and quantity.value % _HOURS_A_DAY != 0
    return bare and quantity.value >= _LEAST_HOURS and not _is_ahead(scene, quantity)


def _is_length(scene: Scene, quantity: Quantity) -> bool:
    if quantity.unit not in _LONG or quantity.per is not None or quantity.step:
        return False
    if scene.message.norm(quantity.last) in ("of", "ago", "old") or _is_ahead(scene, quantity):
        return False
    past = scene.near("schedule", "past", quantity.core, quantity.last, 3, 1)
    return _LONG[quantity.unit] <= quantity.value <= _MOST_MONTHS and not past


def _is_ahead(scene: Scene, quantity: Quantity) -> bool:
    """'within three weeks', 'in 10 hours': by when, and not how long."""
    return scene.near("schedule", "ahead", quantity.core, quantity.core, 3, 0)


def is_small(scene: Scene) -> bool:
    """'a banner, by Friday', '12 photos cut out today': one thing to be made, and soon."""
    message = scene.message
    somebody = message.has("role") or message.has("heads")
    if not somebody and any(message.has(kind) for kind in _TASKS):
        return True
    return any(_is_close(scene, period) for period in scene.periods)


def _is_close(scene: Scene, period: Period) -> bool:
    """'by Thursday', 'today or tomorrow'."""
    ahead = (period.end - scene.context.today).days
    return 0 <= ahead <= _SOON and (ahead <= 1 or scene.message.norm(period.first - 1) in _BY)
