"""What a case accepts: where a careful reader could read a value two ways, its gold allows both."""

from collections import Counter
from typing import Any

from store.knowledge import Knowledge
from store.nouns.brief import Brief
from tests_support.readings import flat, items

_BY_NAME = ("skills", "languages")
_ROUNDED = ("durationWeeks", "hoursPerWeek")
_ROUNDING = 0.06
"""Weeks and hours a week that differ by less say the same: '2 days' is 0.29 of a week, or 0.3."""


def compared(case: dict[str, Any], brief: Brief, knowledge: Knowledge) -> tuple[Counter[str], Counter[str]]:
    """The items the case wants and the items of the brief, after what it leaves open is settled.

    `either` has other values of a slot that are as right, null for none; `may` has items, or whole slots,
    that can be there or not; `set` has slots whose value is open, as long as there is one. A list in place
    of a role, an importance or a level means that any of them is right; with `searchable`, no role is right
    too if a skill says what is wanted.
    """
    got = flat(brief)
    gold = {slot: _settled(slot, value, got.get(slot), knowledge) for slot, value in case["brief"].items()}
    if case.get("searchable") and not brief.is_searchable:
        gold["role"] = next(role for role in case["brief"]["role"] if role)
    for slot, values in case.get("either", {}).items():
        accepted = [_settled(slot, value, got.get(slot), knowledge) for value in values]
        gold[slot] = next((v for v in accepted if _same(slot, v, got.get(slot))), accepted[0])
    for slot in _ROUNDED:
        if _same(slot, gold.get(slot), got.get(slot)):
            gold[slot] = got.get(slot)
    for slot in case.get("set", ()):
        gold[slot] = "something"
        if slot in got:
            got[slot] = "something"
    wanted = Counter(items({slot: value for slot, value in gold.items() if value is not None}))
    found = Counter(items(got))
    for item in (each for each in found - wanted if _is_free(each, case.get("may", ()), knowledge)):
        del found[item]
    return wanted, found


def accepts(allowed: str | list[str] | None, value: str | None) -> bool:
    """Whether a value is one of those a case allows."""
    return value in allowed if isinstance(allowed, list) else value == allowed


def _settled(slot: str, value: Any, got: Any, knowledge: Knowledge) -> Any:
    """The value with each list of choices replaced by the one that was read, or else its first."""
    if value is not None and slot in _BY_NAME:
        named = {(canonical(n, knowledge) if slot == "skills" else n): what for n, what in value.items()}
        return {name: _chosen(what, (got or {}).get(name)) for name, what in named.items()}
    return _chosen(value, got) if slot == "role" else value


def _chosen(allowed: Any, got: Any) -> Any:
    if not isinstance(allowed, list):
        return allowed
    return got if got in allowed else next(each for each in allowed if each)


def _same(slot: str, value: Any, got: Any) -> bool:
    if not value or not got:
        return not value and not got
    if slot in _ROUNDED:
        return all(_near(value.get(end), got.get(end)) for end in ("min", "max"))
    return Counter(items({slot: value})) == Counter(items({slot: got}))


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) < _ROUNDING


def _is_free(item: str, free: list[str] | tuple[()], knowledge: Knowledge) -> bool:
    slot, _, rest = item.partition(" ")
    if slot in free:
        return True
    names = [name for of, _, name in (each.partition(" ") for each in free) if of == slot]
    if slot == "skills":
        return rest.rpartition(" ")[0] in {canonical(name, knowledge) for name in names}
    if slot == "languages":
        return rest.partition(" ")[0] in names
    return rest in names


def canonical(name: str, knowledge: Knowledge) -> str:
    """The knowledge's name for a skill; one that it lacks stands for itself."""
    entry = knowledge.find_skill(name)
    return entry.name if entry else name
