import asyncio
import json
import shutil
from pathlib import Path

import pytest

from store.nouns.freelancer import Freelancer
from store.opening import open_store
from tests_support.command import rolecall_here
from tests_support.nouns import make_freelancer


def people_in(data_dir: Path) -> dict[str, Freelancer]:
    async def read() -> dict[str, Freelancer]:
        async with open_store(f"sqlite:///{data_dir / 'rolecall.db'}") as store:
            return {each.id: each async for batch in store.freelancers.batches(100) for each in batch}

    return asyncio.run(read())


def change(data_dir: Path, *, remove: int = 0, add: list[Freelancer] | None = None) -> None:
    """Change the database behind the index's back."""

    async def write() -> None:
        async with open_store(f"sqlite:///{data_dir / 'rolecall.db'}") as store:
            ids = sorted([each.id async for batch in store.freelancers.batches(100) for each in batch])
            await store.freelancers.delete_many(ids[:remove])
            await store.freelancers.upsert_many(add or [])

    asyncio.run(write())


@pytest.fixture
def data_dir(demo_dir: Path, tmp_path: Path) -> Path:
    """A copy of the demo marketplace that a test may change."""
    return Path(shutil.copytree(demo_dir, tmp_path / "data"))


def test_the_demo_is_built_once_and_shown_progressing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = rolecall_here(monkeypatch, tmp_path, "demo", "--size", "12", "--no-serve")
    assert first.code == 0
    assert "ready: 12 people" in first.out
    assert "Inventing people: 100%" in first.err
    assert "Indexing profiles: 100%" in first.err
    before = people_in(tmp_path)
    again = rolecall_here(monkeypatch, tmp_path, "demo", "--size", "12", "--no-serve")
    assert "has 12 freelancers already" in again.out
    assert people_in(tmp_path) == before


def test_a_demo_that_was_cut_short_is_finished(monkeypatch: pytest.MonkeyPatch, data_dir: Path) -> None:
    before = people_in(data_dir)
    change(data_dir, remove=10)
    assert rolecall_here(monkeypatch, data_dir, "demo", "--size", "30", "--no-serve").code == 0
    assert people_in(data_dir).keys() == before.keys()
    assert rolecall_here(monkeypatch, data_dir, "index", "--check").code == 0


def test_another_seed_replaces_the_demo_people_alone(monkeypatch: pytest.MonkeyPatch, data_dir: Path) -> None:
    before = people_in(data_dir)
    mine = make_freelancer("mine", headline="Bookkeeper")
    change(data_dir, add=[mine])
    kept = rolecall_here(monkeypatch, data_dir, "demo", "--size", "40", "--no-serve")
    assert "has 31 freelancers already" in kept.out
    arguments = ("demo", "--size", "20", "--seed", "7", "--rebuild", "--no-serve")
    assert rolecall_here(monkeypatch, data_dir, *arguments).code == 0
    after = people_in(data_dir)
    assert len(after) == 21
    assert mine.id in after
    assert [person.name for person in after.values()] != [person.name for person in before.values()]


def test_the_index_is_checked_mended_and_rebuilt(monkeypatch: pytest.MonkeyPatch, data_dir: Path) -> None:
    good = rolecall_here(monkeypatch, data_dir, "index", "--check")
    assert (good.code, good.out) == (0, "30 profiles, 30 indexed: in step\n")
    change(data_dir, remove=2, add=[make_freelancer("new", headline="Bookkeeper")])
    bad = rolecall_here(monkeypatch, data_dir, "index", "--check")
    assert bad.code == 1
    assert "29 profiles, 30 indexed: 1 missing, 2 too many, 3 changes waiting" in bad.out
    mended = rolecall_here(monkeypatch, data_dir, "index")
    assert mended.code == 0
    assert "in step" in mended.out
    assert rolecall_here(monkeypatch, data_dir, "index", "--check").code == 0
    shutil.rmtree(data_dir / "index")
    rebuilt = rolecall_here(monkeypatch, data_dir, "index", "--rebuild")
    assert "29 profiles indexed with bge-small" in rebuilt.out
    assert rolecall_here(monkeypatch, data_dir, "index", "--check").code == 0


def test_a_file_is_imported_and_searchable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = tmp_path / "people.jsonl"
    rows = [{"id": "1", "name": "Ada", "headline": "Bookkeeper", "town": "x"}, {"id": "2"}, {"name": "No id"}]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    ran = rolecall_here(monkeypatch, tmp_path / "data", "import", str(source))
    assert ran.code == 0, ran.err
    assert "3 rows read: 1 new, 0 updated, 0 unchanged, 2 rejected." in ran.out
    assert f"{source}.rejected.jsonl" in ran.out
    assert "Columns that were not used: town" in ran.out
    assert "Reading rows: 100%" in ran.err
    rejected = [json.loads(line) for line in Path(f"{source}.rejected.jsonl").read_text().splitlines()]
    assert [entry["line"] for entry in rejected] == [2, 3]
    assert rolecall_here(monkeypatch, tmp_path / "data", "index", "--check").code == 0


def test_the_schema_is_printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran = rolecall_here(monkeypatch, tmp_path, "schema")
    assert ran.code == 0
    assert "type Mutation" in ran.out
    assert not list(tmp_path.iterdir())


def test_the_doctor_is_content_with_a_sound_marketplace(
    monkeypatch: pytest.MonkeyPatch, demo_dir: Path
) -> None:
    ran = rolecall_here(monkeypatch, demo_dir, "doctor", ROLECALL_PORT="0", OPENAI_API_KEY="sk-secret")
    assert ran.code == 0, ran.out
    assert "30 freelancers" in ran.out
    assert "30 profiles, 30 indexed: in step" in ran.out
    assert "bge-small-en-v1.5-int8-384" in ran.out
    assert "the key is set" in ran.out
    assert "sk-secret" not in ran.out + ran.err


def test_the_doctor_looks_at_nothing_without_leaving_it_as_it_was(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran = rolecall_here(monkeypatch, tmp_path / "none", "doctor", ROLECALL_PORT="0")
    assert ran.code == 0, ran.out
    assert "`rolecall demo`" in ran.out
    assert not (tmp_path / "none").exists()


def test_the_doctor_finds_what_is_wrong_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, data_dir: Path
) -> None:
    change(data_dir, remove=1)
    ran = rolecall_here(monkeypatch, data_dir, "doctor", ROLECALL_PORT="0")
    assert ran.code == 1
    assert "wrong Index" in ran.out
    assert "`rolecall index`" in ran.out
    unreachable = rolecall_here(
        monkeypatch, data_dir, "doctor", ROLECALL_PORT="0", DATABASE_URL="postgresql://127.0.0.1:1/x"
    )
    assert unreachable.code == 1
    assert "the database does not answer" in unreachable.out
