"""Units of time against each other, and a quantity of them as a range of the brief."""

from agent.understanding.offline.amounts.quantity import Quantity
from store.nouns.brief import Range

WEEKS: dict[str, float] = {
    "week": 1.0,
    "month": 4.345,
    "quarter": 13.0,
    "year": 52.14,
    "fortnight": 2.0,
    "sprint": 2.0,
    "day": 1 / 7,
}


WORKLOADS = ("full_time", "half_time", "part_time")
"""The words of the schedule that say how much of a week the work takes."""

HOURS_A_DAY = 8.0


DAYS_A_WEEK = 5.0


WEEKS_A_MONTH = 4.345


MOST_WORKING_DAYS = 20.0


def hardness(quantity: Quantity, said: bool | None, plain_bound: bool | None = True) -> bool | None:
    """Whether an amount is a requirement: as it is said, else firm if bounded and soft if rough."""
    if said is not None:
        return said
    if quantity.about:
        return False
    return plain_bound if quantity.bounded else None


def scaled_range(quantity: Quantity, factor: float, most: float, exact: bool = False) -> Range:
    """An amount in other units, no end above `most`."""
    ends = [None if end is None else min(end * factor, most) for end in (quantity.low, quantity.high)]
    low, high = (None if end is None else round(end, 1) if exact else whole_weeks(end, most) for end in ends)
    return Range(min=low, max=high)


def whole_weeks(value: float, most: float = 520) -> float:
    """Whole numbers above two, tenths below."""
    value = min(value, most)
    return float(round(value)) if value >= 2 else round(value, 1)
