"""How many neighbours a query keeps in view fits the size of the index."""

from pathlib import Path

import pytest

from store.embedding import Embedder
from store.index import open_index
from store.index.clients import disconnect, local_client
from store.index.collection import LEAST_WIDTH, MOST_WIDTH, NAME, search_width


@pytest.mark.parametrize(
    ("people", "width"),
    [
        (0, LEAST_WIDTH),
        (100_000, LEAST_WIDTH),
        (500_000, 2_000),
        (1_000_000, MOST_WIDTH),
        (9_000_000, MOST_WIDTH),
    ],
)
def test_it_grows_with_the_index_between_bounds(people: int, width: int) -> None:
    assert search_width(people) == width


async def test_an_index_of_another_width_is_fitted_when_it_is_opened(
    tmp_path: Path, embedder: Embedder
) -> None:
    async with open_index(tmp_path, embedder):
        pass
    assert _width_of(tmp_path, change_to=128) == LEAST_WIDTH
    async with open_index(tmp_path, embedder):
        pass
    assert _width_of(tmp_path) == LEAST_WIDTH


def _width_of(folder: Path, change_to: int | None = None) -> int:
    client = local_client(folder)
    try:
        collection = client.get_collection(NAME, embedding_function=None)
        width: int = collection.configuration_json["hnsw"]["ef_search"]
        if change_to is not None:
            collection.modify(configuration={"hnsw": {"ef_search": change_to}})
        return width
    finally:
        disconnect(client)
