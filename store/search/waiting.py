"""Which changes a process has yet to take in.

With an index of its own a process takes each change off the database's queue once it is indexed. Where
several processes share a Chroma server, each has a catalog of its own to keep in step: a change stays in
the queue until all of them had time to see it, and every process remembers what it has taken.
"""

import random
import time
from typing import Protocol

from store.repositories.freelancers import FreelancerRepository

Change = tuple[str, int]
"""A freelancer's id, and the version of the change."""

KEPT_FOR = 120.0
"""Seconds that a change stays in a shared queue after it was taken: longer than any process is busy."""
EVERYTHING = 1_000_000_000


class Waiting(Protocol):
    """The changes that wait for this process."""

    async def next(self, limit: int) -> list[Change]:
        """At most `limit` changes that wait."""
        ...

    async def count(self) -> int:
        """How many wait."""
        ...

    async def done(self, changes: list[Change]) -> None:
        """Those changes are in the index and in this process's catalog."""
        ...


class OwnQueue:
    """For the one process that has the index to itself."""

    def __init__(self, freelancers: FreelancerRepository) -> None:
        self._freelancers = freelancers

    async def next(self, limit: int) -> list[Change]:
        """The changes that have waited longest."""
        return await self._freelancers.pending_index(limit)

    async def count(self) -> int:
        """How many wait."""
        return len(await self._freelancers.pending_index(EVERYTHING))

    async def done(self, changes: list[Change]) -> None:
        """Take them off the queue."""
        if changes:
            await self._freelancers.mark_indexed(changes)


class SharedQueue:
    """For one of several processes. Each starts elsewhere, so that no text is embedded by all of them."""

    def __init__(self, freelancers: FreelancerRepository) -> None:
        self._freelancers = freelancers
        self._taken: dict[Change, float] = {}

    async def next(self, limit: int) -> list[Change]:
        """Some of the changes this process has not taken, in no order."""
        waiting = await self._waiting()
        return random.sample(waiting, min(limit, len(waiting)))

    async def count(self) -> int:
        """How many wait for this process."""
        return len(await self._waiting())

    async def done(self, changes: list[Change]) -> None:
        """Remember them, and take off the queue what every process had time to see."""
        now = time.monotonic()
        self._taken |= dict.fromkeys(changes, now)
        old = [change for change, taken in self._taken.items() if now - taken > KEPT_FOR]
        if old:
            await self._freelancers.mark_indexed(old)
            for change in old:
                del self._taken[change]

    async def _waiting(self) -> list[Change]:
        pending = await self._freelancers.pending_index(EVERYTHING)
        return [change for change in pending if change not in self._taken]
