"""Reads changes that count from the present value: 'a bit cheaper', '10 more hours', 'lower that to 90'."""

from collections.abc import Iterator
from math import log

from agent.briefs.slots import field_of
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.gazetteer import Mention
from agent.understanding.offline.positions import points_at_somebody
from agent.understanding.offline.quantity import Quantity
from agent.understanding.reading import ChangeValue, Operation
from store.nouns.brief import (
    Brief,
    MoneyRange,
    Range,
    Slot,
)

_BEST_RATING = 5.0


_PRICES = {Slot.HOURLY_RATE: Slot.FIXED_BUDGET, Slot.FIXED_BUDGET: Slot.HOURLY_RATE}


def relative(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """Every change that counts from a value of the brief, by number or by word."""
    steps = list(counted(scene, brief))
    yield from steps
    done = {finding.slot for finding in steps}
    turned = [f for f in _turned(scene, brief) if f.slot not in done]
    for mention in scene.message.of("relative"):
        slot = _moved_slot(brief, Slot(scene.lexicon.setting("relative", mention.key, "slot")))
        if slot in done or _is_denied(scene, mention):
            continue
        done.add(slot)
        factor = scene.lexicon.setting("relative", mention.key, "factor")
        delta = scene.lexicon.setting("relative", mention.key, "delta")
        scale = _degree(scene, mention)
        if factor is not None:
            factor = round(1 + (factor - 1) * (scale if factor not in (0.5, 2.0) else 1), 3)
        elif delta is not None and slot is not Slot.SENIORITY:
            delta = delta * scale
        yield Finding(slot, None, mention.first, mention.last, Operation.RELATIVE, factor=factor, delta=delta)
    yield from (f for f in turned if f.slot not in done)
    if not done and not turned:
        yield from _share_of_last(scene, brief)


def _share_of_last(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'half of that', 'twice that': of the number the brief was given last."""
    message = scene.message
    said = message.of("degrees", "share")
    if not said or not scene.is_fragment:
        return
    slot = next((slot for slot in reversed(brief.terms) if slot in _SCALED), None)
    factors: dict[str, float] = scene.lexicon.setting("degrees", "share", "factors")
    factor = next((f for word, f in factors.items() if word in message.norms), None)
    if slot is not None and factor is not None:
        yield Finding(slot, None, said[0].first, said[0].last, Operation.RELATIVE, factor=factor)


def _turned(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'the rate can be a bit higher': a requirement's name and the way it may go, without a number."""
    message = scene.message
    if scene.quantities:
        return
    for mention in message.of("slots"):
        low, high = message.sentence(mention.first)
        around = (
            *message.between("degrees", mention.last, min(high, mention.last + _REACH)),
            *message.between("degrees", max(low, mention.first - 3), mention.first),
        )
        cue = next((c for c in around if c.key in ("up", "down")), None)
        slot = _moved_slot(brief, Slot(mention.key))
        if cue is None or slot not in brief.terms:
            continue
        step = scene.lexicon.setting("degrees", "by_slot", slot.value)
        if step is None:
            continue
        size = _degree(scene, cue)
        sign = 1 if cue.key == "up" else -1
        if slot in _SCALED:
            factor = round(1 + sign * step * size, 3)
            yield Finding(slot, None, mention.first, cue.last, Operation.RELATIVE, factor=factor)
        else:
            delta = sign * step * (1 if slot is Slot.SENIORITY else size)
            yield Finding(slot, None, mention.first, cue.last, Operation.RELATIVE, delta=delta)
        return


_SCALED = frozenset(
    {Slot.HOURLY_RATE, Slot.FIXED_BUDGET, Slot.HOURS_PER_WEEK, Slot.DURATION_WEEKS, Slot.MIN_JOBS_COMPLETED}
)
_REACH = 6


def _is_denied(scene: Scene, mention: Mention) -> bool:
    return scene.message.norm(mention.first - 1) in ("not", "no", "isnt", "arent", "dont", "nothing")


def _moved_slot(brief: Brief, slot: Slot) -> Slot:
    if slot is Slot.HOURLY_RATE and brief.hourly_rate is None and brief.fixed_budget is not None:
        return Slot.FIXED_BUDGET
    return slot


def _degree(scene: Scene, mention: Mention) -> float:
    low = max(0, mention.first - 3)
    inside = scene.message.between("degrees", low, mention.first)
    for cue in reversed(inside):
        if cue.key in ("small", "large"):
            return float(scene.lexicon.setting("degrees", cue.key, "scale"))
    after = scene.message.at("degrees", mention.last)
    if after is not None and after.key in ("small", "large"):
        return float(scene.lexicon.setting("degrees", after.key, "scale"))
    return 1.0


_COUNTED = {
    "hour": Slot.HOURS_PER_WEEK,
    "week": Slot.DURATION_WEEKS,
    "month": Slot.DURATION_WEEKS,
    "day": Slot.START_BY,
}


def counted(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'10 more hours', 'raise the budget by 20%', '$10 more', 'start two weeks later'."""
    for quantity in scene.quantities:
        slot, amount = _counted_slot(scene, quantity, brief)
        if slot is None or slot not in brief.terms:
            continue
        sign = quantity.step or direction(scene, quantity)
        if not sign:
            continue
        if quantity.unit == "percent":
            factor = round(1 + sign * quantity.value / 100, 4)
            yield Finding(
                slot, None, quantity.first, quantity.last, Operation.RELATIVE, factor=max(0.0, factor)
            )
        elif (moved := _moved_ceiling(scene, brief, slot, sign * amount)) is not None:
            yield Finding(slot, moved, quantity.first, quantity.last)
        else:
            yield Finding(slot, None, quantity.first, quantity.last, Operation.RELATIVE, delta=sign * amount)
        return


def _moved_ceiling(scene: Scene, brief: Brief, slot: Slot, delta: float) -> MoneyRange | None:
    """'raise the ceiling by 10': only the upper end of a range moves."""
    held = getattr(brief, field_of(slot))
    if not isinstance(held, MoneyRange) or held.min is None or held.max is None:
        return None
    if not _CEILINGS & set(scene.message.norms) or held.max + delta < held.min:
        return None
    return MoneyRange(min=held.min, max=held.max + delta, currency=held.currency)


_CEILINGS = frozenset({"ceiling", "maximum", "max", "cap", "limit", "upper", "top", "most"})


def _counted_slot(scene: Scene, quantity: Quantity, brief: Brief) -> tuple[Slot | None, float]:
    price = Slot.FIXED_BUDGET if brief.hourly_rate is None else Slot.HOURLY_RATE
    value = quantity.value
    if quantity.bounded or quantity.is_range:
        return None, 0.0
    if quantity.unit == "percent":
        return price, value
    if quantity.currency is not None or (quantity.per == "hour" and quantity.unit is None):
        return (price, value) if quantity.step or is_step(scene, quantity) else (None, 0.0)
    moved_start = scene.message.norm(quantity.last) in ("later", "earlier", "sooner")
    weeks = {"week": 1.0, "month": 4.345, "day": 1 / 7}.get(quantity.unit or "", 0.0)
    moves = any(scene.near("degrees", key, quantity.last, quantity.last, 0, 2) for key in ("up", "down"))
    steps = bool(quantity.step) or is_step(scene, quantity)
    if (
        quantity.unit in ("week", "day", "month")
        and (moves or steps)
        and (moved_start or scene.near("schedule", "start", quantity.first, quantity.last, 6, 4))
    ):
        return Slot.START_BY, round(value * weeks * 7)
    if not steps:
        return None, 0.0
    if quantity.unit == "hour":
        return Slot.HOURS_PER_WEEK, value
    if quantity.unit == "day":
        return Slot.HOURS_PER_WEEK, value * _HOURS_A_DAY
    if quantity.unit in ("week", "month"):
        return Slot.DURATION_WEEKS, float(round(value * weeks))
    if quantity.unit is None and quantity.step and scene.message.at("people", quantity.last):
        return Slot.HEADCOUNT, value
    if quantity.unit is None and quantity.per is None and not _asks_for_more(scene, quantity):
        return _last_number(brief, value), value
    return None, 0.0


_HOURS_A_DAY = 8.0


def _asks_for_more(scene: Scene, quantity: Quantity) -> bool:
    """'show 5 more', 'one more thing', 'a few more, please': of people or things, and of no number held."""
    message = scene.message
    asking = scene.lexicon.words("degrees", "asking")
    cue = message.at("degrees", quantity.last)
    following = message.norm(quantity.last if cue is None else cue.last)
    small = scene.lexicon.words("common", "function_words") | {"please", "off", "max", "maximum", "thanks"}
    counts = following.isalpha() and following not in small
    return quantity.vague or counts or bool(asking & set(message.norms[: quantity.first]))


def _last_number(brief: Brief, step: float) -> Slot | None:
    """What 'fifty more' and 'five fewer' are of: the number the brief was given last that is above it."""
    held = dict(_numbers(brief))
    return next((slot for slot in reversed(brief.terms) if held.get(slot, 0.0) > step), None)


def is_step(scene: Scene, quantity: Quantity) -> bool:
    """Whether a word says the number is a step: 'by $10', '$10 more', '2 weeks longer'."""
    message = scene.message
    return (
        message.norm(quantity.first - 1) == "by"
        or any(
            m.key in ("up", "down") and m.first == quantity.last
            for m in message.between("degrees", quantity.last, quantity.last + 3)
        )
        or message.norm(quantity.first - 1) in ("another", "extra", "additional", "plus", "add", "+")
        or is_taken_off(scene, quantity)
    )


def is_taken_off(scene: Scene, quantity: Quantity) -> bool:
    """'knock 500 off', 'take 10 off the rate'."""
    message = scene.message
    low, _ = message.sentence(quantity.first)
    before = message.norms[max(low, quantity.first - 2) : quantity.first]
    verbs = scene.lexicon.words("degrees", "taking")
    return message.norm(quantity.last) == "off" and any(word in verbs for word in before)


def direction(scene: Scene, quantity: Quantity) -> int:
    """+1 or -1 by the words around an amount that say which way a value goes; 0 where none does."""
    if is_taken_off(scene, quantity):
        return -1
    low, high = scene.message.sentence(quantity.first)
    after = scene.message.between("degrees", quantity.last, min(high, quantity.last + 3))
    before = scene.message.between("degrees", max(low, quantity.first - 6), quantity.first)
    for cue in (*after, *reversed(before)):
        if cue.key in ("up", "down"):
            return 1 if cue.key == "up" else -1
    return 0


def set_to(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'lower that to 90', 'make it 30': a bare number takes the place of the value it is nearest to."""
    for quantity in scene.quantities:
        if not is_set_to(scene, quantity):
            continue
        slot = nearest_held(brief, quantity.value)
        if slot is None:
            continue
        value = _like(brief, slot, quantity)
        if value is not None:
            term = brief.terms.get(slot)
            hard = None if term is None else term.hard
            yield Finding(slot, value, quantity.first, quantity.last, hard=hard)
        return


def is_set_to(scene: Scene, quantity: Quantity) -> bool:
    """Whether a bare number is said to be the new value of something that goes unnamed."""
    message = scene.message
    bare = quantity.unit is None and quantity.per is None and quantity.currency is None
    moved = (
        message.norms[max(0, quantity.core - 2) : quantity.core] != ("up", "to")
        and (message.norm(quantity.core - 1) == "to")
        and (
            direction(scene, quantity) != 0
            or any(message.norm(i) in _SETTING for i in range(max(0, quantity.core - 6), quantity.core))
        )
    )
    made = message.norms[max(0, quantity.first - 2) : quantity.first] in _MADE
    alone = quantity.last == len(message.tokens)
    if bare and _is_put_alone(scene, quantity):
        return True
    old = message.at("edits", quantity.last) or message.at("edits", quantity.last + 1)
    restated = old is not None and old.key == "instead_of" and quantity.first <= 1
    return bare and (moved or (made and alone) or restated)


def _is_put_alone(scene: Scene, quantity: Quantity) -> bool:
    """'no, 30', 'actually three', 'more like 25', '10-15': a number and small words, with nothing asked."""
    message = scene.message
    if scene.asked is not None or not scene.context.brief.terms or len(message.tokens) > _FEW_WORDS:
        return False
    if points_at_somebody(scene, quantity.core):
        return False
    old = {i for q in scene.quantities if _is_held(scene, q) for i in range(q.first, q.last)}
    if quantity.first in old and len(scene.quantities) > 1:
        return False
    rest = [
        n for i, n in enumerate(message.norms) if not quantity.first <= i < quantity.last and i not in old
    ]
    small = scene.lexicon.words("edits", "beside_a_number")
    said = bool(set(rest) - {".", ",", "!", "?"}) or quantity.is_range
    return said and not message.has("money") and all(word in small or not word.isalnum() for word in rest)


def _is_held(scene: Scene, quantity: Quantity) -> bool:
    """The 300 of 'I said 300 but 400 is fine as well'."""
    return any(number == quantity.value for _, number in _numbers(scene.context.brief))


_FEW_WORDS = 10
_SETTING = frozenset(
    {
        "relax",
        "loosen",
        "change",
        "back",
        "set",
        "put",
        "move",
        "bring",
        "go",
        "switch",
        "update",
        "adjust",
        "drop",
    }
)
_MADE = frozenset({("make", "it"), ("make", "that"), ("make", "this"), ("say", "rather"), ("rather", "say")})


def nearest_held(brief: Brief, value: float) -> Slot | None:
    """The slot of the brief whose number is nearest to `value`, by ratio."""
    held = [(slot, number) for slot, number in _numbers(brief) if number > 0 and value > 0]
    return min(held, key=lambda each: abs(log(each[1] / value)))[0] if held else None


def _numbers(brief: Brief) -> Iterator[tuple[Slot, float]]:
    for slot in (*_PRICES, Slot.HOURS_PER_WEEK, Slot.DURATION_WEEKS):
        held: MoneyRange | Range | None = getattr(brief, field_of(slot))
        if held is not None:
            yield slot, held.max if held.max is not None else held.min or 0.0
    for slot in (Slot.MIN_JOB_SUCCESS, Slot.MIN_RATING, Slot.MIN_JOBS_COMPLETED, Slot.HEADCOUNT):
        number: float | None = getattr(brief, field_of(slot))
        if number is not None:
            yield slot, float(number)


def _like(brief: Brief, slot: Slot, quantity: Quantity) -> ChangeValue | None:
    held, value = getattr(brief, field_of(slot)), quantity.value
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
