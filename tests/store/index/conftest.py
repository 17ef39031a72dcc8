import pytest

from tests_support.embedding import AxisEmbedder


@pytest.fixture
def embedder() -> AxisEmbedder:
    return AxisEmbedder()


@pytest.fixture
def other_embedder() -> AxisEmbedder:
    return AxisEmbedder("axis-2-8")
