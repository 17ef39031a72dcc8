"""A demo marketplace, made once, and servers on copies of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests_support.server import Deployment, ServerProcess, rolecall

SIZE = "400"


@pytest.fixture(scope="session")
def marketplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory of a demo marketplace on SQLite, to be copied."""
    directory = tmp_path_factory.mktemp("marketplace")
    rolecall("demo", "--no-serve", "--size", SIZE, environment={"ROLECALL_DATA_DIR": str(directory)})
    return directory


def _deployment(environment: dict[str, str], log: Path) -> Deployment:
    tokens = [
        rolecall("token", "create", name, environment=environment).split()[-1] for name in ("Ada", "Eve")
    ]
    return Deployment(ServerProcess(environment, log), *tokens)


@pytest.fixture
def on_sqlite(marketplace: Path, tmp_path: Path) -> Iterator[Deployment]:
    """A deployment on one machine's files."""
    directory = tmp_path / "data"
    shutil.copytree(marketplace, directory)
    deployment = _deployment({"ROLECALL_DATA_DIR": str(directory)}, tmp_path / "server.log")
    yield deployment
    deployment.server.kill()


@pytest.fixture
def on_postgres(postgres_url: str, tmp_path: Path) -> Iterator[Deployment]:
    """A deployment on PostgreSQL."""
    environment = {"ROLECALL_DATA_DIR": str(tmp_path / "data"), "DATABASE_URL": postgres_url}
    rolecall("demo", "--no-serve", "--size", SIZE, environment=environment)
    deployment = _deployment(environment, tmp_path / "server.log")
    yield deployment
    deployment.server.kill()


@pytest.fixture(params=["sqlite", "postgres"])
def deployment(request: pytest.FixtureRequest) -> Deployment:
    """A deployment on each kind of database."""
    made: Deployment = request.getfixturevalue(f"on_{request.param}")
    return made
