"""Runs the application under uvicorn, in one process or several, and stops it without cutting anyone off.

In one process the services are opened before the socket accepts anything and closed after the last
response. Each of several processes does the same in its lifespan, because it is uvicorn that starts them.
"""

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from types import FrameType
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount

from api.composition import open_services
from api.server.app import build_app
from api.server.limits import ServerLimits
from api.services import Services
from api.settings import Settings, as_environment

Greeting = Callable[[Services, str], None]
"""Called with the services and our address, 'http://host:port', once the server listens."""


class Server(uvicorn.Server):
    """uvicorn, which tells the application that it stops: event streams then end by themselves."""

    def __init__(self, config: uvicorn.Config, app: Starlette, greet: Callable[[str], None] | None) -> None:
        super().__init__(config)
        self._app = app
        self._greet = greet

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then say where."""
        await super().startup(sockets)
        if self._greet is not None and self.servers:
            port = self.servers[0].sockets[0].getsockname()[1]
            host = f"[{self.config.host}]" if ":" in self.config.host else self.config.host
            self._greet(f"http://{host}:{port}")

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop without raising the signal again, as uvicorn does: the services must be closed first."""
        if self.should_exit and sig == signal.SIGINT:
            self.force_exit = True
        else:
            self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, then wait for the rest."""
        self._app.state.stopping.set()
        await super().shutdown(sockets)


def serve(settings: Settings, greet: Greeting | None = None) -> None:
    """Serve until interrupted. With several workers nothing is greeted: none of them is the first."""
    if settings.workers == 1:
        asyncio.run(serve_here(settings, greet))
        return
    os.environ.update(as_environment(settings))
    options = uvicorn_options(settings, "on")
    uvicorn.run("api.server.serving:worker_app", factory=True, workers=settings.workers, **options)


async def serve_here(settings: Settings, greet: Greeting | None = None) -> None:
    """Serve in this process and this event loop."""
    async with open_services(settings) as services:
        app = build_app(services)
        config = uvicorn.Config(app, **uvicorn_options(settings, "off"))
        await Server(config, app, None if greet is None else partial(greet, services)).serve()


def worker_app() -> Starlette:
    """The application of one of several workers: it opens its services when uvicorn says so."""

    @asynccontextmanager
    async def lifespan(outer: Starlette) -> AsyncIterator[None]:
        async with open_services(Settings()) as services:
            inner = build_app(services)
            outer.router.routes.append(Mount("", inner))
            yield
            inner.state.stopping.set()

    return Starlette(lifespan=lifespan)


def uvicorn_options(settings: Settings, lifespan: str) -> dict[str, Any]:
    """How uvicorn is run; `lifespan` is 'on' where the application opens its own services."""
    limits = ServerLimits()
    return {
        "host": settings.host,
        "port": settings.port,
        "log_config": None,
        "log_level": settings.log_level,
        "access_log": settings.log_level == "debug",
        "ws_max_size": limits.socket_message,
        "ws_ping_interval": 20.0,
        "ws_ping_timeout": 20.0,
        "timeout_graceful_shutdown": limits.shutdown_seconds,
        "server_header": False,
        "lifespan": lifespan,
    }
