"""What a client has told so far: the facts an agenda adds up to, item by item. Pure.

The simulated client knows from it what is left to say, and the validator whether a gold end state can come
true at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from evals.nouns import Act, AgendaItem, PlainBrief
from store.nouns.brief import Slot

NAMED = frozenset({Slot.SKILLS, Slot.LANGUAGES})
"""Slots whose value is names with an importance or a level."""

LISTED = frozenset({Slot.INDUSTRIES, Slot.REGIONS, Slot.WORKING_STYLE})
"""Slots whose value is a list of names."""


@dataclass(frozen=True)
class Told:
    """The facts that hold, and what was said of how hard they are."""

    facts: PlainBrief = field(default_factory=dict)
    hard: Mapping[Slot, bool] = field(default_factory=dict)
    """True for a slot that was tightened, false for one that was relaxed; skills are in `facts`."""


def told_by(agenda: Iterable[AgendaItem]) -> Told:
    """What holds when all of the agenda was said."""
    told = Told()
    for item in agenda:
        told = tell(told, item)
    return told


def tell(told: Told, item: AgendaItem) -> Told:
    """What holds after one more item.

    A correction of a list replaces its `items`, or all of it where it names none.
    """
    match item.act:
        case Act.START_OVER:
            return Told(facts=dict(item.facts))
        case Act.CORRECT:
            return _with_facts(_without(told, item.facts, item.items), item.facts)
        case Act.RELAX | Act.TIGHTEN:
            return _weighed(told, item)
        case Act.DROP:
            return _without(told, item.slots, item.items)
        case _:
            return _with_facts(told, item.facts)


def joined(slot: Slot, before: Any, added: Any) -> Any:
    """The value of a slot to which another one is added: lists grow, all else is replaced."""
    if before is None:
        return added
    if slot in NAMED:
        return {**before, **added}
    if slot in LISTED:
        return [*before, *(item for item in added if item not in before)]
    if slot is Slot.COUNTRIES:
        return {key: joined(Slot.REGIONS, before.get(key), added.get(key, [])) for key in {**before, **added}}
    return added


def left(slot: Slot, value: Any, gone: Any) -> Any:
    """What is left of a slot's value without the parts that `gone` has too; None if nothing is."""
    if slot in NAMED:
        return {name: each for name, each in value.items() if gone.get(name) != each} or None
    if slot in LISTED:
        return [item for item in value if item not in gone] or None
    if slot is Slot.COUNTRIES:
        kept = {key: left(Slot.REGIONS, names, gone.get(key, [])) for key, names in value.items()}
        return {key: names for key, names in kept.items() if names} or None
    return None if value == gone else value


def _with_facts(told: Told, facts: PlainBrief) -> Told:
    added = {slot: joined(slot, told.facts.get(slot), value) for slot, value in facts.items()}
    return Told(facts={**told.facts, **added}, hard=told.hard)


def _without(told: Told, slots: Iterable[Slot], items: tuple[str, ...]) -> Told:
    facts = dict(told.facts)
    for slot in slots:
        value = facts.pop(slot, None)
        kept = _kept(slot, value, items) if value is not None and items else None
        if kept:
            facts[slot] = kept
    return Told(facts=facts, hard={slot: hard for slot, hard in told.hard.items() if slot in facts})


def _kept(slot: Slot, value: Any, items: tuple[str, ...]) -> Any:
    if slot in NAMED:
        return {name: each for name, each in value.items() if name not in items}
    if slot in LISTED:
        return [name for name in value if name not in items]
    if slot is Slot.COUNTRIES:
        kept = {key: [name for name in names if name not in items] for key, names in value.items()}
        return {key: names for key, names in kept.items() if names}
    return None


def _weighed(told: Told, item: AgendaItem) -> Told:
    hard = item.act is Act.TIGHTEN
    facts = dict(told.facts)
    weighed = dict(told.hard)
    before, after = ("NICE", "MUST") if hard else ("MUST", "NICE")
    for slot in item.slots:
        if slot is Slot.SKILLS and slot in facts:
            facts[slot] = {
                name: after if each == before and (not item.items or name in item.items) else each
                for name, each in facts[slot].items()
            }
        else:
            weighed[slot] = hard
    return Told(facts=facts, hard=weighed)
