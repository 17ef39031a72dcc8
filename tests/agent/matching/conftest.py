from functools import partial
from pathlib import Path

import pytest

from tests_support.matching import OpenMatcher, opened_matcher


@pytest.fixture
def open_matcher(tmp_path: Path, sqlite_url: str) -> OpenMatcher:
    """Opens a matcher over a marketplace of exactly these people."""
    return partial(opened_matcher, url=sqlite_url, folder=tmp_path / "index")
