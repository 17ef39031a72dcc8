"""The grammar of quantities: an amount or a range, its bound, its unit, and what it is per.

quantity  = [bound] amount [to amount] [post-bound] [unit] [per unit] [post-bound]
amount    = [currency] number [currency]
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from agent.understanding.offline.gazetteer import Mention
from agent.understanding.offline.lexicon import Lexicon
from agent.understanding.offline.message import Message
from agent.understanding.offline.numbers import Number, NumberReader, digits
from agent.understanding.offline.tokens import TokenKind

_TIME_UNITS = frozenset({"hour", "day", "week", "month", "year", "quarter", "fortnight", "sprint", "weekend"})
_PERS = {
    "per_hour": "hour",
    "per_week": "week",
    "per_month": "month",
    "per_day": "day",
    "per_year": "year",
    "per_piece": "piece",
}
_FARTHEST_BOUND = 5
_HIGHEST_VERSION = 30.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """So much of something, in tokens [first, last).

    `low` and `high` are its ends (None: open), `step` is +1 or -1 where it is so much more or less than
    now, `bounded` says that words such as "under" gave it one end, and `core` is where the number stands.
    """

    low: float | None
    high: float | None
    first: int
    last: int
    core: int
    unit: str | None = None
    per: str | None = None
    currency: str | None = None
    about: bool = False
    bounded: bool = False
    vague: bool = False
    step: int = 0
    spelled: bool = False
    scaled: bool = False

    @property
    def value(self) -> float:
        """The number said, or the upper of two."""
        return self.high if self.high is not None else self.low or 0.0

    @property
    def is_range(self) -> bool:
        """Whether two different ends were said."""
        return self.low is not None and self.high is not None and self.low != self.high


@dataclass(frozen=True, slots=True)
class _Cues:
    """The quantity words of a message by where they begin and where they end."""

    starts: dict[int, list[Mention]]
    ends: dict[int, list[Mention]]

    def at(self, index: int, *keys: str) -> Mention | None:
        return next((m for m in self.starts.get(index, ()) if m.key in keys), None)

    def before(self, index: int, *keys: str) -> Mention | None:
        return next((m for m in self.ends.get(index, ()) if m.key in keys), None)


class QuantityReader:
    """Finds every quantity of a message."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numbers = NumberReader(lexicon)
        self._between = lexicon.words("quantities", "between")
        self._spanning = lexicon.words("quantities", "spanning")
        self._articles = lexicon.words("numbers", "articles")

    def find(self, message: Message, taken: Collection[int] = ()) -> list[Quantity]:
        """The quantities outside the `taken` tokens, in order."""
        cues = _cues(message)
        found: list[Quantity] = []
        done = 0
        for index in self._starts(message):
            if index < done or index in taken:
                continue
            quantity = self._quantity(message, index, cues)
            if quantity is not None and not any(i in taken for i in range(index, quantity.last)):
                joined = _ends_joined(message, found[-1], quantity) if found else None
                if joined is not None:
                    found[-1] = joined
                else:
                    found.append(quantity)
                done = quantity.last
        return found

    def _starts(self, message: Message) -> list[int]:
        """The tokens a quantity could begin at: numbers, currencies, and articles of a unit ('a week')."""
        starters = self._numbers.starters
        starts = {i for i, norm in enumerate(message.norms) if norm in starters or norm[0].isdigit()}
        starts.update(mention.first for mention in message.of("currency"))
        for coin in message.of("currency"):
            if coin.first and message.norms[coin.first - 1] in self._articles:
                starts.add(coin.first - 1)
        for unit in message.of("units"):
            if unit.first and message.norms[unit.first - 1] in self._articles:
                starts.add(unit.first - 1)
        return sorted(starts)

    def _quantity(self, message: Message, index: int, cues: _Cues) -> Quantity | None:
        if _inside_name(message, index):
            return None
        first = self._measured(message, index, cues)
        if first is None:
            return None
        joint = cues.at(first.last, "to")
        if joint is not None and self._joins(message, joint, first, cues):
            second = self._measured(message, joint.last, cues)
            if second is not None and _same_measure(first, second):
                first = _range(first, second)
        return self._bound(message, first, cues)

    def _joins(self, message: Message, joint: Mention, first: Quantity, cues: _Cues) -> bool:
        if message.norm(joint.first) == "and":
            return message.norm(first.first - 1) == "between"
        if message.norm(joint.first) == "+":
            return False
        return cues.at(joint.first, "or_less", "or_more") is None or message.norm(joint.first) == "up"

    def _measured(self, message: Message, index: int, cues: _Cues) -> Quantity | None:
        """Amount, unit and per, with a bound that stands among them."""
        start = index
        currency = message.at("currency", index)
        if currency is not None:
            index = currency.last
        number = self._number(message, index)
        if number is None or _is_label(message, number) or _stands_for_somebody(message, number):
            return None
        quantity = Quantity(
            number.value,
            number.value,
            start,
            number.last,
            number.first,
            currency=currency.key if currency else None,
            vague=number.vague,
            spelled=number.spelled,
            scaled=number.scaled,
        )
        quantity = _post_bound(message, quantity, cues, directly=True)
        quantity = self._with_currency(message, quantity)
        quantity = _post_bound(message, quantity, cues, directly=False)
        return self._with_unit(message, quantity, cues)

    def _number(self, message: Message, index: int) -> Number | None:
        number = self._numbers.read(message, index)
        if number is None and message.norm(index) in self._articles:
            unit = message.at("units", index + 1)
            if unit is not None and unit.key in _TIME_UNITS and not _starts_name(message, index + 1):
                return Number(1, index, index + 1, spelled=True)
            if message.norm(index) != "one" and _is_coin(message, index + 1):
                return Number(1, index, index + 1, spelled=True)
        return number

    def _with_currency(self, message: Message, quantity: Quantity) -> Quantity:
        currency = message.at("currency", quantity.last)
        if currency is None:
            return quantity
        if quantity.currency is not None and message.norm(quantity.last) != quantity.currency.lower():
            return quantity
        if message.tokens[quantity.last].kind is TokenKind.SYMBOL and not message.tokens[quantity.last].glued:
            following = message.tokens[currency.last] if currency.last < len(message.tokens) else None
            if following is not None and following.kind is TokenKind.NUMBER:
                return quantity
        return replace(quantity, currency=currency.key, last=currency.last)

    def _with_unit(self, message: Message, quantity: Quantity, cues: _Cues) -> Quantity:
        index, step = quantity.last, 0
        if (word := cues.at(index, "more", "fewer")) is not None and cues.at(index, "or_more") is None:
            step = 1 if word.key == "more" else -1
            index = word.last
        if (word := cues.at(index, "filler")) is not None:
            index = word.last
        unit = None if _starts_name(message, index) else message.at("units", index)
        per = None if step else cues.at(quantity.last, *_PERS)
        if per is not None and not (unit is not None and unit.last > per.last):
            is_money = quantity.currency is not None or quantity.unit is None
            return replace(quantity, per=_PERS[per.key], last=per.last) if is_money else quantity
        mark = cues.at(quantity.last, "per")
        if unit is None and mark is not None:
            item = message.at("units", mark.last)
            if item is not None and (item.key != "percent"):
                return replace(quantity, per=item.key, last=item.last)
        if unit is None:
            return replace(quantity, step=step, last=index) if step else quantity
        if quantity.currency is not None and unit.key in _TIME_UNITS and unit.first == quantity.last:
            return replace(quantity, per=unit.key, last=unit.last)
        if quantity.currency is not None and unit.key != "project":
            return quantity
        quantity = replace(quantity, unit=unit.key, last=unit.last, step=step)
        following = message.at("units", unit.last)
        if unit.key == "hour" and following is not None and following.key == "week":
            return replace(quantity, per="week", last=following.last)
        if (per := cues.at(unit.last, *_PERS)) is not None:
            return replace(quantity, per=_PERS[per.key], last=per.last)
        return quantity

    def _bound(self, message: Message, quantity: Quantity, cues: _Cues) -> Quantity:
        """The bound that stands before the amount, or after everything."""
        quantity = _post_bound(message, quantity, cues, directly=False)
        per = cues.at(quantity.last, *_PERS) if quantity.per is None else None
        if per is not None and (quantity.currency is not None or quantity.unit in ("hour", "day", None)):
            quantity = replace(quantity, per=_PERS[per.key], last=per.last)
        index = quantity.first
        for _ in range(_FARTHEST_BOUND):
            bound = cues.before(index, "at_most", "at_least")
            if bound is not None and not quantity.bounded:
                words = message.norm(bound.first)
                if quantity.unit in _TIME_UNITS and bound.size == 1 and words in self._spanning:
                    return quantity
                return _with_rate(_at_bound(quantity, bound), cues)
            per = cues.before(index, *_PERS)
            if per is not None and message.ending("units", per.first) is not None:
                per = None  # "40 hrs/week at 4 dollars": it belongs to what stands before it
            about = cues.before(index, "about")
            if per is not None and quantity.per is None and quantity.unit is None:
                quantity = replace(quantity, per=_PERS[per.key], first=per.first)
                index = per.first
            elif about is not None and _only_suggests(message, about):
                break
            elif about is not None:
                quantity = replace(quantity, about=True, first=about.first)
                index = about.first
            elif message.norm(index - 1) in self._between:
                index -= 1
            elif message.norm(index - 1) == "between" and quantity.is_range:
                return replace(quantity, first=index - 1)
            else:
                break
        return quantity


def _only_suggests(message: Message, about: Mention) -> bool:
    """'How about 40?' suggests 40, and 'I forgot to say: 40' says it: no number near it."""
    before = message.norm(about.first - 1)
    return before in _SUGGESTING or (before == "to" and message.norm(about.first) == "say")


def _is_coin(message: Message, index: int) -> bool:
    """'a dollar', 'a pound': one of a currency that is written out."""
    currency = message.at("currency", index)
    return currency is not None and currency.size == 1 and len(message.norm(index)) > _LONGEST_CODE


_LONGEST_CODE = 3

_SUGGESTING = frozenset({"what", "how", "lets", "let", "id", "well", "we", "i"})


def _at_bound(quantity: Quantity, bound: Mention) -> Quantity:
    if quantity.is_range:
        return replace(quantity, first=bound.first)
    return _bounded(replace(quantity, first=bound.first), bound.key == "at_most")


def _with_rate(quantity: Quantity, cues: _Cues) -> Quantity:
    """'day rate up to 640': what the amount is per may stand before its bound."""
    per = cues.before(quantity.first, *_PERS)
    if per is None or quantity.per is not None or quantity.unit is not None:
        return quantity
    return replace(quantity, per=_PERS[per.key], first=per.first)


def _cues(message: Message) -> _Cues:
    starts: dict[int, list[Mention]] = defaultdict(list)
    ends: dict[int, list[Mention]] = defaultdict(list)
    for mention in message.of("quantities"):
        starts[mention.first].append(mention)
        ends[mention.last].append(mention)
    return _Cues(starts, ends)


def _post_bound(message: Message, quantity: Quantity, cues: _Cues, directly: bool) -> Quantity:
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
    about = cues.at(quantity.last, "about")
    if about is not None and message.norm(about.first) in ("ish", "or", "more", "give", "thereabouts"):
        return replace(quantity, about=True, last=about.last)
    return quantity


def _begins_amount(message: Message, bound: Mention) -> bool:
    """'25h max 35h': the bound is the next amount's, right before it."""
    after = message.tokens[bound.last] if bound.last < len(message.tokens) else None
    before = message.norm(bound.first) in ("min", "max", "minimum", "maximum", "at")
    return before and after is not None and after.kind is TokenKind.NUMBER


def _bounded(quantity: Quantity, at_most: bool) -> Quantity:
    value = quantity.value
    low, high = (None, value) if at_most else (quantity.low, None)
    return replace(quantity, low=low, high=high, bounded=True)


def _same_measure(first: Quantity, second: Quantity) -> bool:
    if first.step or second.step:
        return False
    if first.currency and second.unit not in (None, "project"):
        return False
    return (
        (first.unit is None or second.unit is None or first.unit == second.unit)
        and (first.per is None or second.per is None or first.per == second.per)
        and not (first.unit is not None and second.unit is None and second.currency is not None)
    )


def _ends_joined(message: Message, one: Quantity, other: Quantity) -> Quantity | None:
    """'min 25h, max 35h weekly': two bounds of one thing are a range."""
    between = message.norms[one.last : other.first]
    if (
        not (one.bounded and other.bounded)
        or not set(between) <= {",", "and", "but", "/"}
        or len(between) > 2
    ):
        return None
    low, high = (one, other) if one.high is None else (other, one)
    if low.high is not None or high.low is not None or low.low is None or high.high is None:
        return None
    if low.low > high.high or not _same_measure(low, high):
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


def _range(first: Quantity, second: Quantity) -> Quantity:
    low, high = first.value, second.value
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
        currency=first.currency or second.currency,
        unit=second.unit or first.unit,
        per=second.per or first.per,
        about=first.about or second.about,
        bounded=second.bounded and second.low is None and False,
    )


def _inside_name(message: Message, index: int) -> bool:
    """Whether the token is part of a name ("3D artist", "UTC+2") or a version ("Vue 3")."""
    for kind in ("skill", "role", "zone"):
        mention = message.over(kind, index, index + 1)
        if mention is not None and mention.size > 1:
            return True
    if message.ending("money", index) is not None:  # "budget 20k"
        return False
    return message.ending("skill", index) is not None and _is_version(message, index)


def _is_version(message: Message, index: int) -> bool:
    """Whether a number after a skill is its version: small, and of nothing."""
    value = digits(message.norm(index)) if message.tokens[index].kind is TokenKind.NUMBER else None
    if value is None or value > _HIGHEST_VERSION:
        return False
    following = (
        message.at("units", index + 1),
        message.at("currency", index + 1),
        message.at("quantities", index + 1),
        message.at("people", index + 1),
        message.at("role", index + 1),
        message.at("heads", index + 1),
    )
    return not any(following)


def _starts_name(message: Message, index: int) -> bool:
    """Whether a longer name begins here: 'lead generation specialists' are no leads."""
    unit = message.at("units", index)
    size = 0 if unit is None else unit.size
    names = (message.at(kind, index) for kind in ("role", "skill"))
    return any(name is not None and name.size > size for name in names)


def _stands_for_somebody(message: Message, number: Number) -> bool:
    """'the cheapest one', 'that one' count nothing."""
    before = message.norm(number.first - 1)
    return message.norm(number.first) == "one" and (before.endswith("est") or before in _BEFORE_ONE)


_BEFORE_ONE = frozenset(
    {"this", "that", "which", "other", "first", "second", "third", "last", "next", "same"}
)


def _is_label(message: Message, number: Number) -> bool:
    """'#2', '2nd', '9:30', '10am', '24/7' and '2026' are not amounts."""
    before, after = message.norm(number.first - 1), message.norm(number.last)
    glued = number.last < len(message.tokens) and message.tokens[number.last].glued
    if before == "#" or (glued and after in ("st", "nd", "rd", "th", "am", "pm", ":")):
        return True
    digits = message.tokens[number.first].kind is TokenKind.NUMBER
    if digits and before in ("/", ":") and message.tokens[number.first].glued:
        return message.tokens[number.first - 2].kind is TokenKind.NUMBER if number.first > 1 else True
    return (
        glued
        and after == "/"
        and (
            number.last + 1 < len(message.tokens)
            and message.tokens[number.last + 1].kind is TokenKind.NUMBER
            and message.tokens[number.last + 1].glued
        )
    )
