"""Opens everything that lives in SQL, as one frozen object."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from store.clock import Clock, utc_now
from store.database import Database, open_database
from store.knowledge import Knowledge
from store.repositories.clients import ClientRepository
from store.repositories.conversations import ConversationRepository
from store.repositories.freelancers import FreelancerRepository
from store.repositories.handoffs import HandoffRepository
from store.repositories.turns import TurnRepository


@dataclass(frozen=True, slots=True)
class Store:
    """The open database and a repository for each kind of noun."""

    database: Database
    freelancers: FreelancerRepository
    conversations: ConversationRepository
    turns: TurnRepository
    handoffs: HandoffRepository
    clients: ClientRepository


@asynccontextmanager
async def open_store(
    url: str, *, clock: Clock = utc_now, knowledge: Knowledge | None = None, still: bool = False
) -> AsyncIterator[Store]:
    """The store at a database URL, its tables up to date; see `open_database` for the URL and the errors.

    `clock` stamps what is written. `knowledge` converts currencies; the shipped one if None. `still` promises
    that nobody changes a freelancer while it is open.
    """
    async with open_database(url) as database:
        yield Store(
            database=database,
            freelancers=FreelancerRepository(database, clock=clock, knowledge=knowledge, still=still),
            conversations=ConversationRepository(database, clock=clock),
            turns=TurnRepository(database, clock=clock),
            handoffs=HandoffRepository(database),
            clients=ClientRepository(database, clock=clock),
        )
