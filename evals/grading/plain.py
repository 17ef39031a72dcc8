"""Briefs as plain JSON: what a turn's record and a gold hold, in one form that can be compared."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from evals.nouns import PlainBrief
from store.nouns.brief import Brief, Importance, Slot

_MAPS = {Slot.SKILLS: ("name", "importance"), Slot.LANGUAGES: ("code", "level")}


def plain(record: Mapping[str, Any]) -> dict[str, Any]:
    """A turn record's brief in a gold's form: skills name to importance, languages code to level."""
    return {
        slot.value: normal(slot, record[slot.value]) for slot in Slot if record.get(slot.value) is not None
    }


def normal(slot: Slot, value: Any) -> Any:
    """The value in a form that is equal for equal meanings: ends that are open and empty lists left out."""
    if slot in _MAPS and isinstance(value, list | tuple):
        name, weight = _MAPS[slot]
        value = {each[name]: each[weight] for each in value}
    if isinstance(value, Mapping):
        kept = {key: normal(slot, each) for key, each in value.items() if each not in (None, [], ())}
        if slot in (Slot.HOURLY_RATE, Slot.FIXED_BUDGET):
            kept.setdefault("currency", "USD")
        return kept
    if isinstance(value, list | tuple):
        return sorted(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return round(float(value), 2)
    return value


def differences(
    actual: Mapping[str, Any], wanted: PlainBrief, allowed: PlainBrief
) -> Iterator[tuple[Slot, str]]:
    """Where a brief is not as wanted: what is missing, what is different, what nobody asked for."""
    for slot in Slot:
        found = actual.get(slot.value)
        if slot in wanted:
            fault = _against(slot, found, wanted[slot], allowed.get(slot))
        elif found is None:
            fault = None
        elif slot in allowed:
            fault = _against(slot, found, {} if slot in _MAPS else allowed[slot], allowed[slot])
        else:
            fault = f"is {said(found)}, which nobody asked for"
        if fault is not None:
            yield slot, f"{slot.value} {fault}"


def _against(slot: Slot, found: Any, wanted: Any, allowed: Any) -> str | None:
    if found is None:
        return f"is missing: {said(wanted)}"
    if slot is Slot.ROLE and isinstance(wanted, list | tuple):
        return None if found in wanted else f"is {said(found)}, not one of {said(wanted)}"
    least = normal(slot, wanted)
    if found == least or (allowed is not None and found == normal(slot, allowed)):
        return None
    if allowed is not None and isinstance(found, Mapping) and slot in _MAPS:
        most = {**normal(slot, allowed), **least}
        if least.items() <= found.items() <= most.items():
            return None
    return f"is {said(found)}, not {said(least)}"


def said(value: Any) -> str:
    """The value as a person would write it."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {said(each)}" for key, each in sorted(value.items())) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(said(each) for each in value) + "]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def brief_of(wanted: PlainBrief, hard: Collection[Slot], role: str | None = None) -> Brief:
    """A gold's brief as a Brief. Of several roles `role` is taken if it is among them, else the first."""
    fields: dict[str, Any] = {slot.value: value for slot, value in wanted.items()}
    if isinstance(fields.get("role"), list | tuple):
        fields["role"] = role if role in fields["role"] else fields["role"][0]
    for slot, (name, weight) in _MAPS.items():
        if isinstance(fields.get(slot.value), Mapping):
            fields[slot.value] = [{name: key, weight: each} for key, each in fields[slot.value].items()]
    hard_skills = any(each["importance"] != Importance.NICE for each in fields.get(Slot.SKILLS.value) or ())
    terms = {
        slot.value: {"hard": hard_skills if slot is Slot.SKILLS else slot in hard}
        for slot in Slot
        if slot in wanted
    }
    return Brief.model_validate({**fields, "terms": terms})


def brief_shown(record: Mapping[str, Any]) -> Brief:
    """A turn record's brief as a Brief."""
    return Brief.model_validate(record)
