"""The Freelancer: what a client compares and a matcher needs. Nothing derived is ever typed in."""

import hashlib
from datetime import date
from enum import StrEnum

from pydantic import Field

from store.nouns.base import Noun
from store.nouns.brief import LanguageLevel, Provider, Seniority


class Evidence(StrEnum):
    """Why we believe a skill: the text mentions it, the profile lists it, or finished contracts used it."""

    MENTIONED = "MENTIONED"
    SELF_STATED = "SELF_STATED"
    CONTRACTS = "CONTRACTS"


class Skill(Noun):
    """A skill on a profile."""

    name: str
    evidence: Evidence = Evidence.SELF_STATED
    contracts: int = Field(default=0, ge=0, description="Finished contracts that used it.")


class Language(Noun):
    """A language a freelancer speaks (ISO 639-1)."""

    code: str
    level: LanguageLevel


class Money(Noun):
    """An amount in a currency (ISO 4217)."""

    amount: float = Field(ge=0)
    currency: str = Field(default="USD", pattern=r"^[A-Z]{3}$")


class Availability(Noun):
    """How much work the freelancer can take on, and from when."""

    hours_per_week: int | None = Field(default=None, ge=0, le=100, description="None: not stated.")
    available_from: date | None = Field(default=None, description="None: not stated.")


class Contract(Noun):
    """One job a freelancer did. `ended` is None while it runs; rating is 1 to 5, None if not rated."""

    id: str
    title: str
    skills: tuple[str, ...] = ()
    industry: str | None = None
    started: date
    ended: date | None = None
    hours: float = Field(default=0, ge=0)
    amount: Money
    rating: float | None = Field(default=None, ge=1, le=5)
    review: str | None = None
    on_time: bool | None = None
    on_budget: bool | None = None
    repeat_client: bool = False


class PortfolioItem(Noun):
    """A piece of work on show."""

    id: str
    title: str
    description: str = ""
    url: str | None = None
    skills: tuple[str, ...] = ()


class ReportedRecord(Noun):
    """Totals another marketplace reports about a freelancer whose single contracts we do not hold.

    Kept apart from contracts and always labelled as reported. Percentages are 0 to 100.
    """

    source: str
    rating: float | None = Field(default=None, ge=1, le=5)
    reviews: int = Field(default=0, ge=0)
    jobs_completed: int | None = Field(default=None, ge=0)
    on_time_pct: float | None = Field(default=None, ge=0, le=100)
    on_budget_pct: float | None = Field(default=None, ge=0, le=100)
    repeat_hire_pct: float | None = Field(default=None, ge=0, le=100)


class TrackRecord(Noun):
    """What the record adds up to; derived by `store.track_record.derive`, never typed in.

    Rates are 0 to 1; `rating` is 1 to 5; None means nothing is known, which is not the same as bad.
    """

    rating: float | None = None
    ratings: int = Field(default=0, description="How many ratings the mean rests on.")
    jobs_completed: int = 0
    hours_worked: float = 0
    job_success: float | None = Field(default=None, description="Share of finished jobs that went well.")
    repeat_rate: float | None = None
    on_time_rate: float | None = None
    on_budget_rate: float | None = None
    earned_usd: float = 0
    completeness: float = Field(default=0, description="Share of the profile that is filled, 0 to 1.")
    reported_by: str | None = Field(
        default=None, description="The marketplace behind reported totals, if any."
    )


def freelancer_id(source: str, external_id: str) -> str:
    """The stable id of a profile: the same source and external id always give the same one."""
    digest = hashlib.sha256(f"{source}\x00{external_id}".encode()).hexdigest()
    return f"fl_{digest[:20]}"


class Freelancer(Noun):
    """A freelancer or an agency as the marketplace knows them."""

    id: str
    external_id: str = Field(
        description="The id in the marketplace the profile came from; unique per source."
    )
    source: str = "demo"
    provider: Provider = Provider.INDIVIDUAL
    name: str
    headline: str = ""
    bio: str = ""
    role: str | None = Field(default=None, description="Role family id.")
    seniority: Seniority | None = None
    skills: tuple[Skill, ...] = ()
    industries: tuple[str, ...] = ()
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2.")
    city: str | None = None
    time_zone: str | None = Field(default=None, description="IANA name, e.g. 'Europe/Berlin'.")
    languages: tuple[Language, ...] = ()
    hourly_rate: Money | None = None
    badges: tuple[str, ...] = ()
    availability: Availability = Availability()
    joined: date | None = None
    last_active: date | None = None
    profile_updated: date | None = None
    contracts: tuple[Contract, ...] = ()
    portfolio: tuple[PortfolioItem, ...] = ()
    reported: ReportedRecord | None = None
    track: TrackRecord = TrackRecord()
