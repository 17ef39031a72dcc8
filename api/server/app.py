"""The Starlette application: addresses, middleware and nothing else. It opens nothing itself."""

import asyncio

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from api.graphiql import page_routes
from api.graphql.engine import Engine
from api.graphql.limits import Limits
from api.server.headers import SecurityHeaders
from api.server.health import health_routes
from api.server.http import HttpEndpoint
from api.server.limits import ServerLimits
from api.server.origins import is_allowed_origin
from api.server.socket import Socket
from api.services import Services

PATH = "/graphql"


def build_app(
    services: Services, limits: Limits | None = None, server_limits: ServerLimits | None = None
) -> Starlette:
    """The application over services that are open, and stay open as long as it serves.

    `app.state.stopping` is an asyncio.Event: set it, and streams end so that the server can stop.
    """
    held = server_limits or ServerLimits()
    engine = Engine(services, limits or Limits())
    stopping = asyncio.Event()
    origins = services.settings.allowed_origins
    http = HttpEndpoint(engine, held, stopping)

    async def socket(websocket: WebSocket) -> None:
        if not is_allowed_origin(websocket.headers, origins):
            await websocket.close(1008)
            return
        await Socket(websocket, engine, held).run()

    async def home(_: Request) -> Response:
        return RedirectResponse(PATH)

    app = Starlette(
        routes=[
            Route("/", home),
            *page_routes(PATH),
            Route(PATH, http.respond, methods=["GET", "POST"]),
            WebSocketRoute(PATH, socket),
            *health_routes(services, stopping),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(
                CORSMiddleware,
                allow_origins=origins,
                allow_methods=["GET", "POST"],
                allow_headers=["authorization", "content-type"],
                max_age=3600,
            ),
        ],
    )
    app.router.redirect_slashes = False
    app.state.stopping = stopping
    app.state.engine = engine
    return app
