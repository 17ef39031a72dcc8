"""Merges what a turn did to the memory with what the client changed by hand while the turn ran.

A three-way merge: a part only one side changed is taken from that side; where both changed a list, both
sides' additions and removals count; where both changed the same single thing, the turn's word is kept,
since it answers the client's latest message.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from pydantic.alias_generators import to_snake

from store.nouns.brief import Brief, Countries, Slot, Term
from store.nouns.conversation import Memory

Item = TypeVar("Item")
Key = Callable[[Any], Hashable]

_LISTS = ("seen", "shortlisted", "dismissed", "liked", "asked", "declined")
_KEYS: dict[Slot, Key] = {
    Slot.SKILLS: lambda skill: skill.name,
    Slot.LANGUAGES: lambda language: language.code,
}


def _itself(item: Hashable) -> Hashable:
    return item


def merge_memories(before: Memory, ours: Memory, theirs: Memory) -> Memory:
    """The memory after a turn that made `ours` of `before`, while others made `theirs` of it."""
    if theirs in (before, ours):
        return ours
    if ours == before:
        return theirs
    merged: dict[str, Any] = {}
    for name in Memory.model_fields:
        old, mine, other = getattr(before, name), getattr(ours, name), getattr(theirs, name)
        if name == "brief":
            merged[name] = merge_briefs(old, mine, other)
        elif name in _LISTS:
            merged[name] = _merge_items(old, mine, other)
        else:
            merged[name] = _merge_whole(old, mine, other)
    merged["shortlisted"], merged["dismissed"] = _kept_apart(
        (merged["shortlisted"], merged["dismissed"]), (ours.shortlisted, ours.dismissed)
    )
    return Memory(**merged)


def merge_briefs(before: Brief, ours: Brief, theirs: Brief) -> Brief:
    """The same for a brief, slot by slot; a slot's value and its term stay together."""
    values: dict[str, Any] = {}
    terms: dict[Slot, Term] = {}
    for slot in Slot:
        old, mine, other = _filled(before, slot), _filled(ours, slot), _filled(theirs, slot)
        if mine != old and other != old and mine != other:
            value = _merge_values(slot, old[0], mine[0], other[0])
            term = (mine[1] or other[1]) if _is_set(value) else None
        else:
            value, term = _merge_whole(old, mine, other)
        values[_field(slot)] = value
        if term is not None:
            terms[slot] = term
    description = _merge_whole(before.description, ours.description, theirs.description)
    return Brief(**values, description=description, terms=terms)


def _merge_values(slot: Slot, old: Any, mine: Any, other: Any) -> Any:
    match mine, other:
        case tuple(), tuple():
            return _merge_items(old, mine, other, _KEYS.get(slot, _itself))
        case Countries(), Countries():
            base = old or Countries()
            include, exclude = _kept_apart(
                (
                    _merge_items(base.include, mine.include, other.include),
                    _merge_items(base.exclude, mine.exclude, other.exclude),
                ),
                (mine.include, mine.exclude),
            )
            return Countries(include=include, exclude=exclude)
        case _:
            return mine


def _merge_whole(old: Item, mine: Item, other: Item) -> Item:
    return other if mine == old else mine


def _merge_items(
    old: tuple[Item, ...], mine: tuple[Item, ...], other: tuple[Item, ...], key: Key = _itself
) -> tuple[Item, ...]:
    """Our items in our order, less what the others took out, then what the others put in."""
    was, have, others = ({key(item): item for item in items} for items in (old, mine, other))
    merged = {
        name: others[name] if name in others and item == was.get(name) else item
        for name, item in have.items()
        if name in others or item != was.get(name)
    }
    added = {name: item for name, item in others.items() if name not in have and item != was.get(name)}
    return (*merged.values(), *added.values())


def _kept_apart(
    merged: tuple[tuple[Item, ...], tuple[Item, ...]], ours: tuple[tuple[Item, ...], tuple[Item, ...]]
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Two lists that exclude each other: what the merge put into both stays where we have it."""
    first, second = merged
    both = set(first) & set(second)
    keep_second = both & set(ours[1])
    drop_second = both - keep_second
    return (
        tuple(item for item in first if item not in keep_second),
        tuple(item for item in second if item not in drop_second),
    )


def _filled(brief: Brief, slot: Slot) -> tuple[Any, Term | None]:
    return getattr(brief, _field(slot)), brief.terms.get(slot)


def _is_set(value: Any) -> bool:
    return value is not None and value != () and value != Countries()


def _field(slot: Slot) -> str:
    return to_snake(slot.value)
