"""`rolecall demo`: a marketplace of invented people, ready to talk to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import DataDir, Host, Port
from api.cli.running import finish

if TYPE_CHECKING:
    from api.cli.progress import Steps
    from api.services import Services
    from api.settings import Settings
    from store.opening import Store

_BATCH = 100


def demo(
    size: Annotated[int, typer.Option(min=1, max=1_000_000, help="How many people to invent.")] = 1000,
    seed: Annotated[int, typer.Option(help="Another seed makes other people.")] = 1,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Replace the demo people by new ones.")] = False,
    serve: Annotated[bool, typer.Option(help="Serve it when it is built.")] = True,
    host: Host = None,
    port: Port = None,
    data_dir: DataDir = None,
) -> None:
    """Build a demo marketplace if there is none, and serve it on this machine.

    The same size and seed make the same people. A marketplace that holds imported people is served as it is.
    """
    from api.cli.configuration import settings_for

    settings = settings_for(host=host, port=port, data_dir=data_dir, workers=1, demo=True)
    finish(_build_if_absent(settings, size, seed, rebuild))
    if serve:
        from api.cli.serve import serve_with

        serve_with(settings)


async def _build_if_absent(settings: Settings, size: int, seed: int, rebuild: bool) -> None:
    from store.opening import open_store

    async with open_store(settings.store_url) as store:
        present = await store.freelancers.count()
        if not rebuild and (present >= size or await _holds_others(store)):
            typer.echo(f"The marketplace has {present:,} freelancers already.")
            return
    from api.cli.progress import showing_progress
    from api.composition import open_services

    async with open_services(settings) as services:
        with showing_progress() as steps:
            if rebuild:
                await _clear(services.store)
            await _invent(services, size, seed, steps)
            await services.search.sync(lambda done, total: steps.update("Indexing profiles", done, total))
            steps.update("Indexing profiles", 1, 1)
        typer.echo(f"The demo marketplace is ready: {await services.store.freelancers.count():,} people.")


async def _invent(services: Services, size: int, seed: int, steps: Steps) -> None:
    """Store the people; those a run before this one has stored already are left alone."""
    from itertools import islice

    from store.demo import generate

    people = generate(size, seed, services.today, services.knowledge)
    done = 0
    while batch := [person.freelancer for person in islice(people, _BATCH)]:
        await services.store.freelancers.upsert_many(batch, today=services.today)
        done += len(batch)
        steps.update("Inventing people", done, size)


async def _holds_others(store: Store) -> bool:
    from store.demo.marketplace import SOURCE

    async for batch in store.freelancers.batches(500):
        if any(person.source != SOURCE for person in batch):
            return True
    return False


async def _clear(store: Store) -> None:
    from store.demo.marketplace import SOURCE

    async for batch in store.freelancers.batches(500):
        await store.freelancers.delete_many(person.id for person in batch if person.source == SOURCE)
