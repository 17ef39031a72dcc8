"""What the API works with, once everything is open: one frozen object, handed to whoever needs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent.deps import Deps
    from agent.matching import Matcher
    from agent.turns import TurnRunner
    from api.settings import Settings
    from store.clock import Clock
    from store.knowledge import Knowledge
    from store.opening import Store
    from store.search import Search


@dataclass(frozen=True)
class Marketplace:
    """A marketplace and the agent that knows it. `clock` gives the present time, aware and in UTC."""

    settings: Settings
    store: Store
    knowledge: Knowledge
    search: Search
    matcher: Matcher
    deps: Deps
    clock: Clock

    @property
    def today(self) -> date:
        """Today's date in UTC, by the clock."""
        return self.clock().date()


@dataclass(frozen=True)
class Services(Marketplace):
    """The open services of one process, turns running."""

    runner: TurnRunner
