"""The light rows that search keeps in memory: what a filter or a ranking reads, and nothing longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import FreelancerRow


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A freelancer as search sees them. Enumerations are their plain values; see Freelancer for units."""

    id: str
    name: str
    headline: str
    provider: str
    role: str | None
    seniority: str | None
    country: str | None
    city: str | None
    time_zone: str | None
    rate_amount: float | None
    rate_currency: str | None
    hours_per_week: int | None
    available_from: date | None
    joined: date | None
    last_active: date | None
    profile_updated: date | None
    rating: float | None
    ratings: int
    jobs_completed: int
    hours_worked: float
    job_success: float | None
    repeat_rate: float | None
    on_time_rate: float | None
    on_budget_rate: float | None
    earned_usd: float
    completeness: float
    reported_by: str | None
    skills: tuple[tuple[str, str, int], ...]
    """(name, evidence, finished contracts that used it)"""
    languages: tuple[tuple[str, str], ...]
    """(ISO 639-1 code, level)"""
    industries: tuple[str, ...]
    badges: tuple[str, ...]


_T = FreelancerRow
_COLUMNS = (
    _T.id,
    _T.name,
    _T.headline,
    _T.provider,
    _T.role,
    _T.seniority,
    _T.country,
    _T.city,
    _T.time_zone,
    _T.rate_amount,
    _T.rate_currency,
    _T.hours_per_week,
    _T.available_from,
    _T.joined,
    _T.last_active,
    _T.profile_updated,
    _T.track_rating,
    _T.track_ratings,
    _T.track_jobs_completed,
    _T.track_hours_worked,
    _T.track_job_success,
    _T.track_repeat_rate,
    _T.track_on_time_rate,
    _T.track_on_budget_rate,
    _T.track_earned_usd,
    _T.track_completeness,
    _T.track_reported_by,
    _T.skills,
    _T.languages,
    _T.industries,
    _T.badges,
)


def select_search_rows() -> Select[*tuple[Any, ...]]:
    """The columns of a SearchRow, in its order, by id."""
    return select(*_COLUMNS).order_by(_T.id)


async def read_search_rows(session: AsyncSession, select_some: Select[*tuple[Any, ...]]) -> list[SearchRow]:
    """What a narrowed `select_search_rows` finds."""
    # Past the session, which would pass every row through its object mapper.
    connection = await session.connection()
    return [_to_search_row(row) for row in await connection.execute(select_some)]


def _to_search_row(columns: Sequence[Any]) -> SearchRow:
    *values, skills, languages, industries, badges = columns
    values += (
        tuple((skill["name"], skill["evidence"], skill["contracts"]) for skill in skills),
        tuple((language["code"], language["level"]) for language in languages),
        tuple(industries),
        tuple(badges),
    )
    return SearchRow(*values)
