"""`rolecall token`: who gets in. Works while the server runs; a revoked token ends at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from api.cli.options import DataDir
from api.cli.running import finish

if TYPE_CHECKING:
    from pathlib import Path

    from store.opening import Store
    from store.repositories.clients import Client, TokenInfo

T = TypeVar("T")


def token_commands() -> typer.Typer:
    """create, list and revoke."""
    commands = typer.Typer(help="Make, list and revoke access tokens.", no_args_is_help=True)
    commands.command("create")(create)
    commands.command("list")(list_tokens)
    commands.command("revoke")(revoke)
    return commands


def create(
    client: Annotated[str, typer.Argument(metavar="CLIENT", help="Name of the business the token is for.")],
    label: Annotated[str, typer.Option(help="What the token is for, e.g. 'website'.")] = "",
    data_dir: DataDir = None,
) -> None:
    """Make a token for a client, who is added if there is none of that name.

    The token is printed this once; only its digest is kept. A client's tokens see the same conversations.
    """
    from api.cli.problems import CommandError

    if not client.strip() or len(client) > 200 or len(label) > 200:
        raise CommandError("a client's name has 1 to 200 characters, a label at most 200")

    async def work(store: Store) -> str:
        owner = await _client_named(store, client.strip())
        secret, _ = await store.clients.create_token(owner.id, label.strip())
        return secret

    secret = _with_store(data_dir, work)
    typer.echo(secret)
    typer.echo("Keep it: it is not shown again. Send it as 'Authorization: Bearer TOKEN'.", err=True)


def list_tokens(data_dir: DataDir = None) -> None:
    """List clients and their tokens (never the secrets)."""

    async def work(store: Store) -> list[tuple[Client, list[TokenInfo]]]:
        clients = await store.clients.list()
        return [(client, list(await store.clients.tokens(client.id))) for client in clients]

    rows = _with_store(data_dir, work)
    for client, tokens in rows:
        typer.echo(f"{client.name} ({client.id})")
        for token in tokens:
            state = f"revoked {token.revoked:%Y-%m-%d}" if token.revoked else "good"
            label = f"  {token.label}" if token.label else ""
            typer.echo(f"  {token.id}  made {token.created:%Y-%m-%d}  {state}{label}")
    if not rows:
        typer.echo("No clients yet. `rolecall token create NAME` makes one, with a token.")


def revoke(
    token_id: Annotated[
        str, typer.Argument(metavar="TOKEN_ID", help="The token's id, as `rolecall token list` shows it.")
    ],
    data_dir: DataDir = None,
) -> None:
    """End a token, at once and for good."""
    from api.cli.problems import CommandError

    if token_id.startswith("rc_"):
        raise CommandError("that is a token's secret; give its id, as `rolecall token list` shows it")
    if not _with_store(data_dir, lambda store: store.clients.revoke(token_id)):
        raise CommandError(f"there is no token {token_id} that is still good; see `rolecall token list`")
    typer.echo(f"Revoked {token_id}.")


async def _client_named(store: Store, name: str) -> Client:
    for client in await store.clients.list():
        if client.name == name:
            return client
    return await store.clients.create(name)


def _with_store(data_dir: Path | None, work: Callable[[Store], Awaitable[T]]) -> T:
    from api.cli.configuration import settings_for
    from store.opening import open_store

    settings = settings_for(data_dir=data_dir)

    async def opened() -> T:
        async with open_store(settings.store_url) as store:
            return await work(store)

    return finish(opened())
