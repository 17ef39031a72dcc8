"""The collection itself: its name, its settings, and the marks by which we know our own."""

from chromadb.api.client import Client
from chromadb.api.models.Collection import Collection
from chromadb.errors import NotFoundError

from store.index.embedding_pin import pin
from store.index.errors import IndexModelMismatch

NAME = "freelancers"
TEXT_VERSION = 2
"""Counts up whenever `document` puts together another text for the same freelancer, or keeps it elsewhere."""
LEAST_WIDTH, MOST_WIDTH = 1_000, 4_000
"""HNSW's ef: how many neighbours a query keeps in view (Malkov and Yashunin 2018, algorithm 2).

With fewer, HNSW may miss a whole cluster of like texts: of 60,000 vectors in clusters of 3,000, a width of
128 found .64 of the nearest ten, 1,000 found .91 and 4,000 all. It costs a quarter of fetching as many."""
_PEOPLE_A_PLACE = 250
"""People of whom one is kept in view, between the least width and the most."""


def open_collection(client: Client, embedder: str, dimension: int) -> Collection:
    """Our collection, made now if there is none. Raises IndexModelMismatch if it was built otherwise."""
    found = find_collection(client, embedder, dimension)
    if found is None:
        create_collection(client, embedder, dimension)
        # Another process may have been first, with another model.
        found = find_collection(client, embedder, dimension)
    if found is None:
        raise RuntimeError("The search index was removed while it was being opened.")
    return found


def find_collection(client: Client, embedder: str, dimension: int) -> Collection | None:
    """Our collection, None if there is none. Raises IndexModelMismatch if it was built otherwise."""
    pinned = pin(embedder)
    try:
        found = client.get_collection(NAME, embedding_function=None)
    except NotFoundError:
        return None
    marks = _marks(embedder, dimension)
    metadata = dict(found.metadata or {})
    if any(metadata.get(key) != value for key, value in marks.items()):
        raise IndexModelMismatch(_described(metadata), _described(marks))
    found = client.get_collection(NAME, embedding_function=pinned)
    _widen(found)
    return found


def search_width(people: int) -> int:
    """How many neighbours a query keeps in view among so many people."""
    return min(MOST_WIDTH, max(LEAST_WIDTH, people // _PEOPLE_A_PLACE))


def _widen(collection: Collection) -> None:
    """Fit the width to the size. Chroma goes by it from the first query of a process on."""
    width = search_width(collection.count())
    if collection.configuration_json["hnsw"]["ef_search"] != width:
        collection.modify(configuration={"hnsw": {"ef_search": width}})


def create_collection(client: Client, embedder: str, dimension: int) -> Collection:
    """A new, empty collection pinned to that model; one that is there is left as it is."""
    return client.get_or_create_collection(
        NAME,
        embedding_function=pin(embedder),
        metadata=_marks(embedder, dimension),
        configuration={"hnsw": {"space": "cosine", "ef_search": LEAST_WIDTH}},
    )


def drop_collection(client: Client) -> None:
    """Remove the collection and all that is in it; none is no error."""
    try:
        client.delete_collection(NAME)
    except NotFoundError:
        return


def _marks(embedder: str, dimension: int) -> dict[str, str | int]:
    return {"embedder": embedder, "dimension": dimension, "text_version": TEXT_VERSION}


def _described(marks: dict[str, object] | dict[str, str | int]) -> str:
    return (
        f"{marks.get('embedder', 'an unknown model')} "
        f"({marks.get('dimension', '?')} dimensions, text version {marks.get('text_version', '?')})"
    )
