"""Finds how many hours a week: '20h/wk', 'half time', 'two days a week'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.quantity import Quantity
from agent.understanding.offline.shifts import times_a_week
from agent.understanding.offline.spans import (
    DAYS_A_WEEK,
    HOURS_A_DAY,
    WEEKS_A_MONTH,
    hardness,
    scaled_range,
)
from store.nouns.brief import Range, Slot

_BARS = frozenset({"so", "thus", "=", "", "/", "|", ",", ";", "•", "\n", "(", ")", "."})


_LEAST_BARE_HOURS, _MOST_BARE_HOURS = 8, 45


_DENIALS = frozenset({"not", "no", "isnt", "never", "without"})


def find_workload(scene: Scene) -> Iterator[Finding]:
    """'full-time', 'half time', 'part-time'."""
    keys = ("full_time", "half_time", "part_time")
    said = [m for m in scene.message.of("schedule") if m.key in keys]
    if scene.asked is Slot.HOURS_PER_WEEK and scene.message.norms in (("full",), ("full", "on")):
        yield Finding(Slot.HOURS_PER_WEEK, Range(min=40, max=40), 0, 1)
    if len({m.key for m in said}) > 1 and any(
        scene.message.norm(i) == "or" for i in range(said[0].last, said[-1].first)
    ):
        return
    for mention in said:
        stance = scene.stance(mention.first, mention.last)
        denied = set(scene.message.norms[max(0, mention.first - 3) : mention.first]) & _DENIALS
        if denied or stance.unneeded or _is_spelled_out(scene, mention.first, mention.last):
            continue
        least, most = scene.lexicon.setting("schedule", mention.key, "weekly")
        hard = stance.hard if stance.hard is not None else (None if mention.key == "full_time" else False)
        yield Finding(
            Slot.HOURS_PER_WEEK,
            Range(min=least, max=most),
            mention.first,
            mention.last,
            hard=hard,
            uncertain=mention.key == "part_time" or stance.unsure,
        )


def _is_spelled_out(scene: Scene, first: int, last: int) -> bool:
    """Whether the hours themselves are said too: 'part-time, 15 hours a week'."""
    inside = any(q.unit == "half_day" and q.first <= first and last <= q.last for q in scene.quantities)
    return inside or any(q.unit == "hour" and q.per == "week" and not q.step for q in scene.quantities)


def find_hours(scene: Scene) -> Iterator[Finding]:
    """hoursPerWeek, from amounts of hours and days."""
    for quantity in scene.quantities:
        factor = _weekly_factor(scene, quantity)
        if factor is None or quantity.step or _is_loose(scene, quantity):
            continue
        stance = scene.stance(quantity.first, quantity.last)
        if stance.excluded:
            continue
        yield Finding(
            Slot.HOURS_PER_WEEK,
            scaled_range(quantity, factor, 168, exact=factor < 1 or quantity.value != round(quantity.value)),
            quantity.first,
            quantity.last,
            hard=hardness(quantity, stance.hard),
            uncertain=quantity.vague or stance.unsure or quantity.per not in ("week", "day"),
        )


def _is_loose(scene: Scene, quantity: Quantity) -> bool:
    """'a few hours' of nothing in particular is no workload."""
    return quantity.vague and quantity.per is None and scene.asked is not Slot.HOURS_PER_WEEK


def _weekly_factor(scene: Scene, quantity: Quantity) -> float | None:
    """What the quantity must be multiplied by to be hours a week; None if it is no workload."""
    message, last = scene.message, quantity.last
    if quantity.currency is not None or _is_on_site(scene, quantity):
        return None
    if _is_about_time_zone(scene, quantity) or _is_in_all(scene, quantity):
        return None
    times = times_a_week(scene, quantity)
    if times is not None:
        return times
    match quantity.unit, quantity.per:
        case "hour", "week":
            return 1.0
        case "hour", "day":
            return DAYS_A_WEEK
        case "hour", "month":
            return 1 / WEEKS_A_MONTH
        case "day", "week":
            return HOURS_A_DAY
        case "half_day", "week":
            return HOURS_A_DAY / 2
        case "percent", None if message.norm(last) in _WHOLE_JOB:
            return HOURS_A_DAY * DAYS_A_WEEK / 100
        case "fte", None if quantity.value <= 1:
            return HOURS_A_DAY * DAYS_A_WEEK
        case "hour", None:
            if scene.asked is Slot.HOURS_PER_WEEK:
                return 1.0
            if scene.near("schedule", "past", quantity.first, last, 4, 3):
                return None
            segment = message.segment(quantity.core)
            alone = segment.last - segment.first <= quantity.last - quantity.first + 2 or (
                message.norm(quantity.first - 1) in _BARS
                and message.norm(last + (message.norm(last) == "each")) in _BARS
            )
            known = scene.context.brief.hours_per_week is not None
            return (
                1.0
                if (_LEAST_BARE_HOURS if not known else 3) <= quantity.value <= _MOST_BARE_HOURS
                and (alone or known)
                and message.norm(last) != "of"
                else None
            )
        case None, "week" if quantity.value <= 80:
            headed = scene.near("slots", "hoursPerWeek", quantity.core, quantity.core, 3, 0)
            return 1.0 if headed or scene.asked is Slot.HOURS_PER_WEEK else None
        case None, None if scene.near("slots", "hoursPerWeek", quantity.core, quantity.core, 3, 0):
            return 1.0 if 1 <= quantity.value <= 100 else None
        case None, None if scene.asked is Slot.HOURS_PER_WEEK and scene.is_fragment:
            return 1.0 if 1 <= quantity.value <= 100 else None
        case _:
            return None


_WHOLE_JOB = frozenset(
    {"fte", "workload", "position", "pensum", "employment", "contract", "capacity", "time"}
)


def _is_on_site(scene: Scene, quantity: Quantity) -> bool:
    """'at least two days a week on our premises' says where the work is done, and not how much there is."""
    after = scene.message.norms[quantity.last : quantity.last + 6]
    return quantity.unit == "day" and bool({"premises", "office", "site", "onsite", "person"} & set(after))


def _is_in_all(scene: Scene, quantity: Quantity) -> bool:
    """'30 hours in total' are not hours a week."""
    unit = scene.message.at("units", quantity.last)
    return quantity.per is None and unit is not None and unit.key == "project"


def _is_about_time_zone(scene: Scene, quantity: Quantity) -> bool:
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
