"""The grammar of quantities: an amount or a range, its bound, its unit, and what it is per.

quantity  = [bound] amount [to amount] [post-bound] [unit] [per unit] [post-bound]
amount    = [currency] number [currency]
"""

from collections.abc import Collection
from dataclasses import replace

from agent.understanding.offline.amounts.bounds import (
    at_bound,
    ends_joined,
    joined_range,
    only_suggests,
    post_bound,
    priced_by,
    same_measure,
    with_rate,
)
from agent.understanding.offline.amounts.no_amounts import (
    inside_name,
    is_coin,
    is_label,
    stands_for_somebody,
    starts_name,
)
from agent.understanding.offline.amounts.numbers import Number, NumberReader
from agent.understanding.offline.amounts.per_pieces import is_piece, parts_items, per_several
from agent.understanding.offline.amounts.quantity import PERS, TIME_UNITS, Cues, Quantity, cues_of
from agent.understanding.offline.amounts.told_coins import names_pieces, told_by_code, with_nation
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind

_FARTHEST_BOUND = 5
_FEW_MORE = 2


class QuantityReader:
    """Finds every quantity of a message."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numbers = NumberReader(lexicon)
        self._between = lexicon.words("quantities", "between")
        self._spanning = lexicon.words("quantities", "spanning")
        self._articles = lexicon.words("numbers", "articles")
        self._function_words = lexicon.words("common", "function_words")

    def find(self, message: Message, taken: Collection[int] = ()) -> list[Quantity]:
        """The quantities outside the `taken` tokens, in order."""
        cues = cues_of(message)
        found: list[Quantity] = []
        done = 0
        for index in self._starts(message):
            if index < done or index in taken:
                continue
            quantity = self._quantity(message, index, cues)
            if quantity is not None and not any(i in taken for i in range(index, quantity.last)):
                joined = ends_joined(message, found[-1], quantity) if found else None
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
            before = unit.first - 1 - (message.norm(unit.first - 1) in _WHOLE)
            if before >= 0 and message.norms[before] in self._articles:
                starts.add(before)
        return sorted(starts)

    def _quantity(self, message: Message, index: int, cues: Cues) -> Quantity | None:
        if inside_name(message, index):
            return None
        first = self._measured(message, index, cues)
        if first is None:
            return None
        joint = cues.at(first.last, "to")
        if joint is not None and self._joins(message, joint, first, cues):
            second = self._measured(message, joint.last, cues)
            second = None if second is None else priced_by(message, first, second)
            if second is not None and same_measure(first, second):
                first = joined_range(first, second)
        return self._bound(message, first, cues)

    def _joins(self, message: Message, joint: Mention, first: Quantity, cues: Cues) -> bool:
        if message.norm(joint.first) == "and":
            return message.norm(first.first - 1) == "between"
        if message.norm(joint.first) == "+":
            return False
        return cues.at(joint.first, "or_less", "or_more") is None or message.norm(joint.first) == "up"

    def _measured(self, message: Message, index: int, cues: Cues) -> Quantity | None:
        """Amount, unit and per, with a bound that stands among them."""
        start = index
        currency = message.at("currency", index)
        if currency is not None:
            index = currency.last
        number = self._number(message, index)
        if number is None or is_label(message, number) or stands_for_somebody(message, number):
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
            scale=number.scale,
        )
        quantity = post_bound(message, quantity, cues, directly=True)
        quantity = with_nation(message, self._with_currency(message, quantity), cues)
        quantity = post_bound(message, quantity, cues, directly=False)
        return self._with_unit(message, quantity, cues)

    def _number(self, message: Message, index: int) -> Number | None:
        number = self._numbers.read(message, index)
        if number is None and message.norm(index) in self._articles:
            place = index + 1 + (message.norm(index + 1) in _WHOLE)
            unit = message.at("units", place)
            if unit is not None and unit.key in TIME_UNITS and not starts_name(message, place):
                return Number(1, index, index + 1, spelled=True)
            if message.norm(index) != "one" and is_coin(message, index + 1):
                return Number(1, index, index + 1, spelled=True)
        return number

    def _with_currency(self, message: Message, quantity: Quantity) -> Quantity:
        currency = message.at("currency", quantity.last)
        if currency is None:
            return quantity
        if quantity.currency is not None and message.norm(quantity.last) != quantity.currency.lower():
            told = told_by_code(message, quantity, quantity.last)
            return quantity if told is None else told
        if names_pieces(message, currency):
            return quantity
        if message.tokens[quantity.last].kind is TokenKind.SYMBOL and not message.tokens[quantity.last].glued:
            following = message.tokens[currency.last] if currency.last < len(message.tokens) else None
            if following is not None and following.kind is TokenKind.NUMBER:
                return quantity
        return replace(quantity, currency=currency.key, last=currency.last)

    def _with_unit(self, message: Message, quantity: Quantity, cues: Cues) -> Quantity:
        index, step = quantity.last, 0
        if (word := cues.at(index, "more", "fewer")) is not None and cues.at(index, "or_more") is None:
            step = 1 if word.key == "more" else -1
            index = word.last
        if (word := cues.at(index, "filler")) is not None and message.at("units", index) is None:
            index = word.last
        unit = None if starts_name(message, index) else message.at("units", index)
        if message.norm(index) == "d" and unit is None:
            per = cues.at(index + 1, "per_week")
            if per is not None and quantity.currency is None:
                return replace(quantity, unit="day", per="week", last=per.last)
        per = None if step else cues.at(quantity.last, *PERS)
        if per is not None and quantity.currency is None and message.at("units", per.first) is not None:
            per = None  # 'a 3 month retainer'
        if per is not None and per.key == "per_piece" and cues.at(per.last, *PERS) is not None:
            per = cues.at(per.last, *PERS)  # '50 each per hour'
        if per is not None and not (unit is not None and unit.last > per.last):
            is_money = quantity.currency is not None or quantity.unit is None
            return replace(quantity, per=PERS[per.key], last=per.last) if is_money else quantity
        mark = cues.at(quantity.last, "per")
        mark = None if mark is not None and parts_items(message, mark) else mark
        if unit is None and mark is not None:
            item = message.at("units", mark.last)
            if item is not None and item.key != "percent":
                return replace(quantity, per=item.key, last=item.last)
            several = per_several(message, mark, self._numbers) if quantity.currency is not None else None
            if several is not None:
                return replace(quantity, per=several[0], last=several[1])
            if quantity.currency is not None and is_piece(message, mark, self._function_words):
                return replace(quantity, per="piece", last=mark.last + 1)
        if unit is None:
            return replace(quantity, step=step, last=index) if step else quantity
        if quantity.currency is not None and unit.key in TIME_UNITS and unit.first == quantity.last:
            return replace(quantity, per=unit.key, last=unit.last)
        if quantity.currency is not None and unit.key != "project":
            return quantity
        quantity = _and_a_half(message, replace(quantity, unit=unit.key, last=unit.last, step=step))
        quantity = self._or_two(message, quantity)
        following = message.at("units", quantity.last)
        if unit.key in ("hour", "day") and following is not None and following.key == "week":
            return replace(quantity, per="week", last=following.last)
        per = cues.at(_after_in_all(message, quantity), *PERS)
        if per is not None and not (per.key == "per_hour" and unit.key != "hour"):
            return replace(quantity, per=PERS[per.key], last=per.last)
        mark = cues.at(quantity.last, "per")
        item = None if mark is None else message.at("units", mark.last)
        if unit.key == "hour" and item is not None and item.key == "shift":
            return replace(quantity, per=item.key, last=item.last)
        return quantity

    def _or_two(self, message: Message, quantity: Quantity) -> Quantity:
        """'a year or two', 'an hour or two a day'."""
        more = self._numbers.read(message, quantity.last + 1) if message.norm(quantity.last) == "or" else None
        bare = more is not None and message.at("units", more.last) is None and more.spelled and not more.vague
        if more is None or not bare or quantity.unit not in TIME_UNITS or quantity.is_range:
            return quantity
        if not quantity.value < more.value <= quantity.value + _FEW_MORE:
            return quantity
        return replace(quantity, high=more.value, last=more.last)

    def _bound(self, message: Message, quantity: Quantity, cues: Cues) -> Quantity:
        """The bound that stands before the amount, or after everything."""
        quantity = post_bound(message, quantity, cues, directly=False)
        per = cues.at(quantity.last, *PERS) if quantity.per is None else None
        if per is not None and (quantity.currency is not None or quantity.unit in ("hour", "day", None)):
            quantity = replace(quantity, per=PERS[per.key], last=per.last)
        quantity = told_by_code(message, quantity, quantity.last) or quantity
        index = quantity.first
        for _ in range(_FARTHEST_BOUND):
            bound = cues.before(index, "at_most", "at_least")
            if bound is not None and not quantity.bounded:
                words = message.norm(bound.first)
                if quantity.unit in TIME_UNITS and bound.size == 1 and words in self._spanning:
                    return quantity
                return with_rate(at_bound(message, quantity, bound), cues)
            per = cues.before(index, *PERS)
            if per is not None and _ends_an_amount(message, per.first):
                per = None  # "40 hrs/week at 4 dollars": it belongs to what stands before it
            about = cues.before(index, "about")
            timed = quantity.unit is None or (
                quantity.unit in ("hour", "day")
                and per is not None
                and message.norm(per.first).endswith("ly")
            )
            if per is not None and quantity.per is None and timed:
                quantity = replace(quantity, per=PERS[per.key], first=per.first)
                index = per.first
            elif about is not None and only_suggests(message, about):
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


def _ends_an_amount(message: Message, index: int) -> bool:
    """Whether a number, its unit or its coin ends there: the '30€' of '30€/h for 2 kids'."""
    if index and message.tokens[index - 1].kind is TokenKind.NUMBER:
        return True
    return any(message.ending(kind, index) is not None for kind in ("units", "currency"))


_WHOLE = frozenset({"full", "whole"})


def _after_in_all(message: Message, quantity: Quantity) -> int:
    """'4 hours [total] per week', '10 hours [in all] a week': where it goes on after such words."""
    if message.norm(quantity.last) in _IN_ALL:
        return quantity.last + 1
    return quantity.last + 2 * (message.norms[quantity.last : quantity.last + 2] in _IN_ALL_TOLD)


_IN_ALL = frozenset({"total", "altogether", "overall", "combined", "each", "work"})
_IN_ALL_TOLD = frozenset({("in", "total"), ("in", "all"), ("all", "told"), ("of", "work"), ("of", "time")})


def _and_a_half(message: Message, quantity: Quantity) -> Quantity:
    """'a month and a half', 'four stars and a half'."""
    if (
        quantity.unit not in (*TIME_UNITS, "star")
        or message.norms[quantity.last : quantity.last + 3] != _HALF
    ):
        return quantity
    value = quantity.value + 0.5
    return replace(quantity, low=value, high=value, last=quantity.last + 3)


_HALF = ("and", "a", "half")
