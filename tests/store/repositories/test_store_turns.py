"""Turns run once, in order, under a lease; their events are numbered without gaps."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import StatementError

from store.nouns.brief import Brief
from store.nouns.conversation import Action, ActionKind, Author, Conversation, Memory, Turn, TurnStatus
from store.nouns.handoff import Handoff, HandoffStatus
from store.nouns.usage import Fallback, ModelStage, TurnUsage
from store.opening import Store, open_store
from store.repositories.clients import Client
from store.repositories.turns import LostLease

DONE = {"kind": "TurnCompleted"}
FAILED = {"kind": "TurnFailed"}


class MovableClock:
    """A clock the test moves."""

    def __init__(self) -> None:
        self.now = datetime(2030, 1, 1, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def opened_store(database_url: str, clock: MovableClock) -> AsyncIterator[Store]:
    async with open_store(database_url, clock=clock) as opened:
        yield opened


@pytest.fixture
async def conversation(opened_store: Store, client: Client) -> Conversation:
    return await opened_store.conversations.create(client.id)


async def _submit(store: Store, conversation: Conversation, message: str) -> Turn:
    submitted = await store.turns.submit(conversation.client_id, conversation.id, f"text {message}", message)
    assert submitted is not None
    assert submitted.turn is not None
    return submitted.turn


async def _claim(store: Store, conversation: Conversation, worker: str = "w1") -> Turn:
    turn = await store.turns.claim_next(conversation.id, worker, 10)
    assert turn is not None
    return turn


async def _running(store: Store, conversation: Conversation, message: str = "m1") -> Turn:
    await _submit(store, conversation, message)
    return await _claim(store, conversation)


def _handoff(conversation: Conversation, status: HandoffStatus = HandoffStatus.PREPARED) -> Handoff:
    return Handoff(
        id="ho_1",
        conversation_id=conversation.id,
        freelancer_id="fl_1",
        freelancer_name="Zoë",
        status=status,
        brief=Brief(role="frontend-developer"),
        message="Hello",
        shared=("The brief",),
        withheld=("Your e-mail",),
        created=datetime(2030, 1, 1, tzinfo=UTC),
        decided=None if status is HandoffStatus.PREPARED else datetime(2030, 1, 2, tzinfo=UTC),
    )


async def test_a_message_queues_a_turn(opened_store: Store, conversation: Conversation) -> None:
    action = Action(kind=ActionKind.HAND_OFF, freelancer_id="fl_1")
    submitted = await opened_store.turns.submit(
        conversation.client_id, conversation.id, "hire her", "m1", action
    )
    assert submitted is not None
    assert submitted.created
    turn = submitted.turn
    assert turn is not None
    assert (turn.status, turn.attempt, turn.text, turn.action) == (TurnStatus.QUEUED, 0, "hire her", action)
    assert await opened_store.turns.get(conversation.client_id, turn.id) == turn
    (message,) = await opened_store.conversations.messages(conversation.client_id, conversation.id, 10)
    assert (message.author, message.text, message.turn_id) == (Author.CLIENT, "hire her", turn.id)


async def test_the_same_message_id_is_one_turn_however_often_it_is_sent(
    opened_store: Store, conversation: Conversation
) -> None:
    sent = await asyncio.gather(
        *(
            opened_store.turns.submit(conversation.client_id, conversation.id, f"text {n}", "same")
            for n in range(20)
        )
    )
    turns = [each.turn for each in sent if each is not None]
    assert len({turn.id for turn in turns if turn is not None}) == 1
    assert sum(each.created for each in sent if each is not None) == 1
    messages = await opened_store.conversations.messages(conversation.client_id, conversation.id, 10)
    assert len(messages) == 1


async def test_the_same_message_id_in_another_conversation_is_another_turn(
    opened_store: Store, conversation: Conversation
) -> None:
    other = await opened_store.conversations.create(conversation.client_id)
    assert (await _submit(opened_store, conversation, "m")).id != (await _submit(opened_store, other, "m")).id


async def test_a_full_queue_takes_no_more_but_knows_what_it_has(
    opened_store: Store, conversation: Conversation
) -> None:
    for message in ("m1", "m2"):
        await _submit(opened_store, conversation, message)
    turns, owner = opened_store.turns, conversation.client_id
    refused = await turns.submit(owner, conversation.id, "x", "m3", most_waiting=2)
    known = await turns.submit(owner, conversation.id, "x", "m2", most_waiting=2)
    assert refused is not None
    assert refused.turn is None
    assert known is not None
    assert known.turn is not None
    assert len(await opened_store.conversations.messages(owner, conversation.id, 10)) == 2
    await _claim(opened_store, conversation)
    taken = await turns.submit(owner, conversation.id, "x", "m3", most_waiting=2)
    assert taken is not None
    assert taken.created


@pytest.mark.parametrize("text", ["nul \x00 inside", "half a surrogate \ud83d", "🎉" * 4000, "\u202e مرحبا"])
async def test_whatever_is_typed_is_kept(opened_store: Store, conversation: Conversation, text: str) -> None:
    submitted = await opened_store.turns.submit(conversation.client_id, conversation.id, text, text[:50])
    assert submitted is not None
    (message,) = await opened_store.conversations.messages(conversation.client_id, conversation.id, 1)
    assert message.text == text.replace("\x00", "").replace("\ud83d", "\ufffd")
    assert submitted.turn is not None
    assert submitted.turn.text == message.text
    again = await opened_store.turns.submit(conversation.client_id, conversation.id, text, text[:50])
    assert again is not None
    assert not again.created


async def test_turns_of_a_conversation_run_one_at_a_time_and_in_order(
    opened_store: Store, conversation: Conversation
) -> None:
    queued = [await _submit(opened_store, conversation, f"m{n}") for n in range(3)]
    for expected in queued:
        turn = await _claim(opened_store, conversation)
        assert (turn.id, turn.status, turn.attempt) == (expected.id, TurnStatus.RUNNING, 1)
        assert await opened_store.turns.claim_next(conversation.id, "w2", 10) is None
        await opened_store.turns.complete(turn, Memory(), Memory(), "done", DONE)
    assert await opened_store.turns.claim_next(conversation.id, "w1", 10) is None


async def test_two_workers_never_run_the_same_turn(
    opened_store: Store, conversation: Conversation, database_url: str
) -> None:
    for n in range(8):
        await _submit(opened_store, conversation, f"m{n}")
    ran: list[str] = []
    at_work: list[str] = []

    async def work(store: Store, worker: str) -> None:
        while len(ran) < 8:
            turn = await store.turns.claim_next(conversation.id, worker, 60)
            if turn is None:
                await asyncio.sleep(0.001)
                continue
            at_work.append(turn.id)
            assert at_work == [turn.id]
            await store.turns.append(turn, [{"kind": "StepEntered"}])
            at_work.remove(turn.id)
            ran.append(turn.id)
            await store.turns.complete(turn, Memory(), Memory(), "done", DONE)

    async with open_store(database_url) as another, asyncio.TaskGroup() as tasks:
        for n in range(3):
            tasks.create_task(work(opened_store, f"a{n}"))
            tasks.create_task(work(another, f"b{n}"))
    expected = await opened_store.turns.page(conversation.client_id, conversation.id, 10)
    assert ran == [turn.id for turn in expected]


async def test_events_are_numbered_without_gaps_under_concurrency(
    opened_store: Store, conversation: Conversation
) -> None:
    turn = await _running(opened_store, conversation)

    async def log(n: int) -> None:
        await opened_store.turns.append(turn, [{"kind": "ReplyDelta", "n": n}] * (1 + n % 3))

    async with asyncio.TaskGroup() as tasks:
        for n in range(40):
            tasks.create_task(log(n))
    total = sum(1 + n % 3 for n in range(40))
    events = await opened_store.turns.events(conversation.client_id, conversation.id, 0, 1000)
    assert events is not None
    assert [event.sequence for event in events] == list(range(1, total + 1))
    assert await opened_store.turns.last_sequence(conversation.client_id, conversation.id) == total


async def test_a_refused_event_leaves_no_gap(opened_store: Store, conversation: Conversation) -> None:
    turn = await _running(opened_store, conversation)
    await opened_store.turns.append(turn, [{"kind": "a"}])
    with pytest.raises(LostLease):
        await opened_store.turns.append(turn.model_copy(update={"attempt": 7}), [{"kind": "b"}])
    with pytest.raises((ValueError, StatementError), match="JSON"):
        await opened_store.turns.append(turn, [{"kind": "c", "score": float("nan")}])
    (event,) = await opened_store.turns.append(turn, [{"kind": "d"}])
    assert event.sequence == 2


async def test_events_are_read_from_a_number_on(opened_store: Store, conversation: Conversation) -> None:
    owner = conversation.client_id
    assert await opened_store.turns.events(owner, conversation.id, 0, 10) == []
    turn = await _running(opened_store, conversation)
    logged = await opened_store.turns.append(turn, [{"kind": "a", "n": n} for n in range(5)])
    assert await opened_store.turns.events(owner, conversation.id, 0, 10) == logged
    assert await opened_store.turns.events(owner, conversation.id, 2, 2) == logged[2:4]
    assert await opened_store.turns.events(owner, conversation.id, 5, 10) == []
    assert (logged[0].turn_id, logged[0].attempt, logged[0].event) == (turn.id, 1, {"kind": "a", "n": 0})


async def test_completing_stores_everything_at_once(
    opened_store: Store, conversation: Conversation, clock: MovableClock
) -> None:
    owner = conversation.client_id
    turn = await _running(opened_store, conversation)
    clock.pass_seconds(3)
    memory = Memory(brief=Brief(role="frontend-developer"), shown=("fl_1",))
    usage = TurnUsage(
        interpreter="gpt",
        calls=2,
        input_tokens=900,
        cost_usd=None,
        fallbacks=(Fallback(stage=ModelStage.WORDING, reason="x"),),
    )
    logged = await opened_store.turns.complete(
        turn, Memory(), memory, "Here you are", DONE, [_handoff(conversation)], usage
    )
    assert (logged.sequence, logged.event) == (1, DONE)
    stored = await opened_store.conversations.get(owner, conversation.id)
    assert stored is not None
    assert (stored.memory, stored.updated) == (memory, clock.now)
    messages = await opened_store.conversations.messages(owner, conversation.id, 10)
    assert [(m.author, m.text) for m in messages] == [
        (Author.CLIENT, "text m1"),
        (Author.AGENT, "Here you are"),
    ]
    finished = await opened_store.turns.get(owner, turn.id)
    assert finished is not None
    assert (finished.status, finished.completed) == (TurnStatus.COMPLETED, clock.now)
    assert finished.usage == usage
    assert await opened_store.handoffs.get(owner, "ho_1") == _handoff(conversation)


async def test_a_handoff_is_updated_by_its_id(opened_store: Store, conversation: Conversation) -> None:
    approved = _handoff(conversation, HandoffStatus.APPROVED)
    for handoff in (_handoff(conversation), approved):
        turn = await _running(opened_store, conversation, handoff.status)
        await opened_store.turns.complete(turn, Memory(), Memory(), "ok", DONE, [handoff])
    page = await opened_store.handoffs.page(conversation.client_id, conversation.id, 10)
    assert page == [approved]


async def test_a_change_by_hand_during_the_turn_survives_it(
    opened_store: Store, conversation: Conversation
) -> None:
    turn = await _running(opened_store, conversation)
    before = (await opened_store.conversations.for_turn(turn)).memory

    def shortlist(memory: Memory) -> Memory:
        return memory.model_copy(update={"shortlisted": (*memory.shortlisted, "fl_9")})

    await opened_store.conversations.edit_memory(conversation.client_id, conversation.id, shortlist)
    ours = before.model_copy(update={"brief": Brief(role="translator"), "shortlisted": ("fl_1",)})
    await opened_store.turns.complete(turn, before, ours, "ok", DONE)
    stored = await opened_store.conversations.get(conversation.client_id, conversation.id)
    assert stored is not None
    assert stored.memory.brief.role == "translator"
    assert stored.memory.shortlisted == ("fl_1", "fl_9")


async def test_a_failed_turn_keeps_its_message_and_can_be_retried(
    opened_store: Store, conversation: Conversation
) -> None:
    owner = conversation.client_id
    turn = await _running(opened_store, conversation)
    assert await opened_store.turns.retry(owner, turn.id) is None
    await opened_store.turns.fail(turn, FAILED, "It broke", "er_1")
    failed = await opened_store.turns.get(owner, turn.id)
    assert failed is not None
    assert (failed.status, failed.error, failed.error_id) == (TurnStatus.FAILED, "It broke", "er_1")
    assert len(await opened_store.conversations.messages(owner, conversation.id, 10)) == 1
    again = await opened_store.turns.retry(owner, turn.id)
    assert again is not None
    assert (again.status, again.error) == (TurnStatus.QUEUED, None)
    claimed = await _claim(opened_store, conversation)
    assert (claimed.id, claimed.attempt) == (turn.id, 2)
    await opened_store.turns.complete(claimed, Memory(), Memory(), "ok", DONE)
    assert await opened_store.turns.retry(owner, turn.id) is None


async def test_a_lease_that_ran_out_queues_the_turn_again(
    opened_store: Store, conversation: Conversation, clock: MovableClock
) -> None:
    stale = await _running(opened_store, conversation)
    assert await opened_store.turns.conversations_with_work() == []
    clock.pass_seconds(9)
    await opened_store.turns.renew("w1", 10)
    clock.pass_seconds(9)
    assert await opened_store.turns.requeue_expired(3) == []
    assert await opened_store.turns.conversations_with_work() == []
    clock.pass_seconds(2)
    assert await opened_store.turns.conversations_with_work() == [conversation.id]
    assert await opened_store.turns.requeue_expired(3) == []
    assert await opened_store.turns.conversations_with_work() == [conversation.id]
    fresh = await _claim(opened_store, conversation, "w2")
    assert (fresh.id, fresh.attempt) == (stale.id, 2)


async def test_a_worker_that_lost_its_turn_can_write_nothing(
    opened_store: Store, conversation: Conversation, clock: MovableClock
) -> None:
    stale = await _running(opened_store, conversation)
    clock.pass_seconds(11)
    await opened_store.turns.requeue_expired(3)
    for taken_over in (False, True):
        if taken_over:
            await _claim(opened_store, conversation, "w2")
        with pytest.raises(LostLease):
            await opened_store.turns.append(stale, [{"kind": "a"}])
        with pytest.raises(LostLease):
            await opened_store.turns.complete(stale, Memory(), Memory(focus="x"), "late", DONE)
        with pytest.raises(LostLease):
            await opened_store.turns.fail(stale, FAILED, "late", "er_1")
    owner = conversation.client_id
    assert await opened_store.turns.events(owner, conversation.id, 0, 10) == []
    assert len(await opened_store.conversations.messages(owner, conversation.id, 10)) == 1
    stored = await opened_store.conversations.get(owner, conversation.id)
    assert stored is not None
    assert stored.memory == Memory()


async def test_a_turn_finishes_once(opened_store: Store, conversation: Conversation) -> None:
    turn = await _running(opened_store, conversation)
    finishes = (opened_store.turns.complete(turn, Memory(), Memory(), f"{n}", DONE) for n in range(5))
    results = await asyncio.gather(*finishes, return_exceptions=True)
    assert sum(isinstance(result, LostLease) for result in results) == 4
    assert len(await opened_store.conversations.messages(conversation.client_id, conversation.id, 10)) == 2
    assert await opened_store.turns.last_sequence(conversation.client_id, conversation.id) == 1


async def test_a_turn_out_of_attempts_is_given_back_to_be_failed(
    opened_store: Store, conversation: Conversation, clock: MovableClock
) -> None:
    owner = conversation.client_id
    await _submit(opened_store, conversation, "m1")
    for _ in range(2):
        turn = await _claim(opened_store, conversation)
        clock.pass_seconds(11)
        exhausted = await opened_store.turns.requeue_expired(2)
    assert [each.id for each in exhausted] == [turn.id]
    await opened_store.turns.fail(exhausted[0], FAILED, "Interrupted", "er_1")
    assert await opened_store.turns.requeue_expired(2) == []
    await opened_store.turns.retry(owner, turn.id)
    await _claim(opened_store, conversation)
    clock.pass_seconds(11)
    assert await opened_store.turns.requeue_expired(2) == []


async def test_a_worker_that_stops_gives_its_turns_back_at_once(
    opened_store: Store, conversation: Conversation, clock: MovableClock
) -> None:
    other = await opened_store.conversations.create(conversation.client_id)
    await _running(opened_store, conversation)
    await _submit(opened_store, other, "m1")
    await _claim(opened_store, other, "w2")
    await opened_store.turns.release_worker("w1")
    assert await opened_store.turns.conversations_with_work() == [conversation.id]
    await opened_store.turns.requeue_expired(3)
    assert (await _claim(opened_store, conversation, "w3")).attempt == 2


async def test_a_process_alone_with_its_database_takes_everything_over(
    opened_store: Store, conversation: Conversation
) -> None:
    left_behind = await _running(opened_store, conversation)
    await opened_store.turns.release_all()
    assert await opened_store.turns.requeue_expired(3) == []
    assert (await _claim(opened_store, conversation, "w2")).id == left_behind.id


async def test_waiting_turns_are_work(opened_store: Store, conversation: Conversation) -> None:
    assert await opened_store.turns.conversations_with_work() == []
    await _submit(opened_store, conversation, "m1")
    await _submit(opened_store, conversation, "m2")
    assert await opened_store.turns.conversations_with_work() == [conversation.id]
    turn = await _claim(opened_store, conversation)
    assert await opened_store.turns.conversations_with_work() == []
    await opened_store.turns.complete(turn, Memory(), Memory(), "ok", DONE)
    assert await opened_store.turns.conversations_with_work() == [conversation.id]


async def test_a_turn_of_a_deleted_conversation_is_lost(
    opened_store: Store, conversation: Conversation
) -> None:
    turn = await _running(opened_store, conversation)
    await opened_store.conversations.delete(conversation.client_id, conversation.id)
    with pytest.raises(LostLease):
        await opened_store.turns.append(turn, [{"kind": "a"}])
    with pytest.raises(LostLease):
        await opened_store.turns.complete(turn, Memory(), Memory(), "late", DONE)
    with pytest.raises(LostLease):
        await opened_store.conversations.for_turn(turn)
    assert await opened_store.turns.events(conversation.client_id, conversation.id, 0, 10) is None


async def test_turns_page_in_order(opened_store: Store, conversation: Conversation) -> None:
    made = [await _submit(opened_store, conversation, f"m{n}") for n in range(5)]
    owner = conversation.client_id
    assert await opened_store.turns.page(owner, conversation.id, 2) == made[:2]
    assert await opened_store.turns.page(owner, conversation.id, 2, made[1].id) == made[2:4]
    assert await opened_store.turns.page(owner, conversation.id, 2, made[4].id) == []
    assert await opened_store.turns.page(owner, conversation.id, 2, "tn_none") == []


async def test_strangers_find_no_turns(
    opened_store: Store, conversation: Conversation, stranger: Client
) -> None:
    turn = await _running(opened_store, conversation)
    await opened_store.turns.complete(turn, Memory(), Memory(), "ok", DONE, [_handoff(conversation)])
    failed = await _running(opened_store, conversation, "m2")
    await opened_store.turns.fail(failed, FAILED, "broke", "er_1")
    turns, handoffs, who = opened_store.turns, opened_store.handoffs, stranger.id
    own = await opened_store.conversations.create(who)
    assert await turns.submit(who, conversation.id, "hi", "m9") is None
    assert await turns.submit(who, "cv_none", "hi", "m9") is None
    assert await turns.get(who, turn.id) is None
    assert await turns.page(who, conversation.id, 10) == []
    assert await turns.page(who, own.id, 10, turn.id) == []
    assert await turns.retry(who, failed.id) is None
    assert await turns.events(who, conversation.id, 0, 10) is None
    assert await turns.last_sequence(who, conversation.id) is None
    assert await handoffs.get(who, "ho_1") is None
    assert await handoffs.page(who, conversation.id, 10) == []
    assert await handoffs.page(who, own.id, 10, "ho_1") == []
