"""Prices paid in parts: 'fixed $450 ($150 now, $300 later)', '9,000 in three instalments of 3,000'."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.words.message import Message

_PARTS = frozenset(
    {"installments", "instalments", "installment", "instalment", "parts", "chunks", "milestones", "payments"}
    | {"tranches", "stages", "portions", "steps", "goes", "halves", "thirds", "deposits", "rates"}
)
_BEGINNING = frozenset(
    {
        "upfront",
        "now",
        "deposit",
        "start",
        "starting",
        "beginning",
        "advance",
        "before",
        "signing",
        "first",
        "front",
    }
)
_ENDING = frozenset(
    {"release", "delivery", "completion", "launch", "after", "end", "later", "done", "acceptance", "approval"}
    | {"rest", "final", "finish", "finished", "remaining", "live", "sign", "handover"}
)
_REACH = 5
_MOST_PARTS = 6


def with_instalments(message: Message, quantities: Sequence[Quantity]) -> Sequence[Quantity]:
    """The amounts without those that are parts of another; parts of no total that is said are added up."""
    amounts = [q for q in quantities if _may_be_money(q) and message.norm(q.last) not in _PARTS]
    parts = {id(q) for q in amounts if _is_of_parts(message, q)}
    largest = max((q.value for q in amounts), default=0.0)
    parts |= {id(q) for q in amounts if q.value < largest and _is_deposit(message, q)}
    for place, total in enumerate(amounts):
        following = amounts[place + 1 : place + 1 + _MOST_PARTS]
        for count in range(2, len(following) + 1):
            if abs(sum(q.value for q in following[:count]) - total.value) < 0.01:
                parts.update(id(q) for q in following[:count])
    for one, other in pairwise(amounts):
        if id(one) in parts or id(other) in parts:
            continue
        if _is_followed_by(message, one, _BEGINNING) and _is_followed_by(message, other, _ENDING):
            whole = one.value + other.value
            summed = replace(other, low=whole, high=whole, unit="project", per=None)
            return [summed if q is other else q for q in quantities if q is not one]
    return [q for q in quantities if id(q) not in parts]


def _may_be_money(quantity: Quantity) -> bool:
    return quantity.unit in (None, "project") and quantity.per in (None, "project") and not quantity.is_range


def _is_of_parts(message: Message, quantity: Quantity) -> bool:
    """'three instalments of 3,000', '5 chunks at 13 000'."""
    before = message.norms[max(0, quantity.first - 3) : quantity.first]
    return bool(before) and before[-1] in ("of", "at", "a", "for") and bool(_PARTS & set(before))


def _is_deposit(message: Message, quantity: Quantity) -> bool:
    """'deposit of 5k', 'a 100 deposit', '1k as a down payment'."""
    around = message.norms[max(0, quantity.first - 3) : quantity.first]
    after = message.norms[quantity.last : quantity.last + 3]
    return bool(_DEPOSITS & {*around, *after}) or (
        _DOWN in {around[-3:-1], around[-2:], after[:2], after[1:]}
    )


_DEPOSITS = frozenset({"deposit", "prepayment", "downpayment", "retainer"})
_DOWN = ("down", "payment")


def _is_followed_by(message: Message, quantity: Quantity, words: frozenset[str]) -> bool:
    """Whether what the amount is paid at is said right after it, with no other amount between."""
    after: list[str] = []
    for index in range(quantity.core + 1, min(quantity.core + 1 + _REACH, len(message.tokens))):
        if message.norm(index)[:1].isdigit() or message.norm(index) in (".", ";"):
            break
        after.append(message.norm(index))
    return bool(words & set(after))
