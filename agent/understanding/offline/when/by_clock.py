"""Hours a week told by hours of the day or day by day: 'weekdays 9-1', '5 hours on Sat and 5 on Sun'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.when.clocks import Hours
from agent.understanding.offline.when.shifts import hours_by_day, hours_by_part, named_days, shifts_a_week
from agent.understanding.offline.words.spans import HOURS_A_DAY
from store.nouns.brief import Range, Slot

_OPENING = frozenset({"open", "opens", "opened", "opening", "closed", "closes", "shop", "store"})
_MEETING = frozenset(
    {"call", "calls", "meeting", "meetings", "standup", "standups", "overlap", "overlapping"}
)


def find_hours_of_days(scene: Scene) -> Iterator[Finding]:
    """hoursPerWeek from hours of the day or of single days, where those of a week are not said themselves."""
    if any(q.unit == "hour" and q.per == "week" for q in scene.quantities):
        return
    told = hours_by_day(scene) or hours_by_part(scene)
    if told is not None:
        hours, first, last = told
        yield Finding(Slot.HOURS_PER_WEEK, Range(min=hours, max=hours), first, last)
        return
    if len(scene.hours_of_day) != 1 or any(q.unit == "hour" for q in scene.quantities):
        return
    span = scene.hours_of_day[0]
    days = _days(scene, span)
    if days is not None and not is_of_opening(scene, span.first):
        hours = min(span.length, HOURS_A_DAY) * days
        yield Finding(Slot.HOURS_PER_WEEK, Range(min=hours, max=hours), span.first, span.last, uncertain=True)


def is_told_by_clock(scene: Scene) -> bool:
    """Whether it is said when a day of the week's days begins and ends: '10:00-14:00, 4 days a week'."""
    return len(scene.hours_of_day) == 1 and not _is_when_to_meet(scene, scene.hours_of_day[0])


def is_of_opening(scene: Scene, first: int) -> bool:
    """'we are open 6am to 2pm, seven days a week': when a shop of the client's is open."""
    low, _ = scene.message.sentence(first)
    norms = scene.message.norms[max(low, first - _FAR) : first]
    return any(word in _OPENING and norms[i + 1 : i + 2] != ("to",) for i, word in enumerate(norms))


_FAR = 12


def _days(scene: Scene, span: Hours) -> float | None:
    if _is_when_to_meet(scene, span):
        return None
    return shifts_a_week(scene, "day", "shift") or named_days(scene, span.first)


def _is_when_to_meet(scene: Scene, span: Hours) -> bool:
    """'calls 9-11, four days a week': hours of meetings, and not all that are worked."""
    low, high = scene.message.sentence(span.first)
    around = scene.message.norms[max(low, span.first - _FAR) : min(high, span.last + _FAR)]
    return bool(_MEETING & set(around))
