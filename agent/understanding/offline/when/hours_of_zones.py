"""Tells hours between time zones from hours of work: '4 hours of overlap', '2 hours from London'."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene


def is_about_time_zone(scene: Scene, quantity: Quantity) -> bool:
    """Whether so many hours are how far off a time zone is, or how long it must overlap."""
    return (
        quantity.unit == "hour"
        and quantity.per in (None, "day")
        and (
            _is_overlap(scene, quantity)
            or (
                scene.message.at("zone", quantity.last + 1) is not None
                and scene.message.norm(quantity.last) not in (",", ".", ";")
            )
            or (
                scene.near("places", "time_zone", quantity.last, quantity.last, 0, 6)
                and scene.message.norm(quantity.last)
                in ("of", "from", "difference", "behind", "ahead", "off", "away", "time")
            )
        )
    )


def _is_overlap(scene: Scene, quantity: Quantity) -> bool:
    """'4 hours of overlap', and not the other hours of the sentence."""
    if not scene.near("places", "overlap", quantity.first, quantity.last, 6, 5):
        return False
    message = scene.message
    segment = message.segment(quantity.core)
    low, high = message.sentence(quantity.first)
    hours = [q for q in scene.quantities if q.unit == "hour" and low <= q.first < high]
    here = [m for m in message.between("places", segment.first, segment.last) if m.key == "overlap"]
    return len(hours) == 1 or bool(here)
