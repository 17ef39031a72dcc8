"""Reads a number said again in another's place: '40 hours is too many, make it 10', '50, not 60'."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agent.understanding.offline.amounts.quantity import TIME_UNITS, Quantity
from agent.understanding.offline.amounts.taking_back import put_right
from agent.understanding.offline.when.periods import Period
from agent.understanding.offline.words.message import Message

_REACH = 4
_NOT = frozenset({("not",), ("and", "not"), ("instead", "of"), ("rather", "than"), ("in", "place", "of")})
_THE = frozenset({"the", "my", "our", "that", "those"})
_TOO_LITTLE = frozenset({("not", "enough"), ("isnt", "enough"), ("arent", "enough"), ("wont", "do")})
_IS = frozenset({"is", "are", "was", "were", "sounds", "feels", "seems"})
_OUT_OF_PROPORTION = frozenset(
    {
        "tight",
        "crazy",
        "insane",
        "ridiculous",
        "absurd",
        "nothing",
        "silly",
        "nuts",
        "mad",
        "outrageous",
        "steep",
    }
)
_NOT_ENOUGH = frozenset({"not", "isnt", "arent", "wont", "wouldnt", "never", "hardly", "cant"})
_TOO = frozenset(
    {
        "many",
        "much",
        "long",
        "short",
        "high",
        "low",
        "little",
        "few",
        "expensive",
        "steep",
        "tight",
        "generous",
        "big",
        "small",
        "late",
        "early",
    }
)


def restated(message: Message, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Without the quantities called too much; a bare number after one of them is of the same kind."""
    kept: list[Quantity] = []
    denied: Quantity | None = None
    for place, quantity in enumerate(quantities):
        if kept and _is_the_old(message, kept[-1], quantity):
            kept[-1] = _alike(kept[-1], quantity)
            continue
        if is_too_much(message, quantity):
            if quantity.is_bare and place + 1 < len(quantities):
                kept.append(quantity)  # what it is of, only the brief can tell
            else:
                denied = quantity
            continue
        corrected = put_right(message, kept[-1], quantity) if kept else None
        if corrected is not None:
            kept[-1] = corrected
            continue
        if kept and _takes_it_back(message, kept[-1], quantity):
            kept[-1] = _alike(quantity, kept[-1])
            continue
        if kept and _comes_to(message, kept[-1], quantity):
            kept[-1] = replace(quantity, per="week")
            continue
        if kept and _is_price_of(message, kept[-1], quantity):
            kept.append(replace(quantity, per="hour"))
            continue
        if kept and _is_longest_of(message, kept[-1], quantity):
            kept[-1] = replace(kept[-1], high=quantity.value, last=quantity.last, bounded=False)
            continue
        if kept and _is_limit_of(message, kept[-1], quantity):
            kept.append(replace(quantity, per=kept[-1].per, currency=kept[-1].currency))
        if kept and _is_explained(message, quantity):
            continue
        if kept and _is_scaled_like(message, kept[-1], quantity):
            high = quantity.value * kept[-1].scale
            kept[-1] = replace(
                kept[-1], low=kept[-1].value, high=high, last=quantity.last, bounded=quantity.bounded
            )
            continue
        kept.append(quantity if denied is None else _alike(_only_said(message, quantity), denied))
    return kept


def _only_said(message: Message, quantity: Quantity) -> Quantity:
    """'8 weeks won't be enough, say 12' says it, and is not about so many."""
    says = quantity.about and message.norm(quantity.first) == "say"
    return replace(quantity, about=False) if says else quantity


def _takes_it_back(message: Message, known: Quantity, quantity: Quantity) -> bool:
    """'50 hours a week possible? no, 40': the second takes the place of what was asked about."""
    between = message.norms[known.last : quantity.first]
    return quantity.is_bare and not known.is_bare and "?" in between and set(between) <= _TAKING_BACK


_TAKING_BACK = frozenset(
    {"?", "no", "nah", "nope", "possible", "ok", "hmm", "hm", ",", ".", "better", "rather", "wait"}
)


def _comes_to(message: Message, days: Quantity, hours: Quantity) -> bool:
    """'7 days a week, so 28 hours': what the days come to."""
    between = message.norms[days.last : hours.first]
    timed = days.unit == "day" and days.per == "week" and hours.unit == "hour" and hours.per in (None, "week")
    return timed and between[-1:] in _SUMMING and len(between) <= len((",", "so"))


_SUMMING = frozenset({("so",), ("=",), ("thats",), ("total",), ("makes",), ("meaning",)})


def _is_scaled_like(message: Message, known: Quantity, quantity: Quantity) -> bool:
    """'3k, maybe 4', 'about 2 lakhs, no more than 2.5': the second is in thousands or lakhs too."""
    between = set(message.norms[known.last : quantity.first]) | set(
        message.norms[quantity.first : quantity.core]
    )
    bare = quantity.is_bare and not quantity.scaled
    most = quantity.value * known.scale
    alike = known.scaled and not known.is_range and known.value < most <= _MOST_MORE * known.value
    if not bare or not alike:
        return False
    if quantity.bounded and quantity.low is None:
        return quantity.first - known.last <= _SOON
    return bool(between & _PERHAPS) and between <= _PERHAPS | {",", "even"}


_SOON = 5


def _is_price_of(message: Message, hours: Quantity, price: Quantity) -> bool:
    """'30 hours at 40': what each of them is paid."""
    bare = price.unit is None and price.per is None
    return hours.unit == "hour" and bare and message.norms[hours.last : price.first] in _AT


_AT = frozenset({("at",), ("@",), ("x",)})


def _is_limit_of(message: Message, price: Quantity, limit: Quantity) -> bool:
    """'55/h, 65 at most': the end of the price that was just said."""
    between = message.norms[price.last : limit.first]
    bare = limit.is_bare
    priced = price.unit is None and (price.currency is not None or price.per == "hour")
    ends = limit.bounded and limit.low is None and price.value < limit.value <= _MOST_MORE * price.value
    return bare and priced and ends and set(between) <= _JOINING


def _is_longest_of(message: Message, known: Quantity, limit: Quantity) -> bool:
    """'a day, two at most', '10 hours a week, 15 tops': the other end of what was just said."""
    timed = known.unit in TIME_UNITS and known.currency is None and known.low is not None
    ends = limit.bounded and limit.is_bare and limit.low is None and known.value < limit.value
    between = message.norms[known.last : limit.first]
    closes = not message.norm(limit.last).isalpha()
    if known.unit == "hour" and limit.value > _LONGEST_WEEK:
        return False  # '30h and 75 max': nobody works so long
    return timed and ends and closes and limit.value <= _MOST_MORE * known.value and set(between) <= _JOINING


_LONGEST_WEEK = 60
"""Hours."""
_MOST_MORE = 3
_JOINING = frozenset({",", "and", "but", "or", ";", "-", "–", "with", "("})
_PERHAPS = frozenset({"maybe", "or", "perhaps", "possibly", "to"})


def _alike(quantity: Quantity, other: Quantity) -> Quantity:
    """A bare number as the kind of thing that the other one is."""
    if quantity.is_bare:
        return replace(quantity, unit=other.unit, per=other.per, currency=other.currency)
    return quantity


def _is_the_old(message: Message, new: Quantity, old: Quantity) -> bool:
    """'50, not 60', '3 weeks rather than the 4': the second is what no longer counts."""
    between = [word for word in message.norms[new.last : old.first] if word not in (",", "now", "please")]
    while between[-1:] and between[-1] in _THE:
        between.pop()
    if tuple(between) in _NOT:
        return True
    bare = old.is_bare
    named = between[:-1]
    return bare and between[-1:] == ["not"] and len(named) <= _REACH and all(word.isalpha() for word in named)


def _is_explained(message: Message, quantity: Quantity) -> bool:
    """'10 hours a week, 40 is per month': what a number said before was meant to be."""
    bare = quantity.is_bare
    per = message.at("quantities", quantity.last + 1)
    spans = per is not None and per.key in _SPANS
    return bare and spans and message.norm(quantity.last) in ("is", "was", "were")


_SPANS = frozenset({"per_day", "per_week", "per_month", "per_year"})


def restated_periods(message: Message, periods: Sequence[Period]) -> list[Period]:
    """Without those that count no longer: '11 January, not December', 'not March but April'."""
    kept: list[Period] = []
    for place, period in enumerate(periods):
        following = periods[place + 1] if place + 1 < len(periods) else None
        before = message.norms[max(0, period.first - 2) : period.first]
        denied = before[-1:] == ("not",) or before in _DENIED
        if denied and (kept or _turns(message, period, following)):
            continue
        kept.append(period)
    return kept


def _turns(message: Message, old: Period, new: Period | None) -> bool:
    if new is None:
        return False
    between = message.norms[old.last : new.first]
    return bool(between) and len(between) <= _REACH and set(between) & {",", "but", "-", ";"} != set()


_DENIED = frozenset({("not", "in"), ("not", "on"), ("instead", "of"), ("rather", "than"), ("not", "the")})


def is_too_much(message: Message, quantity: Quantity) -> bool:
    """'20 hours is too many', '5 hours is not enough'."""
    after = message.norms[quantity.last : quantity.last + _REACH]
    pairs = set(pairwise(after))
    if after[:1] and after[0] in _IS and after[1:2] and after[1] in _OUT_OF_PROPORTION:
        return True
    if "enough" in after and _NOT_ENOUGH & set(after[: after.index("enough")]):
        return True
    return any(pair[0] == "too" and pair[1] in _TOO for pair in pairs) or bool(pairs & _TOO_LITTLE)
