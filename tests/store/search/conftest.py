from functools import partial
from pathlib import Path

import pytest

from tests_support.matching import OpenMarket, opened_market


@pytest.fixture
def open_market(tmp_path: Path, sqlite_url: str) -> OpenMarket:
    """Opens a marketplace of exactly these people; opening it again finds what was left."""
    return partial(opened_market, url=sqlite_url, folder=tmp_path / "index")
