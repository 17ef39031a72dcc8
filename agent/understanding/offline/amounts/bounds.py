"""Bounds and ranges of amounts: 'under 50', '40 or more', 'min 25h, max 35h', '40-60'."""

from dataclasses import replace

from agent.understanding.offline.amounts.quantity import PERS, Cues, Quantity
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind


def at_bound(message: Message, quantity: Quantity, bound: Mention) -> Quantity:
    """The amount with the bound that stands before it."""
    if quantity.is_range:
        return replace(quantity, first=bound.first)
    at_most = (bound.key == "at_most") != _is_denied(message, bound)
    return _bounded(replace(quantity, first=bound.first), at_most)


def _is_denied(message: Message, bound: Mention) -> bool:
    """'we cannot pay [more than] 70': the other way round."""
    for index in range(
        bound.first - 1, max(message.segment(bound.first).first, bound.first - _REACH) - 1, -1
    ):
        if message.norm(index) in _DENIALS:
            return True
        if message.norm(index) not in _BETWEEN:
            return False
    return False


_REACH = 6
_DENIALS = frozenset(
    {"cannot", "cant", "wont", "dont", "doesnt", "shouldnt", "mustnt", "couldnt", "wouldnt", "never", "not"}
    | {"no", "nobody", "noone", "none", "exclude", "hide", "remove", "drop", "reject", "ignore", "skip"}
    | {"without", "dismiss", "discard", "rid", "kick", "ditch", "eliminate", "bin", "toss"}
)
_BETWEEN = frozenset(
    {"want", "to", "pay", "spend", "go", "be", "cost", "charge", "afford"}
    | {"work", "have", "take", "give", "do", "manage", "stretch", "offer", "need"}
    | {"like", "it", "they", "us", "ask", "for", "any", "possibly", "really"}
    | {"put", "in", "anyone", "anybody", "people", "someone", "somebody", "everyone", "everybody"}
    | {"those", "who", "that", "charges", "charging", "asks", "asking", "costs", "costing"}
    | {"wants", "wanting", "send", "show", "me", "suggest", "propose", "rate", "rates"}
    | {"freelancers", "candidates", "profiles", "bids", "offers", "at", "is", "are", "one"}
    | {"with", "a", "consider", "accept", "hire", "of", "out"}
)


def with_rate(quantity: Quantity, cues: Cues) -> Quantity:
    """'day rate up to 640': what the amount is per may stand before its bound."""
    per = cues.before(quantity.first, *PERS)
    if per is None or quantity.per is not None or quantity.unit is not None:
        return quantity
    return replace(quantity, per=PERS[per.key], first=per.first)


def post_bound(message: Message, quantity: Quantity, cues: Cues, directly: bool) -> Quantity:
    """The amount with the bound that stands after it, if there is one."""
    if quantity.bounded:
        return quantity
    bound = cues.at(quantity.last, "or_less", "or_more")
    if bound is not None and _begins_amount(message, bound):
        return quantity
    if bound is not None:
        word = message.norm(bound.first)
        if word == "plus" and not directly:
            return quantity
        if word == "+" and not message.tokens[bound.first].glued:
            return quantity
        return _bounded(replace(quantity, last=bound.last), bound.key == "or_less")
    bound = cues.at(quantity.last + 1, "or_less", "or_more") if message.norm(quantity.last) == "," else None
    if bound is not None and _ends_there(message, bound):
        return _bounded(replace(quantity, last=bound.last), bound.key == "or_less")
    if (end := _end_of_no_more(message, quantity.last)) is not None:
        return _bounded(replace(quantity, last=end), at_most=True)
    about = cues.at(quantity.last, "about")
    if about is not None and message.norm(about.first) in ("ish", "or", "more", "give", "thereabouts"):
        return replace(quantity, about=True, last=about.last)
    return quantity


def _end_of_no_more(message: Message, index: int) -> int | None:
    """Where ', not a paisa more', '- really not more' ends; None if nothing of the kind begins there."""
    index += message.norm(index) in _PAUSES
    while message.norm(index) in _STRESSING:
        index += 1
    if message.norm(index) not in ("not", "no", "nothing"):
        return None
    following = message.norms[index + 1 : index + 5]
    count = next((i for i, word in enumerate(following) if word in _OVER), None)
    if (
        count is None
        or (count and following[0] not in _SINGLE)
        or following[count + 1 : count + 2] == ("than",)
    ):
        return None
    return index + count + 2


_PAUSES = frozenset({",", "-", "–", ";", "("})
_STRESSING = frozenset({"and", "but", "please", "really", "absolutely", "definitely", "certainly", "pls"})
_SINGLE = frozenset({"a", "one", "any", "single"})
_OVER = frozenset({"more", "over", "above", "extra", "higher"})


def _ends_there(message: Message, bound: Mention) -> bool:
    """'for a year, minimum.': a word for a bound, and nothing after it."""
    word = message.norm(bound.first)
    return word in _BOUNDS and message.norm(bound.last) in ("", ".", "!", "\n", "please")


_BOUNDS = frozenset({"min", "minimum", "max", "maximum", "tops"})


def _begins_amount(message: Message, bound: Mention) -> bool:
    """'25h max 35h': the bound is the next amount's, right before it."""
    after = message.tokens[bound.last] if bound.last < len(message.tokens) else None
    before = message.norm(bound.first) in ("min", "max", "minimum", "maximum", "at")
    coin = message.at("currency", bound.last) is not None
    return before and after is not None and (after.kind is TokenKind.NUMBER or coin)


def _bounded(quantity: Quantity, at_most: bool) -> Quantity:
    if quantity.is_range:
        return replace(quantity, bounded=True)  # '10 to 12 hours max': both ends are said
    value = quantity.value
    low, high = (None, value) if at_most else (quantity.low, None)
    return replace(quantity, low=low, high=high, bounded=True)


def priced_by(message: Message, first: Quantity, second: Quantity) -> Quantity:
    """'$35-45 hr': the unit behind the second price is what both are for."""
    if first.currency is None or second.currency is not None or second.per is not None:
        return second
    named = message.norm(second.last - 1) in _FOR_ONE and second.unit in ("hour", "day")
    near = first.value < second.value <= _FARTHEST_END * first.value
    return replace(second, unit=None, per=second.unit) if named and near else second


_FOR_ONE = frozenset({"h", "hr", "hour", "day"})
_FARTHEST_END = 5
"""How many times the lower end of a price its upper end is at most."""


def _are_two_prices(first: Quantity, second: Quantity) -> bool:
    """'25 an hour or 1k for all', '40/h up to 9k', 'fixed 30k or 90/h': too far apart for one price."""
    if first.scale == 1 < second.scale and first.value * second.scale < second.value:
        return False  # '7 to 8 thousand an hour'
    apart = second.value > _FARTHEST_END * first.value or first.value > 2 * second.value
    return (first.per is None) != (second.per is None) and apart


def same_measure(first: Quantity, second: Quantity) -> bool:
    """Whether two amounts can be the ends of one range."""
    if first.step or second.step or _are_two_prices(first, second):
        return False
    if first.currency and second.unit not in (None, "project"):
        return False
    return (
        (first.unit is None or second.unit is None or first.unit == second.unit)
        and (first.per is None or second.per is None or first.per == second.per)
        and not (first.unit is not None and second.unit is None and second.currency is not None)
    )


def ends_joined(message: Message, one: Quantity, other: Quantity) -> Quantity | None:
    """'min 25h, max 35h weekly': two bounds of one thing are a range."""
    between = message.norms[one.last : other.first]
    if (
        not (one.bounded and other.bounded)
        or not set(between) <= {",", "and", "but", "/", "to", "or"}
        or len(between) > 2
    ):
        return None
    low, high = (one, other) if one.high is None else (other, one)
    if low.high is not None or high.low is not None or low.low is None or high.high is None:
        return None
    if low.low > high.high or not same_measure(low, high):
        return None
    return replace(
        other,
        low=low.low,
        high=high.high,
        first=one.first,
        core=one.core,
        unit=one.unit or other.unit,
        per=one.per or other.per,
        currency=one.currency or other.currency,
    )


def joined_range(first: Quantity, second: Quantity) -> Quantity:
    """Two amounts as the ends of one: '40-60', '3 to 5k'."""
    low, high = first.value, second.value
    if first.scale == 1 < second.scale and low * second.scale < high:
        low *= second.scale
    for scale in (1000.0, 1_000_000.0):
        if low < 1000 <= high and low * scale <= high and first.currency != "" and high / scale < 1000:
            low *= scale
            break
    low, high = sorted((low, high))
    return replace(
        second,
        low=low,
        high=high,
        first=first.first,
        core=first.core,
        currency=second.currency or first.currency,
        unit=second.unit or first.unit,
        per=second.per or first.per,
        about=first.about or second.about,
        bounded=second.bounded and second.low is None and False,
    )


def only_suggests(message: Message, about: Mention) -> bool:
    """'How about 40?' suggests 40, and 'I forgot to say: 40' says it: no number near it."""
    before = message.norm(about.first - 1)
    return before in _SUGGESTING or (before == "to" and message.norm(about.first) == "say")


_SUGGESTING = frozenset({"what", "how", "lets", "let", "us", "id", "well", "we", "i"})
