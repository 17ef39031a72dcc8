"""Counts the pieces that a price for each of them is paid for: 'two proposals, 600 each'."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.tokens import TokenKind

_EACH = frozenset({"each", "apiece"})
_MOST_PIECES = 50
_SHORTEST_PLURAL = 4
_REACH = 3
"""Words from a number to what it counts: 'two short explainer films'."""


def pieces_wanted(scene: Scene, price: Quantity) -> int | None:
    """How many pieces the message counts, if it counts only one kind of thing and the price is for each."""
    message = scene.message
    if not _EACH & set(message.norms[price.core : price.last + 1]):
        return None
    counts = {round(q.value) for q in scene.quantities if q is not price and _counts_things(scene, q)}
    return counts.pop() if len(counts) == 1 else None


def is_for_each_person(scene: Scene, price: Quantity) -> bool:
    """'two illustrators then, 600 each': the budget for one of them, where the brief holds a budget."""
    message, held = scene.message, scene.context.brief.fixed_budget
    if held is None or not _EACH & set(message.norms[price.core : price.last + 1]):
        return False
    return any(q is not price and _counts_people(scene, q) for q in scene.quantities)


def _counts_people(scene: Scene, quantity: Quantity) -> bool:
    message, last = scene.message, quantity.last
    few = quantity.is_bare and not quantity.step and 2 <= quantity.value <= _MOST_PIECES
    return few and any(message.at(kind, last) is not None for kind in ("role", "heads", "people"))


def _counts_things(scene: Scene, quantity: Quantity) -> bool:
    message = scene.message
    if (
        not quantity.is_bare
        or quantity.bounded
        or quantity.is_range
        or not 2 <= quantity.value <= _MOST_PIECES
    ):
        return False
    segment = message.segment(quantity.last - 1)
    following = range(quantity.last, min(quantity.last + _REACH, segment.last))
    words = [message.norm(i) for i in following if message.tokens[i].kind is TokenKind.WORD]
    people = any(message.at(kind, i) for i in following for kind in ("role", "heads", "people"))
    return not people and any(len(w) >= _SHORTEST_PLURAL and w.endswith("s") for w in words)
