"""Imports freelancers from a file: read, check, clean, upsert, then bring the index in step.

Rows go to the database in batches, each in one transaction together with its entries in the index outbox.
An import that is interrupted, even by a power cut, has stored some whole batches; run again, it skips
what is unchanged and does the rest. Nothing is lost, because the file is read from its start, and nothing
doubled, because a profile's id follows from its source and external id.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

from store.imports.mapping import Mapping
from store.imports.profile import ProfileReader
from store.imports.rejects import RejectsFile
from store.imports.report import ImportProgress, ImportReport, Stage
from store.imports.rows import BadRow, ImportFileError, Row, RowFile
from store.imports.tally import Tally
from store.knowledge import Knowledge
from store.repositories.freelancers import FreelancerRepository

BATCH = 200
"""Rows held in memory, and stored in one transaction."""


class Index(Protocol):
    """What an import needs of search: to embed what has changed in the database."""

    async def sync(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Bring the index in step with the database; the number of profiles embedded."""
        ...


async def import_freelancers(
    path: Path,
    mapping: Mapping,
    *,
    freelancers: FreelancerRepository,
    index: Index,
    knowledge: Knowledge,
    today: date,
    rejects: Path,
    progress: Callable[[ImportProgress], None] = lambda _: None,
) -> ImportReport:
    """Import `path`; rows that cannot be imported go to `rejects`, with the reason.

    Raises ImportFileError if the file as a whole cannot be read. What was stored before stays stored.
    """
    _check_rejects(path, rejects)
    tally = Tally(ProfileReader(mapping, knowledge, today))
    rejected = RejectsFile(rejects)
    with RowFile(path, mapping.file) as file:
        rejected.start()
        for batch in _batches(file):
            _check_header(file, mapping)
            profiles, refused = tally.read(batch)
            rejected.write(refused)
            tally.stored(await freelancers.upsert_many(profiles, today=today))
            progress(ImportProgress(Stage.READING, file.position, file.size, tally.report()))
        _check_header(file, mapping)

    def embedded(done: int, total: int) -> None:
        progress(ImportProgress(Stage.INDEXING, done, total, tally.report()))

    indexed = await index.sync(embedded)
    embedded(indexed, indexed)
    return tally.report(indexed=indexed, rejects=rejects)


def check_file(path: Path, mapping: Mapping) -> None:
    """Raise ImportFileError at once if the file cannot be opened or its header cannot be used."""
    with RowFile(path, mapping.file) as file:
        next(iter(file), None)
        _check_header(file, mapping)


def _check_rejects(path: Path, rejects: Path) -> None:
    if rejects.resolve() == path.resolve():
        raise ImportFileError(f"the rejected rows cannot go to {path} itself")


def _batches(rows: Iterable[Row | BadRow]) -> Iterator[list[Row | BadRow]]:
    batch: list[Row | BadRow] = []
    try:
        for row in rows:
            batch.append(row)
            if len(batch) == BATCH:
                yield batch
                batch = []
    except ImportFileError:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _check_header(file: RowFile, mapping: Mapping) -> None:
    if file.header is None:
        return
    wanted = mapping.identifying_columns
    if wanted and not any(name in file.header for name in wanted):
        named = " or ".join(f"'{name}'" for name in wanted)
        has = ", ".join(file.header[:12]) + (", …" if len(file.header) > 12 else "")
        raise ImportFileError(
            f"the header has no column {named}, which identifies a profile; it has {has}. "
            "Say in a mapping which column is which"
        )
