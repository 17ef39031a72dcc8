"""Freelancers with their contracts and portfolio, and the queue of changes the index has yet to see.

The `track_` columns repeat what `store.track_record.derive` computed when the row was written, so that
a filter or a ranking need not load contracts.
"""

from datetime import date
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Base, CleanText


class FreelancerRow(Base):
    """A profile. `content_hash` tells whether an import changes anything."""

    __tablename__ = "freelancers"
    __table_args__ = (UniqueConstraint("source", "external_id"),)

    id: Mapped[str] = mapped_column(CleanText, primary_key=True)
    source: Mapped[str] = mapped_column(CleanText)
    external_id: Mapped[str] = mapped_column(CleanText)
    provider: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(CleanText)
    headline: Mapped[str] = mapped_column(CleanText)
    bio: Mapped[str] = mapped_column(CleanText)
    role: Mapped[str | None] = mapped_column(CleanText)
    seniority: Mapped[str | None] = mapped_column(String(16))
    skills: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    industries: Mapped[list[str]] = mapped_column(JSON)
    country: Mapped[str | None] = mapped_column(CleanText)
    city: Mapped[str | None] = mapped_column(CleanText)
    time_zone: Mapped[str | None] = mapped_column(CleanText)
    languages: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    rate_amount: Mapped[float | None]
    rate_currency: Mapped[str | None] = mapped_column(String(3))
    badges: Mapped[list[str]] = mapped_column(JSON)
    hours_per_week: Mapped[int | None]
    available_from: Mapped[date | None]
    joined: Mapped[date | None]
    last_active: Mapped[date | None]
    profile_updated: Mapped[date | None]
    reported: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    track_rating: Mapped[float | None]
    track_ratings: Mapped[int]
    track_jobs_completed: Mapped[int]
    track_hours_worked: Mapped[float]
    track_job_success: Mapped[float | None]
    track_repeat_rate: Mapped[float | None]
    track_on_time_rate: Mapped[float | None]
    track_on_budget_rate: Mapped[float | None]
    track_earned_usd: Mapped[float]
    track_completeness: Mapped[float]
    track_reported_by: Mapped[str | None] = mapped_column(CleanText)
    content_hash: Mapped[str] = mapped_column(String(64))


class ContractRow(Base):
    """A contract of a freelancer; `position` keeps the order of the profile."""

    __tablename__ = "contracts"

    freelancer_id: Mapped[str] = mapped_column(
        ForeignKey("freelancers.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(CleanText)
    title: Mapped[str] = mapped_column(CleanText)
    skills: Mapped[list[str]] = mapped_column(JSON)
    industry: Mapped[str | None] = mapped_column(CleanText)
    started: Mapped[date]
    ended: Mapped[date | None]
    hours: Mapped[float]
    amount: Mapped[float]
    currency: Mapped[str] = mapped_column(String(3))
    rating: Mapped[float | None]
    review: Mapped[str | None] = mapped_column(CleanText)
    on_time: Mapped[bool | None]
    on_budget: Mapped[bool | None]
    repeat_client: Mapped[bool]


class PortfolioRow(Base):
    """A portfolio item of a freelancer; `position` keeps the order of the profile."""

    __tablename__ = "portfolio_items"

    freelancer_id: Mapped[str] = mapped_column(
        ForeignKey("freelancers.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(CleanText)
    title: Mapped[str] = mapped_column(CleanText)
    description: Mapped[str] = mapped_column(CleanText)
    url: Mapped[str | None] = mapped_column(CleanText)
    skills: Mapped[list[str]] = mapped_column(JSON)


class OutboxRow(Base):
    """A freelancer whose entry in the index is out of date; deleted freelancers have no profile any more.

    Rows are only ever added and removed. `version` grows with every change, so an index that marks what
    it has done cannot mark a change that came in meanwhile. No foreign key: deletions are changes too.
    """

    __tablename__ = "index_outbox"
    __table_args__ = (Index(None, "freelancer_id", "version"), {"sqlite_autoincrement": True})

    version: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=True
    )
    freelancer_id: Mapped[str] = mapped_column(CleanText)
