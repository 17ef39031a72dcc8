"""Index and catalog follow the database: changes, deletions, crashes and a rebuild."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from store.embedding import Embedder, EmbeddingError
from store.embedding.embedder import Vectors
from store.index import open_index
from store.knowledge import load_knowledge
from store.nouns.freelancer import Freelancer
from store.opening import Store, open_store
from store.search import Search, View, open_search
from tests_support.embedding import AxisEmbedder
from tests_support.matching import Market, OpenMarket
from tests_support.nouns import make_freelancer

REACT, TAX = (
    make_freelancer(name, headline=f"{name} work", skills=[{"name": "React"}]) for name in ("react", "tax")
)


def ids(view: View) -> set[str]:
    return {view.id_of(row) for row in range(view.size) if view.alive[row]}


async def nearest(search: Search, embedder: Embedder, text: str) -> str:
    view = search.view()
    rows = await search.nearest(view, embedder.embed_query(text), view.alive, 1)
    return view.id_of(int(rows[0]))


async def changed(market: Market, person: Freelancer, **values: object) -> None:
    await market.store.freelancers.upsert_many([person.model_copy(update=values)])


async def test_what_is_stored_is_found(open_market: OpenMarket) -> None:
    async with open_market([REACT, TAX]) as market:
        assert market.search.view().people == 2
        assert await nearest(market.search, market.embedder, "tax") == TAX.id


async def test_a_change_shows_after_sync_and_not_in_views_taken_before(open_market: OpenMarket) -> None:
    async with open_market([REACT, TAX]) as market:
        before = market.search.view()
        await changed(market, REACT, headline="audio audio work")
        assert await market.search.sync() == 1
        assert await nearest(market.search, market.embedder, "audio") == REACT.id
        assert market.search.view().people == 2
        assert ids(before) == {REACT.id, TAX.id}
        assert before.word_scores({"audio": 1.0}).max() == 0
        assert market.search.view().word_scores({"audio": 1.0}).max() > 0


async def test_a_text_that_stayed_the_same_is_not_embedded_again(open_market: OpenMarket) -> None:
    async with open_market([REACT, TAX]) as market:
        market.embedder.embedded.clear()
        await changed(market, REACT, city="Berlin")
        await changed(market, TAX, headline="law work")
        await market.search.sync()
        assert len(market.embedder.embedded) == 1


async def test_who_is_deleted_is_gone(open_market: OpenMarket) -> None:
    async with open_market([REACT, TAX]) as market:
        await market.store.freelancers.delete_many([TAX.id])
        await market.search.sync()
        assert ids(market.search.view()) == {REACT.id}
        assert await nearest(market.search, market.embedder, "tax") == REACT.id
    async with open_market([]) as market:
        assert ids(market.search.view()) == {REACT.id}


async def test_opening_again_embeds_nothing(open_market: OpenMarket) -> None:
    async with open_market([REACT, TAX]):
        pass
    async with open_market([]) as market:
        assert ids(market.search.view()) == {REACT.id, TAX.id}
        assert market.embedder.embedded == []
        assert await nearest(market.search, market.embedder, "tax") == TAX.id


class Crash(Exception):
    """The process dies here."""


async def test_a_crash_between_the_database_and_the_index_is_made_good(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def crash(*_: object) -> None:
        raise Crash

    knowledge, embedder = load_knowledge(), AxisEmbedder()
    async with open_store(sqlite_url) as store, open_index(tmp_path / "index", embedder) as index:
        await store.freelancers.upsert_many([REACT, TAX])
        with monkeypatch.context() as patch:
            patch.setattr(type(store.freelancers), "mark_indexed", crash)
            with pytest.raises(Crash):
                await open_search(store, index, embedder, knowledge, follow=False).__aenter__()
    async with open_store(sqlite_url) as store, open_index(tmp_path / "index", embedder) as index:
        assert await index.count() == 2
        async with open_search(store, index, embedder, knowledge, follow=False) as search:
            assert ids(search.view()) == {REACT.id, TAX.id}
            assert await store.freelancers.pending_index(10) == []


async def test_an_index_that_was_lost_is_made_anew_at_the_next_start(
    open_market: OpenMarket, tmp_path: Path
) -> None:
    async with open_market([REACT, TAX]):
        pass
    (tmp_path / "index").rename(tmp_path / "lost")
    async with open_market([]) as market:
        assert ids(market.search.view()) == {REACT.id, TAX.id}
        assert len(market.embedder.embedded) == 2


async def test_entries_without_a_freelancer_are_dropped(
    open_market: OpenMarket, tmp_path: Path, sqlite_url: str
) -> None:
    async with open_market([REACT, TAX]) as market:
        await market.store.freelancers.delete_many([TAX.id])
        await market.store.freelancers.mark_indexed(await market.store.freelancers.pending_index(10))
    async with open_market([]) as market:
        assert ids(market.search.view()) == {REACT.id}
    async with open_index(tmp_path / "index", AxisEmbedder()) as index:
        assert await index.ids() == {REACT.id}


async def test_rebuilding_embeds_everybody_and_tells_how_far_it_is(open_market: OpenMarket) -> None:
    people = [make_freelancer(str(n), headline="react work") for n in range(150)]
    async with open_market(people) as market:
        market.embedder.embedded.clear()
        steps: list[tuple[int, int]] = []
        assert await market.search.rebuild(lambda done, total: steps.append((done, total))) == 150
        assert len(market.embedder.embedded) == 150
        assert market.search.view().people == 150
        assert steps[-1] == (150, 150)
        assert [done for done, _ in steps] == sorted(done for done, _ in steps)


async def follow(store: Store, search: Search, person: Freelancer) -> None:
    await store.freelancers.upsert_many([person])
    await until(lambda: person.id in ids(search.view()))


async def until(condition: Callable[[], bool]) -> None:
    for _ in range(500):
        if condition():
            return
        await asyncio.sleep(0.02)
    pytest.fail("it did not happen in ten seconds")


async def test_changes_are_followed_without_asking(tmp_path: Path, sqlite_url: str) -> None:
    knowledge, embedder = load_knowledge(), AxisEmbedder()
    async with (
        open_store(sqlite_url) as store,
        open_index(tmp_path / "index", embedder) as index,
        open_search(store, index, embedder, knowledge) as search,
    ):
        await follow(store, search, REACT)
        await follow(store, search, TAX)


async def test_opening_does_not_wait_for_a_model_that_fails(tmp_path: Path, sqlite_url: str) -> None:
    knowledge, embedder = load_knowledge(), Stubborn()
    async with open_store(sqlite_url) as store, open_index(tmp_path / "index", embedder) as index:
        await store.freelancers.upsert_many([REACT])
        async with open_search(store, index, embedder, knowledge) as search:
            assert ids(search.view()) == set()
            embedder.failing = False
            await until(lambda: ids(search.view()) == {REACT.id})


class Stubborn(AxisEmbedder):
    """Fails until it is told not to."""

    failing = True

    def embed_documents(self, texts: list[str]) -> Vectors:
        if self.failing and texts:
            raise EmbeddingError("no connection")
        return super().embed_documents(texts)


async def test_following_goes_on_after_the_model_failed(
    tmp_path: Path, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    knowledge, embedder = load_knowledge(), Stubborn()
    async with (
        open_store(sqlite_url) as store,
        open_index(tmp_path / "index", embedder) as index,
        open_search(store, index, embedder, knowledge) as search,
    ):
        await store.freelancers.upsert_many([REACT])
        await until(lambda: "trying again" in caplog.text)
        embedder.failing = False
        await follow(store, search, TAX)
        assert REACT.id in ids(search.view())


async def test_many_changes_leave_no_dead_rows_behind(open_market: OpenMarket) -> None:
    people = [make_freelancer(str(n), headline="react work", skills=[{"name": "React"}]) for n in range(400)]
    async with open_market(people) as market:
        for round_ in range(5):
            await market.store.freelancers.upsert_many(
                person.model_copy(update={"city": f"City {round_}"}) for person in people
            )
            await market.search.sync()
            view = market.search.view()
            assert view.people == 400
            assert view.size <= 400 + 1_000 + 64
            assert int(view.with_skill("React")[view.alive].sum()) == 400
            assert ids(view) == {person.id for person in people}
