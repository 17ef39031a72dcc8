"""The Brief: what a client needs, as far as the conversation has filled it.

Every field may be empty. A field that is set has a Term under its slot's name: whether it is a hard
requirement, the client's own words for it, and whether we are unsure of it. Items of a list (skills,
languages) carry their own words, because each may come from another message.
"""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from store.nouns.base import Noun


class Slot(StrEnum):
    """A place in the Brief. Values are the field names used in GraphQL and in JSON."""

    ROLE = "role"
    HEADCOUNT = "headcount"
    SKILLS = "skills"
    INDUSTRIES = "industries"
    SENIORITY = "seniority"
    HOURLY_RATE = "hourlyRate"
    FIXED_BUDGET = "fixedBudget"
    HOURS_PER_WEEK = "hoursPerWeek"
    DURATION_WEEKS = "durationWeeks"
    START_BY = "startBy"
    COUNTRIES = "countries"
    REGIONS = "regions"
    UTC_OFFSET = "utcOffset"
    LANGUAGES = "languages"
    MIN_JOB_SUCCESS = "minJobSuccess"
    MIN_RATING = "minRating"
    MIN_JOBS_COMPLETED = "minJobsCompleted"
    AVAILABLE_NOW = "availableNow"
    PROVIDER = "provider"
    WORKING_STYLE = "workingStyle"


class Importance(StrEnum):
    """How a skill counts: MUST filters, NICE only ranks, EXCLUDED filters out."""

    MUST = "MUST"
    NICE = "NICE"
    EXCLUDED = "EXCLUDED"


class Seniority(StrEnum):
    """Experience level, in the field's three usual steps."""

    ENTRY = "ENTRY"
    INTERMEDIATE = "INTERMEDIATE"
    EXPERT = "EXPERT"


class Provider(StrEnum):
    """Who does the work: one person, or a company."""

    INDIVIDUAL = "INDIVIDUAL"
    AGENCY = "AGENCY"


class LanguageLevel(StrEnum):
    """Command of a language, from weakest to strongest."""

    BASIC = "BASIC"
    CONVERSATIONAL = "CONVERSATIONAL"
    FLUENT = "FLUENT"
    NATIVE = "NATIVE"

    @property
    def rank(self) -> int:
        """0 (BASIC) to 3 (NATIVE)."""
        return list(LanguageLevel).index(self)


class Term(Noun):
    """What is known about a slot's value besides the value itself."""

    hard: bool = Field(description="True: nobody who breaks it is shown. False: it only ranks.")
    words: str = Field(default="", description="The client's own words; empty if set through the API.")
    uncertain: bool = Field(default=False, description="True if the words could mean something else.")
    own: tuple[str, ...] = Field(
        default=(), description="Of industries, those told as the client's own trade and asked of nobody."
    )
    guessed: tuple[str, ...] = Field(default=(), description="Of industries, those that are only a guess.")


class SkillWish(Noun):
    """A skill the client wants, would like, or does not want."""

    name: str = Field(description="Canonical skill name, e.g. 'React'.")
    importance: Importance = Importance.MUST
    words: str = ""
    alternative: int | None = Field(
        default=None,
        description="Skills with the same number are alternatives: one satisfies ('React or Vue').",
    )
    uncertain: bool = False


class LanguageWish(Noun):
    """A human language the freelancer must speak, at least at this level."""

    code: str = Field(description="ISO 639-1, lower case, e.g. 'de'.")
    level: LanguageLevel = LanguageLevel.FLUENT
    words: str = ""


class MoneyRange(Noun):
    """Bounds of a price, either of them open. Hourly rates are per hour, budgets per project."""

    min: float | None = Field(default=None, ge=0, le=100_000_000_000)
    max: float | None = Field(default=None, ge=0, le=100_000_000_000)
    currency: str = Field(default="USD", pattern=r"^[A-Z]{3}$", description="ISO 4217.")

    @model_validator(mode="after")
    def _ordered(self) -> "MoneyRange":
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min is above max: swap them")
        return self


class Range(Noun):
    """Bounds of a quantity, either of them open: hours a week, weeks, or hours from UTC."""

    min: float | None = None
    max: float | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Range":
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min is above max: swap them")
        return self


class Countries(Noun):
    """Where the freelancer may and may not be: ISO 3166-1 alpha-2 codes, upper case."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class Brief(Noun):
    """A need for freelancers. `terms` has one entry per slot that is set; skills and languages included."""

    role: str | None = Field(
        default=None, description="Role family id from the knowledge files, e.g. 'frontend-developer'."
    )
    headcount: int | None = Field(default=None, ge=1, le=1000)
    skills: tuple[SkillWish, ...] = ()
    industries: tuple[str, ...] = Field(default=(), description="Industry ids, e.g. 'ecommerce'.")
    seniority: Seniority | None = None
    hourly_rate: MoneyRange | None = None
    fixed_budget: MoneyRange | None = None
    hours_per_week: Range | None = None
    duration_weeks: Range | None = None
    start_by: date | None = None
    countries: Countries | None = None
    regions: tuple[str, ...] = Field(default=(), description="Region ids, e.g. 'europe'.")
    utc_offset: Range | None = Field(default=None, description="Acceptable offsets from UTC, in hours.")
    languages: tuple[LanguageWish, ...] = ()
    min_job_success: int | None = Field(default=None, ge=0, le=100, description="Per cent.")
    min_rating: float | None = Field(default=None, ge=0, le=5)
    min_jobs_completed: int | None = Field(default=None, ge=0)
    available_now: bool | None = None
    provider: Provider | None = None
    working_style: tuple[str, ...] = ()
    description: str = Field(
        default="",
        description="The work in the client's own words: it ranks by its meaning and rules nobody out.",
    )
    terms: dict[Slot, Term] = Field(default_factory=dict)

    def is_hard(self, slot: Slot) -> bool:
        """Whether the slot is set and breaking it rules a freelancer out."""
        term = self.terms.get(slot)
        return term is not None and term.hard

    def skills_that(self, importance: Importance) -> tuple[SkillWish, ...]:
        """The skills of one importance, in the order the client named them."""
        return tuple(skill for skill in self.skills if skill.importance is importance)

    def preferring(self, wishes: Collection[SkillWish]) -> "Brief":
        """The brief with those skills only liked."""
        liked = {"importance": Importance.NICE}
        skills = tuple(each.model_copy(update=liked) if each in wishes else each for each in self.skills)
        return self.model_copy(update={"skills": skills})

    @property
    def own_trades(self) -> tuple[str, ...]:
        """The industries that the client is in and asked nobody to know: they rank, and rule nobody out."""
        term = self.terms.get(Slot.INDUSTRIES)
        return () if term is None else tuple(i for i in self.industries if i in term.own)

    @property
    def trades_told(self) -> tuple[str, ...]:
        """Of the client's own trades those that were told, and are no guess."""
        term = self.terms.get(Slot.INDUSTRIES)
        return tuple(i for i in self.own_trades if term is not None and i not in term.guessed)

    @property
    def industries_asked(self) -> tuple[str, ...]:
        """The industries that the freelancer is asked to know."""
        own = self.own_trades
        return tuple(i for i in self.industries if i not in own)

    @property
    def industries_judged(self) -> tuple[str, ...]:
        """The industries that people are judged by: those asked for; where none was, the client's own."""
        return self.industries_asked or self.own_trades

    @property
    def is_searchable(self) -> bool:
        """A search needs at least a role or one skill that is not an exclusion."""
        return self.role is not None or any(s.importance is not Importance.EXCLUDED for s in self.skills)


HARD_BY_DEFAULT: frozenset[Slot] = frozenset(
    {
        Slot.SKILLS,
        Slot.HOURLY_RATE,
        Slot.COUNTRIES,
        Slot.REGIONS,
        Slot.UTC_OFFSET,
        Slot.LANGUAGES,
        Slot.MIN_JOB_SUCCESS,
        Slot.MIN_RATING,
        Slot.MIN_JOBS_COMPLETED,
        Slot.HOURS_PER_WEEK,
        Slot.PROVIDER,
    }
)
"""Slots that filter when a client states them plainly; the others rank unless the client says 'must'."""
