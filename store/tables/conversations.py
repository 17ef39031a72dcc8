"""Conversations and all that belongs to them, which goes when they go.

Messages, turns and events are numbered within their conversation, from 1 and without gaps: the
conversation's row holds the last number of each and is locked while one is given out.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Base, CleanText, Timestamp

_LIVE = text("status IN ('QUEUED', 'RUNNING')")
_RUNNING = text("status = 'RUNNING'")


class ConversationRow(Base):
    """A conversation with its memory."""

    __tablename__ = "conversations"
    __table_args__ = (Index(None, "client_id", "updated", "id"),)

    id: Mapped[str] = mapped_column(CleanText, primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(CleanText)
    memory: Mapped[dict[str, Any]] = mapped_column(JSON)
    created: Mapped[datetime] = mapped_column(Timestamp)
    updated: Mapped[datetime] = mapped_column(Timestamp)
    last_message: Mapped[int] = mapped_column(default=0)
    last_turn: Mapped[int] = mapped_column(default=0)
    last_event: Mapped[int] = mapped_column(default=0)


class TurnRow(Base):
    """A turn, and while it runs, the worker that runs it and until when its lease holds."""

    __tablename__ = "turns"
    __table_args__ = (
        UniqueConstraint("conversation_id", "client_message_id"),
        UniqueConstraint("conversation_id", "position"),
        Index("ix_turns_live", "status", "lease_until", sqlite_where=_LIVE, postgresql_where=_LIVE),
        Index(
            "uq_turns_running",
            "conversation_id",
            unique=True,
            sqlite_where=_RUNNING,
            postgresql_where=_RUNNING,
        ),
    )

    id: Mapped[str] = mapped_column(CleanText, primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    position: Mapped[int]
    client_message_id: Mapped[str] = mapped_column(CleanText)
    text: Mapped[str] = mapped_column(CleanText)
    action: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    status: Mapped[str] = mapped_column(String(16))
    attempt: Mapped[int] = mapped_column(default=0)
    attempts_before: Mapped[int] = mapped_column(default=0)
    """The attempt at which the client asked for the turn again: attempts are counted from there."""
    worker: Mapped[str | None] = mapped_column(CleanText)
    lease_until: Mapped[datetime | None] = mapped_column(Timestamp)
    error: Mapped[str | None] = mapped_column(CleanText)
    error_id: Mapped[str | None] = mapped_column(CleanText)
    usage: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    created: Mapped[datetime] = mapped_column(Timestamp)
    completed: Mapped[datetime | None] = mapped_column(Timestamp)


class MessageRow(Base):
    """A message of the client or the agent."""

    __tablename__ = "messages"

    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(CleanText, unique=True)
    turn_id: Mapped[str] = mapped_column(ForeignKey("turns.id", ondelete="CASCADE"), index=True)
    author: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(CleanText)
    created: Mapped[datetime] = mapped_column(Timestamp)


class EventRow(Base):
    """An event of a turn, as its subscribers get it."""

    __tablename__ = "turn_events"

    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    turn_id: Mapped[str] = mapped_column(ForeignKey("turns.id", ondelete="CASCADE"), index=True)
    attempt: Mapped[int]
    event: Mapped[dict[str, Any]] = mapped_column(JSON)
    created: Mapped[datetime] = mapped_column(Timestamp)


class HandoffRow(Base):
    """A hand-off. The freelancer's id is no foreign key: the record outlives the profile."""

    __tablename__ = "handoffs"
    __table_args__ = (Index(None, "conversation_id", "created", "id"),)

    id: Mapped[str] = mapped_column(CleanText, primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    freelancer_id: Mapped[str] = mapped_column(CleanText)
    freelancer_name: Mapped[str] = mapped_column(CleanText)
    status: Mapped[str] = mapped_column(String(16))
    brief: Mapped[dict[str, Any]] = mapped_column(JSON)
    message: Mapped[str] = mapped_column(CleanText)
    shared: Mapped[list[str]] = mapped_column(JSON)
    withheld: Mapped[list[str]] = mapped_column(JSON)
    created: Mapped[datetime] = mapped_column(Timestamp)
    decided: Mapped[datetime | None] = mapped_column(Timestamp)
