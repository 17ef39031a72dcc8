"""Hours that are not said to be those of a week: '12 weeks 20h', '35 hours each', '24h turnaround'."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene

BARS = frozenset({"so", "thus", "=", "", "/", "|", ",", ";", "•", "\n", "\n\n", "(", ")", ".", "-", "–"})
"""What may stand before and after a term of a contract."""

_WHERE = frozenset({"remote", "remotely", "onsite", "hybrid", "fully", "from", "starting", "start", "in"})
_AFTER_TURNAROUND = frozenset(
    {
        "turnaround", "turnarounds", "delivery", "deadline", "response", "notice", "turn", "reply",
        "window", "sla",
    }
)  # fmt: skip
_BEFORE_TURNAROUND = frozenset(
    {"within", "turnaround", "delivery", "deadline", "response", "in", "under", "next"}
)
_NEAR = 3
_A_DAY, _LONGEST_WEEK = 12.0, 48.0


def stands_alone(scene: Scene, quantity: Quantity) -> bool:
    """Whether the hours are a term by themselves: between commas, or between two other amounts."""
    message, last = scene.message, quantity.last
    segment = message.segment(quantity.core)
    if segment.last - segment.first <= quantity.last - quantity.first + 2:
        return True
    last += message.norm(last) == "each"
    follows = any(q.last == quantity.first for q in scene.quantities)
    begins = message.norm(quantity.first - 1) in BARS or follows
    more = any(q.first == last for q in scene.quantities)
    ends = message.norm(last) in BARS or more or (follows and message.norm(last) in _WHERE)
    where = message.norm(last) in _WHERE and message.norm(quantity.first - 1) in (".", "\n")
    return begins and (ends or where)


def is_turnaround(scene: Scene, quantity: Quantity) -> bool:
    """'24h turnaround', 'delivered within 48 hours': how soon, and not how much."""
    message = scene.message
    low, high = message.sentence(quantity.first)
    before = message.norms[max(low, quantity.first - _NEAR) : quantity.first]
    after = message.norms[quantity.last : min(high, quantity.last + _NEAR)]
    return bool(_BEFORE_TURNAROUND & set(before) or _AFTER_TURNAROUND & set(after))


def is_of_each_person(scene: Scene, quantity: Quantity) -> bool:
    """'two support agents, 30 hours each': too long for a day, and of no things that are made."""
    things = any(q.unit == "piece" for q in scene.quantities)
    return _A_DAY < quantity.value <= _LONGEST_WEEK and not things
