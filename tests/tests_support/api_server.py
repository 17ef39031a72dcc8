"""The API on a real socket, in a thread of its own, with the scripted agent behind it."""

import asyncio
import threading
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

import httpx
import uvicorn

from agent.turns.bell import LocalBell
from agent.turns.runner import RunnerLimits, TurnRunner
from api.graphql.limits import Limits
from api.server.app import build_app
from api.server.limits import ServerLimits
from api.server.serving import Server, uvicorn_options
from api.services import Services
from api.settings import Settings
from store.knowledge import load_knowledge
from store.nouns.freelancer import Contract, Money, PortfolioItem, Skill
from store.opening import Store, open_store
from tests_support.nouns import make_freelancer
from tests_support.scripted_agent import EveryoneMatcher, ScriptedPlayer

Answer = TypeVar("Answer")


@dataclass
class ApiServer:
    """A server that listens, and what is behind it."""

    services: Services
    player: ScriptedPlayer
    app: Any
    port: int
    loop: asyncio.AbstractEventLoop
    tokens: dict[str, str]

    @property
    def http_url(self) -> str:
        """Where HTTP and SSE requests go."""
        return f"http://127.0.0.1:{self.port}/graphql"

    @property
    def ws_url(self) -> str:
        """Where WebSockets go."""
        return f"ws://127.0.0.1:{self.port}/graphql"

    def run(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        """Do something in the server's own event loop, where its services live."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)

    def headers(self, client: str = "alice") -> dict[str, str]:
        """What a client's requests carry."""
        return {"Authorization": f"Bearer {self.tokens[client]}"}

    def post(
        self, query: str, variables: dict[str, Any] | None = None, client: str = "alice"
    ) -> dict[str, Any]:
        """The response map of one operation."""
        response = httpx.post(
            self.http_url,
            json={"query": query, "variables": variables},
            headers=self.headers(client),
            timeout=30,
        )
        answer: dict[str, Any] = response.json()
        return answer

    def data(
        self, query: str, variables: dict[str, Any] | None = None, client: str = "alice"
    ) -> dict[str, Any]:
        """The data of one operation that must have no errors."""
        answer = self.post(query, variables, client)
        if "errors" in answer:
            raise RuntimeError(f"{answer['errors']}")
        data: dict[str, Any] = answer["data"]
        return data

    def start_conversation(self, client: str = "alice") -> str:
        """The id of a new conversation."""
        data = self.data(
            "mutation { conversationStart { ... on ConversationStarted { conversation { id } } } }",
            client=client,
        )
        started: str = data["conversationStart"]["conversation"]["id"]
        return started


@contextmanager
def serve_api(
    directory: Path, limits: Limits | None = None, server_limits: ServerLimits | None = None
) -> Iterator[ApiServer]:
    """A server over a store in `directory`, with two clients, alice and bob, and a few candidates."""
    started: list[ApiServer] = []
    ready = threading.Event()
    failures: list[BaseException] = []
    leave = asyncio.Event()

    async def main() -> None:
        async with open_scripted(directory) as (services, player, tokens):
            app = build_app(services, limits, server_limits)
            config = uvicorn.Config(app, **uvicorn_options(services.settings, "off"))
            loop = asyncio.get_running_loop()

            def greet(address: str) -> None:
                port = int(address.rpartition(":")[2])
                started.append(ApiServer(services, player, app, port, loop, tokens))
                ready.set()

            server = Server(config, app, greet)
            serving = asyncio.create_task(server.serve())
            await leave.wait()
            server.should_exit = True
            await serving

    def run() -> None:
        try:
            asyncio.run(main())
        except BaseException as error:
            failures.append(error)
        finally:
            ready.set()

    thread = threading.Thread(target=run)
    thread.start()
    ready.wait(60)
    try:
        if not started:
            raise RuntimeError("the server did not start") from (failures[0] if failures else None)
        yield started[0]
    finally:
        if started:
            started[0].loop.call_soon_threadsafe(leave.set)
        thread.join(30)
    if failures:
        raise failures[0]


@asynccontextmanager
async def open_scripted(directory: Path) -> AsyncIterator[tuple[Services, ScriptedPlayer, dict[str, str]]]:
    """Services over a real store with the scripted agent, and each client's token."""
    settings = Settings(data_dir=directory, port=0, log_level="warning")
    async with open_store(settings.store_url) as store:
        await store.freelancers.upsert_many([candidate(number) for number in range(7)])
        matcher = EveryoneMatcher(store)
        player = ScriptedPlayer(store, matcher)
        runner = TurnRunner(store, cast("Any", player), LocalBell(), RunnerLimits())
        services = Services(
            settings=settings,
            store=store,
            knowledge=load_knowledge(),
            search=cast("Any", None),
            matcher=cast("Any", matcher),
            deps=cast("Any", None),
            runner=runner,
            clock=lambda: datetime.now(UTC),
        )
        yield services, player, {name: await _token(store, name) for name in ("alice", "bob")}
        await runner.stop()


async def _token(store: Store, name: str) -> str:
    client = await store.clients.create(name)
    secret, _ = await store.clients.create_token(client.id, "test")
    return secret


def candidate(number: int) -> Any:
    """A freelancer with contracts and a portfolio."""
    contracts = tuple(
        Contract(
            id=f"c{number}-{each}",
            title=f"Shop {each}",
            skills=("React",),
            started=date(2024, 1 + each, 1),
            ended=date(2024, 2 + each, 1),
            amount=Money(amount=1000 + each),
            rating=4.5,
            review="Great work",
            on_time=True,
            on_budget=True,
        )
        for each in range(3)
    )
    return make_freelancer(
        str(number),
        headline="React developer",
        bio="Builds shops.",
        role="frontend-developer",
        country="DE",
        skills=(Skill(name="React"),),
        hourly_rate=Money(amount=50 + number),
        contracts=contracts,
        portfolio=(PortfolioItem(id=f"p{number}", title="A shop"),),
    )
