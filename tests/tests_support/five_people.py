"""A marketplace of the five people of `readings`, all of whom fit every need, always in the same order.

What the agent does there depends on the message alone, not on who happens to match.
"""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from agent.deps import Deps
from agent.matching import Matcher
from agent.matching.yielding import Insisted
from agent.tools import build_tools
from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import CandidateName
from api.services import Marketplace
from api.settings import Settings
from store.knowledge import load_knowledge
from store.nouns.brief import Brief
from store.nouns.freelancer import Availability, Freelancer, Money, ReportedRecord
from store.nouns.match import Ranking
from tests_support.matching import opened_market
from tests_support.nouns import make_freelancer
from tests_support.readings import SHOWN, TODAY


class EverybodyFits(Matcher):
    """Ranks as if nothing were asked for, in the order of the ids."""

    async def search(
        self,
        brief: Brief,
        *,
        today: date,
        limit: int = 5,
        exclude: Collection[str] = (),
        liked: Collection[str] = (),
        dismissed: Collection[str] = (),
        explained: int | None = None,
        at_least: int = 0,
    ) -> Ranking:
        """Everybody but those excluded and dismissed."""
        ranking = await super().search(
            Brief(), today=today, limit=limit, exclude=exclude, dismissed=dismissed, explained=explained
        )
        matches = sorted(ranking.matches, key=lambda match: match.freelancer_id)
        return ranking.model_copy(update={"matches": tuple(matches)})

    async def eased(self, brief: Brief, today: date, insisted: Insisted) -> Brief:
        """The brief as it is: there is always somebody."""
        return brief

    async def count(self, brief: Brief, today: date) -> int:
        """Everybody."""
        return await super().count(Brief(), today)


@asynccontextmanager
async def open_five(folder: Path) -> AsyncIterator[Marketplace]:
    """The marketplace, kept in an empty folder."""
    url = f"sqlite:///{folder / 'five.db'}"
    knowledge = load_knowledge()
    people = [_profile(one) for one in SHOWN]
    async with opened_market(people, url, folder / "index") as market:
        matcher = EverybodyFits(market.search, market.store.freelancers, knowledge)
        yield Marketplace(
            settings=Settings(data_dir=folder),
            store=market.store,
            knowledge=knowledge,
            search=market.search,
            matcher=matcher,
            deps=Deps(
                interpreter=OfflineInterpreter(knowledge),
                tools=build_tools(matcher, market.store.freelancers),
                knowledge=knowledge,
                clock=_noon,
            ),
            clock=_noon,
        )


def _profile(one: CandidateName) -> Freelancer:
    return make_freelancer(
        one.freelancer_id,
        id=one.freelancer_id,
        name=one.name,
        hourly_rate=Money(amount=one.hourly_rate_usd or 0),
        availability=Availability(hours_per_week=40, available_from=one.available_from),
        reported=ReportedRecord(
            source="test", rating=one.rating, reviews=one.jobs_completed, jobs_completed=one.jobs_completed
        ),
    )


def _noon() -> datetime:
    return datetime.combine(TODAY, time(12), UTC)
