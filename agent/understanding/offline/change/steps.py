"""Reads so much more or less of what the brief holds: '10 more hours', 'raise the budget by 20%'."""

from collections.abc import Iterator

from agent.briefs.slots import field_of
from agent.understanding.offline.amounts.held_numbers import held_numbers
from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.reading import Operation
from store.nouns.brief import Brief, MoneyRange, Slot


def counted(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'10 more hours', 'raise the budget by 20%', '$10 more', 'start two weeks later'."""
    done: set[Slot] = set()
    for quantity in scene.quantities:
        slot, amount = _counted_slot(scene, quantity, brief)
        if slot is None or slot not in brief.terms or slot in done:
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
        done.add(slot)


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
    if quantity.unit == "percent" and not quantity.is_range:
        before = scene.message.norms[max(0, quantity.core - 2) : quantity.core]
        to_it = before[-1:] == ("to",) and before != ("up", "to")
        return (None, 0.0) if to_it else (price, value)
    if quantity.bounded or quantity.is_range:
        return None, 0.0
    if quantity.currency is not None or (quantity.per == "hour" and quantity.unit is None):
        return (price, value) if quantity.step or is_step(scene, quantity) else (None, 0.0)
    moved_start = scene.message.norm(quantity.last) in ("later", "earlier", "sooner")
    weeks = {"week": 1.0, "month": 4.345, "day": 1 / 7}.get(quantity.unit or "", 0.0)
    moves = any(scene.near("degrees", key, quantity.last, quantity.last, 0, 2) for key in ("up", "down"))
    steps = bool(quantity.step) or is_step(scene, quantity)
    if (
        quantity.unit in ("week", "day", "month")
        and (moves or steps)
        and (
            moved_start
            or _is_put_off(scene, quantity)
            or scene.near("schedule", "start", quantity.first, quantity.last, 6, 4)
        )
    ):
        return Slot.START_BY, round(value * weeks * 7)
    if _counts_people(scene, quantity):
        return Slot.HEADCOUNT, value
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
    named = _named_slot(scene, brief, quantity) if quantity.unit is None and quantity.per is None else None
    if named is not None:
        return named, value
    if quantity.unit is None and quantity.per is None and _moves_a_price(scene, quantity, brief):
        return price, value
    if quantity.unit is None and quantity.per is None and not _asks_for_more(scene, quantity):
        return _last_number(brief, value), value
    return None, 0.0


def _counts_people(scene: Scene, quantity: Quantity) -> bool:
    """'one person less', 'two people more': the way it goes is told after who is counted."""
    people = scene.message.at("people", quantity.last) if quantity.is_bare else None
    return people is not None and scene.message.norm(people.last) in ("less", "fewer", "more", "extra")


def _is_put_off(scene: Scene, quantity: Quantity) -> bool:
    """'postponed by a week', 'brought forward by two weeks', 'shift the start two weeks'."""
    low, _ = scene.message.sentence(quantity.first)
    before = scene.message.norms[max(low, quantity.first - _VERB) : quantity.first]
    if _PUTTING_OFF & set(before) and before[-1:] == ("by",):
        return True
    if not _SHIFTING & set(before):
        return False
    named = scene.message.between("slots", max(low, quantity.first - _VERB), quantity.first)
    start = any(mention.key == Slot.START_BY for mention in named)
    return start and (before[-1] in ("by", "back", "out", "forward") or named[-1].last == quantity.first)


_PUTTING_OFF = frozenset(
    {"postponed", "postpone", "delayed", "delay", "postponing", "forward", "slipped", "slips"}
)
_SHIFTING = frozenset({"shift", "shifted", "move", "moved", "push", "pushed", "slide", "slid"})


def _named_slot(scene: Scene, brief: Brief, quantity: Quantity) -> Slot | None:
    """'add 5 to the rate', 'cut the hours by 5': what is named nearest before it, or else after."""
    numbers = dict(held_numbers(brief))
    mentions = scene.message.of("slots")
    before = [m for m in mentions if m.last <= quantity.first]
    named = (Slot(m.key) for m in (*reversed(before), *mentions))
    return next((slot for slot in named if slot in numbers), None)


def _moves_a_price(scene: Scene, quantity: Quantity, brief: Brief) -> bool:
    """'raise it by 10': prices are raised and lowered, other numbers are made longer or fewer."""
    before = scene.message.norms[max(0, quantity.core - _VERB) : quantity.core]
    priced = brief.hourly_rate is not None or brief.fixed_budget is not None
    return priced and before[-1:] == ("by",) and bool(_OF_PRICES & set(before))


_VERB = 5
_OF_PRICES = frozenset(
    {"raise", "increase", "lower", "bump", "reduce", "decrease", "cut", "lift", "drop", "up"}
)
_HOURS_A_DAY = 8.0


def _asks_for_more(scene: Scene, quantity: Quantity) -> bool:
    """'show 5 more', 'one more thing', 'a few more, please': of people or things, and of no number held."""
    message = scene.message
    asking = scene.lexicon.words("degrees", "asking")
    cue = message.at("degrees", quantity.last)
    following = message.norm(quantity.last if cue is None else cue.last)
    small = scene.lexicon.words("common", "function_words") | _AFTER_A_STEP
    counts = following.isalpha() and following not in small
    return quantity.vague or counts or bool(asking & set(message.norms[: quantity.first]))


_AFTER_A_STEP = frozenset({"please", "off", "max", "maximum", "thanks", "ok", "okay", "fine", "possible"})


def _last_number(brief: Brief, step: float) -> Slot | None:
    """What 'fifty more' and 'five fewer' are of: the number the brief was given last that is above it."""
    held = dict(held_numbers(brief))
    if step == 1 and held.get(Slot.HEADCOUNT, 0.0) > step:
        return Slot.HEADCOUNT  # 'one less': nobody takes one hour off a week
    return next((slot for slot in reversed(brief.terms) if held.get(slot, 0.0) > step), None)


def is_step(scene: Scene, quantity: Quantity) -> bool:
    """Whether a word says the number is a step: 'by $10', '$10 more', '2 weeks longer'."""
    message = scene.message
    begins = quantity.first - (message.norm(quantity.first - 1) in ("a", "an"))
    return (
        message.norm(begins - 1) == "by"
        or any(
            m.key in ("up", "down") and m.first == quantity.last
            for m in message.between("degrees", quantity.last, quantity.last + 3)
        )
        or message.norm(quantity.first - 1) in ("another", "extra", "additional", "plus", "minus", "add", "+")
        or is_taken_off(scene, quantity)
        or _is_given_up(scene, quantity)
        or _is_put_off(scene, quantity)
    )


def _is_given_up(scene: Scene, quantity: Quantity) -> bool:
    """'drop one day', 'lose two hours': so much time goes, where the brief holds more of it."""
    timed = quantity.unit in ("hour", "day", "week", "month") and not quantity.bounded
    return timed and scene.message.norm(quantity.first - 1) in _GIVING_UP


_GIVING_UP = frozenset({"drop", "lose", "shave", "cut", "deduct"})


def is_taken_off(scene: Scene, quantity: Quantity) -> bool:
    """'knock 500 off', 'take 10 off the rate'."""
    message = scene.message
    low, _ = message.sentence(quantity.first)
    before = message.norms[max(low, quantity.first - 2) : quantity.first]
    verbs = scene.lexicon.words("degrees", "taking")
    return message.norm(quantity.last) == "off" and any(word in verbs for word in before)


def direction(scene: Scene, quantity: Quantity) -> int:
    """+1 or -1 by the words around an amount that say which way a value goes; 0 where none does."""
    if is_taken_off(scene, quantity) or _is_given_up(scene, quantity):
        return -1
    if _is_put_off(scene, quantity):
        return -1 if "forward" in scene.message.norms[: quantity.first] else 1
    if quantity.first == 1 and scene.message.norm(0) == "+":  # '+200 is ok'
        return 1
    low, high = scene.message.sentence(quantity.first)
    after = scene.message.between("degrees", quantity.last, min(high, quantity.last + 3))
    before = scene.message.between("degrees", max(low, quantity.first - 6), quantity.first)
    by = scene.message.norm(quantity.first - 1) == "by"  # 'raise it by 5 and cut the hours by 2'
    for cue in (*reversed(before), *after) if by else (*after, *reversed(before)):
        if cue.key in ("up", "down"):
            return 1 if cue.key == "up" else -1
    return 0
