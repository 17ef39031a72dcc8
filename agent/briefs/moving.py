"""Moves a slot's present value: 'a bit cheaper', '10 more hours', 'more senior'."""

from datetime import date, timedelta

from agent.briefs.bounds import MOST_MONEY, sound_count, sound_range
from agent.understanding.reading import ChangeValue
from store.nouns.brief import MoneyRange, Range, Seniority, Slot

_MOST_DAYS = 3650


def moved(
    slot: Slot, before: ChangeValue | None, factor: float | None, delta: float | None
) -> ChangeValue | None:
    """`before * factor + delta` at each end that is set; None if there is nothing to move.

    Seniority moves by whole steps, a date by days.
    """
    times, plus = 1.0 if factor is None else factor, 0.0 if delta is None else delta
    if not (-1000 <= times <= 1000 and abs(plus) <= MOST_MONEY):
        return None
    match before:
        case MoneyRange():
            least, most = (_limited(end, times, plus) for end in (before.min, before.max))
            if least is not None and most is not None and least > most:
                least = most
            return MoneyRange(min=least, max=most, currency=before.currency)
        case Range():
            ends = [None if end is None else round(end * times + plus, 2) for end in (before.min, before.max)]
            floor = -12.0 if slot is Slot.UTC_OFFSET else 0.0
            ends = [None if end is None else max(end, floor) for end in ends]
            if ends[0] is not None and ends[1] is not None and ends[0] > ends[1]:
                ends.reverse()
            return sound_range(slot, Range(min=ends[0], max=ends[1]))
        case Seniority():
            steps = list(Seniority)
            place = steps.index(before) + round(plus)
            return steps[min(max(place, 0), len(steps) - 1)]
        case date():
            try:
                return before + timedelta(days=max(-_MOST_DAYS, min(_MOST_DAYS, round(plus))))
            except OverflowError:
                return before
        case bool():
            return None
        case int() if slot in (Slot.HEADCOUNT, Slot.MIN_JOB_SUCCESS, Slot.MIN_JOBS_COMPLETED):
            return sound_count(slot, before * times + plus)
        case float() | int():
            return min(max(round(before * times + plus, 2), 0.0), 5.0)
        case _:
            return None


def _limited(end: float | None, times: float, plus: float) -> float | None:
    return None if end is None else round(min(max(end * times + plus, 0.0), float(MOST_MONEY)), 2)
