"""The runner on a real store, with a scripted agent whose turns do what the message says."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from agent.events import ReplyDelta, TurnEvent
from agent.graph.state import ClientMessage
from agent.turns import (
    ConversationNotFound,
    MessageRejected,
    TooManyWaiting,
    TurnNotFound,
)
from agent.turns.bell import LocalBell
from agent.turns.playing import Outcome
from agent.turns.runner import RunnerLimits, TurnRunner
from agent.understanding.reading import Intent
from store.nouns.conversation import LoggedEvent, Memory, TurnStatus
from store.opening import Store

LIMITS = RunnerLimits(turn_seconds=5, lease_seconds=0.6, turns_waiting=3)


class ScriptedPlayer:
    """Answers 'n words' with n pieces; fails on 'fail', waits for `gate` on 'wait'."""

    def __init__(self) -> None:
        self.played: list[str] = []
        self.gate = asyncio.Event()
        self.broken = True

    async def play(self, message: ClientMessage, memory: Memory) -> AsyncIterator[TurnEvent | Outcome]:
        self.played.append(message.text)
        if message.text == "fail" and self.broken:
            raise RuntimeError("secret detail")
        if message.text == "wait":
            await self.gate.wait()
        if message.text == "forever":
            await asyncio.sleep(3600)
        for i in range(3):
            await asyncio.sleep(0)
            yield ReplyDelta(delta=f"{i} ", text="")
        seen = memory.model_copy(update={"seen": (*memory.seen, message.text)})
        yield Outcome(
            memory=seen, reply=f"re: {message.text}", intent=Intent.HELP, step="answer", handoffs=()
        )

    async def forget(self, conversation_id: str) -> None:
        """Nothing is kept."""


@asynccontextmanager
async def running(
    store: Store, player: ScriptedPlayer, limits: RunnerLimits = LIMITS
) -> AsyncIterator[TurnRunner]:
    runner = TurnRunner(store, player, LocalBell(patience=0.1), limits)
    house = asyncio.create_task(runner.keep_house())
    try:
        yield runner
    finally:
        house.cancel()
        await asyncio.gather(house, return_exceptions=True)
        await runner.stop()


@pytest.fixture
async def owner(opened_store: Store) -> tuple[str, str]:
    client = await opened_store.clients.create("Ada")
    return client.id, (await opened_store.conversations.create(client.id)).id


async def follow(
    runner: TurnRunner, owner: tuple[str, str], until: Callable[[LoggedEvent], bool]
) -> list[LoggedEvent]:
    events = []
    async with asyncio.timeout(20):
        async for event in runner.events(*owner):
            events.append(event)
            if until(event):
                break
    return events


def ends(turns: int) -> Callable[[LoggedEvent], bool]:
    ended = []

    def until(event: LoggedEvent) -> bool:
        if event.event["kind"] in ("TurnCompleted", "TurnFailed"):
            ended.append(event)
        return len(ended) == turns

    return until


async def test_a_turn_is_told_in_numbered_events_and_remembered(
    opened_store: Store, owner: tuple[str, str]
) -> None:
    async with running(opened_store, ScriptedPlayer()) as runner:
        await runner.submit(*owner, "hello", "m1")
        events = await follow(runner, owner, ends(1))
    assert [e.event["kind"] for e in events] == ["TurnStarted", *["ReplyDelta"] * 3, "TurnCompleted"]
    assert [e.sequence for e in events] == [1, 2, 3, 4, 5]
    conversation = await opened_store.conversations.get(*owner)
    assert conversation is not None
    assert conversation.memory.seen == ("hello",)
    messages = await opened_store.conversations.messages(*owner, 10)
    assert [m.text for m in messages] == ["hello", "re: hello"]


async def test_the_same_message_id_never_makes_a_second_turn(
    opened_store: Store, owner: tuple[str, str]
) -> None:
    player = ScriptedPlayer()
    async with running(opened_store, player) as runner:
        turns = await asyncio.gather(*(runner.submit(*owner, "hello", "m1") for _ in range(10)))
        await follow(runner, owner, ends(1))
    assert len({turn.id for turn in turns}) == 1
    assert player.played == ["hello"]


async def test_messages_sent_at_once_are_answered_one_after_the_other(
    opened_store: Store, owner: tuple[str, str]
) -> None:
    async with running(opened_store, ScriptedPlayer()) as runner:
        await asyncio.gather(*(runner.submit(*owner, f"m{i}", f"m{i}") for i in range(3)))
        events = await follow(runner, owner, ends(3))
    order = [e.turn_id for e in events]
    assert order == sorted(order, key=order.index)
    assert [e.event["kind"] for e in events].count("TurnStarted") == 3
    assert [e.sequence for e in events] == list(range(1, len(events) + 1))


async def test_a_failed_turn_says_so_without_detail_and_can_be_retried(
    opened_store: Store, owner: tuple[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    player = ScriptedPlayer()
    async with running(opened_store, player) as runner:
        turn = await runner.submit(*owner, "fail", "m1")
        events = await follow(runner, owner, ends(1))
        failed = events[-1].event
        assert failed["kind"] == "TurnFailed"
        assert "secret" not in str(failed)
        assert failed["errorId"] in caplog.text
        player.broken = False
        await runner.retry(owner[0], turn.id)
        events = await follow(runner, owner, ends(2))
        assert events[-1].event["kind"] == "TurnCompleted"
        assert events[-1].attempt == 2
        with pytest.raises(TurnNotFound):
            await runner.retry(owner[0], turn.id)
    texts = [m.text for m in await opened_store.conversations.messages(*owner, 10)]
    assert texts == ["fail", "re: fail"]


async def test_a_turn_that_takes_too_long_fails(opened_store: Store, owner: tuple[str, str]) -> None:
    limits = replace(LIMITS, turn_seconds=0.2)
    async with running(opened_store, ScriptedPlayer(), limits) as runner:
        await runner.submit(*owner, "forever", "m1")
        events = await follow(runner, owner, ends(1))
    assert events[-1].event["kind"] == "TurnFailed"
    assert "too long" in events[-1].event["message"]


async def test_a_turn_goes_on_when_its_follower_leaves(opened_store: Store, owner: tuple[str, str]) -> None:
    player = ScriptedPlayer()
    async with running(opened_store, player) as runner:
        turn = await runner.submit(*owner, "wait", "m1")
        await follow(runner, owner, lambda e: e.event["kind"] == "TurnStarted")
        player.gate.set()
        done = await runner.wait(owner[0], turn.id, 10)
    assert done is not None
    assert done.status is TurnStatus.COMPLETED


async def test_a_follower_that_comes_back_gets_the_rest_and_nothing_twice(
    opened_store: Store, owner: tuple[str, str]
) -> None:
    async with running(opened_store, ScriptedPlayer()) as runner:
        await runner.submit(*owner, "hello", "m1")
        first = await follow(runner, owner, lambda e: e.sequence == 2)
        rest = []
        async for event in runner.events(*owner, after=first[-1].sequence):
            rest.append(event)
            if event.event["kind"] == "TurnCompleted":
                break
    assert [e.sequence for e in (*first, *rest)] == [1, 2, 3, 4, 5]


async def test_a_turn_cut_off_by_a_stop_is_finished_by_the_next_runner(
    opened_store: Store, owner: tuple[str, str]
) -> None:
    player = ScriptedPlayer()
    async with running(opened_store, player) as runner:
        turn = await runner.submit(*owner, "wait", "m1")
        await follow(runner, owner, lambda e: e.event["kind"] == "TurnStarted")
    player.gate.set()
    async with running(opened_store, player) as runner:
        done = await runner.wait(owner[0], turn.id, 10)
    assert done is not None
    assert done.status is TurnStatus.COMPLETED
    assert done.attempt == 2


async def test_a_turn_that_keeps_killing_its_worker_is_given_up(
    opened_store: Store, owner: tuple[str, str]
) -> None:
    turn = await opened_store.turns.submit(*owner, "poison", "m1")
    assert turn is not None
    for attempt in range(LIMITS.attempts):
        claimed = await opened_store.turns.claim_next(owner[1], f"dead-{attempt}", -1)
        assert claimed is not None
        if attempt < LIMITS.attempts - 1:
            assert await opened_store.turns.requeue_expired(LIMITS.attempts) == []
    player = ScriptedPlayer()
    async with running(opened_store, player) as runner:
        events = await follow(runner, owner, ends(1))
    assert events[-1].event["kind"] == "TurnFailed"
    assert events[-1].event["retryable"]
    assert player.played == []


async def test_what_cannot_be_taken_is_refused_with_what_to_do(
    opened_store: Store, owner: tuple[str, str]
) -> None:
    player = ScriptedPlayer()
    async with running(opened_store, player) as runner:
        with pytest.raises(MessageRejected, match="empty"):
            await runner.submit(*owner, "  ", "m1")
        with pytest.raises(MessageRejected, match="4,000"):
            await runner.submit(*owner, "x" * 4001, "m1")
        with pytest.raises(MessageRejected, match="clientMessageId"):
            await runner.submit(*owner, "hello", "")
        stranger = await opened_store.clients.create("Eve")
        with pytest.raises(ConversationNotFound):
            await runner.submit(stranger.id, owner[1], "hello", "m1")
        with pytest.raises(ConversationNotFound):
            await anext(aiter(runner.events(stranger.id, owner[1])))
        await runner.submit(*owner, "wait", "m1")
        await follow(runner, owner, lambda e: e.event["kind"] == "TurnStarted")
        for i in range(LIMITS.turns_waiting):
            await runner.submit(*owner, "hello", f"w{i}")
        with pytest.raises(TooManyWaiting):
            await runner.submit(*owner, "hello", "too many")
        player.gate.set()
        await follow(runner, owner, ends(4))


async def test_following_ends_when_the_conversation_is_deleted(
    opened_store: Store, owner: tuple[str, str]
) -> None:
    async with running(opened_store, ScriptedPlayer()) as runner:
        await runner.submit(*owner, "hello", "m1")
        await follow(runner, owner, ends(1))
        following = asyncio.create_task(follow(runner, owner, lambda e: False))
        await asyncio.sleep(0.1)
        assert await opened_store.conversations.delete(*owner)
        await runner.forget(owner[1])
        events = await following
    assert events[-1].event["kind"] == "TurnCompleted"
