"""How often work comes back: '45 minutes each Monday', 'six days in a week', 'twice a week for an hour'."""

from collections.abc import Sequence
from dataclasses import replace

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.words.message import Message

_MINUTES = 60.0
_LONGEST_DAY = 12.0
_DAYS = 7.0
_TIMES = frozenset({"x", "×", "*", "times"})
_RECURRING = frozenset({"each", "every", "daily", "weekly", "per", "on"})
_OFTEN = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_TIMES_OF = frozenset({"times", "x"})
_BETWEEN = frozenset({",", "for", "of", "at", "(", "-", "–", ":", "about", "around", "and", "is", "roughly"})
_FARTHEST = 3


def with_rhythm(message: Message, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, minutes that recur made hours, and the days of every week told as such."""
    kept: list[Quantity] = []
    for place, quantity in enumerate(quantities):
        if kept and _goes_on(kept[-1], quantity):
            low = (kept[-1].value + quantity.value / _MINUTES,) * 2
            kept[-1] = replace(kept[-1], low=low[0], high=low[1], last=quantity.last, per=quantity.per)
        elif quantity.unit == "week" and _TIMES_OF & set(message.norms[quantity.core : quantity.last]):
            continue  # 'posts 3x week': how often, and not how long
        elif quantity.unit == "minute" and _recurs(message, quantity):
            kept.append(_in_hours(quantity))
        elif _are_of_a_week(message, quantity, quantities, place):
            kept.append(replace(quantity, per="week"))
        else:
            kept.append(quantity)
    return kept


def times_told(message: Message, quantity: Quantity) -> float | None:
    """How often a week so long is worked, told in words beside it: '2 hours twice a week'."""
    after = message.norms[quantity.last : quantity.last + 1]
    start = quantity.last + (after[:1] == (",",))
    often = _often(message, start)
    if often is not None:
        return often[0]
    for begin in range(max(0, quantity.first - _FARTHEST - 5), quantity.first):
        often = _often(message, begin)
        if often is not None:
            between = message.norms[often[1] : quantity.first]
            return often[0] if len(between) <= _FARTHEST and set(between) <= _BETWEEN else None
    return None


def _often(message: Message, index: int) -> tuple[float, int] | None:
    """'twice a week', 'three times per week' from a token on, and where it ends."""
    times, last = _OFTEN.get(message.norm(index)), index + 1
    if times is None:
        number = _SPELLED.get(message.norm(index), message.norm(index))
        if not (number.isascii() and number.isdigit() and message.norm(index + 1) in _TIMES_OF):
            return None
        times, last = float(number), index + 2
    per = next((m for m in message.between("quantities", last, last + 4) if m.key == "per_week"), None)
    return None if per is None or per.first != last or times > _DAYS else (times, per.last)


_SPELLED = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


def _goes_on(hours: Quantity, minutes: Quantity) -> bool:
    """'1 hour 30 minutes': one length in two units."""
    return (
        hours.unit == "hour"
        and minutes.unit == "minute"
        and hours.per is None
        and minutes.value < _MINUTES
        and hours.last == minutes.first
    )


def _recurs(message: Message, quantity: Quantity) -> bool:
    """Whether so many minutes are worked again and again, and are not the length of something made."""
    if quantity.currency is not None or quantity.per in ("word", "minute", "hour"):
        return False
    if quantity.per in ("day", "week") or times_told(message, quantity) is not None:
        return True
    before = message.norm(quantity.last - 1) if quantity.per == "piece" else message.norm(quantity.last)
    place = quantity.last if quantity.per == "piece" else quantity.last + 1
    return before in _RECURRING and _is_day(message, place)


def _is_day(message: Message, index: int) -> bool:
    word = message.norm(index)
    return word.removesuffix("s").endswith("day") or word.removesuffix("s") in PARTS_OF_DAY


PARTS_OF_DAY = frozenset({"morning", "evening", "afternoon", "night", "lunchtime", "noon"})


def _in_hours(quantity: Quantity) -> Quantity:
    ends = [None if end is None else end / _MINUTES for end in (quantity.low, quantity.high)]
    return replace(quantity, unit="hour", low=ends[0], high=ends[1])


def _are_of_a_week(message: Message, days: Quantity, quantities: Sequence[Quantity], place: int) -> bool:
    """'all seven days', 'six days in week', '3 hrs x 5 days': days of every week, where none are said so."""
    if days.unit != "day" or days.currency is not None or days.value > _DAYS or days.step:
        return False
    if days.per is not None:
        return place > 0 and _are_of_each(quantities[place - 1], days)
    if message.norms[days.last : days.last + 2] == ("in", "week"):
        return True
    if message.norm(days.first - 1) == "all" and days.value == _DAYS:
        return True
    beside = [quantities[i] for i in (place - 1, place + 1) if 0 <= i < len(quantities)]
    return any(_is_multiplied(message, days, hours) for hours in beside)


def _are_of_each(weeks: Quantity, days: Quantity) -> bool:
    """'10 weeks, 2 days each'."""
    return weeks.unit == "week" and weeks.per is None and days.per == "piece" and days.value <= _DAYS


def _is_multiplied(message: Message, days: Quantity, hours: Quantity) -> bool:
    """'3 hrs x 5 days', '4 days x 6h', '5 hours daily, 6 days'."""
    if hours.unit != "hour" or hours.per not in (None, "day") or hours.value > _LONGEST_DAY:
        return False
    first, second = sorted((days, hours), key=lambda q: q.first)
    between = message.norms[first.last : second.first]
    most = first is hours and hours.per == "day" and days.value >= _MOST_OF_A_WEEK
    return len(between) == 1 and between[0] in (_AFTER_A_DAY if most else _TIMES)


_MOST_OF_A_WEEK = 5.0
_AFTER_A_DAY = frozenset({"x", "×", "*", "times", ",", "("})
