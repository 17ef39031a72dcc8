"""A marketplace too large to invent: some thousand invented people, and variations of them.

Inventing a million histories, reading them back and embedding them would take most of a day and tell
nothing of search. So each person beyond the first thousands has the latest work of one of them, with the
home, languages, price and hours of others: filters find other people, every text and vector is different.
"""

import asyncio
import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice

from evals.bench.composed import ComposedEmbedder
from store.demo import generate
from store.embedding.embedder import Vectors
from store.index import FreelancerIndex, IndexEntry, document
from store.knowledge import Knowledge
from store.nouns.freelancer import Freelancer
from store.nouns.profile_text import profile_text
from store.repositories.freelancers import FreelancerRepository

INVENTED = 20_000
"""People with a history of their own; all beyond them are variations."""

LATEST = 2
"""Contracts and portfolio items of a variation: a search reads only those of whom it shows."""

_BATCH = 2_000
_EVERYTHING = 1_000_000_000


def people(size: int, seed: int, today: date, knowledge: Knowledge) -> Iterator[Freelancer]:
    """That many people, always the same."""
    first: list[Freelancer] = []
    for each in generate(min(size, INVENTED), seed, today, knowledge):
        first.append(each.freelancer)
        yield each.freelancer
    chance = random.Random(seed)
    for number in range(len(first), size):
        yield _variation(first[number % len(first)], number, first, chance)


def _variation(
    person: Freelancer, number: int, others: Sequence[Freelancer], chance: random.Random
) -> Freelancer:
    home, terms = chance.choice(others), chance.choice(others)
    return person.model_copy(
        update={
            "id": f"{person.id}v{number}",
            "external_id": f"{person.external_id}-{number}",
            "bio": f"{person.bio} Profile {number}.",
            "country": home.country,
            "city": home.city,
            "time_zone": home.time_zone,
            "languages": home.languages,
            "hourly_rate": terms.hourly_rate,
            "availability": terms.availability,
            "contracts": person.contracts[:LATEST],
            "portfolio": person.portfolio[:LATEST],
        }
    )


async def import_and_index(
    found: Iterator[Freelancer],
    freelancers: FreelancerRepository,
    index: FreelancerIndex,
    embedder: ComposedEmbedder,
    today: date,
    progress: Callable[[int], None],
) -> None:
    """Store and index at once, past the queue: what the product does, but nobody is read back."""
    done = 0
    while batch := list(islice(found, _BATCH)):
        entries, vectors = await asyncio.to_thread(_documents, batch, embedder)
        await asyncio.gather(freelancers.upsert_many(batch, today=today), index.upsert(entries, vectors))
        done += len(batch)
        progress(done)
    await freelancers.mark_indexed(await freelancers.pending_index(_EVERYTHING))


def _documents(batch: Sequence[Freelancer], embedder: ComposedEmbedder) -> tuple[list[IndexEntry], Vectors]:
    entries = [
        IndexEntry(person.id, made.text, made.stuffing)
        for person in batch
        for made in (document(profile_text(person)),)
    ]
    return entries, embedder.embed_documents([entry.text for entry in entries])
