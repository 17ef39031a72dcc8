"""Shares of a full week: 'an 80% position', 'a tester at 60%', 'Java dev, 80-100%, CHF 110/h'."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.when.bare_hours import BARS
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.spans import WEEKS

_LEAST_SHARE = 10
_TENTH = 10


def is_share_of_job(scene: Scene, quantity: Quantity) -> bool:
    """Whether so many per cent are of the hours of a week."""
    return (
        _is_of_a_job(scene.message, quantity.last)
        or _is_capacity(scene, quantity)
        or _is_beside_terms(scene, quantity)
    )


def _is_of_a_job(message: Message, last: int) -> bool:
    """'an 80% position', '50 per cent of a full-time job'."""
    of = message.norm(last) == "of"
    index = last + of + (of and message.norm(last + 1) in ("a", "an", "the"))
    whole = message.at("schedule", index)
    return message.norm(index) in _WHOLE_JOB or (of and whole is not None and whole.key == "full_time")


def _is_capacity(scene: Scene, quantity: Quantity) -> bool:
    """'a tester at 60%': of a whole job."""
    message = scene.message
    ends = not message.norm(quantity.last).isalpha()
    share = _LEAST_SHARE <= quantity.value <= 100 and not quantity.bounded
    return share and ends and message.norm(quantity.first - 1) in ("at", "@") and not message.has("record")


def _is_beside_terms(scene: Scene, quantity: Quantity) -> bool:
    """'60%, 6 months', '80-100%, CHF 110/h', '100% for half a year': alone among the terms of a contract."""
    message = scene.message
    if scene.context.brief.terms or quantity.bounded or message.has("record"):
        return False
    ends = (quantity.low or quantity.value, quantity.value)
    if not all(_SMALLEST_CONTRACT <= end <= 100 and end % _TENTH == 0 for end in ends):
        return False
    if message.norm(quantity.first - 1) not in BARS:
        return False
    lengths = [q for q in scene.quantities if q.unit in WEEKS and q.per is None]
    after = message.norm(quantity.last)
    lasts = after in ("for", "over") and any(0 < q.core - quantity.last <= _NEAR for q in lengths)
    paid = any(q.per in ("hour", "day") and q.currency is not None for q in scene.quantities)
    return lasts or (after in BARS and (paid or bool(lengths)))


_SMALLEST_CONTRACT = 20
_NEAR = 3


_WHOLE_JOB = frozenset(
    {"fte", "workload", "position", "pensum", "employment", "contract", "capacity", "time", "allocation"}
    | {"load", "allocated", "utilisation", "utilization", "engagement", "availability", "arbeitszeit"}
)
