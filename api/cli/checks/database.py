"""The database: whether it answers, and what is in it."""

from collections.abc import AsyncIterator

from api.cli.checks.finding import Finding, good, note, wrong
from api.cli.problems import explained
from api.settings import Settings
from store.opening import Store, open_store


async def check_database(settings: Settings) -> AsyncIterator[Finding]:
    """Reachable and migrated, then freelancers and tokens. Opening it brings its tables up to date."""
    if settings.database_url is None and not (settings.data_dir / "rolecall.db").exists():
        yield note("Database", "SQLite, not made yet", "`rolecall demo` or `rolecall import FILE` makes it")
        return
    kind = "PostgreSQL (DATABASE_URL)" if settings.database_url else "SQLite in the data folder"
    try:
        async with open_store(settings.store_url) as store:
            yield good("Database", f"{kind}, tables up to date")
            yield await _freelancers(store)
            yield await _tokens(store)
    except Exception as error:
        reason = explained(error) or f"{type(error).__name__}: {error}"
        yield wrong("Database", f"{kind}: {reason}", "check DATABASE_URL and that the database server runs")


async def _freelancers(store: Store) -> Finding:
    count = await store.freelancers.count()
    if count == 0:
        return note("Marketplace", "empty", "`rolecall demo` or `rolecall import FILE` fills it")
    return good("Marketplace", f"{count:,} freelancers")


async def _tokens(store: Store) -> Finding:
    clients = await store.clients.list()
    tokens = [token for client in clients for token in await store.clients.tokens(client.id)]
    count = sum(token.revoked is None for token in tokens)
    if count == 0:
        return note("Access", "no token is good", "`rolecall token create NAME` makes one")
    return good("Access", f"{len(clients):,} clients, {count:,} good tokens")
