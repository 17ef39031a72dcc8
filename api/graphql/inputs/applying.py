"""Puts what a frontend wrote into a brief, checking each value against the knowledge files."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError
from strawberry import UNSET

from api.graphql.inputs.brief import (
    BriefInput,
    CountriesInput,
    LanguageInput,
    MoneyRangeInput,
    RangeInput,
    SkillInput,
)
from api.graphql.types import enums
from store.knowledge import Knowledge
from store.nouns import brief as nouns

_LONGEST_LIST = 100
_LONGEST_NAME = 100
_BOUNDS = {"hours_per_week": (0, 168), "duration_weeks": (0, 1040), "utc_offset": (-12, 14)}


class BriefRefused(Exception):
    """A value that cannot go into a brief. `field` is the input's field in GraphQL's spelling."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def apply(given: BriefInput, brief: nouns.Brief, knowledge: Knowledge) -> nouns.Brief:
    """`brief` with the values of `given`. Raises BriefRefused; then nothing is changed.

    A slot that gets its first value is as hard as that slot usually is; one that had a value keeps its
    hardness. Values set here have no words of the client's.
    """
    values = {
        field.name: value
        for field in dataclasses.fields(given)
        if field.name not in ("hard", "soft") and (value := getattr(given, field.name)) is not UNSET
    }
    changed = {name: _converted(name, value, knowledge) for name, value in values.items()}
    terms = dict(brief.terms)
    for name, value in changed.items():
        slot = _slot(name)
        if value is None or value == ():
            terms.pop(slot, None)
        else:
            before = terms.get(slot)
            terms[slot] = nouns.Term(hard=before.hard if before else slot in nouns.HARD_BY_DEFAULT)
    for wanted, slots in ((True, given.hard), (False, given.soft)):
        for slot in _given_slots(slots):
            if slot not in terms:
                raise BriefRefused(
                    "hard" if wanted else "soft", f"{slot.value} has no value in the brief: set it first."
                )
            terms[slot] = terms[slot].model_copy(update={"hard": wanted})
    try:
        return nouns.Brief.model_validate({**_unaliased(brief), **changed, "terms": terms})
    except ValidationError as error:
        fault = error.errors()[0]
        raise BriefRefused(_spelled(str(fault["loc"][0]) if fault["loc"] else ""), _said(error)) from None


def touched(given: BriefInput) -> frozenset[nouns.Slot]:
    """The slots that `given` says something about."""
    return frozenset(
        _slot(field.name)
        for field in dataclasses.fields(given)
        if field.name not in ("hard", "soft") and getattr(given, field.name) is not UNSET
    )


def _unaliased(brief: nouns.Brief) -> dict[str, Any]:
    return {name: getattr(brief, name) for name in nouns.Brief.model_fields}


def _slot(name: str) -> nouns.Slot:
    return nouns.Slot[name.upper()]


def _spelled(name: str) -> str:
    return nouns.Slot[name.upper()].value if name.upper() in nouns.Slot.__members__ else name


def _given_slots(slots: list[enums.Slot] | None) -> list[nouns.Slot]:
    return [enums.same_name(nouns.Slot, slot) for slot in slots] if slots else []


def _converted(name: str, value: Any, knowledge: Knowledge) -> Any:
    """The noun's value for the input's. Lists become tuples, and null an empty one where the noun has it."""
    if value is None:
        return nouns.Brief.model_fields[name].get_default()
    if isinstance(value, list):
        _check_length(name, value)
    try:
        return _noun(name, value, knowledge)
    except ValidationError as error:
        raise BriefRefused(_spelled(name), _said(error)) from None


def _noun(name: str, value: Any, knowledge: Knowledge) -> Any:
    match name, value:
        case "role", str():
            return _role(value, knowledge)
        case "skills", list():
            return tuple(_skill(each, knowledge) for each in value)
        case "industries", list():
            return _known(name, value, knowledge.industries)
        case "regions", list():
            return _known(name, value, knowledge.regions)
        case "languages", list():
            return tuple(_language(each, knowledge) for each in value)
        case "countries", CountriesInput():
            return nouns.Countries(
                include=_countries(value.include, knowledge), exclude=_countries(value.exclude, knowledge)
            )
        case _, MoneyRangeInput():
            return _money(name, value, knowledge)
        case _, RangeInput():
            return _range(name, value)
        case "working_style", list():
            return tuple(_short(name, each) for each in value)
        case _, enums.Seniority():
            return enums.same_name(nouns.Seniority, value)
        case _, enums.Provider():
            return enums.same_name(nouns.Provider, value)
        case _:
            return value


def _role(text: str, knowledge: Knowledge) -> str:
    if text in knowledge.roles:
        return text
    found = knowledge.find_role(_short("role", text))
    if found is None:
        raise BriefRefused("role", "This role is not known. Use a role id such as 'frontend-developer'.")
    return found.id


def _skill(given: SkillInput, knowledge: Knowledge) -> nouns.SkillWish:
    name = _short("skills", given.name)
    known = knowledge.find_skill(name)
    return nouns.SkillWish(
        name=known.name if known else name,
        importance=enums.same_name(nouns.Importance, given.importance),
        alternative=given.alternative,
    )


def _language(given: LanguageInput, knowledge: Knowledge) -> nouns.LanguageWish:
    code = given.code.strip().lower()
    if code not in knowledge.languages:
        raise BriefRefused("languages", "This language is not known. Use an ISO 639-1 code such as 'de'.")
    return nouns.LanguageWish(code=code, level=enums.same_name(nouns.LanguageLevel, given.level))


def _countries(texts: list[str], knowledge: Knowledge) -> tuple[str, ...]:
    _check_length("countries", texts)
    return tuple(_country(text, knowledge) for text in texts)


def _country(text: str, knowledge: Knowledge) -> str:
    found = knowledge.find_country(_short("countries", text))
    if found is None:
        raise BriefRefused("countries", "This country is not known. Use an ISO 3166-1 code such as 'DE'.")
    return found.code


def _money(name: str, given: MoneyRangeInput, knowledge: Knowledge) -> nouns.MoneyRange:
    currency = given.currency.strip().upper()
    if currency not in knowledge.currencies:
        raise BriefRefused(_spelled(name), "This currency is not known. Use an ISO 4217 code such as 'EUR'.")
    return nouns.MoneyRange(min=given.min, max=given.max, currency=currency)


def _range(name: str, given: RangeInput) -> nouns.Range:
    lowest, highest = _BOUNDS[name]
    for bound in (given.min, given.max):
        if bound is not None and not lowest <= bound <= highest:
            raise BriefRefused(_spelled(name), f"Bounds must be from {lowest} to {highest}.")
    return nouns.Range(min=given.min, max=given.max)


def _known(name: str, ids: Iterable[str], entries: Mapping[str, object]) -> tuple[str, ...]:
    for each in ids:
        if each not in entries:
            raise BriefRefused(_spelled(name), f"One of these is not known. Known: {_some(entries)}.")
    return tuple(ids)


def _some(entries: Mapping[str, object]) -> str:
    names = sorted(entries)
    return ", ".join(names[:12]) + (" …" if len(names) > 12 else "")


def _check_length(name: str, entries: list[Any]) -> None:
    if len(entries) > _LONGEST_LIST:
        raise BriefRefused(_spelled(name), f"At most {_LONGEST_LIST} entries are allowed.")


def _short(name: str, text: str) -> str:
    stripped = " ".join(text.split())
    if not 1 <= len(stripped) <= _LONGEST_NAME:
        raise BriefRefused(_spelled(name), f"An entry must have 1 to {_LONGEST_NAME} characters.")
    return stripped


def _said(error: ValidationError) -> str:
    return error.errors()[0]["msg"].removeprefix("Value error, ")
