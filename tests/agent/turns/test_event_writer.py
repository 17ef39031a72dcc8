"""A turn's events reach the log in order, several to a write where they come fast."""

import asyncio
from typing import Any, cast

import pytest

from agent.events import ReplyDelta
from agent.turns.event_writer import EventWriter
from store.repositories.turns import LostLease


class SlowLog:
    """A log whose writes take a while; the `turns` and the bell of a store in one."""

    def __init__(self, fails_at: int | None = None) -> None:
        self.writes: list[list[str]] = []
        self.rings = 0
        self._fails_at = fails_at

    async def append(self, turn: object, events: list[dict[str, Any]]) -> None:
        await asyncio.sleep(0.01)
        if len(self.writes) == self._fails_at:
            raise LostLease("tn_1")
        self.writes.append([event["delta"] for event in events])

    async def ring(self, conversation_id: str) -> None:
        self.rings += 1


def writer(log: SlowLog) -> EventWriter:
    store, turn = type("Store", (), {"turns": log})(), type("Turn", (), {"conversation_id": "cv_1"})()
    return EventWriter(cast(Any, store), cast(Any, log), cast(Any, turn))


def delta(number: int) -> ReplyDelta:
    return ReplyDelta(delta=str(number), text=str(number))


async def test_what_comes_during_a_write_goes_together_in_the_next() -> None:
    log = SlowLog()
    async with writer(log) as events:
        events.put(delta(0))
        await asyncio.sleep(0.005)
        for number in range(1, 5):
            events.put(delta(number))
    assert log.writes == [["0"], ["1", "2", "3", "4"]]
    assert log.rings == 2


async def test_an_event_is_written_without_waiting_for_more() -> None:
    log = SlowLog()
    async with writer(log) as events:
        events.put(delta(0))
        await asyncio.sleep(0.05)
        assert log.writes == [["0"]]


async def speak(log: SlowLog, *pauses: float, error: Exception | None = None) -> None:
    async with writer(log) as events:
        for number, pause in enumerate(pauses):
            events.put(delta(number))
            await asyncio.sleep(pause)
        if error is not None:
            raise error


@pytest.mark.parametrize("pauses", [(0.05, 0.0), (0.0,)])
async def test_a_lost_lease_stops_the_turn(pauses: tuple[float, ...]) -> None:
    with pytest.raises(LostLease):
        await speak(SlowLog(fails_at=0), *pauses)


async def test_a_turn_that_fails_leaves_no_writer_behind() -> None:
    before = len(asyncio.all_tasks())
    with pytest.raises(ValueError, match="broken"):
        await speak(SlowLog(), 0.0, error=ValueError("broken"))
    assert len(asyncio.all_tasks()) == before
