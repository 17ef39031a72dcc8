"""Finds when and how much: hours a week, how long, from when."""

from collections.abc import Iterator
from datetime import date, timedelta

from agent.understanding.offline.dates import Period
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.gazetteer import Mention
from agent.understanding.offline.quantities import Quantity
from agent.understanding.offline.verbs import stem, task_verbs
from store.nouns.brief import Range, Slot

WEEKS: dict[str, float] = {
    "week": 1.0,
    "month": 4.345,
    "quarter": 13.0,
    "year": 52.14,
    "fortnight": 2.0,
    "sprint": 2.0,
    "day": 1 / 7,
}
HOURS_A_DAY = 8.0
DAYS_A_WEEK = 5.0
WEEKS_A_MONTH = 4.345
MOST_WORKING_DAYS = 20.0
_REACH = 7
_SHORT_SENTENCE = 8
_SHORT_ANSWER = 10
_BARS = frozenset({"", "/", "|", ",", ";", "•", "\n", "(", ")", "."})
_LEAST_BARE_HOURS, _MOST_BARE_HOURS = 8, 45
_DENIALS = frozenset({"not", "no", "isnt", "never", "without"})


def find_schedule(scene: Scene) -> list[Finding]:
    """hoursPerWeek, durationWeeks, startBy and availableNow."""
    found = [*_workload(scene), *_hours(scene)]
    starts = list(_starts(scene))
    known = scene.context.brief.start_by or scene.context.today
    begin = next((f.value for f in starts if isinstance(f.value, date)), max(known, scene.context.today))
    return [*found, *_durations(scene, begin), *starts, *_until(scene, begin), *_now(scene, starts)]


def _workload(scene: Scene) -> Iterator[Finding]:
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
    return any(q.unit == "hour" and q.per == "week" and not q.step for q in scene.quantities)


def _hours(scene: Scene) -> Iterator[Finding]:
    for quantity in scene.quantities:
        factor = _weekly_factor(scene, quantity)
        if factor is None or quantity.step or _is_loose(scene, quantity):
            continue
        stance = scene.stance(quantity.first, quantity.last)
        if stance.excluded:
            continue
        yield Finding(
            Slot.HOURS_PER_WEEK,
            _scaled(quantity, factor, 168, exact=factor < 1),
            quantity.first,
            quantity.last,
            hard=_hardness(quantity, stance.hard),
            uncertain=quantity.vague or stance.unsure or quantity.per not in ("week", "day"),
        )


def _is_loose(scene: Scene, quantity: Quantity) -> bool:
    """'a few hours' of nothing in particular is no workload."""
    return quantity.vague and quantity.per is None and scene.asked is not Slot.HOURS_PER_WEEK


def _weekly_factor(scene: Scene, quantity: Quantity) -> float | None:
    """What the quantity must be multiplied by to be hours a week; None if it is no workload."""
    message, last = scene.message, quantity.last
    if quantity.currency is not None:
        return None
    if _is_about_time_zone(scene, quantity) or _is_in_all(scene, quantity):
        return None
    match quantity.unit, quantity.per:
        case "hour", "week":
            return 1.0
        case "hour", "day":
            return DAYS_A_WEEK
        case "hour", "month":
            return 1 / WEEKS_A_MONTH
        case "day", "week":
            return HOURS_A_DAY
        case "fte", None if quantity.value <= 1:
            return HOURS_A_DAY * DAYS_A_WEEK
        case "hour", None:
            if scene.asked is Slot.HOURS_PER_WEEK:
                return 1.0
            if scene.near("schedule", "past", quantity.first, last, 4, 3):
                return None
            segment = message.segment(quantity.core)
            alone = segment.last - segment.first <= quantity.last - quantity.first + 2 or (
                message.norm(quantity.first - 1) in _BARS and message.norm(last) in _BARS
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
            or scene.message.at("zone", quantity.last + 1) is not None
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


def _durations(scene: Scene, begin: date) -> Iterator[Finding]:
    for quantity in scene.quantities:
        if not _is_duration(scene, quantity):
            continue
        weeks_each = _weeks_each(quantity)
        stance = scene.stance(quantity.first, quantity.last)
        if stance.excluded or stance.unneeded:
            continue
        value = _scaled(quantity, weeks_each, 520)
        ahead = scene.near("schedule", "ahead", quantity.core, quantity.last, 2, 0)
        if (
            ahead
            and not quantity.bounded
            and (
                scene.near("schedule", "deadline", quantity.first, quantity.last, 5, 3)
                or _is_for_a_task(scene, quantity)
            )
        ):
            value = Range(max=value.max)
        yield Finding(
            Slot.DURATION_WEEKS,
            value,
            quantity.first,
            quantity.last,
            hard=_hardness(quantity, stance.hard, plain_bound=None),
            uncertain=quantity.vague or stance.unsure,
        )


def _weeks_each(quantity: Quantity) -> float:
    """Weeks of one unit: a few days are working days, many are days of the calendar."""
    if quantity.unit == "day" and quantity.value <= MOST_WORKING_DAYS:
        return 1 / DAYS_A_WEEK
    return WEEKS[quantity.unit or "week"]


def _is_duration(scene: Scene, quantity: Quantity) -> bool:
    if (
        quantity.unit not in WEEKS
        or quantity.step
        or quantity.per is not None
        or quantity.currency is not None
    ):
        return False
    first, core, last = quantity.first, quantity.core, quantity.last
    if _is_experience(scene, quantity) or _is_start(scene, quantity):
        return False
    norms = scene.message.norms
    counted_from = norms[last : last + 2] in (("from", "now"), ("from", "today"))
    if _is_past(scene, core, last) or counted_from or norms[last : last + 1] in (("before",), ("after",)):
        return False
    message = scene.message
    if message.norm(core - 1) in ("the",) and message.norm(core - 2) not in ("for", "over"):
        return False
    if quantity.spelled and quantity.value == 1 and message.norm(core) in ("a", "an"):
        if scene.near("schedule", "deadline", first, last, 4, 0):
            return True
        if _is_after_for(scene, quantity):
            return True
        return scene.near("schedule", "lasting", first, last, 1, 1) or scene.asked is Slot.DURATION_WEEKS
    lasting = any(m.key == "lasting" for m in message.between("schedule", last, last + 3))
    if message.norm(last) == "of" and not lasting:
        return False
    if quantity.unit == "year":
        known = bool(scene.context.brief.terms) and scene.is_fragment
        return known or _is_after_for(scene, quantity) or scene.near("schedule", "lasting", core, last, 2, 2)
    return True


def _is_past(scene: Scene, core: int, last: int) -> bool:
    """'been running it for 5 years', 'in the last 3 months'."""
    return (
        scene.near("schedule", "past", core, last, 3, 1)
        or "been" in scene.message.norms[max(0, core - 5) : core]
    )


def _is_experience(scene: Scene, quantity: Quantity) -> bool:
    if quantity.unit not in ("year", "month"):
        return False
    reach = 5 if quantity.unit == "year" else 1
    if scene.near("schedule", "experience", quantity.core, quantity.last, reach, 5):
        return True
    if quantity.unit != "year" or quantity.value <= 1 or _is_after_for(scene, quantity):
        return False
    return not scene.near("schedule", "lasting", quantity.core, quantity.last, 4, 2)


def _is_after_for(scene: Scene, quantity: Quantity) -> bool:
    return "for" in scene.message.norms[max(0, quantity.first - 2) : quantity.core]


def experience_years(scene: Scene) -> Iterator[Quantity]:
    """The quantities that are years of experience wanted of the freelancer."""
    for quantity in scene.quantities:
        if (
            quantity.unit == "year"
            and not quantity.step
            and quantity.per is None
            and _is_experience(scene, quantity)
        ) and not scene.near("schedule", "past", quantity.core, quantity.last, 4, 1):
            yield quantity


def _is_start(scene: Scene, quantity: Quantity) -> bool:
    """'in two weeks' is when the work starts, unless it must be done by then."""
    message = scene.message
    ahead = _ending(scene, "ahead", quantity.core) or _ending(scene, "ahead", quantity.first)
    if message.norm(quantity.last) in ("from",) and message.norm(quantity.last + 1) in ("now", "today"):
        return True
    if ahead is None and message.norm(quantity.first) != "within":
        return False
    nearest = _nearest(scene, quantity.core)
    if nearest is not None:
        return nearest == "start"
    if scene.near("schedule", "start", quantity.first, quantity.last, 0, 3):
        return True
    if scene.near("schedule", "deadline", quantity.first, quantity.last, 0, 4):
        return False
    if scene.asked is not Slot.START_BY and _is_for_a_task(scene, quantity):
        return False
    return message.norm(quantity.core - 1) == "in" or scene.asked is Slot.START_BY


def _is_for_a_task(scene: Scene, quantity: Quantity) -> bool:
    """'to build a prototype in 6 weeks', 'a logo designed within two weeks': it must be done by then."""
    norms = scene.message.norms
    low, _ = scene.message.sentence(quantity.first)
    verbs = task_verbs()
    return any(
        stem(norms[i]) in verbs and (norms[i - 1] == "to" or norms[i].endswith("ed"))
        for i in range(max(low, quantity.first - 2 * _REACH, 1), quantity.first)
    )


def _nearest(scene: Scene, first: int) -> str | None:
    """The nearest word before that tells a start from an end."""
    low, _ = scene.message.sentence(first)
    cues = [
        m
        for m in scene.message.between("schedule", max(low, first - _REACH), first)
        if m.key in ("start", "deadline", "until")
    ]
    return cues[-1].key if cues else None


def _ending(scene: Scene, key: str, last: int) -> int | None:
    for back in range(1, 5):
        for mention in scene.message.between("schedule", last - back, last):
            if mention.key == key and mention.last == last:
                return mention.first
    return None


def _starts(scene: Scene) -> Iterator[Finding]:
    message, today = scene.message, scene.context.today
    for place, period in enumerate(scene.periods):
        if place and _ends_span(scene, scene.periods[place - 1], period):
            continue
        if place + 1 < len(scene.periods) and _are_working_days(scene, period, scene.periods[place + 1]):
            continue
        if _purpose(scene, period) != "start" or message.norm(period.last) == "'s" or period.end < today:
            continue
        stance = scene.stance(period.first, period.last)
        if stance.excluded or stance.unneeded:
            continue
        first = _with_lead(scene, period.first)
        yield Finding(
            Slot.START_BY, period.start, first, period.last, hard=stance.hard, uncertain=stance.unsure
        )
    for quantity in scene.quantities:
        if (
            quantity.unit in WEEKS
            and quantity.per is None
            and not quantity.step
            and _is_start(scene, quantity)
        ):
            days = quantity.value * WEEKS[quantity.unit] * 7 if quantity.unit != "day" else quantity.value
            if days > 1500:
                continue
            when = (
                _months_ahead(today, round(quantity.value))
                if quantity.unit == "month"
                else today + timedelta(days=round(days))
            )
            stance = scene.stance(quantity.first, quantity.last)
            first = quantity.first - 1 if message.norm(quantity.first - 1) == "in" else quantity.first
            yield Finding(
                Slot.START_BY,
                when,
                first,
                quantity.last,
                hard=stance.hard,
                uncertain=stance.unsure or quantity.vague,
            )


def _ends_span(scene: Scene, before: Period, period: Period) -> bool:
    """'Jan-Feb', 'from 9 March to 11 March': the second date is when it ends."""
    return scene.message.norms[before.last : period.first] in _SPANS


_SPANS = frozenset({(), ("-",), ("–",), ("to",), ("till",), ("until",), ("through",), ("/",), ("up", "to")})


def _is_whole_span(scene: Scene, first: Period, last: Period) -> bool:
    """Whether both dates are days and the second ends it: 'from 4/1/2027 to 6/30/2027'."""
    days = first.start == first.end and last.start == last.end
    return days and (last.start - first.start).days >= _SPAN and _ends_span(scene, first, last)


_SPAN = 14
"""Days from which a span of dates tells how long the work lasts."""


def _are_working_days(scene: Scene, first: Period, last: Period) -> bool:
    """'Monday to Friday' are the days of every week."""
    weekdays = scene.lexicon.setting("dates", "weekdays", "values")
    named = [scene.message.norm(period.last - 1).removesuffix("s") for period in (first, last)]
    return _ends_span(scene, first, last) and all(name in weekdays for name in named)


def _months_ahead(today: date, months: int) -> date:
    count = today.year * 12 + today.month - 1 + months
    year, month = count // 12, count % 12 + 1
    for day in (today.day, 30, 29, 28):
        if day <= today.day or day == today.day:
            try:
                return date(year, month, day)
            except ValueError:
                continue
    return date(year, month, 1)


def _with_lead(scene: Scene, first: int) -> int:
    cue = scene.message.ending("schedule", first)
    return cue.first if cue is not None and cue.key == "start" else first


def _purpose(scene: Scene, period: Period) -> str:
    """What a date is for, by the nearest cue before it in its sentence: start, until or deadline."""
    message = scene.message
    low, high = message.sentence(period.first)
    cues = [
        m
        for m in message.between("schedule", max(low, period.first - _REACH), period.first)
        if m.key in ("start", "until", "deadline")
    ]
    if cues:
        nearest = cues[-1]
        if message.norm(nearest.first) in ("by", "before") and nearest.size == 1:
            earlier = [m for m in cues[:-1] if m.last - nearest.first >= -4]
            if earlier:
                return earlier[-1].key
            if any(_is_plain_start(scene, m) for m in message.between("schedule", low, nearest.first)):
                return "start"
            short = bool(scene.context.brief.terms) and len(message.tokens) <= _SHORT_ANSWER
            return "start" if scene.asked is Slot.START_BY or short else "deadline"
        if nearest.key == "start" or period.first - nearest.last <= 3:
            return nearest.key
    after = message.between("schedule", period.last, min(high, period.last + 3))
    for cue in after:
        if cue.key == "start" or (
            cue.key == "deadline" and message.norm(cue.first) in ("deadline", "launch")
        ):
            return cue.key
    return "start" if _is_of_the_work(scene, period, low, high) else "deadline"


def _is_plain_start(scene: Scene, cue: Mention) -> bool:
    """'start …' and its like, not the 'from' of 'from Polish to German'."""
    return cue.key == "start" and scene.message.norm(cue.first) not in ("from", "as")


def _is_of_the_work(scene: Scene, period: Period, low: int, high: int) -> bool:
    """Whether a bare date can only be the work's: beside a need or on its own, not 'fix it this week'."""
    message = scene.message
    before = message.norm(period.first - 1)
    past = scene.near("schedule", "past", period.first, period.first, 4, 0)
    if message.norms[max(0, period.first - 2) : period.first] == ("make", "it"):
        return True
    if past or before in ("it", "this", "that", "them", "since", "back", "over"):
        return False
    if scene.context.brief.terms and len(message.tokens) <= _SHORT_ANSWER:
        return True
    is_task = message.between("tasks", low, period.first) and not message.between("heads", low, high)
    if is_task and not message.between("role", low, high):
        return False
    if scene.asked is Slot.START_BY or high - low <= _SHORT_SENTENCE:
        return True
    needs = [m for m in message.between("intents", low, high) if m.key == "need"]
    return bool(needs or message.between("role", low, high) or message.between("heads", low, high))


def _until(scene: Scene, begin: date) -> Iterator[Finding]:
    """How long the work lasts when only its end is said."""
    for place, period in enumerate(scene.periods):
        purpose = _purpose(scene, period)
        before = scene.periods[place - 1] if place else None
        if before is not None and _is_whole_span(scene, before, period):
            begin, purpose = before.start, "until"
        if purpose != "until":
            continue
        weeks = (period.start - begin).days / 7
        if weeks <= 0:
            continue
        value = (
            Range(max=_weeks(weeks)) if purpose == "deadline" else Range(min=_weeks(weeks), max=_weeks(weeks))
        )
        stance = scene.stance(period.first, period.last)
        yield Finding(
            Slot.DURATION_WEEKS,
            value,
            _with_lead(scene, period.first),
            period.last,
            hard=stance.hard,
            uncertain=stance.unsure,
        )


def _now(scene: Scene, starts: list[Finding]) -> Iterator[Finding]:
    barred = [m for m in scene.message.of("schedule") if m.key == "not_now"]
    for mention in scene.message.of("schedule"):
        if mention.key != "now" or any(b.first <= mention.first < b.last for b in barred):
            continue
        stance = scene.stance(mention.first, mention.last)
        if stance.excluded or stance.unneeded:
            continue
        yield Finding(
            Slot.AVAILABLE_NOW, True, mention.first, mention.last, hard=stance.hard, uncertain=stance.unsure
        )
        return


def _hardness(quantity: Quantity, said: bool | None, plain_bound: bool | None = True) -> bool | None:
    if said is not None:
        return said
    if quantity.about:
        return False
    return plain_bound if quantity.bounded else None


def _scaled(quantity: Quantity, factor: float, most: float, exact: bool = False) -> Range:
    ends = [None if end is None else min(end * factor, most) for end in (quantity.low, quantity.high)]
    low, high = (None if end is None else round(end, 1) if exact else _weeks(end, most) for end in ends)
    return Range(min=low, max=high)


def _weeks(value: float, most: float = 520) -> float:
    """Whole numbers above two, tenths below."""
    value = min(value, most)
    return float(round(value)) if value >= 2 else round(value, 1)
