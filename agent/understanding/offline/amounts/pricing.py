"""What an amount of money is for, by unit, by the words around it, by its size."""

from dataclasses import dataclass
from itertools import pairwise

from agent.briefs.slots import PRICES
from agent.understanding.offline.amounts.coins import OF_LAKHS, coin_meant
from agent.understanding.offline.amounts.pieces import is_for_each_person, pieces_wanted
from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.amounts.size_of_work import goes_on, is_small, takes_months
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.spans import HOURS_A_DAY, WEEKS_A_MONTH, WORKLOADS
from store.nouns.brief import Slot

HOURS_A_WEEK = 40.0
WEEKS_A_YEAR = 52.0
DEAREST_HOUR = 100.0
"""US dollars: a bare price above this is for the whole work, one below is for an hour."""

DEAREST_HOUR_IN_BUDGET = 60.0
"""The same where it is called a budget."""
LEAST_HANDFUL = 15.0
"""US dollars: a single sum of less is an hour's pay whatever is to be made."""

DEAREST_HOUR_IN_RANGE = 180.0
"""The same of a price from so much to so much: for a whole people rarely leave it that open."""

FULL_TIME_PAY = 20.0
"""US dollars an hour: what comes to more by the month is full-time pay."""
CHEAPEST_THING = 100.0
"""US dollars: 'for a' thing, less than this is what each of several costs."""

_MANY_COINS = 1000.0
"""So many of any coin, called a budget, are for the whole work."""

CHEAPEST_HOUR = 3.0
"""US dollars: what comes to less by the month is no full-time pay but a price for some work each month."""


@dataclass(frozen=True, slots=True)
class Use:
    """What an amount is for. Divided by `divisor` it is an hourly rate, or the price of all pieces."""

    slot: Slot
    sure: bool
    divisor: float = 1.0


def use_of(scene: Scene, quantity: Quantity) -> Use | None:
    """What an amount is for; None where it is the price of a piece."""
    match quantity.per:
        case "hour":
            return Use(Slot.HOURLY_RATE, sure=True)
        case "day":
            return Use(Slot.HOURLY_RATE, sure=False, divisor=HOURS_A_DAY)
        case "week":
            return _retainer(scene, quantity, 1.0)
        case "month":
            return _retainer(scene, quantity, WEEKS_A_MONTH)
        case "year":
            return Use(Slot.HOURLY_RATE, sure=False, divisor=_weekly_hours(scene) * WEEKS_A_YEAR)
        case "piece" if is_for_the_thing(scene, quantity):
            return Use(Slot.FIXED_BUDGET, sure=False)
        case "piece" if is_for_each_person(scene, quantity):
            return Use(Slot.FIXED_BUDGET, sure=False)
        case "piece" if (pieces := pieces_wanted(scene, quantity)) is not None:
            return Use(Slot.FIXED_BUDGET, sure=False, divisor=1 / pieces)
        case "word" | "minute" | "piece":
            return None
        case "project":
            return Use(Slot.FIXED_BUDGET, sure=True)
    if quantity.unit == "project":
        return Use(Slot.FIXED_BUDGET, sure=True)
    return _by_words(scene, quantity)


def is_for_the_thing(scene: Scene, quantity: Quantity) -> bool:
    """'800 quid for a logo': the price of the one thing that is to be made."""
    mark = scene.message.norms[quantity.core + 1 : quantity.last]
    return any(pair in _FOR_ONE for pair in pairwise(mark)) and dollars(scene, quantity) >= CHEAPEST_THING


_FOR_ONE = frozenset({("for", "a"), ("for", "an"), ("for", "one"), ("for", "the")})


def _retainer(scene: Scene, quantity: Quantity, weeks: float) -> Use:
    """What is paid by the week or month: an hourly rate where the workload is known, else a budget for it."""
    paid = _hours_paid(scene, quantity)
    if paid is not None:
        return Use(Slot.HOURLY_RATE, sure=False, divisor=paid)
    hours = _known_hours(scene)
    if hours is None:
        full = (
            quantity.currency is not None
            and dollars(scene, quantity) / (HOURS_A_WEEK * weeks) >= FULL_TIME_PAY
        )
        if not full:
            return Use(Slot.FIXED_BUDGET, sure=False)
        hours = HOURS_A_WEEK
    if dollars(scene, quantity) / (hours * weeks) < CHEAPEST_HOUR:
        return Use(Slot.FIXED_BUDGET, sure=False)
    return Use(Slot.HOURLY_RATE, sure=False, divisor=hours * weeks)


def _hours_paid(scene: Scene, price: Quantity) -> float | None:
    """'80 hours a month, 6400 monthly', '1000 monthly for 25 hours': the hours that the price is for."""
    for hours in scene.quantities:
        if hours.unit != "hour" or hours.value <= 0 or hours.is_range:
            continue
        joined = 0 <= hours.core - price.last <= _SOON or 0 <= price.first - hours.last <= 1
        if hours.per == price.per or (hours.per is None and joined):
            return hours.value
    return None


_SOON = 3


def _by_words(scene: Scene, quantity: Quantity) -> Use:
    if sums_up(scene, quantity):
        return Use(Slot.FIXED_BUDGET, sure=True)
    for key, slot in (("fixed", Slot.FIXED_BUDGET), ("hourly", Slot.HOURLY_RATE)):
        if _is_called(scene, key, quantity) and not (
            key == "hourly" and (_other_price_is_hourly(scene, quantity) or _is_not_hourly(scene))
        ):
            return Use(slot, sure=True)
    worth = min(dollars(scene, quantity), quantity.value)  # 'EUR 90': people think in their own round numbers
    if scene.asked is Slot.HOURLY_RATE and worth > 3 * DEAREST_HOUR:
        return Use(Slot.FIXED_BUDGET, sure=False)
    if scene.asked in PRICES:
        return Use(scene.asked, sure=True)
    brief = scene.context.brief
    if _is_by_the_hour(scene) and worth <= 2 * DEAREST_HOUR:
        return Use(Slot.HOURLY_RATE, sure=True)
    if brief.hourly_rate is not None and brief.fixed_budget is None and worth <= 2 * DEAREST_HOUR:
        return Use(Slot.HOURLY_RATE, sure=True)
    if _lasts(scene, worth) and brief.fixed_budget is None:
        return Use(Slot.HOURLY_RATE, sure=False)
    if brief.fixed_budget is not None and brief.hourly_rate is None:
        return Use(Slot.FIXED_BUDGET, sure=True)
    if scene.near("money", "purse", quantity.core, quantity.core, 4, 0) or _is_all_there_is(scene, quantity):
        return Use(Slot.FIXED_BUDGET, sure=worth >= DEAREST_HOUR_IN_BUDGET)
    if scene.message.has("tasks") and not scene.message.has("role") and not scene.message.has("heads"):
        return Use(Slot.FIXED_BUDGET, sure=worth >= 2 * DEAREST_HOUR)
    if quantity.value >= _MANY_COINS and _is_called_budget(scene, quantity):
        return Use(Slot.FIXED_BUDGET, sure=False)
    if quantity.is_range and worth <= DEAREST_HOUR_IN_RANGE and _names_somebody(scene):
        return Use(Slot.HOURLY_RATE, sure=False)
    if not quantity.is_range and not quantity.bounded and _is_handful(scene, quantity):
        return Use(Slot.FIXED_BUDGET, sure=False)
    if worth < (DEAREST_HOUR_IN_BUDGET if _is_called_budget(scene, quantity) else DEAREST_HOUR):
        return Use(Slot.HOURLY_RATE, sure=False)
    return Use(Slot.FIXED_BUDGET, sure=worth >= 2 * DEAREST_HOUR)


def _is_all_there_is(scene: Scene, quantity: Quantity) -> bool:
    """'20$ is all I have': what somebody has got is for the whole work."""
    inside = scene.message.between("money", quantity.core, quantity.last)
    return any(m.key == "whole_purse" for m in inside) or scene.near(
        "money", "whole_purse", quantity.last, quantity.last, 0, 6
    )


def _is_by_the_hour(scene: Scene) -> bool:
    """'Not fixed price please, by the hour. 30 tops.': the way to pay, told apart from the amount."""
    message = scene.message
    apart = [m for m in message.of("quantities", "per_hour") if not scene.is_measured(m.first, m.last)]
    fixed = message.of("money", "fixed")
    denied = all(message.norm(m.first - 1) in _TURNED_DOWN for m in fixed)
    return denied and any(message.norm(m.first - 1) not in _TURNED_DOWN for m in apart)


_TURNED_DOWN = frozenset({"not", "no", "non", "than", "of"})


def _is_called(scene: Scene, key: str, quantity: Quantity) -> bool:
    """Whether a word for that way to pay stands near, and is not said of hours: '120 hours altogether'."""
    message = scene.message
    low, high = message.sentence(quantity.first)
    low, high = max(low, quantity.first - _NEAR), min(high, quantity.last + _NEAR)
    cues = (*message.between("money", low, quantity.first), *message.between("money", quantity.last, high))
    hours = scene.once(_ends_of_hours)
    return any(cue.key == key and not (cue.first in hours and key == "fixed") for cue in cues)


def _ends_of_hours(scene: Scene) -> frozenset[int]:
    return frozenset(q.last for q in scene.quantities if q.unit == "hour")


_NEAR = 4


def _lasts(scene: Scene, worth: float) -> bool:
    """'15h a week, $90-110', '3 months, 60 EUR': so little for work that goes on can only be for an hour."""
    if worth > 2 * DEAREST_HOUR:
        return False
    return scene.once(goes_on) or (scene.once(takes_months) and worth <= DEAREST_HOUR_IN_RANGE)


def _names_somebody(scene: Scene) -> bool:
    return (scene.message.has("role") or scene.message.has("heads")) and not scene.once(is_small)


def _is_handful(scene: Scene, quantity: Quantity) -> bool:
    """'a flyer by Friday, 50 AUD', '80 bucks': a single small sum for one small thing."""
    if scene.context.brief.terms or dollars(scene, quantity) < LEAST_HANDFUL:
        return False
    told = set(scene.message.norms[quantity.core : quantity.last])
    return scene.once(is_small) or bool(told & _COLLOQUIAL)


_COLLOQUIAL = frozenset({"bucks", "quid", "squid"})


def _is_called_budget(scene: Scene, quantity: Quantity) -> bool:
    """'Budget $80': the very word, in the same part of the sentence."""
    segment = scene.message.segment(quantity.first)
    said = scene.message.between("money", segment.first, segment.last)
    return any(scene.message.norm(m.first).startswith("budget") for m in said if m.key == "budget")


def _is_not_hourly(scene: Scene) -> bool:
    """'flat fee, not hourly': the way to pay that is turned down."""
    message = scene.message
    said = message.of("money", "hourly")
    return bool(said) and all(message.norm(m.first - 1) in _TURNED_DOWN for m in said)


def _other_price_is_hourly(scene: Scene, quantity: Quantity) -> bool:
    return any(q.per == "hour" and q is not quantity for q in scene.quantities)


def dollars(scene: Scene, quantity: Quantity) -> float:
    """An amount in US dollars; one without a currency is in that of the price the brief holds."""
    brief = scene.context.brief
    held = brief.hourly_rate or brief.fixed_budget
    currency = quantity.currency or (OF_LAKHS if quantity.in_lakhs else None)
    if currency is not None:
        currency = coin_meant(scene, quantity, currency)
    else:
        currency = "USD" if held is None else held.currency
    if currency not in scene.knowledge.currencies:
        return quantity.value
    return scene.knowledge.convert(quantity.value, currency, "USD")


def _weekly_hours(scene: Scene) -> float:
    return _known_hours(scene) or HOURS_A_WEEK


def _known_hours(scene: Scene) -> float | None:
    """Hours a week as far as the message or the brief says."""
    for quantity in scene.quantities:
        if quantity.unit == "hour" and quantity.per == "week" and quantity.value > 0:
            return quantity.value
        if quantity.unit == "day" and quantity.per == "week" and quantity.value > 0:
            return quantity.value * HOURS_A_DAY
    for key in WORKLOADS:
        if scene.message.has("schedule", key):
            return float(scene.lexicon.setting("schedule", key, "weekly")[1])
    known = scene.context.brief.hours_per_week
    return None if known is None else known.max or known.min


def sums_up(scene: Scene, quantity: Quantity) -> bool:
    """'$8 per minute, so 720': what single prices come to."""
    message = scene.message
    before = message.norm(quantity.first - 1)
    return before in ("so", "=", "total", "makes", "thats") and any(
        q.currency is not None and q.last < quantity.first for q in scene.quantities
    )
