"""The brief as a frontend writes it. What is left out stays as it is; null takes a slot out."""

from __future__ import annotations

from datetime import date

import strawberry
from strawberry import UNSET

from api.graphql.types.enums import Importance, LanguageLevel, Provider, Seniority, Slot


@strawberry.input(description="A skill to require, to welcome or to exclude.")
class SkillInput:
    """Becomes a store.nouns.brief.SkillWish."""

    name: str = strawberry.field(description="The skill by its name or a usual alias, e.g. 'React' or 'k8s'.")
    importance: Importance = strawberry.field(
        default=Importance.MUST, description="Whether the skill is a must, welcome or excluded."
    )
    alternative: int | None = strawberry.field(
        default=None,
        description="Give skills of which one is enough the same number here ('React or Vue').",
    )


@strawberry.input(description="A language the freelancer must speak.")
class LanguageInput:
    """Becomes a store.nouns.brief.LanguageWish."""

    code: str = strawberry.field(description="The language as an ISO 639-1 code, e.g. 'de'.")
    level: LanguageLevel = strawberry.field(
        default=LanguageLevel.FLUENT, description="The weakest command of the language that will do."
    )


@strawberry.input(description="Bounds of a price. Leave a bound out to keep it open.")
class MoneyRangeInput:
    """Becomes a store.nouns.brief.MoneyRange."""

    min: float | None = strawberry.field(default=None, description="The lowest price, in whole units.")
    max: float | None = strawberry.field(default=None, description="The highest price, in whole units.")
    currency: str = strawberry.field(
        default="USD", description="The currency as an ISO 4217 code, e.g. 'EUR'."
    )


@strawberry.input(description="Bounds of a quantity. Leave a bound out to keep it open.")
class RangeInput:
    """Becomes a store.nouns.brief.Range."""

    min: float | None = strawberry.field(default=None, description="The smallest acceptable value.")
    max: float | None = strawberry.field(default=None, description="The largest acceptable value.")


@strawberry.input(description="Where the freelancer may be, and may not be.")
class CountriesInput:
    """Becomes a store.nouns.brief.Countries."""

    include: list[str] = strawberry.field(
        default_factory=list,
        description="Only these countries, by ISO 3166-1 alpha-2 code or English name; empty means any.",
    )
    exclude: list[str] = strawberry.field(
        default_factory=list, description="None of these countries, by code or English name."
    )


@strawberry.input(
    description="Values for a brief. A field that is left out stays as it is, null takes its slot out of the "
    "brief, and a list replaces the whole list that was there."
)
class BriefInput:
    """Applied to a store.nouns.brief.Brief by api.graphql.inputs.applying."""

    role: str | None = strawberry.field(
        default=UNSET, description="The kind of freelancer: a role id or its name, e.g. 'frontend-developer'."
    )
    headcount: int | None = strawberry.field(
        default=UNSET, description="How many people to hire, from 1 to 1000."
    )
    skills: list[SkillInput] | None = strawberry.field(
        default=UNSET, description="All skills that matter, each with its importance; at most 100."
    )
    industries: list[str] | None = strawberry.field(
        default=UNSET, description="Industries the freelancer should know, by id, e.g. 'ecommerce'."
    )
    seniority: Seniority | None = strawberry.field(
        default=UNSET, description="The level of experience wanted."
    )
    hourly_rate: MoneyRangeInput | None = strawberry.field(default=UNSET, description="The price per hour.")
    fixed_budget: MoneyRangeInput | None = strawberry.field(
        default=UNSET, description="The budget for the project as a whole."
    )
    hours_per_week: RangeInput | None = strawberry.field(default=UNSET, description="Hours of work per week.")
    duration_weeks: RangeInput | None = strawberry.field(
        default=UNSET, description="Length of the work in weeks, from 0 to 1040."
    )
    start_by: date | None = strawberry.field(default=UNSET, description="The latest day on which to start.")
    countries: CountriesInput | None = strawberry.field(
        default=UNSET, description="Countries to hire from, or to leave out."
    )
    regions: list[str] | None = strawberry.field(
        default=UNSET, description="Regions to hire from, by id, e.g. 'europe'."
    )
    utc_offset: RangeInput | None = strawberry.field(
        default=UNSET, description="Acceptable time zones as hours from UTC, from -12 to 14."
    )
    languages: list[LanguageInput] | None = strawberry.field(
        default=UNSET, description="All languages the freelancer must speak."
    )
    min_job_success: int | None = strawberry.field(
        default=UNSET, description="The least share of jobs that went well, in per cent from 0 to 100."
    )
    min_rating: float | None = strawberry.field(
        default=UNSET, description="The least average rating, 0 to 5."
    )
    min_jobs_completed: int | None = strawberry.field(
        default=UNSET, description="The least number of finished jobs; 0 welcomes newcomers."
    )
    available_now: bool | None = strawberry.field(
        default=UNSET, description="Whether they must be free right away."
    )
    provider: Provider | None = strawberry.field(
        default=UNSET, description="One person or an agency; null: either."
    )
    working_style: list[str] | None = strawberry.field(
        default=UNSET, description="How the client likes to work, in short phrases such as 'daily calls'."
    )
    hard: list[Slot] | None = strawberry.field(
        default=UNSET,
        description="Slots to make hard: nobody who breaks them is a match. They must have a value.",
    )
    soft: list[Slot] | None = strawberry.field(
        default=UNSET, description="Slots to make soft: they only change the ranking. They must have a value."
    )
