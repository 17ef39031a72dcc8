from pathlib import Path

import pytest

from tests_support.command import rolecall_here


@pytest.fixture(scope="module")
def demo_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a small demo marketplace."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        ran = rolecall_here(patch, folder, "demo", "--size", "30", "--no-serve")
    assert ran.code == 0, ran.err
    return folder
