"""The gold of one conversation, in the units the client spoke in.

A client under the `units` perturbation names its price in another currency. What it meant is the gold's
price to within a hundredth; what must be in the brief is the price it named.
"""

from collections.abc import Sequence
from typing import Any

from evals.nouns import Gold, Intended, PlainBrief
from store.knowledge import Knowledge
from store.nouns.brief import Slot

PRICES = (Slot.HOURLY_RATE, Slot.FIXED_BUDGET)
TOLERANCE = 0.01
"""How far apart two prices in different currencies may be and still be called the same, as a share."""


def gold_as_said(gold: Gold, intended: Sequence[Intended], knowledge: Knowledge) -> Gold:
    """The gold with each price as the client last named it, where that is the same in another currency."""
    said: PlainBrief = {}
    for meant in intended:
        said = {**said, **{slot: meant.facts[slot] for slot in PRICES if slot in meant.facts}}
    return gold.model_copy(
        update={"brief": _as_said(gold.brief, said, knowledge), "may": _as_said(gold.may, said, knowledge)}
    )


def _as_said(brief: PlainBrief, said: PlainBrief, knowledge: Knowledge) -> PlainBrief:
    return {
        slot: said[slot] if slot in said and _is_same(value, said[slot], knowledge) else value
        for slot, value in brief.items()
    }


def _is_same(wanted: dict[str, Any], said: dict[str, Any], knowledge: Knowledge) -> bool:
    if wanted["currency"] == said["currency"]:
        return False
    bounds = {key for price in (wanted, said) for key in ("min", "max") if price.get(key) is not None}
    return all(
        wanted.get(key) is not None
        and said.get(key) is not None
        and _near(wanted[key], knowledge.convert(said[key], said["currency"], wanted["currency"]))
        for key in bounds
    )


def _near(wanted: float, converted: float) -> bool:
    return abs(wanted - converted) <= wanted * TOLERANCE * 1.01
