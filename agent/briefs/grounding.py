"""Gives 'a bit cheaper' something to be cheaper than, where the brief has no price yet."""

from collections.abc import Sequence
from statistics import median

from agent.understanding.reading import CandidateName, Change, Operation, Reading
from store.nouns.brief import Brief, MoneyRange, Slot

_STEP = 5


def ground_relative_price(reading: Reading, brief: Brief, shown: Sequence[CandidateName]) -> Reading:
    """The reading with a relative price turned into a limit in US dollars an hour.

    The limit is the change applied to the median rate of the list last shown, rounded to whole steps of $5;
    it is marked uncertain, so that the reply says what was assumed. Without a list, or with a price in the
    brief, the reading stays as it is.
    """
    rates = [person.hourly_rate_usd for person in shown if person.hourly_rate_usd is not None]
    if brief.hourly_rate is not None or not rates:
        return reading
    return reading.model_copy(
        update={"changes": tuple(_grounded(change, median(rates)) for change in reading.changes)}
    )


def _grounded(change: Change, rate: float) -> Change:
    if change.slot is not Slot.HOURLY_RATE or change.operation is not Operation.RELATIVE:
        return change
    limit = max(_STEP, round((rate * (change.factor or 1) + (change.delta or 0)) / _STEP) * _STEP)
    return change.model_copy(
        update={
            "operation": Operation.SET,
            "value": MoneyRange(max=limit),
            "factor": None,
            "delta": None,
            "uncertain": True,
        }
    )
