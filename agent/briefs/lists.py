"""Merging the list slots: skills, industries, countries, regions, languages, working style."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from agent.briefs.slots import field_of
from agent.understanding.reading import Change, ChangeValue, Operation
from store.knowledge import Knowledge
from store.nouns.brief import Brief, Countries, Importance, LanguageWish, SkillWish, Slot

LIST_SLOTS = frozenset(
    {
        Slot.SKILLS,
        Slot.INDUSTRIES,
        Slot.COUNTRIES,
        Slot.REGIONS,
        Slot.LANGUAGES,
        Slot.WORKING_STYLE,
    }
)
MOST_ITEMS = 50
_LONGEST_NAME = 80

Item = TypeVar("Item")


def merge_list(brief: Brief, change: Change, knowledge: Knowledge, alternatives: Mapping[int, int]) -> Brief:
    """The brief with a list slot changed; its terms are left as they are."""
    match change.slot:
        case Slot.SKILLS:
            return _update(brief, Slot.SKILLS, _skills(brief.skills, change, knowledge, alternatives))
        case Slot.LANGUAGES:
            return _update(brief, Slot.LANGUAGES, _languages(brief.languages, change, knowledge))
        case Slot.COUNTRIES:
            return _update(brief, Slot.COUNTRIES, _countries(brief.countries, change, knowledge))
        case Slot.INDUSTRIES:
            known: Mapping[str, object] = knowledge.industries
        case Slot.REGIONS:
            known = knowledge.regions
        case _:
            known = {}
    before: tuple[str, ...] = getattr(brief, field_of(change.slot))
    value = change.value if isinstance(change.value, str) else None
    if value is not None and known and value not in known:
        return brief
    value = None if value is None else value[:_LONGEST_NAME]
    if value == "":
        return brief
    return _update(brief, change.slot, _changed(before, change, value, str, change.value))


def _update(brief: Brief, slot: Slot, items: object) -> Brief:
    return brief.model_copy(update={field_of(slot): items})


def _changed(
    before: Sequence[Item],
    change: Change,
    item: Item | None,
    key: Callable[[Item], str],
    asked: ChangeValue | None,
) -> tuple[Item, ...]:
    """The list after ADD, REMOVE or REPLACE; an item already there is renewed in its place."""
    if change.operation is Operation.REMOVE:
        if asked is None:
            return ()
        return tuple(each for each in before if item is None or key(each) != key(item))
    if item is None:
        return tuple(before)
    kept = list(before)
    if change.operation is Operation.REPLACE:
        kept = _without(before, change.replaces, key)
    for place, each in enumerate(kept):
        if key(each) == key(item):
            kept[place] = item
            return tuple(kept)
    return (*kept, item)[:MOST_ITEMS]


def _without(before: Iterable[Item], names: Sequence[str], key: Callable[[Item], str]) -> list[Item]:
    gone = {name.casefold() for name in names}
    return [each for each in before if gone and key(each).casefold() not in gone]


def _skills(
    before: tuple[SkillWish, ...], change: Change, knowledge: Knowledge, alternatives: Mapping[int, int]
) -> tuple[SkillWish, ...]:
    match change.operation:
        case Operation.RELAX:
            return _weighed(before, change, Importance.MUST, Importance.NICE)
        case Operation.TIGHTEN:
            return _weighed(before, change, Importance.NICE, Importance.MUST)
        case _:
            wish = _known_skill(change.value, knowledge, alternatives)
            return _changed(before, change, wish, lambda each: each.name, change.value)


def _known_skill(
    value: ChangeValue | None, knowledge: Knowledge, alternatives: Mapping[int, int]
) -> SkillWish | None:
    if not isinstance(value, SkillWish) or not value.name.strip():
        return None
    entry = knowledge.find_skill(value.name)
    name = value.name.strip()[:_LONGEST_NAME] if entry is None else entry.name
    group = None if value.alternative is None else alternatives.get(value.alternative, value.alternative)
    return value.model_copy(update={"name": name, "alternative": group})


def _weighed(
    before: tuple[SkillWish, ...], change: Change, old: Importance, new: Importance
) -> tuple[SkillWish, ...]:
    name = change.value.name if isinstance(change.value, SkillWish) else None
    return tuple(
        each.model_copy(update={"importance": new})
        if each.importance is old and name in (None, each.name)
        else each
        for each in before
    )


def _languages(
    before: tuple[LanguageWish, ...], change: Change, knowledge: Knowledge
) -> tuple[LanguageWish, ...]:
    value = change.value
    wish = value if isinstance(value, LanguageWish) and value.code in knowledge.languages else None
    return _changed(before, change, wish, lambda each: each.code, value)


def _countries(before: Countries | None, change: Change, knowledge: Knowledge) -> Countries | None:
    present = before or Countries()
    value = change.value
    if not isinstance(value, Countries):
        return None if change.operation is Operation.REMOVE and value is None else before
    named = tuple(code for code in value.include if code in knowledge.countries)
    barred = tuple(code for code in value.exclude if code in knowledge.countries)
    if change.operation is Operation.REMOVE:
        return _pruned(present, named, barred)
    include, exclude = present.include, present.exclude
    if change.operation is Operation.REPLACE:
        include = tuple(_without(include, change.replaces, str))
        exclude = tuple(_without(exclude, change.replaces, str)) if change.replaces else exclude
    include = tuple(code for code in dict.fromkeys((*include, *named)) if code not in barred)
    exclude = tuple(code for code in dict.fromkeys((*exclude, *barred)) if code not in named)
    return _or_none(Countries(include=include[:MOST_ITEMS], exclude=exclude[:MOST_ITEMS]))


def _pruned(present: Countries, include: tuple[str, ...], exclude: tuple[str, ...]) -> Countries | None:
    return _or_none(
        Countries(
            include=tuple(code for code in present.include if code not in include),
            exclude=tuple(code for code in present.exclude if code not in exclude),
        )
    )


def _or_none(countries: Countries) -> Countries | None:
    return countries if countries.include or countries.exclude else None
