"""How the server is run: its greeting, its end, and the application of one of several workers."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from api.server import serving
from api.services import Services
from api.settings import Settings
from tests_support.api_server import open_scripted


class Server(uvicorn.Server):
    """uvicorn as it runs a worker; `listens` is set when it does."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listens.set()


@pytest.fixture
def scripted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Services without a model behind them, in place of the real ones; what was opened and closed."""
    log: list[str] = []

    @asynccontextmanager
    async def open_services(settings: Settings) -> AsyncIterator[Services]:
        log.append("opened")
        async with open_scripted(tmp_path) as (services, _, _):
            yield services
        log.append("closed")

    monkeypatch.setattr(serving, "open_services", open_services)
    return log


async def test_it_greets_when_it_listens_and_closes_what_it_opened(scripted: list[str]) -> None:
    greeted: asyncio.Queue[str] = asyncio.Queue()
    settings = Settings(port=0, log_level="warning")
    running = asyncio.create_task(
        serving.serve_here(settings, lambda _, address: greeted.put_nowait(address))
    )
    address = await asyncio.wait_for(greeted.get(), 30)
    async with httpx.AsyncClient(base_url=address) as client:
        assert (await client.get("/readyz")).json() == {"status": "ready"}
    assert scripted == ["opened"]
    signal.raise_signal(signal.SIGTERM)
    await running
    assert scripted == ["opened", "closed"]


async def test_a_worker_opens_its_own_services(scripted: list[str]) -> None:
    options = serving.uvicorn_options(Settings(port=0, log_level="warning"), "on")
    server = Server(uvicorn.Config(serving.worker_app(), **options))
    running = asyncio.create_task(server.serve())
    await server.listens.wait()
    port = server.servers[0].sockets[0].getsockname()[1]
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        answer = await client.post("/graphql", json={"query": "{ __typename }"})
        assert (answer.status_code, answer.json()) == (200, {"data": {"__typename": "Query"}})
        assert (await client.get("/readyz")).status_code == 200
        assert (await client.get("/graphql/")).status_code == 404
    server.should_exit = True
    await running
    assert scripted == ["opened", "closed"]
