"""The Handoff: a client's decision to hire, as it is passed to the marketplace."""

from datetime import datetime
from enum import StrEnum

from store.nouns.base import Noun
from store.nouns.brief import Brief


class HandoffStatus(StrEnum):
    """PREPARED waits for the client; APPROVED is recorded; CANCELLED is closed without effect."""

    PREPARED = "PREPARED"
    APPROVED = "APPROVED"
    CANCELLED = "CANCELLED"


class Handoff(Noun):
    """What is handed over, and to whom. `message` is the text the freelancer would receive."""

    id: str
    conversation_id: str
    freelancer_id: str
    freelancer_name: str
    status: HandoffStatus
    brief: Brief
    message: str
    shared: tuple[str, ...] = ()
    """What the other side will see, in words: the preview's list."""
    withheld: tuple[str, ...] = ()
    """What stays here, in words."""
    created: datetime
    decided: datetime | None = None
