"""A freelancer as a candidate: what a client compares, from stored facts alone."""

from __future__ import annotations

from datetime import date

import strawberry

from api.graphql.context import Info
from api.graphql.fields import resolved
from api.graphql.node import Node
from api.graphql.paging import (
    After,
    Connection,
    First,
    check_first,
    connect,
    decode_number,
    encode_cursor,
)
from api.graphql.types.enums import Evidence, LanguageLevel, Provider, Seniority, same_name
from api.graphql.types.values import Country, Industry, Money, Role, language_name
from api.graphql.types.work import Contract, PortfolioItem
from store.nouns import freelancer as nouns


@strawberry.type(description="A skill on a candidate's profile, and why we believe it.")
class CandidateSkill:
    """Projects store.nouns.freelancer.Skill."""

    name: str = strawberry.field(description="The skill's canonical name, e.g. 'Shopify'.")
    evidence: Evidence = strawberry.field(
        description="Whether contracts show the skill, or only the profile."
    )
    contracts: int = strawberry.field(description="How many finished contracts used the skill.")


@strawberry.type(description="A language a candidate speaks, and how well.")
class CandidateLanguage:
    """Projects store.nouns.freelancer.Language."""

    code: str = strawberry.field(description="The language as an ISO 639-1 code, lower case, e.g. 'en'.")
    level: LanguageLevel = strawberry.field(description="How well the candidate says they speak it.")

    @resolved("The language's English name, e.g. 'Portuguese'.")
    def name(self, info: Info) -> str:
        """From the knowledge files."""
        return language_name(info, self.code)


@strawberry.type(description="How much work a candidate can take on, and from when.")
class Availability:
    """Projects store.nouns.freelancer.Availability."""

    hours_per_week: int | None = strawberry.field(description="Free hours per week; null means not stated.")
    available_from: date | None = strawberry.field(description="First free day; null means not stated.")


@strawberry.type(
    description="A freelancer or agency on the marketplace. Ratings, jobs and rates of success are derived "
    "from their record and never typed in; null means that nothing is known, which is not the "
    "same as bad."
)
class Candidate(Node):
    """Projects store.nouns.freelancer.Freelancer."""

    name: str = strawberry.field(description="The name to show: a person's, or an agency's.")
    headline: str = strawberry.field(description="One line in their own words; may be empty.")
    bio: str = strawberry.field(
        description="Their own description of themselves: untrusted text, to be shown as plain text only."
    )
    provider: Provider = strawberry.field(description="Whether this is one person or an agency.")
    role: Role | None = strawberry.field(description="The kind of work they do; null if it is not known.")
    seniority: Seniority | None = strawberry.field(
        description="Their level of experience; null if not known."
    )
    skills: list[CandidateSkill] = strawberry.field(
        description="Their skills, each with the evidence for it."
    )
    industries: list[Industry] = strawberry.field(description="Industries they have worked in, if known.")
    country: Country | None = strawberry.field(description="Where they are based; null if it is not known.")
    city: str | None = strawberry.field(description="The city they are based in; null if it is not known.")
    time_zone: str | None = strawberry.field(
        description="Their time zone by its IANA name, e.g. 'Europe/Berlin'; null if it is not known."
    )
    languages: list[CandidateLanguage] = strawberry.field(description="The human languages they speak.")
    hourly_rate: Money | None = strawberry.field(description="What they ask per hour; null means not stated.")
    badges: list[str] = strawberry.field(description="Badges the marketplace gave them, e.g. 'Top Rated'.")
    availability: Availability = strawberry.field(description="How much they can work, and from when.")
    joined: date | None = strawberry.field(description="When they joined the marketplace; null if not known.")
    last_active: date | None = strawberry.field(
        description="When they were last seen there; null if not known."
    )
    profile_updated: date | None = strawberry.field(
        description="When they last changed their profile; null if it is not known."
    )
    rating: float | None = strawberry.field(
        description="Average rating from 1 to 5 stars; null if nobody has rated them yet."
    )
    ratings: int = strawberry.field(description="How many ratings the average rests on; 0 for newcomers.")
    jobs_completed: int = strawberry.field(description="How many jobs they have finished; 0 for newcomers.")
    hours_worked: float = strawberry.field(description="Hours worked over all contracts, as far as known.")
    job_success: float | None = strawberry.field(
        description="Share of finished jobs that went well, from 0 to 1; null without finished jobs."
    )
    repeat_rate: float | None = strawberry.field(
        description="Share of clients who hired them again, from 0 to 1; null if it is not known."
    )
    on_time_rate: float | None = strawberry.field(
        description="Share of jobs delivered on time, from 0 to 1; null if it is not known."
    )
    on_budget_rate: float | None = strawberry.field(
        description="Share of jobs that kept to the budget, from 0 to 1; null if it is not known."
    )
    profile_completeness: float = strawberry.field(
        description="Share of the profile that is filled, from 0 to 1."
    )
    reported_by: str | None = strawberry.field(
        description="The marketplace that reported these totals, where we hold no single contracts; else "
        "null."
    )
    source: strawberry.Private[nouns.Freelancer]

    @resolved("Their contracts, the latest first: title, dates, amount, rating and review.")
    def contracts(self, info: Info, first: First = 10, after: After = None) -> Connection[Contract]:
        """A page of the work history."""
        size = check_first(first, info.context.limits.list_size)
        start = decode_number("contracts", after)
        offset = 0 if start is None else start + 1
        history = sorted(self.source.contracts, key=lambda contract: contract.started, reverse=True)
        rows = list(enumerate(history))[offset : offset + size + 1]
        return connect(
            rows,
            first=size,
            after=after,
            cursor=lambda row: encode_cursor("contracts", str(row[0])),
            project=lambda row: Contract.from_domain(row[1]),
        )

    @resolved("The pieces of work they put on show, in their own order.")
    def portfolio(self, info: Info, first: First = 10, after: After = None) -> Connection[PortfolioItem]:
        """A page of the portfolio."""
        size = check_first(first, info.context.limits.list_size)
        start = decode_number("portfolio", after)
        offset = 0 if start is None else start + 1
        rows = list(enumerate(self.source.portfolio))[offset : offset + size + 1]
        return connect(
            rows,
            first=size,
            after=after,
            cursor=lambda row: encode_cursor("portfolio", str(row[0])),
            project=lambda row: PortfolioItem.from_domain(row[1]),
        )

    @classmethod
    def from_domain(cls, freelancer: nouns.Freelancer) -> Candidate:
        """The projection of one freelancer."""
        track = freelancer.track
        return cls(
            id=strawberry.ID(freelancer.id),
            name=freelancer.name,
            headline=freelancer.headline,
            bio=freelancer.bio,
            provider=same_name(Provider, freelancer.provider),
            role=Role(id=freelancer.role) if freelancer.role else None,
            seniority=same_name(Seniority, freelancer.seniority) if freelancer.seniority else None,
            skills=[
                CandidateSkill(
                    name=skill.name,
                    evidence=same_name(Evidence, skill.evidence),
                    contracts=skill.contracts,
                )
                for skill in freelancer.skills
            ],
            industries=[Industry(id=each) for each in freelancer.industries],
            country=Country(code=freelancer.country) if freelancer.country else None,
            city=freelancer.city,
            time_zone=freelancer.time_zone,
            languages=[
                CandidateLanguage(code=each.code, level=same_name(LanguageLevel, each.level))
                for each in freelancer.languages
            ],
            hourly_rate=Money.from_domain(freelancer.hourly_rate) if freelancer.hourly_rate else None,
            badges=list(freelancer.badges),
            availability=Availability(
                hours_per_week=freelancer.availability.hours_per_week,
                available_from=freelancer.availability.available_from,
            ),
            joined=freelancer.joined,
            last_active=freelancer.last_active,
            profile_updated=freelancer.profile_updated,
            rating=track.rating,
            ratings=track.ratings,
            jobs_completed=track.jobs_completed,
            hours_worked=track.hours_worked,
            job_success=track.job_success,
            repeat_rate=track.repeat_rate,
            on_time_rate=track.on_time_rate,
            on_budget_rate=track.on_budget_rate,
            profile_completeness=track.completeness,
            reported_by=track.reported_by,
            source=freelancer,
        )
