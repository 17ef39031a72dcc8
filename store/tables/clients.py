"""Clients and the tokens they come in with. Of a token only its SHA-256 is kept."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Base, CleanText, Timestamp


class ClientRow(Base):
    """A business that hires through this server."""

    __tablename__ = "clients"

    id: Mapped[str] = mapped_column(CleanText, primary_key=True)
    name: Mapped[str] = mapped_column(CleanText)
    created: Mapped[datetime] = mapped_column(Timestamp)


class TokenRow(Base):
    """A bearer token of a client."""

    __tablename__ = "tokens"

    id: Mapped[str] = mapped_column(CleanText, primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id", ondelete="CASCADE"), index=True)
    label: Mapped[str] = mapped_column(CleanText)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    created: Mapped[datetime] = mapped_column(Timestamp)
    revoked: Mapped[datetime | None] = mapped_column(Timestamp)
