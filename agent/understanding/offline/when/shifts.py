"""Hours that recur on named days or in shifts: 'five evenings a week, 3 hrs each', '2x8h', 'Mon-Fri 9-1'."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.when.rhythm import PARTS_OF_DAY, times_told

_DAYS_OF_WEEKEND = 2.0
_WORKING_DAYS = 5.0
_LONGEST_DAY = 12.0
_EACH = frozenset({"each", "apiece", "daily"})
_OF_A_DAY = frozenset({"days", "shifts", "evenings", "mornings", "nights", "afternoons", "blocks"})
_FROM_TO = frozenset({"to", "-", "–", "through", "thru", "till", "until"})
_SPANS = frozenset({(), *((word,) for word in _FROM_TO)})
_AND = frozenset({"and", "&", "+", ",", "/", "or"})
_EVERY = frozenset({"every", "each"})


def times_a_week(scene: Scene, quantity: Quantity) -> float | None:
    """How often a week so many hours are worked; None where nothing says it."""
    message = scene.message
    if quantity.unit != "hour" or quantity.per not in (None, "shift", "day", "piece", "week"):
        return None
    if quantity.per == "week":
        multiplied = message.norm(quantity.first - 1) in _TIMES
        return _multiplier(scene, quantity) if multiplied else _shifts_of(scene, quantity)
    if quantity.per == "shift":
        days = _shifts(scene) or named_days(scene, quantity.first)
        recurs = message.norm(quantity.last - 2) in _EVERY and quantity.value <= _LONGEST_DAY
        return days or (_WORKING_DAYS if recurs else None)
    if quantity.per == "piece" and quantity.value > _LONGEST_DAY:
        return None
    if quantity.per is None and (weekly := _of_sittings(scene, quantity)) is not None:
        return weekly
    if quantity.per is None and message.norm(quantity.first - 1) in _TIMES:
        return _multiplier(scene, quantity)
    if quantity.per in (None, "piece") and quantity.value <= _LONGEST_DAY:
        often = times_told(message, quantity)
        if often is not None:
            return often
    following = message.norm(quantity.last)
    if following in _OF_A_DAY and (counted := _counted_before(scene, quantity)) is not None:
        return counted
    if quantity.per in ("day", "piece") or following in _OF_A_DAY or following in _EACH:
        days = _whole_week(scene, quantity) or _shifts(scene) or named_days(scene, quantity.first)
        return days or (None if quantity.per == "day" else _of_each_week(scene, quantity))
    if quantity.value <= _LONGEST_DAY and not quantity.vague:
        return _shifts(scene) or _recurring_days(scene, quantity)
    return None


def _whole_week(scene: Scene, quantity: Quantity) -> float | None:
    """'4 hours a day incl. weekends', 'an hour a day, every day', 'each evening, seven days'."""
    if quantity.per not in ("day", "shift"):
        return None
    message = scene.message
    low, high = message.sentence(quantity.first)
    text = " ".join(message.norms[low : min(high, quantity.last + _FAR)])
    rest = " ".join(message.norms[quantity.last : min(high, quantity.last + _FAR)])
    whole = scene.lexicon.words("schedule", "whole_week")
    return (
        _DAYS if rest.startswith(_EVERY_DAY) or any(f" {words} " in f" {text} " for words in whole) else None
    )


_FAR = 12
_DAYS = 7.0
_EVERY_DAY = (", every day", "every day", "( every day")


def _of_sittings(scene: Scene, quantity: Quantity) -> float | None:
    """'a 1 hour call a week', 'two 90 minute lessons weekly': a meeting of so long, and how often."""
    message, last = scene.message, quantity.last
    word = message.norm(last).removesuffix("s")
    if quantity.value > _LONGEST_DAY or word + "s" not in _SITTINGS:
        return None
    ends = message.between("quantities", last + 1, last + 4)
    if not any(m.key == "per_week" and m.first == last + 1 for m in ends):
        return None
    before = (q for q in scene.quantities if q.last == quantity.first and q.is_bare)
    return next((q.value for q in before), 1.0)


def hours_by_day(scene: Scene) -> tuple[float, int, int] | None:
    """The hours of a week that are told day by day, with their tokens: '5 hours on Sat and 5 on Sun'."""
    message = scene.message
    told = [q for q in scene.quantities if q.unit in ("hour", None) and q.per is None and not q.currency]
    told = [q for q in told if q.value <= _LONGEST_DAY and _day_after(scene, q) is not None]
    if len({_day_after(scene, q) for q in told}) < 2 or not any(q.unit == "hour" for q in told):
        return None
    if message.sentence(told[0].first) != message.sentence(told[-1].first):
        return None
    return sum(q.value for q in told), told[0].first, told[-1].last + 2


def hours_by_part(scene: Scene) -> tuple[float, int, int] | None:
    """The hours of a week told by parts of the day: '1 hour each morning and 1 hour each evening'."""
    told: dict[str, Quantity] = {}
    for quantity in scene.quantities:
        part = _part_of_day(scene, quantity)
        if part is not None:
            told.setdefault(part, quantity)
    if len(told) < _BOTH:
        return None
    parts = sorted(told.values(), key=lambda q: q.first)
    days = shifts_a_week(scene, "day") or named_days(scene, parts[0].first) or _WORKING_DAYS
    return sum(q.value for q in parts) * days, parts[0].first, parts[-1].last


def _part_of_day(scene: Scene, quantity: Quantity) -> str | None:
    """The part of the day in which so many hours are worked."""
    if quantity.unit != "hour" or quantity.per not in (None, "piece", "shift", "day"):
        return None
    words = scene.message.norms[quantity.core + 1 : quantity.last + _TO_PART]
    return next((w.removesuffix("s") for w in words if w.removesuffix("s") in PARTS_OF_DAY), None)


_BOTH = 2
_TO_PART = 3


def _day_after(scene: Scene, quantity: Quantity) -> int | None:
    index = quantity.last + (scene.message.norm(quantity.last) in ("on", "of"))
    return _weekdays(scene).get(_singular(scene.message.norm(index)))


def is_told_by_shift(scene: Scene) -> bool:
    """Whether it is said how long a day of the week's days is: '4h/day, 3 days a week'."""
    return any(q.unit == "hour" and times_a_week(scene, q) is not None for q in scene.quantities)


def _shifts(scene: Scene) -> float | None:
    """'five evenings a week', '2 nights per week', '3 days a week'."""
    return shifts_a_week(scene, "shift", "day")


def shifts_a_week(scene: Scene, *units: str) -> float | None:
    """How many of such a unit are worked each week, where it is said."""
    return next((q.value for q in scene.quantities if q.unit in units and q.per == "week"), None)


def _shifts_of(scene: Scene, quantity: Quantity) -> float | None:
    """'3 shifts of 8 hours per week', '2 lessons of 1 hour a week'."""
    message = scene.message
    before = (q for q in scene.quantities if q.per is None and q.last < quantity.first)
    shifts = (q for q in before if q.unit in ("shift", "day") or message.norm(q.last - 1) in _SITTINGS)
    linked = (q for q in shifts if message.norms[q.last : quantity.first] in _OF)
    return next((q.value for q in linked), None)


def _counted_before(scene: Scene, quantity: Quantity) -> float | None:
    """'two 6-hour shifts a week'."""
    ends = scene.message.between("quantities", quantity.last + 1, quantity.last + 4)
    weekly = any(m.key == "per_week" and m.first == quantity.last + 1 for m in ends)
    before = (q for q in scene.quantities if q.last == quantity.first and q.is_bare)
    return next((q.value for q in before), None) if weekly else None


_SITTINGS = frozenset({"lessons", "sessions", "classes", "calls", "meetings", "visits", "blocks", "slots"})
_OF = frozenset({("of",), ("at",), ("x",), ("@",)})


def _multiplier(scene: Scene, quantity: Quantity) -> float | None:
    """'2 x 8 h': the number of times right before."""
    before = (q for q in scene.quantities if q.last == quantity.first - 1 and q.unit in _COUNTED)
    return next((q.value for q in before if q.currency is None), None)


_COUNTED = (None, "day", "shift")
_TIMES = frozenset({"x", "×", "times"})


def _of_each_week(scene: Scene, quantity: Quantity) -> float | None:
    """'5 weeks, 15h each': each of the weeks."""
    before = [q for q in scene.quantities if q.last <= quantity.first]
    return 1.0 if before and before[-1].unit == "week" and before[-1].per is None else None


def _recurring_days(scene: Scene, quantity: Quantity) -> float | None:
    """'Mon-Fri 4 hours', 'every Saturday 6 hours': days beside the hours that are those of every week."""
    low, high = scene.message.sentence(quantity.first)
    beside = range(max(low, quantity.first - _BESIDE), min(high, quantity.last + _BESIDE))
    near = any(_singular(scene.message.norm(i)) in _weekdays(scene) for i in beside)
    return named_days(scene, quantity.first) if near else None


_BESIDE = 4


def named_days(scene: Scene, place: int) -> float | None:
    """How many days of every week the sentence of a token names: 'Tuesdays and Thursdays', 'Mon to Thu'."""
    message, weekdays = scene.message, _weekdays(scene)
    low, high = message.sentence(place)
    norms = message.norms[low:high]
    named = [(low + i, weekdays[_singular(n)]) for i, n in enumerate(norms) if _singular(n) in weekdays]
    if len(named) == 1 and (
        message.norm(named[0][0]).endswith("days") or message.norm(named[0][0] - 1) in _EVERY
    ):
        return 1.0
    if len(named) >= 2 and message.norms[named[0][0] + 1 : named[1][0]] in _SPANS:
        return float((named[1][1] - named[0][1]) % 7 + 1)
    if len(named) >= 2 and set(message.norms[named[0][0] + 1 : named[1][0]]) <= _AND:
        return float(len({day for _, day in named}))
    if "weekends" in norms or "weekend" in norms:
        return _DAYS_OF_WEEKEND
    return _WORKING_DAYS if "weekdays" in norms or "weekday" in norms else None


def _weekdays(scene: Scene) -> dict[str, int]:
    values: dict[str, int] = scene.lexicon.setting("dates", "weekdays", "values")
    return values


def _singular(norm: str) -> str:
    return norm.removesuffix("s") if len(norm) > _SHORTEST and norm.endswith("days") else norm


_SHORTEST = 5
