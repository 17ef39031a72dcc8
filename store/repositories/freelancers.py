"""Freelancers: written in bulk, read by id or in batches, and every change queued for the index.

A write and its entries in the index's queue are one transaction, so that a crash in between cannot make
SQL and the index disagree for good.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import bindparam, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.clock import Clock, utc_now
from store.database import Database
from store.knowledge import Knowledge
from store.nouns.freelancer import Freelancer
from store.nouns.profile_text import ProfileText
from store.repositories.freelancer_rows import FreelancerValues, content_hash, to_freelancer, to_values
from store.repositories.freelancer_writing import (
    DuplicateExternalId,
    UpsertCounts,
    queue_for_index,
    write_profiles,
)
from store.repositories.profile_texts import read_profile_texts
from store.repositories.read_profiles import ReadProfiles
from store.repositories.search_rows import SearchRow, read_search_rows, select_search_rows
from store.tables import ContractRow, FreelancerRow, OutboxRow, PortfolioRow

__all__ = ["DuplicateExternalId", "FreelancerRepository", "SearchRow", "UpsertCounts"]

_WRITE_BATCH = 1000
_READ_BATCH = 5000

Item = TypeVar("Item")


class FreelancerRepository:
    """The marketplace's profiles, and the queue of those whose index entry is out of date.

    `still` promises that nobody changes a profile: one that was read is then not looked up again.
    """

    def __init__(
        self,
        database: Database,
        *,
        clock: Clock = utc_now,
        knowledge: Knowledge | None = None,
        still: bool = False,
    ) -> None:
        self._database = database
        self._still = still
        self._clock = clock
        self._knowledge = knowledge
        self._read = ReadProfiles()

    async def upsert_many(
        self, freelancers: Iterable[Freelancer], *, today: date | None = None
    ) -> UpsertCounts:
        """Insert or overwrite by id, derive the track record as of `today`, queue what changed for the index.

        Written in transactions of 1,000, each whole or not at all; a profile that is stored exactly so
        already is left alone. `today` is the present day in UTC unless given. Raises DuplicateExternalId.
        """
        wanted = sorted({each.id: each for each in freelancers}.values(), key=lambda each: each.id)
        counts = UpsertCounts()
        for batch in _slices(wanted, _WRITE_BATCH):
            counts += await self._upsert(batch, today or self._clock().date())
        return counts

    async def delete_many(self, ids: Iterable[str]) -> int:
        """Delete profiles with all that belongs to them, and queue them for the index; how many."""
        deleted = 0
        for batch in _slices(sorted(set(ids)), _WRITE_BATCH):
            async with self._database.write() as session:
                gone = await session.scalars(
                    delete(FreelancerRow).where(FreelancerRow.id.in_(batch)).returning(FreelancerRow.id)
                )
                found = sorted(gone)
                await queue_for_index(session, found)
                deleted += len(found)
        return deleted

    async def get(self, freelancer_id: str) -> Freelancer | None:
        """The freelancer; None if there is none."""
        return (await self.get_many([freelancer_id])).get(freelancer_id)

    async def get_many(self, ids: Iterable[str], *, work: bool = True) -> dict[str, Freelancer]:
        """The freelancers found, by id, in the order asked for.

        One query for every 5,000, and three more for those that changed since they were last read. Without
        `work` their contracts and portfolios, which cost the most to read, may be left out.
        """
        wanted = list(dict.fromkeys(ids))
        found: dict[str, Freelancer] = {}
        if self._still:
            found |= self._read.known(dict.fromkeys(wanted))
        for batch in _slices([each for each in wanted if each not in found], _READ_BATCH):
            async with self._database.read() as session:
                hashes = dict(await _hashes(session, batch))
                found |= self._read.known(hashes)
                unread = [each for each in hashes if each not in found]
                if unread:
                    rows = (
                        await session.scalars(select(FreelancerRow).where(FreelancerRow.id.in_(unread)))
                    ).all()
                    if work:
                        read = await _with_work(session, rows)
                        self._read.remember(read, {row.id: row.content_hash for row in rows})
                    else:
                        read = [to_freelancer(row, (), ()) for row in rows]
                    found |= {each.id: each for each in read}
        return {each: found[each] for each in wanted if each in found}

    async def find_by_external_id(self, source: str, external_id: str) -> Freelancer | None:
        """The freelancer that `source` knows by `external_id`; None if there is none."""
        async with self._database.read() as session:
            rows = await session.scalars(
                select(FreelancerRow).where(
                    FreelancerRow.source == source, FreelancerRow.external_id == external_id
                )
            )
            return next(iter(await _with_work(session, rows.all())), None)

    async def count(self) -> int:
        """How many freelancers there are."""
        async with self._database.read() as session:
            return await session.scalar(select(func.count()).select_from(FreelancerRow)) or 0

    async def batches(self, size: int) -> AsyncIterator[list[Freelancer]]:
        """Every freelancer, by id, at most `size` at a time; no session is open between the batches."""
        last = ""
        while True:
            async with self._database.read() as session:
                rows = await session.scalars(
                    select(FreelancerRow)
                    .where(FreelancerRow.id > last)
                    .order_by(FreelancerRow.id)
                    .limit(size)
                )
                batch = await _with_work(session, rows.all())
            if not batch:
                return
            yield batch
            last = batch[-1].id

    async def profiles(self, ids: Iterable[str] | None = None) -> list[SearchRow]:
        """What search holds in memory of these freelancers, or of all, by id."""
        if ids is None:
            return [row async for row in self._all_profiles()]
        found: list[SearchRow] = []
        for batch in _slices(sorted(set(ids)), _READ_BATCH):
            async with self._database.read() as session:
                found += await read_search_rows(
                    session, select_search_rows().where(FreelancerRow.id.in_(batch))
                )
        return found

    async def texts(self, ids: Iterable[str]) -> list[ProfileText]:
        """The words of these freelancers, by id, for the index."""
        found: list[ProfileText] = []
        for batch in _slices(sorted(set(ids)), _READ_BATCH):
            async with self._database.read() as session:
                found += await read_profile_texts(session, batch)
        return found

    async def pending_index(self, limit: int) -> list[tuple[str, int]]:
        """(freelancer id, version) of changes the index has not seen, the longest waiting first.

        The `limit` oldest changes are read, and of several of one freelancer the latest of those counts. A
        freelancer that is queued but no longer stored was deleted.
        """
        async with self._database.read() as session:
            rows = await session.execute(
                select(OutboxRow.freelancer_id, OutboxRow.version).order_by(OutboxRow.version).limit(limit)
            )
            return list({row.freelancer_id: row.version for row in rows}.items())

    async def mark_indexed(self, done: Iterable[tuple[str, int]]) -> None:
        """Take changes off the queue, up to the version given; one that came in meanwhile stays."""
        marks = [{"indexed_id": freelancer_id, "up_to": version} for freelancer_id, version in done]
        if not marks:
            return
        async with self._database.write() as session:
            connection = await session.connection()
            await connection.execute(
                delete(OutboxRow).where(
                    OutboxRow.freelancer_id == bindparam("indexed_id"),
                    OutboxRow.version <= bindparam("up_to"),
                ),
                marks,
            )

    async def queue_all(self) -> int:
        """Queue every freelancer for the index, as after the index was lost; how many there are."""
        async with self._database.write() as session:
            await session.execute(insert(OutboxRow).from_select(["freelancer_id"], select(FreelancerRow.id)))
            return await session.scalar(select(func.count()).select_from(FreelancerRow)) or 0

    async def _upsert(self, batch: Sequence[Freelancer], today: date) -> UpsertCounts:
        """One batch; what is stored exactly so already costs neither a transaction nor a derivation."""
        ids = [each.id for each in batch]
        async with self._database.read() as session:
            stored = dict(await _hashes(session, ids))
        values = await asyncio.to_thread(self._changed_values, batch, stored, today)
        unchanged = UpsertCounts(unchanged=len(batch) - len(values))
        if not values:
            return unchanged
        async with self._database.write() as session:
            return unchanged + await write_profiles(session, values)

    def _changed_values(
        self, batch: Sequence[Freelancer], stored: Mapping[str, str], today: date
    ) -> list[FreelancerValues]:
        hashed = ((each, content_hash(each)) for each in batch)
        return [
            to_values(each, digest, today, self._knowledge)
            for each, digest in hashed
            if stored.get(each.id) != digest
        ]

    async def _all_profiles(self) -> AsyncIterator[SearchRow]:
        last = ""
        while True:
            async with self._database.read() as session:
                batch = await read_search_rows(
                    session, select_search_rows().where(FreelancerRow.id > last).limit(_READ_BATCH)
                )
            for row in batch:
                yield row
            if len(batch) < _READ_BATCH:
                return
            last = batch[-1].id


async def _hashes(session: AsyncSession, ids: Sequence[str]) -> Sequence[tuple[str, str]]:
    """(id, content hash) of those freelancers that are stored."""
    rows = await session.execute(
        select(FreelancerRow.id, FreelancerRow.content_hash).where(FreelancerRow.id.in_(ids))
    )
    return [(freelancer_id, digest) for freelancer_id, digest in rows]


async def _with_work(session: AsyncSession, rows: Sequence[FreelancerRow]) -> list[Freelancer]:
    """The freelancers of `rows`, with their contracts and portfolios loaded in one query each."""
    if not rows:
        return []
    ids = [row.id for row in rows]
    contracts: dict[str, list[ContractRow]] = defaultdict(list)
    for contract in await session.scalars(
        select(ContractRow).where(ContractRow.freelancer_id.in_(ids)).order_by(ContractRow.position)
    ):
        contracts[contract.freelancer_id].append(contract)
    portfolio: dict[str, list[PortfolioRow]] = defaultdict(list)
    for item in await session.scalars(
        select(PortfolioRow).where(PortfolioRow.freelancer_id.in_(ids)).order_by(PortfolioRow.position)
    ):
        portfolio[item.freelancer_id].append(item)
    return [to_freelancer(row, contracts[row.id], portfolio[row.id]) for row in rows]


def _slices(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
