"""Tells years of experience from how long the work lasts: '5 years of React', 'for two years'."""

from collections.abc import Iterator

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.verbs import stem, task_verbs

_NOUN = 4


def is_experience(scene: Scene, quantity: Quantity) -> bool:
    if quantity.unit not in ("year", "month"):
        return False
    behind = scene.message.between("schedule", quantity.last, quantity.last + _BEHIND_THEM)
    if any(m.key == "experience" and m.first == quantity.last and m.size > 1 for m in behind):
        return True
    if scene.near("schedule", "other_times", quantity.first, quantity.last, 4, 5):
        return False
    reach = 5 if quantity.unit == "year" else 1
    if _is_so_much_of_a_thing(scene, quantity):
        return False
    if scene.near("schedule", "experience", quantity.core, quantity.last, reach, _behind(scene, quantity)):
        return True
    if quantity.unit != "year" or quantity.value <= 1 or is_after_for(scene, quantity):
        return False
    if is_contract(scene, quantity):
        return False
    return not scene.near("schedule", "lasting", quantity.core, quantity.last, 4, 2)


def _behind(scene: Scene, quantity: Quantity) -> int:
    """How far behind it 'experience' can stand: of months to the next comma, '4 months, SAP experience'."""
    if quantity.unit == "year":
        return _BEHIND_THEM
    after = scene.message.norms[quantity.last : quantity.last + _BEHIND_THEM]
    return after.index(",") if "," in after else _BEHIND_THEM


def is_contract(scene: Scene, quantity: Quantity) -> bool:
    """'20 hours a week, one year', 'up to 2 years': between two marks, no experience would be said so."""
    if not scene.message.fills_clause(quantity.first, quantity.last):
        return False
    at_most = quantity.bounded and quantity.low is None
    beside = any(q.unit == "hour" and q.first < quantity.first for q in scene.quantities)
    return (
        at_most
        or (quantity.value <= 1 and (beside or not quantity.bounded))
        or (beside and quantity.value <= _FEW_YEARS and not quantity.bounded)
    )


_FEW_YEARS = 2
_BEHIND_THEM = 5
"""Tokens of the longest words for experience: 'in this line of work'."""


def _is_so_much_of_a_thing(scene: Scene, quantity: Quantity) -> bool:
    """'two years of supplier invoices': what has piled up, where '3 years of React' is experience."""
    message = scene.message
    if message.norm(quantity.last) != "of":
        return False
    kinds = ("skill", "role", "heads", "industry", "activities", "cues")
    reach = range(quantity.last, quantity.last + _NOUN + 1)
    if {message.norm(i).removesuffix("s") for i in reach} & scene.lexicon.words("schedule", "piled_up"):
        return True
    practised = any(message.at(kind, i) is not None for kind in kinds for i in reach)
    doing = any(message.norm(i).endswith("ing") for i in reach)
    if scene.near("schedule", "experience", quantity.last, quantity.last, 3, 5):
        return False
    return stem(message.norm(quantity.first - 1)) in task_verbs() or not (practised or doing)


def is_after_for(scene: Scene, quantity: Quantity) -> bool:
    return "for" in scene.message.norms[max(0, quantity.first - 2) : quantity.core]


def experience_years(scene: Scene) -> Iterator[Quantity]:
    """The quantities that are years of experience wanted of the freelancer."""
    for quantity in scene.quantities:
        if (
            quantity.unit == "year"
            and not quantity.step
            and quantity.per is None
            and is_experience(scene, quantity)
        ) and (
            _is_of_a_life(scene, quantity)
            or not scene.near("schedule", "past", quantity.core, quantity.last, _to_comma(scene, quantity), 1)
        ):
            yield quantity


def _to_comma(scene: Scene, quantity: Quantity) -> int:
    """Words before it within which 'before' tells of the past: to the last comma, of four at most."""
    before = scene.message.norms[max(0, quantity.core - 4) : quantity.core]
    return before[::-1].index(",") if "," in before else 4


def _is_of_a_life(scene: Scene, quantity: Quantity) -> bool:
    """'somebody who has been at it for eight years', and not 'we have been doing this for eight years'."""
    low, high = scene.message.sentence(quantity.core)
    cues = [m for m in scene.message.between("schedule", low, high) if m.key == "experience"]
    been = next((m for m in cues if scene.message.norm(m.first) == "been"), None)
    return been is not None and not _WE & set(scene.message.norms[low : been.first])


_WE = frozenset({"we", "i", "weve", "ive", "our", "my", "company", "business", "firm", "shop", "it", "that"})
