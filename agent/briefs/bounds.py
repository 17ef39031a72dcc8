"""What a slot can hold. A value of the wrong kind is left out; one out of bounds is clamped."""

from collections.abc import Mapping
from datetime import date
from math import isfinite

from agent.understanding.reading import ChangeValue
from store.knowledge import Knowledge
from store.nouns.brief import MoneyRange, Provider, Range, Seniority, Slot

MOST_MONEY = 100_000_000_000
_RANGES: Mapping[Slot, tuple[float, float]] = {
    Slot.HOURS_PER_WEEK: (0, 168),
    Slot.DURATION_WEEKS: (0, 520),
    Slot.UTC_OFFSET: (-12, 14),
}
_COUNTS: Mapping[Slot, tuple[int, int]] = {
    Slot.HEADCOUNT: (1, 1000),
    Slot.MIN_JOB_SUCCESS: (0, 100),
    Slot.MIN_JOBS_COMPLETED: (0, 1_000_000),
}


def sound_value(slot: Slot, value: ChangeValue | None, knowledge: Knowledge) -> ChangeValue | None:
    """The value as a single-valued slot can hold it; None if it cannot."""
    match slot:
        case Slot.ROLE:
            return _role(value, knowledge)
        case Slot.HOURLY_RATE | Slot.FIXED_BUDGET:
            return _money(value, knowledge)
        case Slot.HOURS_PER_WEEK | Slot.DURATION_WEEKS | Slot.UTC_OFFSET:
            return sound_range(slot, value)
        case Slot.HEADCOUNT | Slot.MIN_JOB_SUCCESS | Slot.MIN_JOBS_COMPLETED:
            return sound_count(slot, value)
        case Slot.MIN_RATING:
            number = _number(value)
            return None if number is None else min(max(number, 0.0), 5.0)
        case Slot.SENIORITY:
            return value if isinstance(value, Seniority) else None
        case Slot.PROVIDER:
            return value if isinstance(value, Provider) else None
        case Slot.START_BY:
            return value if isinstance(value, date) else None
        case Slot.AVAILABLE_NOW:
            return value if isinstance(value, bool) else None
        case _:
            return None


def sound_count(slot: Slot, value: object) -> int | None:
    """A whole number within the slot's bounds; None if it is not a number."""
    number = _number(value)
    if number is None:
        return None
    least, most = _COUNTS[slot]
    return round(min(max(number, least), most))


def sound_range(slot: Slot, value: object) -> Range | None:
    """A range within the slot's bounds, its ends in order; None if both ends are open."""
    if not isinstance(value, Range):
        return None
    least, most = _RANGES[slot]
    ends = [_clamped(end, least, most) for end in (value.min, value.max)]
    if ends == [None, None]:
        return None
    return Range(min=ends[0], max=ends[1])


def _role(value: object, knowledge: Knowledge) -> str | None:
    if not isinstance(value, str):
        return None
    if value in knowledge.roles:
        return value
    family = knowledge.find_role(value)
    return None if family is None else family.id


def _money(value: object, knowledge: Knowledge) -> MoneyRange | None:
    if not isinstance(value, MoneyRange) or value.currency not in knowledge.currencies:
        return None
    least, most = _clamped(value.min, 0, MOST_MONEY), _clamped(value.max, 0, MOST_MONEY)
    if least is None and most is None:
        return None
    return MoneyRange(min=least, max=most, currency=value.currency)


def _clamped(end: float | None, least: float, most: float) -> float | None:
    return None if end is None or not isfinite(end) else min(max(end, least), most)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return float(value)
