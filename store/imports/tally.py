"""Reads batches of rows into profiles and keeps count of what happened to each row."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from store.imports.cells import Notice, Rejected
from store.imports.mapping import FieldName, default_mapping
from store.imports.profile import ProfileReader
from store.imports.rejects import Reject
from store.imports.report import ImportReport, NoticeCount
from store.imports.rows import BadRow, Row
from store.nouns.freelancer import Freelancer
from store.repositories.freelancers import UpsertCounts

_COLUMNS_REMEMBERED = 500


class Tally:
    """The counts of one run. Remembers eight bytes of every id, to notice an id that comes twice."""

    def __init__(self, reader: ProfileReader) -> None:
        self._reader = reader
        self._ids: set[int] = set()
        self._columns: dict[str, None] = {}
        self._notices: dict[Notice, NoticeCount] = {}
        self._inserted = self._updated = self._unchanged = self._rejected = 0

    def read(self, rows: Iterable[Row | BadRow]) -> tuple[list[Freelancer], list[Reject]]:
        """The profiles in the rows, and the rows that hold none, in the file's order."""
        profiles: list[Freelancer] = []
        rejects: list[Reject] = []
        for row in rows:
            match row:
                case BadRow(line, reason, text):
                    rejects.append(Reject(line, reason, None, text))
                case Row(line, values):
                    try:
                        profiles.append(self._profile(row))
                    except Rejected as error:
                        rejects.append(Reject(line, str(error), error.field, values))
        self._rejected += len(rejects)
        return profiles, rejects

    def stored(self, counts: UpsertCounts) -> None:
        """Add what the database made of a batch."""
        self._inserted += counts.inserted
        self._updated += counts.updated
        self._unchanged += counts.unchanged

    def report(self, *, indexed: int = 0, rejects: Path | None = None) -> ImportReport:
        """The counts so far; the path of the rejects is given only if there are any."""
        return ImportReport(
            rows=self._inserted + self._updated + self._unchanged + self._rejected,
            inserted=self._inserted,
            updated=self._updated,
            unchanged=self._unchanged,
            rejected=self._rejected,
            indexed=indexed,
            rejects=rejects if self._rejected else None,
            notices=dict(self._notices),
            unread_columns=self._unread(),
            missing_columns=self._missing(),
        )

    def _profile(self, row: Row) -> Freelancer:
        if len(self._columns) < _COLUMNS_REMEMBERED:
            self._columns.update(dict.fromkeys(row.values))
        freelancer, notices = self._reader.read(row.values)
        digest = int(freelancer.id.removeprefix("fl_")[:16], 16)
        if digest in self._ids:
            raise Rejected(FieldName.EXTERNAL_ID, "an earlier line has the same one")
        self._ids.add(digest)
        for kind, detail in notices.items():
            before = self._notices.get(kind, NoticeCount(0, row.line, detail))
            self._notices[kind] = NoticeCount(before.rows + 1, before.first_line, before.first_detail)
        return freelancer

    def _unread(self) -> tuple[str, ...]:
        named = [name for column in self._reader.mapping.fields.values() for name in column.named]
        read = {*named, *(name.partition(".")[0] for name in named)}
        return tuple(name for name in self._columns if name not in read)

    def _missing(self) -> tuple[str, ...]:
        if self._reader.mapping is default_mapping() or not self._columns:
            return ()
        groups = [column.named for column in self._reader.mapping.fields.values() if column.named]
        return tuple(" or ".join(names) for names in groups if not self._seen_any(names))

    def _seen_any(self, names: Sequence[str]) -> bool:
        return any(name in self._columns or name.partition(".")[0] in self._columns for name in names)
