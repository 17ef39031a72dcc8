"""Runs turns apart from whoever asked for them, so that a dropped socket never kills one.

A turn's row comes first, then its events, numbered, in the log; its effects (memory, reply, hand-offs)
are stored once, with its last event. A turn that is run again therefore starts from the same memory.
"""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from agent.deps import Deps
from agent.events import TurnCompleted, TurnFailed, TurnStarted
from agent.graph.state import ClientMessage
from agent.turns.bell import Bell, open_bell
from agent.turns.event_writer import EventWriter
from agent.turns.failures import (
    ConversationNotFound,
    MessageRejected,
    TooManyWaiting,
    TurnNotFound,
)
from agent.turns.playing import Outcome, TurnPlayer, open_player
from store.nouns.conversation import Action, LoggedEvent, Memory, Turn, TurnStatus
from store.opening import Store
from store.repositories.turns import LostLease

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RunnerLimits:
    """Bounds of what the runner takes on. Times are in seconds."""

    message_length: int = 4000
    turns_at_once: int = 16
    turns_waiting: int = 20
    turn_seconds: float = 120
    lease_seconds: float = 12
    attempts: int = 3
    events_at_once: int = 200


class TurnRunner:
    """Takes turns, runs one at a time per conversation, and lets anyone follow them."""

    def __init__(self, store: Store, player: TurnPlayer, bell: Bell, limits: RunnerLimits) -> None:
        self._store = store
        self._player = player
        self._bell = bell
        self.limits = limits
        self._worker = f"wk_{secrets.token_hex(8)}"
        self._places = asyncio.Semaphore(limits.turns_at_once)
        self._driving: dict[str, asyncio.Task[None]] = {}
        self._wanted: set[str] = set()

    async def submit(
        self,
        client_id: str,
        conversation_id: str,
        text: str,
        client_message_id: str,
        action: Action | None = None,
    ) -> Turn:
        """Store the message and start its turn; the same `client_message_id` gives the same turn again.

        Raises MessageRejected, TooManyWaiting or ConversationNotFound; then nothing is stored.
        """
        self._check_message(text, client_message_id)
        submitted = await self._store.turns.submit(
            client_id,
            conversation_id,
            text,
            client_message_id,
            action,
            most_waiting=self.limits.turns_waiting,
        )
        if submitted is None:
            raise ConversationNotFound
        if submitted.turn is None:
            raise TooManyWaiting(self.limits.turns_waiting)
        self._drive(conversation_id)
        return submitted.turn

    async def retry(self, client_id: str, turn_id: str) -> Turn:
        """Run a failed turn again. Raises TurnNotFound if there is none."""
        turn = await self._store.turns.retry(client_id, turn_id)
        if turn is None:
            raise TurnNotFound
        self._drive(turn.conversation_id)
        return turn

    async def events(
        self, client_id: str, conversation_id: str, after: int = 0
    ) -> AsyncIterator[LoggedEvent]:
        """The conversation's events after number `after`, then live, without gap or repetition.

        Ends when the conversation is deleted. Raises ConversationNotFound for anyone but its owner.
        """
        known = False
        with self._bell.listen(conversation_id) as ring:
            while True:
                batch = await self._store.turns.events(
                    client_id, conversation_id, after, self.limits.events_at_once
                )
                if batch is None and not known:
                    raise ConversationNotFound
                if batch is None:
                    return
                known = True
                for event in batch:
                    after = event.sequence
                    yield event
                if len(batch) < self.limits.events_at_once:
                    await ring.wait(self._bell.patience)

    async def wait(self, client_id: str, turn_id: str, seconds: float) -> Turn | None:
        """The turn once it is completed or failed, or as it is after `seconds`; None if there is none."""
        turn = await self._store.turns.get(client_id, turn_id)
        if turn is None:
            return None
        deadline = asyncio.get_running_loop().time() + seconds
        with self._bell.listen(turn.conversation_id) as ring:
            while True:
                turn = await self._store.turns.get(client_id, turn_id)
                left = deadline - asyncio.get_running_loop().time()
                if turn is None or turn.status in (TurnStatus.COMPLETED, TurnStatus.FAILED) or left <= 0:
                    return turn
                await ring.wait(min(left, self._bell.patience))

    async def forget(self, conversation_id: str) -> None:
        """Drop what the graph keeps of a deleted conversation, and let its followers go."""
        await self._player.forget(conversation_id)
        await self._bell.ring(conversation_id)

    def _check_message(self, text: str, client_message_id: str) -> None:
        if not text.strip():
            raise MessageRejected("The message is empty. Say what you need in a sentence or two.")
        if len(text) > self.limits.message_length:
            raise MessageRejected(
                f"The message has {len(text):,} characters; at most {self.limits.message_length:,} are "
                "allowed. Shorten it."
            )
        if not 1 <= len(client_message_id) <= 100:
            raise MessageRejected("clientMessageId must have 1 to 100 characters, for example a UUID.")

    def _drive(self, conversation_id: str) -> None:
        """See to it that a task of this process runs the conversation's waiting turns."""
        self._wanted.add(conversation_id)
        if conversation_id not in self._driving:
            self._driving[conversation_id] = asyncio.create_task(self._run_waiting(conversation_id))

    async def _run_waiting(self, conversation_id: str) -> None:
        try:
            while conversation_id in self._wanted:
                self._wanted.discard(conversation_id)
                while await self._run_next(conversation_id):
                    pass
        except Exception:
            _log.exception("running the turns of %s stopped; it is taken up again soon", conversation_id)
        finally:
            del self._driving[conversation_id]

    async def _run_next(self, conversation_id: str) -> bool:
        async with self._places:
            turn = await self._store.turns.claim_next(
                conversation_id, self._worker, self.limits.lease_seconds
            )
            if turn is not None:
                await self._run(turn)
        return turn is not None

    async def _run(self, turn: Turn) -> None:
        try:
            async with asyncio.timeout(self.limits.turn_seconds):
                await self._play(turn)
        except LostLease:
            _log.warning("turn %s went on elsewhere", turn.id)
        except Exception as error:
            await self._fail(turn, error)

    async def _play(self, turn: Turn) -> None:
        conversation = await self._store.conversations.for_turn(turn)
        message = ClientMessage(
            turn_id=turn.id, conversation_id=turn.conversation_id, text=turn.text, action=turn.action
        )
        outcome: Outcome | None = None
        async with EventWriter(self._store, self._bell, turn) as log:
            log.put(TurnStarted(text=turn.text, attempt=turn.attempt))
            async for item in self._player.play(message, conversation.memory):
                if isinstance(item, Outcome):
                    outcome = item
                else:
                    log.put(item)
        if outcome is not None:
            await self._complete(turn, conversation.memory, outcome)

    async def _complete(self, turn: Turn, before: Memory, outcome: Outcome) -> None:
        final = TurnCompleted(
            reply=outcome.reply,
            intent=outcome.intent,
            step=outcome.step,
            handoff=outcome.handoffs[-1] if outcome.handoffs else None,
            ms=outcome.ms,
            usage=outcome.usage,
        )
        await self._store.turns.complete(
            turn,
            before,
            outcome.memory,
            outcome.reply,
            final.model_dump(mode="json"),
            outcome.handoffs,
            outcome.usage,
        )
        await self._bell.ring(turn.conversation_id)

    async def _fail(self, turn: Turn, error: Exception) -> None:
        error_id = f"er_{secrets.token_hex(8)}"
        _log.error("turn %s failed, error %s", turn.id, error_id, exc_info=error)
        message = (
            "This took too long and was stopped."
            if isinstance(error, TimeoutError)
            else "Something went wrong on our side."
        )
        event = TurnFailed(
            message=f"{message} Your message is kept: retry it with turnRetry.", error_id=error_id
        )
        with contextlib.suppress(LostLease):
            await self._store.turns.fail(turn, event.model_dump(mode="json"), event.message, error_id)
        await self._bell.ring(turn.conversation_id)

    async def keep_house(self) -> None:
        """Until cancelled: renew this worker's leases, and take up turns that another left unfinished."""
        while True:
            try:
                await self._store.turns.renew(self._worker, self.limits.lease_seconds)
                await self.take_up_abandoned()
            except Exception:
                _log.exception("looking after turns failed; trying again")
            await asyncio.sleep(self.limits.lease_seconds / 3)

    async def take_up_abandoned(self) -> None:
        """Run turns that wait or whose worker is gone; those out of attempts are marked failed."""
        for turn in await self._store.turns.requeue_expired(self.limits.attempts):
            await self._give_up(turn)
        for conversation_id in await self._store.turns.conversations_with_work():
            self._drive(conversation_id)

    async def _give_up(self, turn: Turn) -> None:
        error_id = f"er_{secrets.token_hex(8)}"
        _log.error("turn %s was begun %d times and never finished, error %s", turn.id, turn.attempt, error_id)
        event = TurnFailed(
            message="This was interrupted several times. Your message is kept: retry it with turnRetry.",
            error_id=error_id,
        )
        await self._store.turns.fail(turn, event.model_dump(mode="json"), event.message, error_id)
        await self._bell.ring(turn.conversation_id)

    async def stop(self) -> None:
        """Stop running turns; what was not finished is taken up by the next process at once."""
        tasks = list(self._driving.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._store.turns.release_worker(self._worker)


@asynccontextmanager
async def open_runner(
    store: Store,
    deps: Deps,
    database_url: str,
    *,
    redis_url: str | None = None,
    several_processes: bool = False,
    limits: RunnerLimits | None = None,
) -> AsyncIterator[TurnRunner]:
    """The runner, at work: turns left unfinished by an earlier process are taken up at once."""
    async with (
        open_bell(redis_url, several_processes) as bell,
        open_player(database_url, deps) as player,
    ):
        runner = TurnRunner(store, player, bell, limits or RunnerLimits())
        if not several_processes:
            await store.turns.release_all()
        house = asyncio.create_task(runner.keep_house())
        try:
            yield runner
        finally:
            house.cancel()
            await asyncio.gather(house, return_exceptions=True)
            await runner.stop()
