"""The numbers a brief holds: which of them a bare number is meant for, and that number in their form."""

from collections.abc import Iterator
from math import log

from agent.briefs.slots import PRICES, field_of
from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.words.spans import WEEKS_A_MONTH, scaled_range
from agent.understanding.reading import ChangeValue
from store.nouns.brief import Brief, MoneyRange, Range, Slot


def nearest_held(brief: Brief, value: float) -> Slot | None:
    """The slot of the brief whose number is nearest to `value`, by ratio."""
    held = [
        (min(_distance(number, value), _distance(number, value * _scale(brief, slot))), slot)
        for slot, number in held_numbers(brief)
        if number > 0 and value > 0
    ]
    near = [each for each in held if each[0] <= _FARTHEST]
    return min(near, key=lambda each: each[0])[1] if near else None


def _distance(held: float, value: float) -> float:
    """By ratio; of a number held in thousands, those can go unsaid: 'I can't go above 4'."""
    unsaid = (value * _THOUSAND,) if held >= _THOUSAND > value else ()
    return min(abs(log(held / each)) for each in (value, *unsaid))


def held_numbers(brief: Brief) -> Iterator[tuple[Slot, float]]:
    """Every number of the brief with its slot, of a range the upper end."""
    for slot in (*PRICES, Slot.HOURS_PER_WEEK, Slot.DURATION_WEEKS):
        held: MoneyRange | Range | None = getattr(brief, field_of(slot))
        if held is not None:
            yield slot, held.max if held.max is not None else held.min or 0.0
    for slot in (Slot.MIN_JOB_SUCCESS, Slot.MIN_RATING, Slot.MIN_JOBS_COMPLETED, Slot.HEADCOUNT):
        number: float | None = getattr(brief, field_of(slot))
        if number is not None:
            yield slot, float(number)


def like_held(brief: Brief, slot: Slot, quantity: Quantity) -> ChangeValue | None:
    """A new number in the form of the value the brief holds in that slot."""
    held, value = getattr(brief, field_of(slot)), quantity.value
    scale = _scale(brief, slot)
    if scale != 1 and isinstance(held, Range):
        return scaled_range(quantity, scale, _LONGEST)
    match held:
        case MoneyRange():
            low = quantity.low if quantity.is_range else None
            return MoneyRange(min=low, max=value, currency=held.currency)
        case Range() if quantity.is_range or quantity.bounded:
            return Range(min=quantity.low, max=quantity.high)
        case Range():
            return Range(min=None if held.min is None else value, max=None if held.max is None else value)
        case float():
            return value if value <= _BEST_RATING else None
        case int():
            return round(value)
        case _:
            return None


def _scale(brief: Brief, slot: Slot) -> float:
    """How many weeks each of what a length was told in: 'make it four', after three months."""
    words = brief.terms[slot].words.lower().split() if slot in brief.terms else []
    told = slot is Slot.DURATION_WEEKS and any(word.startswith(("month", "mth")) for word in words)
    return WEEKS_A_MONTH if told else 1.0


_LONGEST = 520.0

_FARTHEST = log(10.0)
"""No number stands for one that is more than so many times larger or smaller."""

_THOUSAND = 1000.0
_BEST_RATING = 5.0
