"""A real server process, and a GraphQL client library we did not write to talk to it."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gql import Client, gql
from gql.client import AsyncClientSession
from gql.transport.httpx import HTTPXAsyncTransport
from gql.transport.websockets import WebsocketsTransport

ROLECALL = str(Path(sys.executable).parent / "rolecall")
START_SECONDS = 90


def rolecall(*arguments: str, environment: Mapping[str, str]) -> str:
    """Run the command line and return what it prints."""
    done = subprocess.run(
        [ROLECALL, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"rolecall {' '.join(arguments)} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def free_port() -> int:
    """A port nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class ServerProcess:
    """`rolecall serve` in a process of its own, which can be killed and started again."""

    environment: dict[str, str]
    log: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and return when it is ready to answer."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [ROLECALL, "serve"],
                env={**os.environ, **self.environment, "ROLECALL_PORT": str(self.port)},
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + START_SECONDS
        while not self._is_ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(f"the server did not start:\n{self.log.read_text()[-4000:]}")
            time.sleep(0.05)

    def _is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                ready: bool = answer.status == 200
                return ready
        except (urllib.error.URLError, OSError):
            return False

    def kill(self) -> None:
        """Stop the server as a power cut would."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def stop(self) -> None:
        """Ask the server to stop, as `docker stop` would, and wait until it has."""
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=30)

    @property
    def http_url(self) -> str:
        """Where queries and mutations go."""
        return f"http://127.0.0.1:{self.port}/graphql"

    @property
    def ws_url(self) -> str:
        """Where subscriptions go."""
        return f"ws://127.0.0.1:{self.port}/graphql"

    @asynccontextmanager
    async def http(self, token: str) -> AsyncIterator[AsyncClientSession]:
        """A session over HTTP."""
        headers = {"Authorization": f"Bearer {token}"}
        transport = HTTPXAsyncTransport(self.http_url, headers=headers, timeout=30)
        async with Client(transport=transport) as session:
            yield session

    @asynccontextmanager
    async def websocket(self, token: str) -> AsyncIterator[AsyncClientSession]:
        """A session over graphql-transport-ws."""
        transport = WebsocketsTransport(
            self.ws_url,
            subprotocols=[WebsocketsTransport.GRAPHQLWS_SUBPROTOCOL],
            init_payload={"authorization": f"Bearer {token}"},
        )
        async with Client(transport=transport) as session:
            yield session


@dataclass(frozen=True)
class Deployment:
    """A server that is not started yet, and the tokens of two of its clients."""

    server: ServerProcess
    ada: str
    eve: str


async def play(
    session: AsyncClientSession, document: str, variables: dict[str, Any], seconds: float = 60
) -> list[dict[str, Any]]:
    """Every event of a subscription that ends by itself."""
    events = []
    async with asyncio.timeout(seconds):
        request = gql(document)
        request.variable_values = variables
        async for result in session.subscribe(request):
            events.append(next(iter(result.values())))
    return events
