"""Reads how far from the hours held somebody may be: '+/- 3h is ok', 'one hour either side'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.where.offsets import clamped, signed_slack
from store.nouns.brief import Brief, Slot

_MOST = 6.0
"""Hours from a zone that still say something of it."""
_LONGEST = 14
_SIDES = frozenset({"side", "way", "direction"})


def wider_hours(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """The hours from UTC that the brief holds, so many more to each side of them."""
    held, message = brief.utc_offset, scene.message
    if held is None or len(message.tokens) > _LONGEST:
        return
    for index in range(len(message.tokens)):
        slack, last = signed_slack(message, index)
        if not slack:
            slack, last = _either_side(scene, index)
        if 0 < slack <= _MOST:
            low = held.min if held.min is not None else held.max or 0.0
            high = held.max if held.max is not None else low
            yield Finding(Slot.UTC_OFFSET, clamped(low - slack, high + slack), index, last)
            return


def _either_side(scene: Scene, index: int) -> tuple[float, int]:
    """'2 hours either side', 'an hour each way' from a token on."""
    message = scene.message
    hours = next((q for q in scene.quantities if q.first == index and q.unit == "hour"), None)
    if hours is None or hours.per is not None:
        return 0.0, index
    sides = message.norm(hours.last) in ("either", "each", "both") and message.norm(hours.last + 1).rstrip(
        "s"
    )
    return (hours.value, hours.last + 2) if sides in _SIDES else (0.0, index)
