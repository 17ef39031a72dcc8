"""The values of a plain brief: of which shape each slot is, and which names the marketplace knows."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from evals.nouns import PlainBrief
from store.knowledge import Knowledge
from store.nouns.brief import Importance, LanguageLevel, Provider, Seniority, Slot

_Count = Annotated[int, Field(ge=1, le=1000, strict=True)]
_Amount = Annotated[float, Field(ge=0, le=100_000_000)]
_Names = Annotated[list[str], Field(min_length=1)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Bounds(_Closed):
    min: float | None = None
    max: float | None = None

    @model_validator(mode="after")
    def _some_and_in_order(self) -> "_Bounds":
        if self.min is None and self.max is None:
            raise ValueError("give min, max or both")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min is above max: swap them")
        return self


class PlainRange(_Bounds):
    """Bounds of a quantity."""


class PlainMoney(_Bounds):
    """Bounds of a price."""

    currency: str = Field(pattern=r"^[A-Z]{3}$", description="ISO 4217.")


class PlainCountries(_Closed):
    """ISO 3166-1 alpha-2 codes."""

    include: list[str] = []
    exclude: list[str] = []

    @model_validator(mode="after")
    def _some(self) -> "PlainCountries":
        if not self.include and not self.exclude:
            raise ValueError("give include, exclude or both")
        return self


SHAPES: dict[Slot, Any] = {
    Slot.ROLE: str | _Names,
    Slot.HEADCOUNT: _Count,
    Slot.SKILLS: Annotated[dict[str, Importance], Field(min_length=1)],
    Slot.INDUSTRIES: _Names,
    Slot.SENIORITY: Seniority,
    Slot.HOURLY_RATE: PlainMoney,
    Slot.FIXED_BUDGET: PlainMoney,
    Slot.HOURS_PER_WEEK: PlainRange,
    Slot.DURATION_WEEKS: PlainRange,
    Slot.START_BY: date,
    Slot.COUNTRIES: PlainCountries,
    Slot.REGIONS: _Names,
    Slot.UTC_OFFSET: PlainRange,
    Slot.LANGUAGES: Annotated[dict[str, LanguageLevel], Field(min_length=1)],
    Slot.MIN_JOB_SUCCESS: Annotated[int, Field(ge=0, le=100, strict=True)],
    Slot.MIN_RATING: Annotated[float, Field(ge=0, le=5)],
    Slot.MIN_JOBS_COMPLETED: Annotated[int, Field(ge=0, strict=True)],
    Slot.AVAILABLE_NOW: bool,
    Slot.PROVIDER: Provider,
    Slot.WORKING_STYLE: _Names,
}
"""The type of each slot's value."""


@cache
def shape_of(slot: Slot) -> TypeAdapter[Any]:
    """Checks a slot's value."""
    return TypeAdapter(SHAPES[slot])


def value_problems(brief: PlainBrief, knowledge: Knowledge, *, is_gold: bool) -> Iterator[str]:
    """What is wrong with the values, one sentence each. Several roles are for gold alone."""
    for slot, value in brief.items():
        try:
            shape_of(slot).validate_python(value)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            yield f"{slot.value} is {value!r}: {first['msg']}"
            continue
        if slot is Slot.ROLE and isinstance(value, list) and not is_gold:
            yield "role is a list: only gold may leave a choice; name the one the client is after"
        yield from (f"{slot.value}: {problem}" for problem in _unknown_names(slot, value, knowledge))


def _unknown_names(slot: Slot, value: Any, knowledge: Knowledge) -> Iterator[str]:
    match slot:
        case Slot.ROLE:
            yield from _not_in(knowledge.roles, [value] if isinstance(value, str) else value, "role id")
        case Slot.SKILLS:
            yield from _not_skills(list(value), knowledge)
        case Slot.INDUSTRIES:
            yield from _not_in(knowledge.industries, value, "industry id")
        case Slot.REGIONS:
            yield from _not_in(knowledge.regions, value, "region id")
        case Slot.COUNTRIES:
            codes = [*value.get("include", ()), *value.get("exclude", ())]
            yield from _not_in(knowledge.countries, codes, "country code")
        case Slot.LANGUAGES:
            yield from _not_in(knowledge.languages, list(value), "language code")
        case Slot.HOURLY_RATE | Slot.FIXED_BUDGET:
            yield from _not_in(knowledge.currencies, [value["currency"]], "currency code")


def _not_in(known: Any, names: list[str], kind: str) -> Iterator[str]:
    yield from (f"there is no {kind} {name!r} in store/knowledge" for name in names if name not in known)


def _not_skills(names: list[str], knowledge: Knowledge) -> Iterator[str]:
    for name in names:
        if name not in knowledge.skills:
            meant = knowledge.find_skill(name)
            hint = f"; write {meant.name!r}" if meant is not None else " in store/knowledge"
            yield f"there is no skill {name!r}{hint}"
