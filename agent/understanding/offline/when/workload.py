"""Finds how many hours a week: '20h/wk', 'half time', 'two days a week'."""

from collections.abc import Iterator

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.when.shifts import hours_by_day, is_told_by_shift, named_days, times_a_week
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.spans import (
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
        begins = scene.message.segment(mention.first).first
        denied = set(scene.message.norms[max(begins, mention.first - 3) : mention.first]) & _DENIALS
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
    shares = (q for q in scene.quantities if q.unit == "percent" and 0 < first - q.last <= _OF_A)
    if any(scene.message.norm(share.last) == "of" for share in shares):
        return True
    inside = any(q.unit == "half_day" and q.first <= first and last <= q.last for q in scene.quantities)
    return inside or any(q.unit == "hour" and q.per == "week" and not q.step for q in scene.quantities)


_OF_A = 2
"""Tokens between a share and the job it is of."""


def find_hours(scene: Scene) -> Iterator[Finding]:
    """hoursPerWeek, from amounts of hours and days."""
    for quantity in scene.quantities:
        factor = _weekly_factor(scene, quantity)
        if factor is None or quantity.step or _is_loose(scene, quantity) or is_later(scene, quantity):
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


def find_hours_of_days(scene: Scene) -> Iterator[Finding]:
    """'weekdays 9-1', '5 hours on Sat and 5 on Sun', where the hours of a week are not said themselves."""
    if any(q.unit == "hour" and q.per == "week" for q in scene.quantities):
        return
    by_day = hours_by_day(scene)
    if by_day is not None:
        hours, first, last = by_day
        yield Finding(Slot.HOURS_PER_WEEK, Range(min=hours, max=hours), first, last)
        return
    if len(scene.hours_of_day) != 1 or any(q.unit == "hour" for q in scene.quantities):
        return
    span = scene.hours_of_day[0]
    days = named_days(scene, span.first)
    if days is not None:
        hours = min(span.length, HOURS_A_DAY) * days
        yield Finding(Slot.HOURS_PER_WEEK, Range(min=hours, max=hours), span.first, span.last, uncertain=True)


def is_later(scene: Scene, quantity: Quantity) -> bool:
    """'full time for 3 weeks, after that 2 days a week': what comes only once the work has begun."""
    low, _ = scene.message.sentence(quantity.first)
    begun = [m for m in scene.message.between("schedule", low, quantity.first) if m.key in _WORKLOADS]
    begun_at = min(
        [*(m.first for m in begun), *(q.first for q in scene.quantities if _is_workload(q))], default=0
    )
    later = scene.message.between("schedule", max(low, quantity.first - _LATER), quantity.first)
    return any(m.key == "later" and m.first > begun_at for m in later)


def _is_workload(quantity: Quantity) -> bool:
    return quantity.unit in ("hour", "day", "half_day", "percent")


_WORKLOADS = ("full_time", "half_time", "part_time")
_LATER = 10


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
        case "day", None if message.norm(last) in _ON and _is_day_off(scene, quantity):
            return HOURS_A_DAY
        case "day", "week":
            return None if is_told_by_shift(scene) else HOURS_A_DAY
        case "half_day", "week":
            return HOURS_A_DAY / 2
        case "percent", None if _is_of_a_job(message, last) or _is_capacity(scene, quantity):
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
        case "day", None if scene.asked is Slot.HOURS_PER_WEEK and scene.is_fragment:
            return HOURS_A_DAY
        case None, "week" if quantity.value <= 80 and not _is_how_often(scene, quantity):
            known = scene.context.brief.hours_per_week is not None and scene.is_fragment
            headed = known or _is_headed(scene, quantity)
            return 1.0 if headed or scene.asked is Slot.HOURS_PER_WEEK else None
        case None, None if _is_headed(scene, quantity):
            return 1.0 if 1 <= quantity.value <= 100 else None
        case None, None if scene.asked is Slot.HOURS_PER_WEEK and scene.is_fragment:
            return 1.0 if 1 <= quantity.value <= 100 else None
        case _:
            return None


def _is_how_often(scene: Scene, quantity: Quantity) -> bool:
    """'1 a week, 2 hours of work': so many times, each of the hours that are said."""
    return any(q.unit == "hour" and q.per is None and q is not quantity for q in scene.quantities)


def _is_headed(scene: Scene, quantity: Quantity) -> bool:
    """'Hours per week: 10-12'."""
    return scene.near("slots", "hoursPerWeek", quantity.core, quantity.core, _HEADING, 0)


_HEADING = 5


def _is_of_a_job(message: Message, last: int) -> bool:
    """'an 80% position', '50 per cent of a full-time job'."""
    of = message.norm(last) == "of"
    index = last + of + (of and message.norm(last + 1) in ("a", "an", "the"))
    whole = message.at("schedule", index)
    return message.norm(index) in _WHOLE_JOB or (of and whole is not None and whole.key == "full_time")


def _is_capacity(scene: Scene, quantity: Quantity) -> bool:
    """'a tester at 60%': of a whole job."""
    message = scene.message
    ends = not message.norm(quantity.last).isalpha()
    share = _LEAST_SHARE <= quantity.value <= 100 and not quantity.bounded
    return share and ends and message.norm(quantity.first - 1) in ("at", "@") and not message.has("record")


_LEAST_SHARE = 10


def _is_day_off(scene: Scene, quantity: Quantity) -> bool:
    """'4 days on, 1 day off'."""
    following = next((q for q in scene.quantities if q.first > quantity.first), None)
    return following is not None and following.unit == "day" and scene.message.norm(following.last) == "off"


_ON = frozenset({"on", "in", "work"})


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
