"""Finds how many hours a week: '20h/wk', 'half time', 'two days a week'."""

from collections.abc import Iterator

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.when.bare_hours import is_of_each_person, is_turnaround, stands_alone
from agent.understanding.offline.when.by_clock import is_of_opening, is_told_by_clock
from agent.understanding.offline.when.hours_of_zones import is_about_time_zone
from agent.understanding.offline.when.shares import is_share_of_job
from agent.understanding.offline.when.shifts import hours_by_part, is_told_by_shift, times_a_week
from agent.understanding.offline.when.spread_hours import is_of_recording, share_of_week
from agent.understanding.offline.when.whose import is_of_something_else, verb_before
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.spans import (
    DAYS_A_WEEK,
    HOURS_A_DAY,
    WEEKS,
    WEEKS_A_MONTH,
    WORKLOADS,
    hardness,
    scaled_range,
)
from store.nouns.brief import Range, Slot

_LEAST_BARE_HOURS, _MOST_BARE_HOURS = 8, 45


_DENIALS = frozenset({"not", "no", "isnt", "never", "without"})


def find_workload(scene: Scene) -> Iterator[Finding]:
    """'full-time', 'half time', 'part-time'."""
    said = [m for m in scene.message.of("schedule") if m.key in WORKLOADS]
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
        if (
            denied
            or stance.unneeded
            or _is_of_ours(scene, mention.first)
            or _is_spelled_out(scene, mention.first, mention.last)
            or _is_other_word(scene, mention)
        ):
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
    if scene.message.norm(last - 1) == "week" and (is_told_by_shift(scene) or is_told_by_clock(scene)):
        return True
    beside = (q for q in scene.quantities if q.unit == "hour" and 0 <= q.first - last <= _OF_A)
    if any(q.per is None and q.value >= _LEAST_BARE_HOURS for q in beside):
        return True
    return inside or any(q.unit == "hour" and q.per == "week" and not q.step for q in scene.quantities)


def _is_other_word(scene: Scene, mention: Mention) -> bool:
    """'PT reading level', '9 to 5 PT', '20000 Ft': a language, a time zone, a coin."""
    message = scene.message
    if mention.size > 1 or message.norm(mention.first) not in ("pt", "ft"):
        return False
    if scene.is_measured(mention.first, mention.last) or message.norm(mention.first - 1) in _BEFORE_ZONES:
        return True
    return message.norm(mention.last) in _AFTER_CODES


_BEFORE_ZONES = frozenset({"am", "pm", "9", "10", "5", "6", "with", "within", "overlap", "mt", "et"})
_AFTER_CODES = frozenset(
    {"reading", "native", "speaking", "speaker", "speakers", "level", "time", "zone", "timezone", "hours"}
)


def _is_of_ours(scene: Scene, first: int) -> bool:
    """'our team works full time', 'the bootcamp lasts 12 weeks and is full-time'."""
    verb = verb_before(scene.message, first, _WORKING)
    return verb is not None and is_of_something_else(scene, verb, scene.message.norm(verb - 1) != "and")


_WORKING = frozenset({"is", "are", "works", "work", "runs", "operates"})
_OF_A = 2
"""Tokens between a share and the job it is of."""


def find_hours(scene: Scene) -> Iterator[Finding]:
    """hoursPerWeek, from amounts of hours and days."""
    by_part = hours_by_part(scene)
    for quantity in scene.quantities:
        if by_part is not None and by_part[1] <= quantity.first < by_part[2]:
            continue
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


def is_later(scene: Scene, quantity: Quantity) -> bool:
    """'full time for 3 weeks, after that 2 days a week': what comes only once the work has begun."""
    low, _ = scene.message.sentence(quantity.first)
    begun = [m for m in scene.message.between("schedule", low, quantity.first) if m.key in WORKLOADS]
    begun_at = min(
        [*(m.first for m in begun), *(q.first for q in scene.quantities if _is_workload(q))], default=0
    )
    later = scene.message.between("schedule", max(low, quantity.first - _LATER), quantity.first)
    return any(m.key == "later" and m.first > begun_at for m in later)


def _is_workload(quantity: Quantity) -> bool:
    return quantity.unit in ("hour", "day", "half_day", "percent")


_LATER = 10


def _is_loose(scene: Scene, quantity: Quantity) -> bool:
    """'a few hours' of nothing in particular is no workload."""
    return quantity.vague and quantity.per is None and scene.asked is not Slot.HOURS_PER_WEEK


def _weekly_factor(scene: Scene, quantity: Quantity) -> float | None:
    """What the quantity must be multiplied by to be hours a week; None if it is no workload."""
    message, last = scene.message, quantity.last
    if quantity.currency is not None or _is_on_site(scene, quantity):
        return None
    if is_about_time_zone(scene, quantity):
        return None
    times = times_a_week(scene, quantity)
    if times is not None:
        return times
    if _is_in_all(scene, quantity) and message.norm(last) != "once":
        return None
    share = share_of_week(scene, quantity)
    if share is not None:
        return share
    match quantity.unit, quantity.per:
        case "hour", "week" if not _is_week_of(scene, last):
            return 1.0
        case "hour", "day":
            return DAYS_A_WEEK
        case "hour", "month":
            return 1 / WEEKS_A_MONTH
        case "hour", "piece" if is_of_each_person(scene, quantity):
            return 1.0
        case "hour", "fortnight":
            return 1 / WEEKS["fortnight"]
        case "day", "fortnight":
            return HOURS_A_DAY / WEEKS["fortnight"]
        case "day", "month":
            return HOURS_A_DAY / WEEKS_A_MONTH
        case "day", None if message.norm(last) in _ON and _is_day_off(scene, quantity):
            return HOURS_A_DAY
        case "day", "week" if not _is_week_of(scene, last):
            told = is_told_by_shift(scene) or is_told_by_clock(scene)
            return None if told or is_of_opening(scene, quantity.first) else HOURS_A_DAY
        case "half_day", "week":
            return HOURS_A_DAY / 2
        case "percent", None if is_share_of_job(scene, quantity):
            return HOURS_A_DAY * DAYS_A_WEEK / 100
        case "fte", None if quantity.value <= 1:
            return HOURS_A_DAY * DAYS_A_WEEK
        case "hour", None:
            if scene.asked is Slot.HOURS_PER_WEEK:
                return 1.0
            if _is_past(scene, quantity) or is_of_recording(scene, quantity):
                return None
            if is_turnaround(scene, quantity):
                return None
            alone = stands_alone(scene, quantity)
            known = scene.context.brief.hours_per_week is not None or _follows_workload(scene, quantity)
            return (
                1.0
                if (_LEAST_BARE_HOURS if not known else 3) <= quantity.value <= _MOST_BARE_HOURS
                and (alone or known)
                and message.norm(last) != "of"
                else None
            )
        case "day", None if scene.asked is Slot.HOURS_PER_WEEK and scene.is_fragment:
            return HOURS_A_DAY
        case None, "week" if (unit := message.at("units", last)) is not None and unit.key == "hour":
            return 1.0
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


def _is_past(scene: Scene, quantity: Quantity) -> bool:
    """'the last 20 hours', and not '12 hours max since it's year end', where 'since' gives a reason."""
    message, last = scene.message, quantity.last
    low, high = message.sentence(quantity.first)
    cues = (
        *message.between("schedule", max(low, quantity.first - 4), quantity.first),
        *message.between("schedule", last, min(high, last + 3)),
    )
    return any(
        cue.key == "past" and not (cue.first >= last and message.norm(cue.first) in _REASONS) for cue in cues
    )


_REASONS = frozenset({"since", "once"})
"""After an amount they say why or when it holds, and tell of no past."""


def _follows_workload(scene: Scene, quantity: Quantity) -> bool:
    """'part time 20h', 'full-time, 35 hours'."""
    before = scene.message.between("schedule", max(0, quantity.first - 2 * _OF_A), quantity.first)
    return any(m.key in WORKLOADS and quantity.first - m.last <= _OF_A for m in before)


def _is_how_often(scene: Scene, quantity: Quantity) -> bool:
    """'1 a week, 2 hours of work': so many times, each of the hours that are said."""
    return any(q.unit == "hour" and q.per is None and q is not quantity for q in scene.quantities)


def _is_headed(scene: Scene, quantity: Quantity) -> bool:
    """'Hours per week: 10-12', and not '1,000 hours here and 4.9+'."""
    low = max(scene.message.sentence(quantity.core)[0], quantity.core - _HEADING)
    headings = scene.message.between("slots", low, quantity.core)
    return any(m.key == "hoursPerWeek" and not scene.is_measured(m.first, m.last) for m in headings)


_HEADING = 5


def _is_week_of(scene: Scene, last: int) -> bool:
    """'one day in the week of 11 January': a week, and not every one."""
    return scene.message.norm(last) == "of" and any(scene.is_dated(i) for i in (last + 1, last + 2))


def _is_day_off(scene: Scene, quantity: Quantity) -> bool:
    """'4 days on, 1 day off'."""
    following = next((q for q in scene.quantities if q.first > quantity.first), None)
    return following is not None and following.unit == "day" and scene.message.norm(following.last) == "off"


_ON = frozenset({"on", "in", "work"})


def _is_on_site(scene: Scene, quantity: Quantity) -> bool:
    """'at least two days a week on our premises' says where the work is done, and not how much there is."""
    message, last = scene.message, quantity.last
    if quantity.unit != "day" or message.has("schedule", "part_time"):
        return False
    after = message.norms[last : last + 6]
    beside = (message.at("city", last), message.ending("city", quantity.first))
    there = any(city is not None for city in beside) and message.has("schedule", "full_time")
    return there or bool({"premises", "office", "site", "onsite", "person"} & set(after))


def _is_in_all(scene: Scene, quantity: Quantity) -> bool:
    """'30 hours in total' are not hours a week."""
    unit = scene.message.at("units", quantity.last)
    return quantity.per is None and unit is not None and unit.key == "project"
