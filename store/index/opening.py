"""Opens the index: in a directory of this machine, or on a Chroma server."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from chromadb.api.client import Client
from filelock import FileLock, Timeout

from store.embedding.embedder import Embedder
from store.index.clients import disconnect, local_client, server_client
from store.index.collection import drop_collection, open_collection
from store.index.errors import IndexInUse
from store.index.freelancer_index import FreelancerIndex


@asynccontextmanager
async def open_index(
    place: Path | str, embedder: Embedder, *, replace: bool = False
) -> AsyncIterator[FreelancerIndex]:
    """The index in a directory, or on the Chroma server when `place` starts with http:// or https://.

    With `replace` an index of another model is dropped, to be built anew. Raises IndexModelMismatch,
    IndexInUse or IndexUnavailable.
    """
    async with AsyncExitStack() as stack:
        url = str(place) if urlsplit(str(place)).scheme in ("http", "https") else None
        if url is None:
            lock = await asyncio.to_thread(_lock, Path(place))
            stack.push_async_callback(asyncio.to_thread, lock.release)
        connect = partial(local_client, Path(place)) if url is None else partial(server_client, url)
        index = await asyncio.to_thread(_open, connect, embedder, replace, url is not None)
        stack.push_async_callback(asyncio.to_thread, index.close)
        yield index


def _open(
    connect: Callable[[], Client], embedder: Embedder, replace: bool, is_shared: bool
) -> FreelancerIndex:
    client = connect()
    try:
        if replace:
            drop_collection(client)
        collection = open_collection(client, embedder.name, embedder.dimension)
    except BaseException:
        disconnect(client)
        raise
    return FreelancerIndex(client, collection, embedder.name, embedder.dimension, is_shared)


def _lock(directory: Path) -> FileLock:
    directory.mkdir(parents=True, exist_ok=True)
    lock = FileLock(directory / "rolecall.lock", blocking=False, thread_local=False)
    try:
        lock.acquire()
    except Timeout as taken:
        raise IndexInUse(str(directory)) from taken
    return lock
