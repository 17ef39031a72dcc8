"""The brief as a frontend shows it: values, and beside them how hard they are and whose words they were."""

from __future__ import annotations

from datetime import date

import strawberry

from api.graphql.context import Info
from api.graphql.fields import resolved
from api.graphql.types.enums import Importance, LanguageLevel, Provider, Seniority, Slot, same_name
from api.graphql.types.values import (
    Country,
    Industry,
    MoneyRange,
    Range,
    Region,
    Role,
    language_name,
)
from store.nouns import brief as nouns


@strawberry.type(description="How one slot of the brief was asked for: how hard it is, and in whose words.")
class BriefTerm:
    """Projects store.nouns.brief.Term with its slot."""

    slot: Slot = strawberry.field(description="The slot of the brief this is about.")
    hard: bool = strawberry.field(
        description="True: nobody who breaks the requirement is a match. False: it only changes the ranking. "
        "Change it with briefUpdate, or in words ('Shopify is just a nice-to-have')."
    )
    words: str = strawberry.field(
        description="The client's own words the value came from; empty if it was set through briefUpdate."
    )
    uncertain: bool = strawberry.field(
        description="True if the words could mean something else. Worth showing for the client to confirm."
    )


@strawberry.type(description="A skill the client requires, would like, or does not want.")
class SkillWish:
    """Projects store.nouns.brief.SkillWish."""

    name: str = strawberry.field(description="The skill's canonical name, e.g. 'React'.")
    importance: Importance = strawberry.field(description="Whether the skill is a must, welcome or excluded.")
    words: str = strawberry.field(description="The client's own words for it; empty if set through the API.")
    alternative: int | None = strawberry.field(
        description="Skills with the same number are alternatives, of which one is enough ('React or Vue')."
    )
    uncertain: bool = strawberry.field(description="True if the words could mean another skill.")

    @classmethod
    def from_domain(cls, wish: nouns.SkillWish) -> SkillWish:
        """The projection of one wish."""
        return cls(
            name=wish.name,
            importance=same_name(Importance, wish.importance),
            words=wish.words,
            alternative=wish.alternative,
            uncertain=wish.uncertain,
        )


@strawberry.type(description="A language the freelancer must speak, at least at this level.")
class LanguageWish:
    """Projects store.nouns.brief.LanguageWish."""

    code: str = strawberry.field(description="The language as an ISO 639-1 code, lower case, e.g. 'de'.")
    level: LanguageLevel = strawberry.field(description="The weakest command of the language that will do.")
    words: str = strawberry.field(description="The client's own words for it; empty if set through the API.")

    @resolved("The language's English name, e.g. 'German'.")
    def name(self, info: Info) -> str:
        """From the knowledge files."""
        return language_name(info, self.code)


@strawberry.type(description="Where the freelancer may be, and may not be.")
class Countries:
    """Projects store.nouns.brief.Countries."""

    include: list[Country] = strawberry.field(description="Only these countries; empty means any country.")
    exclude: list[Country] = strawberry.field(description="None of these countries, whatever else is said.")


@strawberry.type(
    description="What the client needs, as far as the conversation has filled it. A slot nobody has spoken "
    "of is null or empty. `terms` has one entry for each slot that is set."
)
class Brief:
    """Projects store.nouns.brief.Brief."""

    role: Role | None = strawberry.field(description="The kind of freelancer wanted; null while not known.")
    headcount: int | None = strawberry.field(description="How many people to hire; null while not known.")
    skills: list[SkillWish] = strawberry.field(description="Skills in the order the client named them.")
    industries: list[Industry] = strawberry.field(
        description="Industries the freelancer was asked to know, and those the client is in."
    )
    seniority: Seniority | None = strawberry.field(
        description="The level of experience; null means any level."
    )
    hourly_rate: MoneyRange | None = strawberry.field(
        description="The price per hour; null means not stated."
    )
    fixed_budget: MoneyRange | None = strawberry.field(
        description="The budget for the whole project; null means not stated."
    )
    hours_per_week: Range | None = strawberry.field(description="Hours of work per week; null if not stated.")
    duration_weeks: Range | None = strawberry.field(
        description="Length of the work in weeks; null if not stated."
    )
    start_by: date | None = strawberry.field(description="The latest day to start; null means not stated.")
    countries: Countries | None = strawberry.field(
        description="Countries to hire from or to leave out, if any."
    )
    regions: list[Region] = strawberry.field(description="Regions to hire from; empty means anywhere.")
    utc_offset: Range | None = strawberry.field(
        description="Acceptable time zones as hours from UTC, e.g. -1 to 3; null means any."
    )
    languages: list[LanguageWish] = strawberry.field(description="Languages the freelancer must speak.")
    min_job_success: int | None = strawberry.field(
        description="The least share of jobs that went well, in per cent; null means any."
    )
    min_rating: float | None = strawberry.field(
        description="The least average rating, 1 to 5; null means any."
    )
    min_jobs_completed: int | None = strawberry.field(
        description="The least number of finished jobs; null means that newcomers are welcome."
    )
    available_now: bool | None = strawberry.field(
        description="True if they must be free now; null if not stated."
    )
    provider: Provider | None = strawberry.field(description="One person or an agency; null means either.")
    working_style: list[str] = strawberry.field(description="How the client likes to work, in short phrases.")
    is_searchable: bool = strawberry.field(
        description="Whether there is enough to search with: a role, or one skill that is not excluded."
    )
    terms: list[BriefTerm] = strawberry.field(
        description="For each slot that is set: whether it is hard, and the client's words for it."
    )

    @classmethod
    def from_domain(cls, brief: nouns.Brief) -> Brief:
        """The projection of one brief."""
        return cls(
            role=Role(id=brief.role) if brief.role else None,
            headcount=brief.headcount,
            skills=[SkillWish.from_domain(wish) for wish in brief.skills],
            industries=[Industry(id=each) for each in brief.industries],
            seniority=same_name(Seniority, brief.seniority) if brief.seniority else None,
            hourly_rate=_money(brief.hourly_rate),
            fixed_budget=_money(brief.fixed_budget),
            hours_per_week=_range(brief.hours_per_week),
            duration_weeks=_range(brief.duration_weeks),
            start_by=brief.start_by,
            countries=_countries(brief.countries),
            regions=[Region(id=each) for each in brief.regions],
            utc_offset=_range(brief.utc_offset),
            languages=[
                LanguageWish(code=wish.code, level=same_name(LanguageLevel, wish.level), words=wish.words)
                for wish in brief.languages
            ],
            min_job_success=brief.min_job_success,
            min_rating=brief.min_rating,
            min_jobs_completed=brief.min_jobs_completed,
            available_now=brief.available_now,
            provider=same_name(Provider, brief.provider) if brief.provider else None,
            working_style=list(brief.working_style),
            is_searchable=brief.is_searchable,
            terms=[
                BriefTerm(
                    slot=same_name(Slot, slot), hard=term.hard, words=term.words, uncertain=term.uncertain
                )
                for slot, term in brief.terms.items()
            ],
        )


def _money(bounds: nouns.MoneyRange | None) -> MoneyRange | None:
    return MoneyRange.from_domain(bounds) if bounds else None


def _range(bounds: nouns.Range | None) -> Range | None:
    return Range.from_domain(bounds) if bounds else None


def _countries(countries: nouns.Countries | None) -> Countries | None:
    if countries is None:
        return None
    return Countries(
        include=[Country(code=code) for code in countries.include],
        exclude=[Country(code=code) for code in countries.exclude],
    )
