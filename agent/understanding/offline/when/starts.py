"""Finds when the work begins, from dates and from lengths of time ahead."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.when.periods import Period, valid_date
from agent.understanding.offline.when.purposes import REACH, is_when_nobody_works, purpose_of
from agent.understanding.offline.when.written_dates import ORDINAL_ENDS
from agent.understanding.offline.words.spans import WEEKS
from agent.understanding.offline.words.verbs import stem, task_verbs
from store.nouns.brief import Slot


def is_start(scene: Scene, quantity: Quantity) -> bool:
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
    if scene.asked is not Slot.START_BY and is_for_a_task(scene, quantity):
        return False
    return message.norm(quantity.core - 1) == "in" or scene.asked is Slot.START_BY


def is_for_a_task(scene: Scene, quantity: Quantity) -> bool:
    """'to build a prototype in 6 weeks', 'a logo designed within two weeks': it must be done by then."""
    norms = scene.message.norms
    ahead = _ending(scene, "ahead", quantity.core)
    if ahead and norms[ahead - 1] in scene.lexicon.words("schedule", "outcomes"):
        return True
    low, _ = scene.message.sentence(quantity.first)
    verbs = task_verbs()
    return any(
        stem(norms[i]) in verbs and (norms[i - 1] == "to" or norms[i].endswith("ed"))
        for i in range(max(low, quantity.first - 2 * REACH, 1), quantity.first)
    )


def _nearest(scene: Scene, first: int) -> str | None:
    """The nearest word before that tells a start from an end."""
    low, _ = scene.message.sentence(first)
    cues = [
        m
        for m in scene.message.between("schedule", max(low, first - REACH), first)
        if m.key in ("start", "deadline", "until")
    ]
    return cues[-1].key if cues else None


def _ending(scene: Scene, key: str, last: int) -> int | None:
    for back in range(1, 5):
        for mention in scene.message.between("schedule", last - back, last):
            if mention.key == key and mention.last == last:
                return mention.first
    return None


def find_starts(scene: Scene) -> list[Finding]:
    """startBy, from dates and from lengths of time ahead.

    Of several days only those count that are said to be the start, if any are: 'from February, in January
    we are away'.
    """
    found = list(_starts(scene))
    said = [f for f in found if with_lead(scene, f.first) < f.first or _leads(scene, f.first)]
    return said if scene.context.brief.terms and said else found


def _leads(scene: Scene, first: int) -> bool:
    """Whether a word of starting stands at a token."""
    cues = scene.message.between("schedule", first, first + 4)
    return any(cue.key == "start" and cue.first == first for cue in cues)


def _starts(scene: Scene) -> Iterator[Finding]:
    message, today = scene.message, scene.context.today
    for place, period in enumerate(scene.periods):
        if place and _ends_span(scene, scene.periods[place - 1], period):
            continue
        if place + 1 < len(scene.periods) and are_working_days(scene, period, scene.periods[place + 1]):
            continue
        if ends_working_week(scene, period) or _is_no_date(scene, period):
            continue
        if (
            not (_begins_span(scene, place) or purpose_of(scene, period) == "start")
            or message.norm(period.last) == "'s"
            or period.end < today
        ):
            continue
        stance = scene.stance(period.first, period.last)
        allowed = scene.context.brief.start_by is not None and scene.near(
            "people", "allowed", period.first, period.last, 0, 4
        )
        if stance.excluded or (stance.unneeded and not allowed):
            continue
        first = with_lead(scene, period.first)
        day = _in_month_said(scene, period)
        yield Finding(Slot.START_BY, day, first, period.last, hard=stance.hard, uncertain=stance.unsure)
    for quantity in scene.quantities:
        if (
            quantity.unit in WEEKS
            and quantity.per is None
            and not quantity.step
            and is_start(scene, quantity)
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


def _begins_span(scene: Scene, place: int) -> bool:
    """'January to June', 'Feb 8 – Apr 2': the work begins with the span it is said to last."""
    if place + 1 >= len(scene.periods) or scene.context.brief.terms:
        return False
    first, last = scene.periods[place], scene.periods[place + 1]
    low, high = scene.message.sentence(first.first)
    return is_whole_span(scene, first, last) and not is_when_nobody_works(scene, last, low, high)


def _in_month_said(scene: Scene, period: Period) -> date:
    """'make that the 11th', 'in January from the 11th': of the month said before, or of the one held."""
    words = scene.message.norms[period.first : period.last]
    if words[:1] != ("the",) or words[-1] not in ORDINAL_ENDS:
        return period.start
    said = [each.start for each in scene.periods if each.last <= period.first and is_month(each)]
    month = said[-1] if said else scene.context.brief.start_by
    day = None if month is None else valid_date(month.year, month.month, period.start.day)
    return period.start if day is None or day < scene.context.today else day


def _ends_span(scene: Scene, before: Period, period: Period) -> bool:
    """'Jan-Feb', 'from 9 March to 11 March': the second date is when it ends."""
    between = scene.message.norms[before.last : period.first]
    both = between == ("and",) and scene.message.norm(before.first - 1) == "between"
    return both or between in _SPANS


_SPANS = frozenset({(), ("-",), ("–",), ("to",), ("till",), ("until",), ("through",), ("/",), ("up", "to")})


def is_whole_span(scene: Scene, first: Period, last: Period) -> bool:
    """Whether the second date ends the work: 'from 4/1/2027 to 6/30/2027', 'Jan to March'."""
    long = (last.end - first.start).days >= _SPAN
    return long and _ends_span(scene, first, last) and not are_working_days(scene, first, last)


def are_months(first: Period, last: Period) -> bool:
    """Whether both are whole months, the second later."""
    return all(is_month(each) for each in (first, last)) and first.end < last.start


def is_month(period: Period) -> bool:
    same = (period.start.year, period.start.month) == (period.end.year, period.end.month)
    return same and (period.end + timedelta(days=1)).day == 1 and period.start.day == 1


_SPAN = 14
"""Days from which a span of dates tells how long the work lasts."""


def are_working_days(scene: Scene, first: Period, last: Period) -> bool:
    """'Monday to Friday', 'Tues + Thurs' are days of every week."""
    weekdays = scene.lexicon.setting("dates", "weekdays", "values")
    if any(period.last - period.first > 1 for period in (first, last)):
        return False
    named = [scene.message.norm(period.first).removesuffix("s") for period in (first, last)]
    linked = _ends_span(scene, first, last) or scene.message.norms[first.last : last.first] in _BOTH
    return linked and all(name in weekdays or name + "s" in weekdays for name in named)


_BOTH = frozenset({("and",), ("&",), ("+",)})


def ends_working_week(scene: Scene, period: Period) -> bool:
    """'mon to thu', 'Mon, Wed and Fri', '5 hours on Sat and 5 on Sun': days of every week."""
    message, first = scene.message, period.first
    weekdays = scene.lexicon.setting("dates", "weekdays", "values")
    if message.norm(first) not in weekdays or period.last - first > 1:
        return False
    before = message.norms[max(0, first - 3) : first]
    near = range(max(0, first - 1 - _LONGEST_LINK), first)
    if any(message.norm(i) in weekdays and _are_links(message.norms[i + 1 : first]) for i in near):
        return True
    return before[-1:] == ("on",) and any(
        q.last == first - 1 and q.unit in ("hour", None) for q in scene.quantities
    )


def _is_no_date(scene: Scene, period: Period) -> bool:
    """'every Monday', 'how are you today?'."""
    message = scene.message
    habit = message.norm(period.first - 1) in ("every", "each")
    courtesy = any(message.over("intents", period.first, period.last, key) for key in _COURTESIES)
    return habit or courtesy


_COURTESIES = ("greeting", "smalltalk")


def _are_links(between: Sequence[str]) -> bool:
    """'Mon [,] Wed', 'Mon [, Wed and] Fri': what joins days of every week."""
    return len(between) <= _LONGEST_LINK and all(word in _LINKS for word in between)


_LINKS = frozenset({"to", "-", "–", "till", "thru", "through", ",", "and", "&", "+", "/"})
_LONGEST_LINK = 2


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


def with_lead(scene: Scene, first: int) -> int:
    """Where a date's own words begin, the word of its purpose counted in."""
    cue = scene.message.ending("schedule", first)
    return cue.first if cue is not None and cue.key == "start" else first
