import asyncio
import csv
import gzip
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.imports import (
    ImportFileError,
    ImportProgress,
    ImportReport,
    Notice,
    Stage,
    default_mapping,
    import_freelancers,
    load_mapping,
)
from store.imports.importing import BATCH
from store.imports.mapping import Mapping
from store.knowledge import load_knowledge
from store.nouns.brief import Provider, Seniority
from store.nouns.freelancer import Money, freelancer_id
from store.opening import Store, open_store

TODAY = date(2026, 11, 22)
HERE = Path(__file__).parent


class CountingIndex:
    """Marks what waits in the index outbox as indexed, and counts it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    async def sync(self, progress: Callable[[int, int], None] | None = None) -> int:
        done = 0
        while pending := await self.store.freelancers.pending_index(100):
            await self.store.freelancers.mark_indexed(pending)
            done += len(pending)
            if progress:
                progress(done, done)
        return done


@pytest.fixture
async def store(sqlite_url: str) -> AsyncIterator[Store]:
    async with open_store(sqlite_url) as opened:
        yield opened


async def run(
    store: Store,
    path: Path,
    mapping: Mapping | None = None,
    progress: Callable[[ImportProgress], None] = lambda _: None,
) -> ImportReport:
    return await import_freelancers(
        path,
        mapping or default_mapping(),
        freelancers=store.freelancers,
        index=CountingIndex(store),
        knowledge=load_knowledge(),
        today=TODAY,
        rejects=path.with_suffix(".rejected.jsonl"),
        progress=progress,
    )


def jsonl(path: Path, rows: list[Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def person(number: int, **fields: Any) -> dict[str, Any]:
    return {"externalId": str(number), "name": f"Person {number}", "headline": "Bookkeeper", **fields}


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.inserted, report.updated, report.unchanged, report.rejected


async def test_every_row_is_stored_or_rejected_with_its_reason(store: Store, tmp_path: Path) -> None:
    mapping = load_mapping(HERE / "board_export.toml")
    report = await run(store, copied(HERE / "board_export.csv", tmp_path), mapping)
    assert counts(report) == (4, 0, 0, 7)
    assert report.rejects is not None
    rejects = [json.loads(line) for line in report.rejects.read_text().splitlines()]
    assert [(entry["line"], entry["field"]) for entry in rejects] == [
        (5, "hourly_rate"),
        (6, "external_id"),
        (7, "external_id"),
        (8, None),
        (9, "joined"),
        (10, "rating"),
        (11, None),
    ]
    assert all(entry["reason"] and entry["row"] for entry in rejects)
    assert rejects[0]["row"]["member"] == "8814"
    assert report.unread_columns == ("notes",)
    assert report.missing_columns == ("portfolio_json",)
    ada = await store.freelancers.find_by_external_id("board", "8812")
    assert ada is not None
    assert (ada.name, ada.country, ada.time_zone) == ("Ada Okafor", "NG", "Africa/Lagos")
    assert ada.hourly_rate == Money(amount=35, currency="EUR")
    assert (ada.seniority, ada.joined) == (Seniority.EXPERT, date(2019, 12, 8))
    assert ada.skills[0].name == "Shopify"
    assert (ada.track.rating, ada.track.reported_by) == (4.9, "board")
    studio = await store.freelancers.find_by_external_id("board", "8813")
    assert studio is not None
    assert (studio.provider, studio.hourly_rate, studio.reported) == (Provider.AGENCY, None, None)
    assert report.notices[Notice.ZERO_RATE].rows == 1
    assert report.notices[Notice.UNKNOWN_COUNTRY].first_detail == "'Atlantis'"


def copied(path: Path, folder: Path) -> Path:
    copy = folder / path.name
    copy.write_bytes(path.read_bytes())
    return copy


@pytest.fixture(params=["sqlite_url", "postgres_url"])
def either_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


async def test_running_again_changes_only_what_changed(either_url: str, tmp_path: Path) -> None:
    async with open_store(either_url) as store:
        await import_three_times(store, tmp_path)


async def import_three_times(store: Store, tmp_path: Path) -> None:
    rows = [person(n) for n in range(5)]
    path = jsonl(tmp_path / "people.jsonl", rows)
    assert counts(await run(store, path)) == (5, 0, 0, 0)
    first = await run(store, path)
    assert (counts(first), first.indexed) == ((0, 0, 5, 0), 0)
    jsonl(path, [*rows[:4], person(4, bio="New words."), person(5)])
    second = await run(store, path)
    assert (counts(second), second.indexed) == ((1, 1, 4, 0), 2)
    assert await store.freelancers.count() == 6


async def test_the_first_of_two_rows_with_one_id_counts(store: Store, tmp_path: Path) -> None:
    rows = [person(1, bio="first"), person(1, bio="second"), person(1, source="other")]
    report = await run(store, jsonl(tmp_path / "people.jsonl", rows))
    assert counts(report) == (2, 0, 0, 1)
    kept = await store.freelancers.get(freelancer_id("import", "1"))
    assert kept is not None
    assert kept.bio == "first"


async def test_a_run_without_rejects_leaves_no_file_of_an_earlier_one(store: Store, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "people.jsonl", [person(1), {"name": "nobody"}])
    report = await run(store, path)
    assert report.rejects is not None
    assert report.rejects.exists()
    again = await run(store, jsonl(path, [person(1)]))
    assert again.rejects is None
    assert not report.rejects.exists()


async def test_progress_counts_bytes_then_profiles(store: Store, tmp_path: Path) -> None:
    seen: list[ImportProgress] = []
    rows = [person(n) for n in range(BATCH * 2 + 1)]
    path = tmp_path / "people.jsonl.gz"
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
    report = await run(store, path, progress=seen.append)
    reading = [each for each in seen if each.stage is Stage.READING]
    assert len(reading) == 3
    assert (reading[-1].done, reading[-1].total) == (path.stat().st_size, path.stat().st_size)
    assert seen[-1].stage is Stage.INDEXING
    assert report.indexed == BATCH * 2 + 1


async def test_a_damaged_file_keeps_what_was_whole(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "people.jsonl.gz"
    rows = "".join(json.dumps(person(n, bio=os.urandom(40).hex())) + "\n" for n in range(2000))
    path.write_bytes(gzip.compress(rows.encode())[:-5000])
    with pytest.raises(ImportFileError, match="damaged"):
        await run(store, path)
    assert 1000 < await store.freelancers.count() < 2000


async def test_a_header_without_the_id_is_refused_before_anything_is_stored(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("member,name\n1,Ada\n")
    with pytest.raises(ImportFileError, match="no column 'externalId' or 'external_id' or 'id'"):
        await run(store, path)
    with pytest.raises(ImportFileError, match="cannot go to"):
        await import_freelancers(
            path,
            default_mapping(),
            freelancers=store.freelancers,
            index=CountingIndex(store),
            knowledge=load_knowledge(),
            today=TODAY,
            rejects=path,
        )
    assert path.read_text() == "member,name\n1,Ada\n"


async def test_our_own_column_names_need_no_mapping(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "headline", "skills", "hourly_rate", "currency", "country", "rating"])
        writer.writerow(["7", "Ada", "Bookkeeper", "Excel, QuickBooks", "30", "GBP", "Kenya", "4.5"])
    assert counts(await run(store, path)) == (1, 0, 0, 0)
    ada = await store.freelancers.find_by_external_id("import", "7")
    assert ada is not None
    assert ada.hourly_rate == Money(amount=30, currency="GBP")
    assert len(ada.skills) == 2


async def test_exported_profiles_import_as_they_are(store: Store, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "people.jsonl", [person(n, country="DE", skills=["React"]) for n in range(3)])
    await run(store, path)
    before = [person async for batch in store.freelancers.batches(10) for person in batch]
    exported = tmp_path / "exported.jsonl"
    exported.write_text("".join(person.model_dump_json() + "\n" for person in before))
    report = await run(store, exported)
    assert counts(report) == (0, 0, 3, 0)


KILLED = """
import asyncio, signal, sys, time
from datetime import date
from pathlib import Path
from store.imports import default_mapping, import_freelancers
from store.knowledge import load_knowledge
from store.opening import open_store

class NoIndex:
    async def sync(self, progress=None):
        return 0


def tell(progress):
    print(progress.report.rows, flush=True)
    time.sleep(0.2)  # time enough to be killed in the middle

async def main():
    async with open_store(sys.argv[1]) as store:
        print("started", flush=True)
        await import_freelancers(
            Path(sys.argv[2]), default_mapping(), freelancers=store.freelancers, index=NoIndex(),
            knowledge=load_knowledge(), today=date(2026, 11, 22), rejects=Path(sys.argv[3]),
            progress=tell,
        )

signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job ignores it
asyncio.run(main())
"""


def killed_after(lines: int, *arguments: str, how: signal.Signals) -> None:
    """Run an import in a process of its own, and kill it when it has reported `lines` times."""
    with subprocess.Popen(  # a process of ours, with arguments of ours
        [sys.executable, "-c", KILLED, *arguments], stdout=subprocess.PIPE, text=True, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        for _ in range(lines):
            assert process.stdout.readline(), process.stderr and process.stderr.read()
        process.send_signal(how)
        process.communicate(timeout=90)
        assert process.returncode != 0


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
async def test_interrupted_and_run_again_nothing_is_lost_or_doubled(
    tmp_path: Path, how: signal.Signals
) -> None:
    total = BATCH * 12
    rows = [person(n) for n in range(total)] + [{"externalId": "empty"}]
    path = jsonl(tmp_path / "people.jsonl", rows)
    url = f"sqlite:///{tmp_path / 'rolecall.db'}"
    rejects = path.with_suffix(".rejected.jsonl")
    for lines in (3, 6):
        await asyncio.to_thread(killed_after, lines, url, str(path), str(rejects), how=how)
    async with open_store(url) as store:
        assert 0 < await store.freelancers.count() < total
        report = await run(store, path)
        assert report.inserted > 0
        assert report.unchanged > 0
        assert report.inserted + report.unchanged == total
        assert await store.freelancers.count() == total
        assert report.indexed == total
        assert len(rejects.read_text().splitlines()) == 1
