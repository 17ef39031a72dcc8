"""Processes that share a Chroma server each see every change, and together take it off the queue."""

from pathlib import Path

import pytest

from store.index import open_index
from store.knowledge import load_knowledge
from store.opening import open_store
from store.search import open_search, waiting
from store.search.waiting import OwnQueue, SharedQueue
from tests_support.chroma import chroma_server
from tests_support.embedding import AxisEmbedder
from tests_support.nouns import make_freelancer

PEOPLE = [make_freelancer(str(n), headline="react work") for n in range(3)]


async def test_a_queue_of_ones_own_forgets_what_is_done(sqlite_url: str) -> None:
    async with open_store(sqlite_url) as store:
        await store.freelancers.upsert_many(PEOPLE)
        queue = OwnQueue(store.freelancers)
        assert await queue.count() == 3
        changes = await queue.next(2)
        assert len(changes) == 2
        await queue.done(changes)
        assert await queue.count() == 1


async def test_a_shared_queue_keeps_a_change_until_all_could_see_it(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_store(sqlite_url) as store:
        await store.freelancers.upsert_many(PEOPLE)
        one, other = SharedQueue(store.freelancers), SharedQueue(store.freelancers)
        await one.done(await one.next(10))
        assert await one.count() == 0
        assert await other.count() == 3
        await store.freelancers.upsert_many([PEOPLE[0].model_copy(update={"city": "Rome"})])
        assert [freelancer_id for freelancer_id, _ in await one.next(10)] == [PEOPLE[0].id]
        monkeypatch.setattr(waiting, "KEPT_FOR", -1.0)
        await one.done(await one.next(10))
        assert await store.freelancers.pending_index(10) == []


async def test_two_searches_on_one_server_both_follow(tmp_path: Path, sqlite_url: str) -> None:
    knowledge = load_knowledge()
    first, second = AxisEmbedder(), AxisEmbedder()
    async with (
        chroma_server(tmp_path / "chroma") as url,
        open_store(sqlite_url) as store,
        open_index(url, first) as one_index,
        open_index(url, second) as other_index,
        open_search(store, one_index, first, knowledge, follow=False) as one,
        open_search(store, other_index, second, knowledge, follow=False) as other,
    ):
        await store.freelancers.upsert_many(PEOPLE)
        assert await one.sync() == 3
        assert await other.sync() == 3
        assert second.embedded == []
        await store.freelancers.delete_many([PEOPLE[0].id])
        assert await other.sync() == 1
        assert await one.sync() == 1
        assert one.view().people == other.view().people == 2
        assert await one_index.count() == 2
