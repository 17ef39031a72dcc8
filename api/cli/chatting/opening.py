"""Opens a conversation: with the agent in this process, or on a running server."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from api.cli.chatting.scenes import Talk
from api.cli.configuration import settings_for
from api.cli.development_token import kept_token
from api.cli.problems import CommandError


@asynccontextmanager
async def talking_here(data_dir: Path | None, *, resume: bool) -> AsyncIterator[Talk]:
    """A conversation over the data folder. Raises CommandError if another process is using it."""
    from api.cli.chatting.local import begin
    from api.composition import open_services
    from store.index import IndexInUse

    settings = settings_for(data_dir=data_dir)
    try:
        async with open_services(settings) as services:
            yield await begin(services, resume=resume)
    except IndexInUse as error:
        raise CommandError(
            f"a server is using {settings.data_dir}: talk to it with "
            f"`rolecall chat --url http://{settings.host}:{settings.port}`, or stop it first"
        ) from error


@asynccontextmanager
async def talking_to_server(
    url: str, token: str | None, data_dir: Path | None, *, resume: bool
) -> AsyncIterator[Talk]:
    """A conversation on a server. Without a token, the development token of the data folder is tried."""
    from api.cli.chatting.remote import open_remote

    secret = token or kept_token(settings_for(data_dir=data_dir).data_dir)
    if secret is None:
        raise CommandError("a server wants a token: give it with --token or ROLECALL_TOKEN")
    async with open_remote(url, secret, resume=resume) as talk:
        yield talk
