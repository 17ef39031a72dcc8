"""The index over a real Chroma in a temporary folder."""

import asyncio
import socket
import sys
from pathlib import Path

import numpy as np
import pytest

from store.embedding import Embedder
from store.index import IndexEntry, IndexInUse, IndexModelMismatch, IndexUnavailable, open_index
from store.index.freelancer_index import FreelancerIndex
from tests_support.chroma import chroma_server

TEXTS = {"a": "react shopify", "b": "german law", "c": "react react"}


async def fill(index: FreelancerIndex, embedder: Embedder, texts: dict[str, str] = TEXTS) -> None:
    entries = [IndexEntry(key, text, 0.25) for key, text in texts.items()]
    await index.upsert(entries, embedder.embed_documents(list(texts.values())))


async def test_what_is_written_is_found_nearest_first(tmp_path: Path, embedder: Embedder) -> None:
    async with open_index(tmp_path, embedder) as index:
        await fill(index, embedder)
        found = await index.nearest(embedder.embed_query("react"), 10)
        assert found.ids == ("c", "a", "b")
        assert found.similarities[0] == pytest.approx(1, abs=1e-4)
        assert list(found.similarities) == sorted(found.similarities, reverse=True)


async def test_a_query_among_ids_sees_only_those(tmp_path: Path, embedder: Embedder) -> None:
    async with open_index(tmp_path, embedder) as index:
        await fill(index, embedder)
        found = await index.nearest(embedder.embed_query("react"), 10, among=["a", "b"])
        assert found.ids == ("a", "b")
        assert (await index.nearest(embedder.embed_query("react"), 10, among=[])).ids == ()


async def test_an_empty_index_finds_nobody(tmp_path: Path, embedder: Embedder) -> None:
    async with open_index(tmp_path, embedder) as index:
        assert (await index.nearest(embedder.embed_query("react"), 10)).ids == ()
        assert [page async for page in index.pages()] == []


async def test_it_is_all_there_after_closing_and_opening(tmp_path: Path, embedder: Embedder) -> None:
    async with open_index(tmp_path, embedder) as index:
        await fill(index, embedder)
        await index.delete(["b", "nobody"])
    async with open_index(tmp_path, embedder) as index:
        assert await index.ids() == {"a", "c"}
        assert await index.count() == 2
        pages = [page async for page in index.pages(1)]
        entries = {entry.freelancer_id: entry for page in pages for entry in page.entries}
        assert entries["a"] == IndexEntry("a", "react shopify", 0.25)
        by_id = {page.entries[0].freelancer_id: page.vectors[0] for page in pages}
        assert by_id["a"] == pytest.approx(embedder.embed_documents([TEXTS["a"]])[0], abs=1e-6)


async def test_an_upsert_replaces(tmp_path: Path, embedder: Embedder) -> None:
    async with open_index(tmp_path, embedder) as index:
        await fill(index, embedder)
        await fill(index, embedder, {"a": "german german"})
        assert (await index.nearest(embedder.embed_query("german"), 1)).ids == ("a",)
        page = await index.get(["a", "nobody"])
        assert page.entries == (IndexEntry("a", "german german", 0.25),)
        assert np.allclose(page.vectors[0], embedder.embed_documents(["german"])[0], atol=1e-2)


async def test_more_entries_than_one_write_takes(tmp_path: Path, embedder: Embedder) -> None:
    async with open_index(tmp_path, embedder) as index:
        await fill(index, embedder, {f"f{i}": "react" for i in range(450)})
        assert await index.count() == 450
        await index.clear()
        assert await index.count() == 0
        await fill(index, embedder)
        assert await index.count() == 3


async def test_another_model_is_refused_with_what_to_run(
    tmp_path: Path, embedder: Embedder, other_embedder: Embedder
) -> None:
    async with open_index(tmp_path, embedder) as index:
        await fill(index, embedder)
    with pytest.raises(IndexModelMismatch, match="rolecall index --rebuild"):
        async with open_index(tmp_path, other_embedder):
            pass
    async with open_index(tmp_path, embedder) as index:
        assert await index.count() == 3
    async with open_index(tmp_path, other_embedder, replace=True) as index:
        assert await index.count() == 0


async def test_two_at_once_are_refused_and_the_lock_goes_with_its_owner(
    tmp_path: Path, embedder: Embedder
) -> None:
    async with open_index(tmp_path, embedder):
        with pytest.raises(IndexInUse, match="CHROMA_URL"):
            async with open_index(tmp_path, embedder):
                pass
        code = (
            "import sys; from filelock import FileLock, Timeout\n"
            f"try: FileLock({str(tmp_path / 'rolecall.lock')!r}, blocking=False).acquire()\n"
            "except Timeout: sys.exit(7)"
        )
        other = await asyncio.create_subprocess_exec(sys.executable, "-c", code)
        assert await other.wait() == 7
    async with open_index(tmp_path, embedder) as index:
        assert await index.count() == 0


async def test_a_server_that_is_not_there_is_named(embedder: Embedder) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(IndexUnavailable, match="CHROMA_URL"):
        async with open_index(f"http://127.0.0.1:{port}", embedder):
            pass


async def test_a_chroma_server_serves_as_well(tmp_path: Path, embedder: Embedder) -> None:
    async with chroma_server(tmp_path) as url:
        async with open_index(url, embedder) as index:
            assert index.is_shared
            await fill(index, embedder)
            assert (await index.nearest(embedder.embed_query("react"), 1)).ids == ("c",)
        async with open_index(url, embedder) as index:
            assert await index.count() == 3


async def test_an_index_rebuilt_by_another_process_goes_on_being_used(
    tmp_path: Path, embedder: Embedder
) -> None:
    async with (
        chroma_server(tmp_path) as url,
        open_index(url, embedder) as one,
        open_index(url, embedder) as other,
    ):
        await fill(one, embedder)
        assert await other.count() == 3
        await one.clear()
        await fill(one, embedder, {"d": "tax"})
        assert (await other.nearest(embedder.embed_query("tax"), 5)).ids == ("d",)
