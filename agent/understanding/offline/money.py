"""Finds prices: an hourly rate or a budget for the whole, by unit, by the words around it, by its size."""

from dataclasses import dataclass, replace

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.instalments import with_instalments
from agent.understanding.offline.positions import points_at_somebody
from agent.understanding.offline.quantity import Quantity
from agent.understanding.offline.steps import direction, is_set_to, is_step, nearest_held
from agent.understanding.offline.tokens import TokenKind
from store.nouns.brief import MoneyRange, Slot

ROUGHLY = 0.1
"""'Around 30' is 10% less to 10% more."""

HOURS_A_WEEK = 40.0
WEEKS_A_MONTH = 4.345
HOURS_A_DAY = 8.0
WEEKS_A_YEAR = 52.0
DEAREST_HOUR = 100.0
"""US dollars: a bare price above this is for the whole work, one below is for an hour."""

DEAREST_HOUR_IN_BUDGET = 60.0
"""The same where it is called a budget."""

SHORTEST_PLURAL = 4

LEAST_PRICE = 5.0
"""A bare number below this is no price."""

FULL_TIME_PAY = 20.0
"""US dollars an hour: what comes to more by the month is full-time pay."""

LEAST_PAY = 2.0
"""US dollars: less than this, of nothing that is named, is the price of a piece."""

CHEAPEST_HOUR = 3.0
"""US dollars: what comes to less by the month is no full-time pay but a price for some work each month."""

_MOST_MONEY = 100_000_000_000.0
_REACH = 6
_COUNTED_SLOTS = frozenset(
    {
        Slot.HOURS_PER_WEEK,
        Slot.DURATION_WEEKS,
        Slot.HEADCOUNT,
        Slot.MIN_JOB_SUCCESS,
        Slot.MIN_RATING,
        Slot.MIN_JOBS_COMPLETED,
    }
)
"""Asked about one of these, a bare number is no price."""


@dataclass(frozen=True, slots=True)
class _Use:
    """What an amount is for. `hours` divides it into an hourly rate."""

    slot: Slot
    sure: bool
    hours: float = 1.0


def find_money(scene: Scene) -> list[Finding]:
    """Hourly rates and budgets."""
    found = []
    for quantity in with_instalments(scene.message, scene.quantities):
        moves = _is_step_of_price(scene, quantity)
        if quantity.step or moves or not _is_money(scene, quantity) or _is_elsewhere(scene, quantity):
            continue
        use = _use(scene, quantity)
        if use is not None and not _is_for_a_piece(scene, quantity, use):
            found.append(_finding(scene, quantity, use))
    return found


def _is_for_a_piece(scene: Scene, quantity: Quantity, use: _Use) -> bool:
    """'$0.50 for each', '1$': too little for any work, so it pays a piece of it."""
    named = quantity.per in ("hour", "project") or scene.asked is not None or bool(scene.context.brief.terms)
    return not named and _dollars(scene, quantity) / use.hours < LEAST_PAY


def _finding(scene: Scene, quantity: Quantity, use: _Use) -> Finding:
    quantity = _in_thousands(scene, quantity, use.slot)
    low, high = quantity.low, quantity.high
    if not quantity.bounded and not quantity.is_range:
        value = quantity.value
        low, high = (value * (1 - ROUGHLY), value * (1 + ROUGHLY)) if quantity.about else (None, value)
    stance = scene.stance(quantity.first, quantity.last)
    hard = stance.hard
    if hard is None:
        hard = False if quantity.about or stance.unsure else True if quantity.bounded else None
    value_range = MoneyRange(
        min=_rounded(low, use), max=_rounded(high, use), currency=_currency(scene, quantity, use.slot)
    )
    uncertain = not use.sure or quantity.vague or stance.unsure
    return Finding(use.slot, value_range, quantity.first, quantity.last, hard=hard, uncertain=uncertain)


def _in_thousands(scene: Scene, quantity: Quantity, slot: Slot) -> Quantity:
    """'I can go up to 4', of a budget of some thousands: the thousands go unsaid."""
    held = scene.context.brief.fixed_budget if slot is Slot.FIXED_BUDGET else None
    known = 0.0 if held is None else held.max or held.min or 0.0
    if known < _THOUSANDS or quantity.scaled or not 1 <= quantity.value < _UNSAID:
        return quantity
    if not known / 5 <= quantity.value * 1000 <= known * 5:
        return quantity
    ends = [None if end is None else end * 1000 for end in (quantity.low, quantity.high)]
    return replace(quantity, low=ends[0], high=ends[1], scaled=True)


_THOUSANDS, _UNSAID = 1000.0, 100.0


def _rounded(amount: float | None, use: _Use) -> float | None:
    if amount is None:
        return None
    return round(min(amount / use.hours, _MOST_MONEY), 2)


def _currency(scene: Scene, quantity: Quantity, slot: Slot) -> str:
    if quantity.currency is not None:
        return quantity.currency
    brief = scene.context.brief
    before = brief.hourly_rate if slot is Slot.HOURLY_RATE else brief.fixed_budget
    other = brief.fixed_budget if slot is Slot.HOURLY_RATE else brief.hourly_rate
    known = before or other
    if known is not None:
        return known.currency
    said = {q.currency for q in scene.quantities if q.currency is not None}
    if len(said) == 1:
        return said.pop()
    named = {m.key for m in scene.message.of("currency") if m.size >= 1}
    return named.pop() if len(named) == 1 else "USD"


def _is_money(scene: Scene, quantity: Quantity) -> bool:
    if quantity.currency is not None:
        return True
    if quantity.unit not in (None, "project"):
        return False
    if quantity.per == "hour":
        return True
    if quantity.per is not None and quantity.value >= 100 and quantity.per != "piece":
        return True
    if quantity.per is not None and quantity.unit is None and quantity.per != "project":
        return False
    if (quantity.spelled and quantity.value < 10) or _counts_things(scene, quantity):
        return False
    people = scene.message.at("people", quantity.last)
    if people is not None and people.key in ("heads", "anyone"):
        return False
    if quantity.unit is None and quantity.scaled and quantity.value >= 100:
        return not _is_headcount_like(scene, quantity)
    if quantity.unit == "project" or quantity.per == "project":
        return quantity.value >= 50
    if _is_headcount_like(scene, quantity) or scene.asked in _COUNTED_SLOTS:
        return False
    first, last = quantity.first, quantity.last
    if _sums_up(scene, quantity):
        return True
    if points_at_somebody(scene, quantity.core):
        return False
    if _is_near_budget(scene, quantity):
        return quantity.value >= 3
    if scene.asked in (Slot.HOURLY_RATE, Slot.FIXED_BUDGET):
        return not scene.message.between("role", first, min(last + 3, len(scene.message.tokens)))
    brief = scene.context.brief
    has_price = brief.hourly_rate is not None or brief.fixed_budget is not None
    if is_set_to(scene, quantity):
        return nearest_held(brief, quantity.value) in (Slot.HOURLY_RATE, Slot.FIXED_BUDGET)
    if _limits_a_search(scene, quantity):
        return True
    if any(scene.near("slots", slot.value, quantity.core, quantity.core, 4, 0) for slot in _COUNTED_SLOTS):
        return False
    if has_price and (quantity.bounded or quantity.about or scene.is_fragment):
        least = 1.0 if brief.fixed_budget is not None and brief.hourly_rate is None else LEAST_PRICE
        return len(scene.message.tokens) <= 12 and quantity.value >= least
    return has_price and _takes_the_price(scene, quantity)


def _takes_the_price(scene: Scene, quantity: Quantity) -> bool:
    """'350 if they can do it by then': a number that begins the message, of nothing else."""
    return (
        quantity.first == 0
        and quantity.unit is None
        and quantity.per is None
        and quantity.value >= LEAST_PRICE
    )


def _sums_up(scene: Scene, quantity: Quantity) -> bool:
    """'$8 per minute, so 720': what single prices come to."""
    message = scene.message
    before = message.norm(quantity.first - 1)
    return before in ("so", "=", "total", "makes", "thats") and any(
        q.currency is not None and q.last < quantity.first for q in scene.quantities
    )


def _counts_things(scene: Scene, quantity: Quantity) -> bool:
    """'about 1M companies', '10k images': a plural right behind the number says what it counts."""
    message, last = scene.message, quantity.last
    if last >= len(message.tokens) or message.tokens[last].kind is not TokenKind.WORD:
        return False
    word = message.norm(last)
    is_plural = len(word) >= SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss")
    return is_plural and message.at("currency", last) is None and message.at("money", last) is None


def _limits_a_search(scene: Scene, quantity: Quantity) -> bool:
    """'40 max' in a conversation about people nobody has named a price for."""
    capped = quantity.bounded and quantity.low is None
    around = quantity.about and bool(scene.message.has("money"))
    return (
        (capped or around)
        and scene.context.brief.is_searchable
        and scene.is_fragment
        and quantity.value >= LEAST_PRICE
        and not scene.message.has("slots")
    )


def _is_near_budget(scene: Scene, quantity: Quantity) -> bool:
    """A word of price before the number, or after it with no comma between: '50 people, budget 20k'."""
    first, last = quantity.core, quantity.last
    if scene.near("money", "budget", first, first, _REACH, 0):
        return True
    comma = next((i for i in range(last, last + 3) if scene.message.norm(i) == ","), last + 3)
    return scene.near("money", "budget", last, last, 0, comma - last)


def _is_step_of_price(scene: Scene, quantity: Quantity) -> bool:
    """Whether the amount is only a step of the price the brief holds: 'raise the rate by $10'."""
    brief = scene.context.brief
    held = brief.hourly_rate is not None or brief.fixed_budget is not None
    return held and is_step(scene, quantity) and direction(scene, quantity) != 0


def _is_headcount_like(scene: Scene, quantity: Quantity) -> bool:
    """A number right before a role or a name for people counts them."""
    last = quantity.last
    return any(scene.message.at(kind, i) for kind in ("role",) for i in range(last, last + 2))


def _is_elsewhere(scene: Scene, quantity: Quantity) -> bool:
    """Whether it is said beside something else that costs or earns money, with no comma between."""
    segment = scene.message.segment(quantity.first)
    before = min(4, quantity.first - segment.first)
    after = max(0, min(3, segment.last - quantity.last))
    if _is_of_a_thing(scene, quantity) or _is_record(scene, quantity):
        return True
    return scene.near("money", "elsewhere", quantity.first, quantity.last, before, after)


def _is_of_a_thing(scene: Scene, quantity: Quantity) -> bool:
    """'some $99 website', 'another 5 dollar logo': what such a thing costs elsewhere."""
    message = scene.message
    kinds = ("products", "tasks", "role")
    named = any(message.at(kind, quantity.last) is not None for kind in kinds)
    return named and message.norm(quantity.first - 1) in _OF_A_KIND


_OF_A_KIND = frozenset({"some", "another", "these", "those", "such", "cheap", "every"})


def _is_record(scene: Scene, quantity: Quantity) -> bool:
    """'has run fit-outs over $5m': millions and no upper end are what somebody has dealt with before."""
    open_ended = quantity.bounded and quantity.high is None
    return open_ended and _dollars(scene, quantity) >= _RECORD and not _is_near_budget(scene, quantity)


_RECORD = 500_000.0


def _use(scene: Scene, quantity: Quantity) -> _Use | None:
    match quantity.per:
        case "hour":
            return _Use(Slot.HOURLY_RATE, sure=True)
        case "day":
            return _Use(Slot.HOURLY_RATE, sure=False, hours=HOURS_A_DAY)
        case "week":
            return _retainer(scene, quantity, 1.0)
        case "month":
            return _retainer(scene, quantity, WEEKS_A_MONTH)
        case "year":
            return _Use(Slot.HOURLY_RATE, sure=False, hours=_weekly_hours(scene) * WEEKS_A_YEAR)
        case "word" | "minute" | "piece":
            return None
        case "project":
            return _Use(Slot.FIXED_BUDGET, sure=True)
    if quantity.unit == "project":
        return _Use(Slot.FIXED_BUDGET, sure=True)
    return _by_words(scene, quantity)


def _retainer(scene: Scene, quantity: Quantity, weeks: float) -> _Use:
    """What is paid by the week or month: an hourly rate where the workload is known, else a budget for it."""
    hours = _known_hours(scene)
    if hours is None:
        full = (
            quantity.currency is not None
            and _dollars(scene, quantity) / (HOURS_A_WEEK * weeks) >= FULL_TIME_PAY
        )
        if not full:
            return _Use(Slot.FIXED_BUDGET, sure=False)
        hours = HOURS_A_WEEK
    if _dollars(scene, quantity) / (hours * weeks) < CHEAPEST_HOUR:
        return _Use(Slot.FIXED_BUDGET, sure=False)
    return _Use(Slot.HOURLY_RATE, sure=False, hours=hours * weeks)


def _by_words(scene: Scene, quantity: Quantity) -> _Use:
    first, last = quantity.first, quantity.last
    if _sums_up(scene, quantity):
        return _Use(Slot.FIXED_BUDGET, sure=True)
    for key, slot in (("fixed", Slot.FIXED_BUDGET), ("hourly", Slot.HOURLY_RATE)):
        if scene.near("money", key, first, last, 4, 4) and not (
            key == "hourly" and _other_price_is_hourly(scene, quantity)
        ):
            return _Use(slot, sure=True)
    dollars = _dollars(scene, quantity)
    if scene.asked in (Slot.HOURLY_RATE, Slot.FIXED_BUDGET):
        return _Use(scene.asked, sure=True)
    brief = scene.context.brief
    if brief.hourly_rate is not None and brief.fixed_budget is None and dollars <= 2 * DEAREST_HOUR:
        return _Use(Slot.HOURLY_RATE, sure=True)
    if _is_by_the_week(scene) and dollars <= 2 * DEAREST_HOUR and brief.fixed_budget is None:
        return _Use(Slot.HOURLY_RATE, sure=False)
    if brief.fixed_budget is not None and brief.hourly_rate is None:
        return _Use(Slot.FIXED_BUDGET, sure=True)
    if scene.message.has("tasks") and not scene.message.has("role") and not scene.message.has("heads"):
        return _Use(Slot.FIXED_BUDGET, sure=dollars >= 2 * DEAREST_HOUR)
    if dollars < (DEAREST_HOUR_IN_BUDGET if _is_called_budget(scene, quantity) else DEAREST_HOUR):
        return _Use(Slot.HOURLY_RATE, sure=False)
    return _Use(Slot.FIXED_BUDGET, sure=dollars >= 2 * DEAREST_HOUR)


def _is_by_the_week(scene: Scene) -> bool:
    """'15h a week, $90-110': so little for work that goes on by the week can only be for an hour."""
    return any(
        q.unit in ("hour", "day", "half_day", "shift") and q.per in ("week", "day", "shift")
        for q in scene.quantities
    )


def _is_called_budget(scene: Scene, quantity: Quantity) -> bool:
    """'Budget $80': the very word, in the same part of the sentence."""
    segment = scene.message.segment(quantity.first)
    said = scene.message.between("money", segment.first, segment.last)
    return any(scene.message.norm(m.first).startswith("budget") for m in said if m.key == "budget")


def _other_price_is_hourly(scene: Scene, quantity: Quantity) -> bool:
    return any(q.per == "hour" and q is not quantity for q in scene.quantities)


def _dollars(scene: Scene, quantity: Quantity) -> float:
    currency = quantity.currency or "USD"
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
    for key in ("full_time", "half_time", "part_time"):
        if scene.message.has("schedule", key):
            return float(scene.lexicon.setting("schedule", key, "weekly")[1])
    known = scene.context.brief.hours_per_week
    return None if known is None else known.max or known.min
