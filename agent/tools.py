"""Retrieval tools over the store: the graph's nodes call them, and a model may be given the same ones.

A tool takes and returns nouns. Ids a caller passes in are looked up, never trusted: unknown ones are
left out of the answer.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from langchain_core.tools import BaseTool, StructuredTool
from pydantic import BaseModel, Field

from agent.matching import Matcher
from store.nouns.brief import Brief, Slot
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match, Ranking
from store.repositories.freelancers import FreelancerRepository

MOST_AT_ONCE = 100
Ids = Annotated[tuple[str, ...], Field(max_length=5000)]


class SearchArguments(BaseModel):
    """What a search needs besides the brief."""

    brief: Brief
    today: date
    limit: int = Field(default=5, ge=1, le=MOST_AT_ONCE)
    exclude: Ids = Field(default=(), description="Freelancers not to show again.")
    liked: Ids = Field(default=(), description="Pull the ranking towards these.")
    dismissed: Ids = Field(default=(), description="Never show these, and rank people like them lower.")
    explained: int = Field(default=MOST_AT_ONCE, ge=0, description="How many of the best get their reasons.")
    at_least: int = Field(
        default=0, ge=0, le=MOST_AT_ONCE, description="With fewer matches near misses make up this number."
    )


class CountArguments(BaseModel):
    """A brief to count eligible people for."""

    brief: Brief
    today: date


class EaseArguments(CountArguments):
    """A brief whose must-haves may give way."""

    insisted: tuple[tuple[Slot, str], ...] = Field(
        default=(), description="What gives way last: a slot, and of skills the name (of other slots '')."
    )


class LookUpArguments(BaseModel):
    """Freelancers to look up by id."""

    ids: Annotated[tuple[str, ...], Field(max_length=MOST_AT_ONCE)]
    work: bool = Field(default=True, description="With contracts and portfolios; without is quicker.")


class CompareArguments(BaseModel):
    """Freelancers to hold against a brief, side by side."""

    brief: Brief
    ids: Annotated[tuple[str, ...], Field(min_length=1, max_length=MOST_AT_ONCE)]
    today: date


@dataclass(frozen=True, slots=True)
class RetrievalTools:
    """The tools, and typed calls of them for the nodes."""

    search_freelancers: BaseTool
    count_freelancers: BaseTool
    ease_brief: BaseTool
    look_up_freelancers: BaseTool
    compare_freelancers: BaseTool

    async def search(
        self,
        brief: Brief,
        today: date,
        limit: int,
        *,
        exclude: Sequence[str] = (),
        liked: Sequence[str] = (),
        dismissed: Sequence[str] = (),
        explained: int = MOST_AT_ONCE,
        at_least: int = 0,
    ) -> Ranking:
        """The best `limit` freelancers for the brief, the first `explained` of them with their reasons.

        With fewer of them than `at_least`, those who come closest make up the number.
        """
        arguments = SearchArguments(
            brief=brief,
            today=today,
            limit=limit,
            exclude=tuple(exclude),
            liked=tuple(liked),
            dismissed=tuple(dismissed),
            explained=explained,
            at_least=at_least,
        )
        ranking: Ranking = await self.search_freelancers.ainvoke(dict(arguments))
        return ranking

    async def count(self, brief: Brief, today: date) -> int:
        """How many people meet every hard requirement."""
        number: int = await self.count_freelancers.ainvoke({"brief": brief, "today": today})
        return number

    async def ease(self, brief: Brief, today: date, insisted: Collection[tuple[Slot, str]]) -> Brief:
        """The brief with as few must-haves made preferences as leave enough people."""
        eased: Brief = await self.ease_brief.ainvoke(
            {"brief": brief, "today": today, "insisted": tuple(sorted(insisted))}
        )
        return eased

    async def look_up(self, ids: Sequence[str], *, work: bool = True) -> dict[str, Freelancer]:
        """The freelancers with these ids; unknown ids, and without `work` contracts, are left out."""
        if not ids:
            return {}
        found: dict[str, Freelancer] = await self.look_up_freelancers.ainvoke(
            {"ids": tuple(ids), "work": work}
        )
        return found

    async def compare(self, brief: Brief, ids: Sequence[str], today: date) -> list[Match]:
        """One match per known id, in the order given."""
        if not ids:
            return []
        matches: list[Match] = await self.compare_freelancers.ainvoke(
            {"brief": brief, "ids": tuple(ids), "today": today}
        )
        return matches


def build_tools(matcher: Matcher, freelancers: FreelancerRepository) -> RetrievalTools:
    """The retrieval tools over one marketplace."""

    async def search_freelancers(
        brief: Brief,
        today: date,
        limit: int = 5,
        exclude: tuple[str, ...] = (),
        liked: tuple[str, ...] = (),
        dismissed: tuple[str, ...] = (),
        explained: int = MOST_AT_ONCE,
        at_least: int = 0,
    ) -> Ranking:
        """Find the freelancers who fit a brief, best first, with reasons for the best of them."""
        return await matcher.search(
            brief,
            today=today,
            limit=limit,
            exclude=exclude,
            liked=liked,
            dismissed=dismissed,
            explained=explained,
            at_least=at_least,
        )

    async def count_freelancers(brief: Brief, today: date) -> int:
        """Count the freelancers who meet every hard requirement of a brief."""
        return await matcher.count(brief, today)

    async def ease_brief(brief: Brief, today: date, insisted: tuple[tuple[Slot, str], ...] = ()) -> Brief:
        """Make as few must-haves preferences as leave enough freelancers to choose from."""
        return await matcher.eased(brief, today, insisted)

    async def look_up_freelancers(ids: tuple[str, ...], work: bool = True) -> dict[str, Freelancer]:
        """Read freelancers' stored profiles by id."""
        return await freelancers.get_many(ids, work=work)

    async def compare_freelancers(brief: Brief, ids: tuple[str, ...], today: date) -> list[Match]:
        """Hold freelancers against a brief, requirement by requirement."""
        return await matcher.compare(brief, ids, today)

    return RetrievalTools(
        search_freelancers=StructuredTool.from_function(
            coroutine=search_freelancers, args_schema=SearchArguments
        ),
        count_freelancers=StructuredTool.from_function(
            coroutine=count_freelancers, args_schema=CountArguments
        ),
        ease_brief=StructuredTool.from_function(coroutine=ease_brief, args_schema=EaseArguments),
        look_up_freelancers=StructuredTool.from_function(
            coroutine=look_up_freelancers, args_schema=LookUpArguments
        ),
        compare_freelancers=StructuredTool.from_function(
            coroutine=compare_freelancers, args_schema=CompareArguments
        ),
    )
