"""Whether the process lives, and whether it can serve: for load balancers and container runtimes."""

import asyncio
import logging

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from api.services import Services

_PATIENCE_SECONDS = 2.0
_log = logging.getLogger("rolecall.api")


def health_routes(services: Services, stopping: asyncio.Event) -> list[Route]:
    """`/healthz`: the process answers. `/readyz`: the database does too, and we are not shutting down."""

    async def healthz(_: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def readyz(_: Request) -> Response:
        if stopping.is_set():
            return JSONResponse({"status": "stopping"}, status_code=503)
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await services.store.freelancers.count()
        except Exception:
            _log.exception("Not ready: the database does not answer")
            return JSONResponse({"status": "unavailable"}, status_code=503)
        return JSONResponse({"status": "ready"})

    return [Route("/healthz", healthz), Route("/readyz", readyz)]
