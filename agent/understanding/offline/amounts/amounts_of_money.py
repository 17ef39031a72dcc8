"""Tells the amounts that are money from numbers of other things."""

from agent.briefs.slots import PRICES
from agent.understanding.offline.amounts.closing_prices import closes_with_price
from agent.understanding.offline.amounts.counted import counts_things
from agent.understanding.offline.amounts.ends import named_end
from agent.understanding.offline.amounts.held_numbers import nearest_held
from agent.understanding.offline.amounts.pieces import is_for_each_person
from agent.understanding.offline.amounts.pricing import is_for_the_thing, sums_up
from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.change.new_numbers import is_set_to
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.bare_positions import points_at_somebody
from agent.understanding.offline.words.tokens import TokenKind
from store.nouns.brief import Slot

LEAST_PRICE = 5.0
"""A bare number below this is no price."""

_LEAST_SUM = 20.0
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


def is_money(scene: Scene, quantity: Quantity) -> bool:
    """Whether an amount is money at all, by its coin, by the words around it or by what the brief holds."""
    if quantity.currency is not None:
        return True
    if quantity.unit not in (None, "project"):
        return False
    if quantity.per == "hour":
        return True
    if quantity.per is not None and quantity.value >= 100 and quantity.per != "piece":
        return True
    if quantity.per is not None and quantity.unit is None and quantity.per != "project":
        paid = is_for_the_thing(scene, quantity) or is_for_each_person(scene, quantity)
        return quantity.per == "piece" and paid
    if (quantity.spelled and quantity.value < 10) or counts_things(scene, quantity):
        return False
    people = scene.message.at("people", quantity.last)
    if people is not None and people.key in ("heads", "anyone"):
        return False
    if quantity.unit is None and quantity.scaled and quantity.value >= 100:
        return not _is_headcount_like(scene, quantity)
    if quantity.unit == "project" or quantity.per == "project":
        return quantity.value >= 50
    other = scene.asked in _COUNTED_SLOTS and not _is_priced_itself(scene, quantity)
    if other or _is_headcount_like(scene, quantity):
        return False
    first, last = quantity.first, quantity.last
    if sums_up(scene, quantity) or _is_other_price(scene, quantity):
        return True
    if points_at_somebody(scene, quantity.core):
        return False
    if quantity.is_bare and not quantity.bounded and scene.message.norm(quantity.core - 1) == "not":
        return False  # '24 by 24, not 16': what was said wrongly
    if _is_called_otherwise(scene, quantity):
        return False
    if is_near_budget(scene, quantity):
        return quantity.value >= 3
    if scene.near("money", "fixed", quantity.core, quantity.core, 2, 0) and quantity.unit is None:
        return quantity.value >= _LEAST_SUM
    if scene.asked in PRICES:
        return not scene.message.between("role", first, min(last + 3, len(scene.message.tokens)))
    brief = scene.context.brief
    has_price = brief.hourly_rate is not None or brief.fixed_budget is not None
    if is_set_to(scene, quantity):
        return nearest_held(brief, quantity.value) in PRICES
    if has_price and closes_with_price(scene, quantity):
        return True
    if has_price and quantity.is_bare and named_end(scene, quantity) is not None:
        return nearest_held(brief, quantity.value) in PRICES
    if _is_bare_limit(scene, quantity) or _has_the_last_word(scene, quantity):
        return True
    if _limits_a_search(scene, quantity) or (has_price and _says_how_far(scene, quantity)):
        return True
    if any(scene.near("slots", slot.value, quantity.core, quantity.core, 4, 0) for slot in _COUNTED_SLOTS):
        return False
    if has_price and not quantity.bounded and _is_nearer_to_another(scene, quantity):
        return False
    if has_price and (quantity.bounded or quantity.about or scene.is_fragment):
        least = 1.0 if brief.fixed_budget is not None and brief.hourly_rate is None else LEAST_PRICE
        return len(scene.message.tokens) <= 12 and quantity.value >= least
    return has_price and _takes_the_price(scene, quantity)


def _is_other_price(scene: Scene, quantity: Quantity) -> bool:
    """'$30 an hour or 900 for all of it': the price for the whole beside one that has its coin."""
    message, last = scene.message, quantity.last
    cue = message.at("money", last)
    named = cue is not None and cue.key == "fixed" and quantity.value >= _LEAST_SUM
    joined = message.norm(quantity.first - 1) in ("or", "/", ",", "and")
    return named and joined and any(q.currency is not None and q.last < last for q in scene.quantities)


def _is_bare_limit(scene: Scene, quantity: Quantity) -> bool:
    """'…, 30s explainer, 700 max, …' in a first message: a limit by itself between two commas."""
    message = scene.message
    bare = quantity.unit is None and quantity.per is None and quantity.bounded and quantity.low is None
    if not bare or scene.context.brief.terms or quantity.value < _LEAST_LIMIT:
        return False
    first, last = message.segment(quantity.first), message.segment(quantity.last - 1)
    whole = quantity.last - quantity.first >= last.last - first.first - 1
    return whole and (message.has("role") or message.has("skill"))


_LEAST_LIMIT = 100.0


def _has_the_last_word(scene: Scene, quantity: Quantity) -> bool:
    """'…, master the six tracks. 250': a round number by itself that ends a first message."""
    message = scene.message
    if scene.context.brief.terms or scene.asked is not None or not quantity.is_bare or quantity.spelled:
        return False
    if not all(message.norm(i) in _ENDS for i in range(quantity.last, len(message.norms))):
        return False
    round_number = quantity.value >= _LEAST_PURSE and quantity.value % 5 == 0
    by_itself = message.norm(quantity.first - 1) in (".", "\n", "\n\n", ",", ";", "!")
    priced = any(q.currency is not None or q.per == "hour" for q in scene.quantities)
    return round_number and by_itself and not priced and (message.has("role") or message.has("skill"))


def _is_nearer_to_another(scene: Scene, quantity: Quantity) -> bool:
    """'more like 12', where 15 hours and a budget of 2400 are held."""
    nearest = nearest_held(scene.context.brief, quantity.value)
    return nearest in _COUNTED_SLOTS and scene.is_fragment


def _says_how_far(scene: Scene, quantity: Quantity) -> bool:
    """'a bit more is ok, 450': the number that 'more' comes to, right after it."""
    message = scene.message
    bare = quantity.unit is None and quantity.per is None and not quantity.step
    told = next((m for m in message.of("relative") if 0 <= quantity.first - m.last <= _SOON), None)
    if not bare or told is None or told.key not in ("dearer", "cheaper"):
        return False
    between = message.norms[told.last : quantity.first]
    near = nearest_held(scene.context.brief, quantity.value) in PRICES
    return near and all(not word.isalpha() or word in _SAYING for word in between)


_SOON = 3
_SAYING = frozenset({"say", "like", "to", "so", "make", "it", "maybe", "up", "around"})


def _takes_the_price(scene: Scene, quantity: Quantity) -> bool:
    """'350 if they can do it by then': a number that begins the message, of nothing else."""
    return (
        quantity.first == 0
        and quantity.unit is None
        and quantity.per is None
        and quantity.value >= LEAST_PRICE
    )


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


def is_near_budget(scene: Scene, quantity: Quantity) -> bool:
    """A word of price before the number, or after it with no comma between: '50 people, budget 20k'."""
    first, last = quantity.core, quantity.last
    if _is_had(scene, quantity):
        return False
    if scene.near("money", "budget", first, first, _REACH, 0) or _answers_itself(scene, quantity):
        return True
    comma = next((i for i in range(last, last + 3) if scene.message.norm(i) == ","), last + 3)
    return scene.near("money", "budget", last, last, 0, comma - last)


def _is_priced_itself(scene: Scene, quantity: Quantity) -> bool:
    """'what about rates under 40?' after another question: a price is named before it in its clause."""
    first, core = scene.message.segment(quantity.first).first, quantity.core
    said = scene.message.between("money", max(first, core - _REACH), core)
    return quantity.unit is None and any(cue.key == "budget" for cue in said)


def _is_called_otherwise(scene: Scene, quantity: Quantity) -> bool:
    """The 12 of 'the rate is 15, hours is 12': the name right before it is of no price."""
    message, core = scene.message, quantity.core
    named = core - (message.norm(core - 1) in _NAMING)
    before = message.ending("slots", named)
    return before is not None and before.key in _COUNTED_SLOTS


_NAMING = frozenset({"is", "are", ":", "=", "-"})


def _is_had(scene: Scene, quantity: Quantity) -> bool:
    """'they have 90 followers, we have 12': of so little, having it alone does not say that it is money."""
    message, first = scene.message, quantity.core
    cue = message.ending("money", first)
    if cue is None or scene.asked is not None or quantity.value >= _LEAST_PURSE or not quantity.is_bare:
        return False
    return message.norm(first - 1) in ("have", "had", "got") and message.norm(quantity.last) in _ENDS


_LEAST_PURSE = 50.0
_ENDS = frozenset({"", ".", "!", "?", ",", ";", ")", "\n", "and", "but"})


def _answers_itself(scene: Scene, quantity: Quantity) -> bool:
    """'Budget? Around 2500': a heading, and the number right after it."""
    message = scene.message
    low, _ = message.sentence(quantity.first)
    if low != quantity.first or message.norm(low - 1) not in ("?", "\n"):
        return False
    heading = message.ending("money", low - 1)
    return heading is not None and heading.key == "budget"


def _is_headcount_like(scene: Scene, quantity: Quantity) -> bool:
    """A number right before a role or a name for people counts them."""
    message, last = scene.message, quantity.last
    if message.at("role", last) is not None:
        return True
    goes_on = last < len(message.tokens) and message.tokens[last].kind is TokenKind.WORD
    return goes_on and message.at("role", last + 1) is not None
