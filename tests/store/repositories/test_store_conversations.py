"""Conversations keep their memory, belong to one client, and leave nothing behind."""

import asyncio

import pytest
from sqlalchemy import func, select

from store.nouns.brief import Brief
from store.nouns.conversation import Conversation, Memory
from store.opening import Store
from store.repositories.clients import Client
from store.tables import Base

DONE = {"kind": "TurnCompleted"}


async def _talk(store: Store, conversation: Conversation, message: str) -> None:
    await store.turns.submit(conversation.client_id, conversation.id, message, message)
    turn = await store.turns.claim_next(conversation.id, "w1", 10)
    assert turn is not None
    await store.turns.complete(turn, Memory(), Memory(), f"re: {message}", DONE)


async def _rows(store: Store) -> dict[str, int]:
    async with store.database.read() as session:
        return {
            table.name: await session.scalar(select(func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
        }


async def test_a_new_conversation_is_empty(opened_store: Store, client: Client) -> None:
    made = await opened_store.conversations.create(client.id)
    assert (made.client_id, made.title, made.memory) == (client.id, "", Memory())
    assert await opened_store.conversations.get(client.id, made.id) == made
    assert made.created == made.updated
    assert made.created.utcoffset() is not None


async def test_renaming(opened_store: Store, client: Client) -> None:
    made = await opened_store.conversations.create(client.id)
    renamed = await opened_store.conversations.rename(client.id, made.id, "A React developer")
    assert renamed is not None
    assert renamed.title == "A React developer"
    assert await opened_store.conversations.get(client.id, made.id) == renamed


async def test_200_concurrent_changes_to_a_memory_lose_nothing(opened_store: Store, client: Client) -> None:
    made = await opened_store.conversations.create(client.id)

    async def see(who: str) -> None:
        await opened_store.conversations.edit_memory(
            client.id, made.id, lambda memory: memory.model_copy(update={"seen": (*memory.seen, who)})
        )

    async with asyncio.TaskGroup() as tasks:
        for n in range(200):
            tasks.create_task(see(f"fl_{n}"))
    stored = await opened_store.conversations.get(client.id, made.id)
    assert stored is not None
    assert sorted(stored.memory.seen) == sorted(f"fl_{n}" for n in range(200))


async def test_a_change_that_raises_changes_nothing(opened_store: Store, client: Client) -> None:
    made = await opened_store.conversations.create(client.id)

    def refuse(memory: Memory) -> Memory:
        raise ValueError("not so")

    with pytest.raises(ValueError, match="not so"):
        await opened_store.conversations.edit_memory(client.id, made.id, refuse)
    assert await opened_store.conversations.get(client.id, made.id) == made


async def test_a_memory_comes_back_as_it_was(opened_store: Store, client: Client) -> None:
    made = await opened_store.conversations.create(client.id)
    memory = Memory(brief=Brief(role="translator", headcount=2), shown=("fl_1", "fl_2"), focus="fl_1")
    changed = await opened_store.conversations.edit_memory(client.id, made.id, lambda _: memory)
    assert changed is not None
    stored = await opened_store.conversations.get(client.id, made.id)
    assert stored == changed
    assert stored.memory == memory


async def test_pages_start_with_what_changed_last(opened_store: Store, client: Client) -> None:
    repository = opened_store.conversations
    made = [await repository.create(client.id) for _ in range(5)]
    await _talk(opened_store, made[1], "hello")
    order = [made[1].id, made[4].id, made[3].id, made[2].id, made[0].id]
    first = await repository.page(client.id, 2)
    second = await repository.page(client.id, 2, first[-1].id)
    third = await repository.page(client.id, 2, second[-1].id)
    assert [each.id for each in (*first, *second, *third)] == order
    assert await repository.page(client.id, 2, third[-1].id) == []


async def test_messages_page_in_order(opened_store: Store, client: Client) -> None:
    made = await opened_store.conversations.create(client.id)
    for text in ("one", "two"):
        await _talk(opened_store, made, text)
    everything = await opened_store.conversations.messages(client.id, made.id, 10)
    assert [message.text for message in everything] == ["one", "re: one", "two", "re: two"]
    rest = await opened_store.conversations.messages(client.id, made.id, 2, everything[0].id)
    assert rest == everything[1:3]
    assert await opened_store.conversations.messages(client.id, made.id, 2, "ms_none") == []
    assert await opened_store.conversations.message(client.id, rest[0].id) == rest[0]


async def test_deleting_leaves_nothing_of_the_conversation(opened_store: Store, client: Client) -> None:
    empty = await _rows(opened_store)
    made = await opened_store.conversations.create(client.id)
    await _talk(opened_store, made, "hello")
    assert await opened_store.conversations.delete(client.id, made.id)
    assert await _rows(opened_store) == empty
    assert not await opened_store.conversations.delete(client.id, made.id)


async def test_purging_a_client_leaves_the_others(
    opened_store: Store, client: Client, stranger: Client
) -> None:
    made = sorted([(await opened_store.conversations.create(client.id)).id for _ in range(3)])
    kept = await opened_store.conversations.create(stranger.id)
    assert await opened_store.conversations.purge_client(client.id) == made
    assert await opened_store.conversations.page(client.id, 10) == []
    assert await opened_store.conversations.get(stranger.id, kept.id) == kept


async def test_strangers_find_no_conversation(opened_store: Store, client: Client, stranger: Client) -> None:
    made = await opened_store.conversations.create(client.id)
    await _talk(opened_store, made, "hello")
    (message, _) = await opened_store.conversations.messages(client.id, made.id, 10)
    before = await opened_store.conversations.get(client.id, made.id)
    own = await opened_store.conversations.create(stranger.id)
    repository, who = opened_store.conversations, stranger.id
    assert await repository.get(who, made.id) is None
    assert await repository.rename(who, made.id, "mine") is None
    assert await repository.edit_memory(who, made.id, lambda _: Memory(focus="fl_1")) is None
    assert not await repository.delete(who, made.id)
    assert await repository.messages(who, made.id, 10) == []
    assert await repository.messages(who, own.id, 10, message.id) == []
    assert await repository.message(who, message.id) is None
    assert await repository.page(who, 10) == [own]
    assert await repository.page(who, 10, made.id) == []
    assert await repository.purge_client(who) == [own.id]
    assert await repository.get(client.id, made.id) == before
