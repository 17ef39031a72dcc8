"""Writes a batch of profiles in the caller's transaction, and queues what changed for the index.

Profiles are locked before the queue is touched, so that the queue's versions follow the order of commits.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from store.repositories.freelancer_rows import FreelancerValues
from store.repositories.upserting import upsert
from store.tables import ContractRow, FreelancerRow, OutboxRow, PortfolioRow


@dataclass(frozen=True, slots=True)
class UpsertCounts:
    """What an upsert did, in freelancers. Of several with one id the last counts, and only it."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0

    def __add__(self, other: "UpsertCounts") -> "UpsertCounts":
        return UpsertCounts(
            self.inserted + other.inserted, self.updated + other.updated, self.unchanged + other.unchanged
        )


class DuplicateExternalId(ValueError):
    """Two profiles with different ids claim the same source and external id."""

    def __init__(self, source: str, external_id: str, ids: Collection[str]) -> None:
        super().__init__(
            f"'{source}' has one '{external_id}', but {' and '.join(sorted(ids))} both claim to be it."
        )


async def write_profiles(session: AsyncSession, batch: Sequence[FreelancerValues]) -> UpsertCounts:
    """Insert or overwrite profiles that differ from what is stored. Raises DuplicateExternalId."""
    ids = [each.row["id"] for each in batch]
    found = await session.execute(
        select(FreelancerRow.id, FreelancerRow.content_hash)
        .where(FreelancerRow.id.in_(ids))
        .order_by(FreelancerRow.id)
        .with_for_update()
    )
    stored = dict(found.all())
    changed = [each for each in batch if stored.get(each.row["id"]) != each.row["content_hash"]]
    if changed:
        await _check_external_ids(session, changed)
        await _overwrite(session, changed)
        await queue_for_index(session, [each.row["id"] for each in changed])
    inserted = sum(each.row["id"] not in stored for each in changed)
    return UpsertCounts(inserted, len(changed) - inserted, len(batch) - len(changed))


async def queue_for_index(session: AsyncSession, ids: Sequence[str]) -> None:
    """Put changed or deleted freelancers on the index's queue."""
    if ids:
        connection = await session.connection()
        await connection.execute(insert(OutboxRow), [{"freelancer_id": each} for each in ids])


async def _check_external_ids(session: AsyncSession, batch: Sequence[FreelancerValues]) -> None:
    claimed = {(each.row["source"], each.row["external_id"]): each.row["id"] for each in batch}
    for each in batch:
        key = each.row["source"], each.row["external_id"]
        if claimed[key] != each.row["id"]:
            raise DuplicateExternalId(*key, {claimed[key], each.row["id"]})
    key_columns = FreelancerRow.source, FreelancerRow.external_id
    taken = await session.execute(
        select(*key_columns, FreelancerRow.id).where(tuple_(*key_columns).in_(list(claimed)))
    )
    for source, external_id, freelancer_id in taken:
        claimant = claimed[source, external_id]
        if claimant != freelancer_id:
            raise DuplicateExternalId(source, external_id, {claimant, freelancer_id})


async def _overwrite(session: AsyncSession, changed: Sequence[FreelancerValues]) -> None:
    connection = await session.connection()
    await connection.execute(upsert(connection.dialect.name, FreelancerRow), [each.row for each in changed])
    ids = [each.row["id"] for each in changed]
    for table in (ContractRow, PortfolioRow):
        await connection.execute(delete(table).where(table.freelancer_id.in_(ids)))
    if contracts := [row for each in changed for row in each.contracts]:
        await connection.execute(insert(ContractRow), contracts)
    if portfolio := [row for each in changed for row in each.portfolio]:
        await connection.execute(insert(PortfolioRow), portfolio)
