"""What lies outside the data folder: the port, OpenAI, Redis."""

import socket
from collections.abc import AsyncIterator

import httpx

from api.cli.checks.finding import Finding, good, note, wrong
from api.settings import Settings

_PATIENCE = 2.0


async def check_outside(settings: Settings) -> AsyncIterator[Finding]:
    """The port to listen on, then the services that are configured."""
    yield await _port(settings)
    yield _openai(settings)
    if settings.redis_url is not None:
        yield await _redis(settings.redis_url)


async def _port(settings: Settings) -> Finding:
    address = f"{settings.host}:{settings.port}"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((settings.host, settings.port))
    except OSError as error:
        if await _is_rolecall(settings):
            return good("Address", f"{address}: Rolecall is serving there")
        return wrong(
            "Address", f"{address}: {error.strerror or error}", "choose another with --port or ROLECALL_PORT"
        )
    return good("Address", f"{address} is free")


async def _is_rolecall(settings: Settings) -> bool:
    try:
        async with httpx.AsyncClient(timeout=_PATIENCE, trust_env=False) as client:
            answer = await client.get(
                httpx.URL(scheme="http", host=settings.host, port=settings.port, path="/healthz")
            )
        return bool(answer.json() == {"status": "ok"})
    except (httpx.HTTPError, ValueError):
        return False


def _openai(settings: Settings) -> Finding:
    if settings.openai_api_key is None:
        return good("ChatGPT", "off (no OPENAI_API_KEY): messages are understood offline")
    place = settings.openai_base_url or "OpenAI"
    return good("ChatGPT", f"on: {settings.model} at {place}; the key is set")


async def _redis(url: str) -> Finding:
    from redis.asyncio import Redis
    from redis.exceptions import RedisError

    client: Redis = Redis.from_url(url, socket_connect_timeout=_PATIENCE)
    try:
        await client.ping()
    except (RedisError, OSError, ValueError) as error:
        return note(
            "Redis",
            f"does not answer: {' '.join(str(error).split())}",
            "start it or unset REDIS_URL; until then processes look for each other's events themselves",
        )
    finally:
        await client.aclose()
    return good("Redis", "answers")
