"""`rolecall serve`: the API and GraphiQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import DataDir, Host, Port
from api.cli.running import finish

if TYPE_CHECKING:
    from api.cli.announcing import Marketplace
    from api.services import Services
    from api.settings import Settings


def serve(
    host: Host = None,
    port: Port = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=64,
            help="Processes; more than one needs PostgreSQL (DATABASE_URL) and a Chroma server (CHROMA_URL).",
            show_default=False,
        ),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Serve the API and GraphiQL until stopped."""
    from api.cli.configuration import settings_for

    serve_with(settings_for(host=host, port=port, workers=workers, data_dir=data_dir))


def serve_with(settings: Settings) -> None:
    """Serve with these settings until stopped. Raises CommandError if the port is taken."""
    from api.cli.announcing import announcement
    from api.cli.log_lines import start_logging

    start_logging(settings.log_level)
    _check_port(settings)
    marketplace, token = finish(_prepare(settings))
    from api.server.serving import serve as serve_app

    def greet(_: Services, address: str) -> None:
        typer.echo("\n".join(announcement(address, marketplace, token)))

    if settings.workers > 1:
        address = f"http://{settings.host}:{settings.port}"
        typer.echo("\n".join(announcement(address, marketplace, token)))
    serve_app(settings, greet)


async def _prepare(settings: Settings) -> tuple[Marketplace, str | None]:
    from api.cli.announcing import Marketplace
    from api.cli.development_token import development_token, withdraw_development_token
    from store.opening import open_store

    async with open_store(settings.store_url) as store:
        token = await development_token(store, settings.data_dir) if settings.demo else None
        if token is None:
            await withdraw_development_token(store, settings.data_dir)
        tokens = [t for client in await store.clients.list() for t in await store.clients.tokens(client.id)]
        good = sum(token.revoked is None for token in tokens)
        return Marketplace(freelancers=await store.freelancers.count(), tokens=good), token


def _check_port(settings: Settings) -> None:
    import socket

    from api.cli.problems import CommandError

    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((settings.host, settings.port))
    except OSError as error:
        raise CommandError(
            f"cannot listen on {settings.host}:{settings.port} ({error.strerror or error}); "
            "choose another address with --host or --port"
        ) from error
