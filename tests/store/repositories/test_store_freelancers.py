"""Profiles are stored whole, in bulk, and every change reaches the index's queue."""

import asyncio
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from store.nouns.freelancer import Freelancer, TrackRecord
from store.opening import Store, open_store
from store.repositories.freelancers import DuplicateExternalId, UpsertCounts
from store.track_record import derive

TODAY = date(2030, 1, 1)
Make = Callable[..., Freelancer]


@pytest.fixture
async def three(opened_store: Store, make_freelancer: Make) -> list[Freelancer]:
    """Three stored freelancers, by id."""
    made = sorted((make_freelancer(str(n)) for n in range(3)), key=lambda each: each.id)
    await opened_store.freelancers.upsert_many(made, today=TODAY)
    return made


async def test_a_profile_comes_back_as_it_was_with_its_track_record(
    opened_store: Store, make_freelancer: Make
) -> None:
    given = make_freelancer(track=TrackRecord(rating=1, jobs_completed=999))
    await opened_store.freelancers.upsert_many([given], today=TODAY)
    stored = await opened_store.freelancers.get(given.id)
    assert stored == given.model_copy(update={"track": derive(given, TODAY)})
    assert stored.track.jobs_completed == 1


async def test_where_nobody_changes_a_profile_it_is_read_once(
    database_url: str, make_freelancer: Make
) -> None:
    given = make_freelancer()
    async with open_store(database_url, still=True) as still:
        await still.freelancers.upsert_many([given], today=TODAY)
        first = await still.freelancers.get_many([given.id])
        statements: list[str] = []
        event.listen(
            still.database.engine.sync_engine,
            "before_cursor_execute",
            lambda _c, _cu, statement, *_: statements.append(statement),
        )
        assert await still.freelancers.get_many([given.id, given.id]) == first
        assert statements == []
        assert await still.freelancers.get_many(["fl_none"]) == {}
        assert statements


async def test_an_empty_profile_comes_back_as_it_was(opened_store: Store) -> None:
    given = Freelancer(id="fl_bare", external_id="bare", name="Bo")
    await opened_store.freelancers.upsert_many([given], today=TODAY)
    assert await opened_store.freelancers.get("fl_bare") == given


async def test_upserts_are_counted_by_what_they_did(
    opened_store: Store, three: list[Freelancer], make_freelancer: Make
) -> None:
    changed = three[1].model_copy(update={"headline": "Somebody new"})
    counts = await opened_store.freelancers.upsert_many(
        [three[0], changed, three[2], make_freelancer("new")], today=TODAY
    )
    assert counts == UpsertCounts(inserted=1, updated=1, unchanged=2)
    stored = await opened_store.freelancers.get(changed.id)
    assert stored is not None
    assert stored.headline == "Somebody new"
    assert await opened_store.freelancers.count() == 4


async def test_a_claimed_track_record_is_no_change(opened_store: Store, three: list[Freelancer]) -> None:
    boasting = three[0].model_copy(update={"track": TrackRecord(rating=5, ratings=1000)})
    counts = await opened_store.freelancers.upsert_many([boasting], today=TODAY)
    assert counts == UpsertCounts(unchanged=1)


async def test_of_the_same_profile_twice_the_last_counts(opened_store: Store, make_freelancer: Make) -> None:
    first = make_freelancer("1", headline="first")
    last = make_freelancer("1", headline="last")
    assert await opened_store.freelancers.upsert_many([first, last]) == UpsertCounts(inserted=1)
    stored = await opened_store.freelancers.get(first.id)
    assert stored is not None
    assert stored.headline == "last"


async def test_contracts_and_portfolio_shrink_with_the_profile(
    opened_store: Store, three: list[Freelancer]
) -> None:
    shorter = three[0].model_copy(update={"contracts": three[0].contracts[:1], "portfolio": ()})
    await opened_store.freelancers.upsert_many([shorter], today=TODAY)
    stored = await opened_store.freelancers.get(shorter.id)
    assert stored is not None
    assert (stored.contracts, stored.portfolio) == (shorter.contracts, ())


async def test_more_than_one_write_batch(opened_store: Store, make_freelancer: Make) -> None:
    many = [make_freelancer(str(n), contracts=()) for n in range(1203)]
    assert await opened_store.freelancers.upsert_many(many) == UpsertCounts(inserted=1203)
    assert await opened_store.freelancers.upsert_many(many) == UpsertCounts(unchanged=1203)
    sizes = [len(batch) async for batch in opened_store.freelancers.batches(500)]
    assert sizes == [500, 500, 203]


async def test_fifty_profiles_take_four_queries_and_then_one(
    opened_store: Store, make_freelancer: Make
) -> None:
    many = [make_freelancer(str(n)) for n in range(50)]
    await opened_store.freelancers.upsert_many(many, today=TODAY)
    selects: list[str] = []
    engine = opened_store.database.engine.sync_engine
    event.listen(
        engine,
        "before_cursor_execute",
        lambda _c, _cur, statement, *_: selects.append(statement) if statement.startswith("SELECT") else None,
    )
    found = await opened_store.freelancers.get_many([each.id for each in many])
    assert list(found) == [each.id for each in many]
    assert len(selects) == 4
    assert await opened_store.freelancers.get_many(found) == found
    assert len(selects) == 5


async def test_profiles_without_their_work_are_not_taken_for_whole_ones(
    opened_store: Store, make_freelancer: Make
) -> None:
    person = make_freelancer("1")
    assert person.contracts
    await opened_store.freelancers.upsert_many([person], today=TODAY)
    stored = await opened_store.freelancers.get_many([person.id], work=False)
    whole = await opened_store.freelancers.get_many([person.id])
    assert stored[person.id].contracts == ()
    assert whole[person.id].contracts == person.contracts
    assert stored[person.id].skills == whole[person.id].skills


async def test_a_profile_that_changed_is_read_anew(opened_store: Store, make_freelancer: Make) -> None:
    freelancers = opened_store.freelancers
    person = make_freelancer("1")
    await freelancers.upsert_many([person], today=TODAY)
    assert (await freelancers.get_many([person.id]))[person.id].city == person.city
    await freelancers.upsert_many([person.model_copy(update={"city": "Oslo"})], today=TODAY)
    assert (await freelancers.get_many([person.id]))[person.id].city == "Oslo"
    await freelancers.delete_many([person.id])
    assert await freelancers.get_many([person.id]) == {}


async def test_unknown_ids_are_left_out(opened_store: Store, three: list[Freelancer]) -> None:
    found = await opened_store.freelancers.get_many(["fl_none", three[2].id, "\x00", three[2].id])
    assert list(found) == [three[2].id]
    assert await opened_store.freelancers.get("fl_none") is None
    assert await opened_store.freelancers.get_many([]) == {}


async def test_finding_by_the_id_of_the_source(opened_store: Store, three: list[Freelancer]) -> None:
    wanted = three[0]
    found = await opened_store.freelancers.find_by_external_id("test", wanted.external_id)
    assert found is not None
    assert found.id == wanted.id
    assert await opened_store.freelancers.find_by_external_id("other", wanted.external_id) is None


async def test_deleting_takes_contracts_and_queues_the_index(
    opened_store: Store, three: list[Freelancer]
) -> None:
    await opened_store.freelancers.mark_indexed(await opened_store.freelancers.pending_index(10))
    assert await opened_store.freelancers.delete_many([three[0].id, "fl_none"]) == 1
    assert await opened_store.freelancers.get(three[0].id) is None
    assert [waiting for waiting, _ in await opened_store.freelancers.pending_index(10)] == [three[0].id]
    await opened_store.freelancers.upsert_many([three[0].model_copy(update={"contracts": ()})], today=TODAY)
    stored = await opened_store.freelancers.get(three[0].id)
    assert stored is not None
    assert stored.contracts == ()


async def test_search_rows_hold_what_the_profile_says(opened_store: Store, three: list[Freelancer]) -> None:
    rows = await opened_store.freelancers.profiles()
    assert [row.id for row in rows] == [each.id for each in three]
    row, track = rows[0], derive(three[0], TODAY)
    assert row.skills == (("React", "CONTRACTS", 2), ("CSS", "SELF_STATED", 0))
    assert row.languages == (("de", "NATIVE"),)
    assert (row.rate_amount, row.rate_currency) == (62.5, "EUR")
    assert (row.available_from, row.last_active) == (date(2030, 1, 7), date(2029, 12, 1))
    assert (row.rating, row.jobs_completed, row.earned_usd) == (5, 1, 6000)
    assert (row.provider, row.seniority, row.badges) == ("INDIVIDUAL", "EXPERT", ("Top rated",))
    assert row.completeness == track.completeness
    assert row.reported_by is None
    assert await opened_store.freelancers.profiles([three[1].id, "fl_none"]) == [rows[1]]


async def test_only_changes_are_queued_for_the_index(opened_store: Store, three: list[Freelancer]) -> None:
    repository = opened_store.freelancers
    assert {waiting for waiting, _ in await repository.pending_index(10)} == {each.id for each in three}
    assert len(await repository.pending_index(2)) == 2
    await repository.mark_indexed(await repository.pending_index(10))
    await repository.upsert_many(three, today=TODAY)
    assert await repository.pending_index(10) == []
    await repository.upsert_many([three[1].model_copy(update={"bio": "New"})], today=TODAY)
    assert [waiting for waiting, _ in await repository.pending_index(10)] == [three[1].id]


async def test_a_change_while_the_index_works_stays_queued(
    opened_store: Store, three: list[Freelancer]
) -> None:
    repository = opened_store.freelancers
    taken = await repository.pending_index(10)
    await repository.upsert_many([three[1].model_copy(update={"bio": "Changed meanwhile"})], today=TODAY)
    await repository.mark_indexed(taken)
    assert [waiting for waiting, _ in await repository.pending_index(10)] == [three[1].id]


async def test_versions_are_never_used_twice(opened_store: Store, three: list[Freelancer]) -> None:
    repository = opened_store.freelancers
    taken = await repository.pending_index(10)
    await repository.mark_indexed(taken)
    await repository.upsert_many([three[0].model_copy(update={"bio": "Later"})], today=TODAY)
    assert min(v for _, v in await repository.pending_index(10)) > max(v for _, v in taken)
    await repository.mark_indexed(taken)
    assert len(await repository.pending_index(10)) == 1


async def test_everything_can_be_queued_again(opened_store: Store, three: list[Freelancer]) -> None:
    await opened_store.freelancers.mark_indexed(await opened_store.freelancers.pending_index(10))
    assert await opened_store.freelancers.queue_all() == 3
    assert len(await opened_store.freelancers.pending_index(10)) == 3


async def test_two_imports_at_once_do_not_mix_profiles(
    opened_store: Store, database_url: str, make_freelancer: Make
) -> None:
    full = [make_freelancer(str(n), headline="full") for n in range(40)]
    bare = [make_freelancer(str(n), headline="bare", contracts=(), portfolio=()) for n in range(40)]
    async with open_store(database_url) as another, asyncio.TaskGroup() as tasks:
        for _ in range(4):
            tasks.create_task(opened_store.freelancers.upsert_many(full, today=TODAY))
            tasks.create_task(another.freelancers.upsert_many(reversed(bare), today=TODAY))
    stored = await opened_store.freelancers.get_many([each.id for each in full])
    for one, other in zip(full, bare, strict=True):
        expected = one if stored[one.id].headline == "full" else other
        assert stored[one.id] == expected.model_copy(update={"track": derive(expected, TODAY)})


async def test_a_write_that_fails_leaves_neither_profile_nor_queue(
    opened_store: Store, three: list[Freelancer], make_freelancer: Make
) -> None:
    impostor = make_freelancer(three[0].external_id, id="fl_zz")
    with pytest.raises(DuplicateExternalId, match=f"{three[0].id} and fl_zz"):
        await opened_store.freelancers.upsert_many([make_freelancer("fine"), impostor], today=TODAY)
    assert await opened_store.freelancers.count() == 3
    assert len(await opened_store.freelancers.pending_index(10)) == 3


async def test_two_new_profiles_cannot_share_an_external_id(
    opened_store: Store, make_freelancer: Make
) -> None:
    with pytest.raises(DuplicateExternalId):
        await opened_store.freelancers.upsert_many(
            [make_freelancer("1"), make_freelancer("1", id="fl_other")], today=TODAY
        )
    assert await opened_store.freelancers.count() == 0


_KILLED_AFTER_THE_WRITE = """
import asyncio, os, signal, sys
from store.nouns.freelancer import Freelancer
from store.opening import open_store

async def main():
    async with open_store(sys.argv[1]) as store:
        await store.freelancers.upsert_many([Freelancer(id="fl_1", external_id="1", name="Zoë")])
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_a_process_killed_between_write_and_index_leaves_the_queue(database_url: str) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _KILLED_AFTER_THE_WRITE, database_url, cwd=Path(__file__).parents[3]
    )
    assert await process.wait() == -signal.SIGKILL
    async with open_store(database_url) as store:
        assert await store.freelancers.get("fl_1") is not None
        assert [waiting for waiting, _ in await store.freelancers.pending_index(10)] == ["fl_1"]
