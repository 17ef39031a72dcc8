from collections.abc import Iterator

import pytest

from tests_support.api_server import ApiServer, serve_api


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ApiServer]:
    with serve_api(tmp_path_factory.mktemp("data")) as server:
        yield server
