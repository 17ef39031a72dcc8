"""What the API works with, once everything is open: one frozen object, handed to whoever needs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent.matching import Matcher
    from agent.turns import TurnRunner
    from api.settings import Settings
    from store.clock import Clock
    from store.knowledge import Knowledge
    from store.opening import Store
    from store.search import Search


@dataclass(frozen=True)
class Services:
    """The open services of one process. `clock` gives the present time, aware and in UTC."""

    settings: Settings
    store: Store
    knowledge: Knowledge
    search: Search
    matcher: Matcher
    runner: TurnRunner
    clock: Clock

    @property
    def today(self) -> date:
        """Today's date in UTC, by the services' clock."""
        return self.clock().date()
