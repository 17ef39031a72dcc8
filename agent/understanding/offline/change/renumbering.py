"""Tells what bare numbers are of by the numbers the brief holds: 'change 15 to 18', 'did I say 45? 55'."""

from collections.abc import Sequence
from dataclasses import replace

from agent.understanding.offline.amounts.held_numbers import held_numbers
from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.amounts.restating import is_too_much
from agent.understanding.offline.words.message import Message
from store.nouns.brief import Brief, Slot

_ANSWER = 4
_REACH = 3
_CHANGING = frozenset({"change", "changed", "switch", "swap", "replace", "move", "update", "correct", "turn"})
_OLD = frozenset({"not", "say", "said", "isnt", "wasnt", "than", "of", "wrote", "typed", "no", "was"})
_IS = frozenset({"is", "was", "for", "as", "are", "=", "were"})
_HEADS = frozenset({":", "="})
_TIMES = (Slot.HOURS_PER_WEEK, Slot.DURATION_WEEKS)
_ARTICLES = frozenset({"the", "my", "our", "a", "an", "max", "maximum", "hourly", "weekly"})
_KNOWN = (Slot.HOURLY_RATE, Slot.FIXED_BUDGET, Slot.HOURS_PER_WEEK, Slot.DURATION_WEEKS)


def renumbered(
    message: Message, quantities: Sequence[Quantity], brief: Brief, asked: Slot | None
) -> list[Quantity]:
    """The quantities, each bare number that answers, or stands for one of the brief, as one of that kind."""
    if asked is Slot.DURATION_WEEKS and len(quantities) == 1 and len(message.tokens) <= _ANSWER:
        return [_as_slot(q, asked, brief) if q.is_bare else q for q in quantities]
    if not brief.terms:
        return [q for q in quantities if not (q.is_bare and is_too_much(message, q))]
    named = [_named(message, quantity, brief) for quantity in quantities]
    changed = [_weekly(_changed(message, quantity, brief), brief, asked) for quantity in named]
    return _without_the_old(message, changed, brief)


def _named(message: Message, quantity: Quantity, brief: Brief) -> Quantity:
    """'20 was the hours, 30 is the rate', 'number of weeks: 6'."""
    index = quantity.last
    headed = (
        message.ending("slots", quantity.first - 1) if message.norm(quantity.first - 1) in _HEADS else None
    )
    known = next((slot for slot in _TIMES if headed is not None and slot.value == headed.key), None)
    if quantity.is_bare and known is not None:
        return _as_slot(quantity, known, brief)
    if not quantity.is_bare or message.norm(index) not in _IS:
        return quantity
    index += 1
    while message.norm(index) in _ARTICLES:
        index += 1
    keys = {m.key for m in message.of("slots") if m.first in (index, index - 1) and m.last > index}
    slot = next((slot for slot in _KNOWN if slot.value in keys and slot in brief.terms), None)
    slot = slot or next((slot for slot in _KNOWN if slot.value in keys), None)
    return quantity if slot is None else _as_slot(quantity, slot, brief)


def _weekly(quantity: Quantity, brief: Brief, asked: Slot | None) -> Quantity:
    """'And 5 days', 'make it three days': of a week, where the workload was told in days."""
    told = brief.terms.get(Slot.HOURS_PER_WEEK)
    days = told is not None and any(word.startswith("day") for word in told.words.lower().split())
    lasting = brief.terms.get(Slot.DURATION_WEEKS)
    lasts_days = asked is Slot.DURATION_WEEKS or (lasting is not None and "day" in lasting.words.lower())
    of_a_week = quantity.unit == "day" and quantity.per is None and quantity.value <= _DAYS_A_WEEK
    if not days or lasts_days or not of_a_week or quantity.step:
        return quantity
    return replace(quantity, per="week")


_DAYS_A_WEEK = 7.0


def _changed(message: Message, quantity: Quantity, brief: Brief) -> Quantity:
    """'change 15 to 18': no range, where the brief holds the first."""
    if not quantity.is_range or quantity.low is None:
        return quantity
    before = message.norms[max(0, quantity.core - _REACH) : quantity.core]
    slot = _slot_of(quantity.low, brief)
    if slot is None or not _CHANGING & set(before):
        return quantity
    new = replace(quantity, low=quantity.high, bounded=False)
    return _as_slot(new, slot, brief) if quantity.is_bare else new


def _without_the_old(message: Message, quantities: Sequence[Quantity], brief: Brief) -> list[Quantity]:
    """'did I say 45? 55', 'not 20, 25 hours': the number held goes, and the other is of its kind."""
    old = next((q for q in quantities if _is_old(message, q, brief)), None)
    if old is None or len(quantities) != _PAIR:
        return list(quantities)
    new = next(q for q in quantities if q is not old)
    slot = _slot_of(old.value, brief)
    if slot is None or new.value == old.value:
        return list(quantities)
    if _is_before_arrow(message, old):
        new = replace(new, low=new.value, high=new.value, bounded=False)
    return [_as_slot(new, slot, brief) if new.is_bare else new]


_PAIR = 2


def _is_old(message: Message, quantity: Quantity, brief: Brief) -> bool:
    if quantity.is_range or quantity.bounded or quantity.step or _slot_of(quantity.value, brief) is None:
        return False
    if is_too_much(message, quantity):
        return True
    return message.norm(quantity.core - 1) in _OLD or _is_before_arrow(message, quantity)


def _is_before_arrow(message: Message, quantity: Quantity) -> bool:
    """'30 -> 20'."""
    after = message.norms[quantity.last : quantity.last + 2]
    return after in _ARROWS or after[:1] == ("→",)


_ARROWS = frozenset({("-", ">"), ("=", ">"), ("–", ">")})


def _slot_of(value: float, brief: Brief) -> Slot | None:
    """The term of the brief that has just this number."""
    slots = [slot for slot, number in held_numbers(brief) if number == value and slot in _KNOWN]
    return slots[0] if len(slots) == 1 else None


def _as_slot(quantity: Quantity, slot: Slot, brief: Brief) -> Quantity:
    match slot:
        case Slot.HOURLY_RATE:
            currency = brief.hourly_rate.currency if brief.hourly_rate is not None else None
            return replace(quantity, per="hour", currency=currency)
        case Slot.FIXED_BUDGET:
            currency = brief.fixed_budget.currency if brief.fixed_budget is not None else None
            return replace(quantity, unit="project", currency=currency)
        case Slot.HOURS_PER_WEEK:
            return replace(quantity, unit="hour", per="week")
        case Slot.DURATION_WEEKS:
            return replace(quantity, unit="week")
        case _:
            return quantity
