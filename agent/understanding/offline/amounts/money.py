"""Finds prices: each amount of money as an hourly rate or a budget for the whole."""

from dataclasses import replace

from agent.understanding.offline.amounts.amounts_of_money import is_money
from agent.understanding.offline.amounts.coins import OF_LAKHS, coin_beside, coin_meant, names_work
from agent.understanding.offline.amounts.ends import named_end
from agent.understanding.offline.amounts.instalments import with_instalments
from agent.understanding.offline.amounts.other_money import goes_on, is_elsewhere
from agent.understanding.offline.amounts.pricing import Use, dollars, use_of
from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.change.steps import direction, is_step
from agent.understanding.offline.findings import Finding, Scene
from store.nouns.brief import MoneyRange, Slot

ROUGHLY = 0.1
"""'Around 30' is 10% less to 10% more."""

LEAST_PAY = 2.0
"""US dollars: less than this, of nothing that is named, is the price of a piece."""

_MOST_MONEY = 100_000_000_000.0


def find_money(scene: Scene) -> list[Finding]:
    """Hourly rates and budgets."""
    found = []
    other: Quantity | None = None
    for quantity in with_instalments(scene.message, scene.quantities):
        moves = _is_step_of_price(scene, quantity)
        if quantity.step or moves or not is_money(scene, quantity):
            continue
        if is_elsewhere(scene, quantity) or (other is not None and goes_on(scene, other, quantity)):
            other = quantity
            continue
        use = use_of(scene, quantity)
        if use is not None and not _is_for_a_piece(scene, quantity, use):
            found.append(_finding(scene, quantity, use))
    return found


def _is_for_a_piece(scene: Scene, quantity: Quantity, use: Use) -> bool:
    """'$0.50 for each', '1$': too little for any work, so it pays a piece of it."""
    named = quantity.per in ("hour", "project") or scene.asked is not None or bool(scene.context.brief.terms)
    return not named and dollars(scene, quantity) / use.divisor < LEAST_PAY


def _finding(scene: Scene, quantity: Quantity, use: Use) -> Finding:
    quantity = _in_thousands(scene, quantity, use.slot)
    low, high = quantity.low, quantity.high
    if not quantity.bounded and not quantity.is_range:
        value = quantity.value
        low, high = (value * (1 - ROUGHLY), value * (1 + ROUGHLY)) if quantity.about else (None, value)
    if named_end(scene, quantity) == "lower_end" and not quantity.bounded:
        low, high = quantity.value, None
    if low is None and high is not None:
        low = _kept_floor(scene, quantity, use)
    if high is None and low is not None:
        high = _kept_ceiling(scene, low, use)
    stance = scene.stance(quantity.first, quantity.last)
    hard = stance.hard
    if hard is None:
        hard = False if quantity.about or stance.unsure else True if quantity.bounded else None
    value_range = MoneyRange(
        min=_rounded(low, use), max=_rounded(high, use), currency=_currency(scene, quantity, use.slot)
    )
    uncertain = not use.sure or quantity.vague or stance.unsure
    return Finding(use.slot, value_range, quantity.first, quantity.last, hard=hard, uncertain=uncertain)


def _kept_floor(scene: Scene, quantity: Quantity, use: Use) -> float | None:
    """'a little more budget: up to 1800', '95 is ok too': only the upper end of the range moves."""
    brief = scene.context.brief
    held = brief.hourly_rate if use.slot is Slot.HOURLY_RATE else brief.fixed_budget
    dearer = any(m.key == "dearer" for m in scene.message.of("relative"))
    allowed = scene.near("people", "allowed", quantity.first, quantity.last, 0, 3)
    raised = (dearer and quantity.bounded) or (allowed and not quantity.bounded)
    raised = raised or named_end(scene, quantity) == "upper_end"
    if held is None or held.min is None or not raised or use.divisor != 1 or _is_around(held):
        return None
    return held.min if held.min < quantity.value else None


def _is_around(held: MoneyRange) -> bool:
    """Whether the two ends are those that 'about 900' was given here, so that nobody asked for the lower."""
    if held.min is None or held.max is None:
        return False
    return abs(held.min * (1 + ROUGHLY) - held.max * (1 - ROUGHLY)) < ROUGHLY


def _kept_ceiling(scene: Scene, low: float, use: Use) -> float | None:
    """'at least 40', where up to 60 was said before."""
    brief = scene.context.brief
    held = brief.hourly_rate if use.slot is Slot.HOURLY_RATE else brief.fixed_budget
    most = None if held is None or use.divisor != 1 else held.max
    return most if most is not None and low < most else None


def _in_thousands(scene: Scene, quantity: Quantity, slot: Slot) -> Quantity:
    """'I can go up to 4', of a budget of some thousands: the thousands go unsaid."""
    held = scene.context.brief.fixed_budget if slot is Slot.FIXED_BUDGET else None
    known = 0.0 if held is None else held.max or held.min or 0.0
    if known < _THOUSANDS or quantity.scaled or not 1 <= quantity.value < _UNSAID:
        return quantity
    if not known / 5 <= quantity.value * 1000 <= known * 5:
        return quantity
    ends = [None if end is None else end * 1000 for end in (quantity.low, quantity.high)]
    return replace(quantity, low=ends[0], high=ends[1], scale=1000.0)


_THOUSANDS, _UNSAID = 1000.0, 100.0


def _rounded(amount: float | None, use: Use) -> float | None:
    if amount is None:
        return None
    return round(min(amount / use.divisor, _MOST_MONEY), 2)


def _currency(scene: Scene, quantity: Quantity, slot: Slot) -> str:
    beside = coin_beside(scene, quantity)
    if beside is not None:
        return beside[0]
    if quantity.currency is not None:
        return coin_meant(scene, quantity, quantity.currency)
    if quantity.in_lakhs:
        return coin_meant(scene, quantity, OF_LAKHS)
    brief = scene.context.brief
    before = brief.hourly_rate if slot is Slot.HOURLY_RATE else brief.fixed_budget
    other = brief.fixed_budget if slot is Slot.HOURLY_RATE else brief.hourly_rate
    known = before or other
    told = {m.key for m in scene.message.of("currency") if not scene.is_measured(m.first, m.last)}
    told = {code for code in told if not names_work(scene, code)}
    if known is not None:
        return told.pop() if len(told) == 1 else known.currency
    said = {q.currency for q in scene.quantities if q.currency is not None}
    if len(said) == 1:
        return said.pop()
    named = {m.key for m in scene.message.of("currency") if not names_work(scene, m.key)}
    return named.pop() if len(named) == 1 else "USD"


def _is_step_of_price(scene: Scene, quantity: Quantity) -> bool:
    """Whether the amount is only a step of the price the brief holds: 'raise the rate by $10'."""
    brief = scene.context.brief
    held = brief.hourly_rate is not None or brief.fixed_budget is not None
    return held and is_step(scene, quantity) and direction(scene, quantity) != 0
