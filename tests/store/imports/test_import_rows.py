import gzip
from hashlib import sha256
from pathlib import Path

import pytest

from store.imports.mapping import FileFormat
from store.imports.rows import MAX_ROW_BYTES, BadRow, ImportFileError, Row, RowFile


def rows_of(path: Path, file: FileFormat | None = None) -> list[Row | BadRow]:
    with RowFile(path, file or FileFormat()) as opened:
        return list(opened)


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return path


@pytest.mark.parametrize("name", ["x.jsonl", "x.ndjson", "X.JSONL.gz"])
def test_reads_json_lines_and_steps_over_broken_ones(tmp_path: Path, name: str) -> None:
    content = b'\xef\xbb\xbf{"id": 1}\r\n\n[1]\n{"id": \nnot json\n{"id": "\xff"}\n{"id": 2}'
    rows = rows_of(written(tmp_path, name, content))
    assert [row.line for row in rows] == [1, 3, 4, 5, 6, 7]
    assert [row.values for row in rows if isinstance(row, Row)] == [{"id": 1}, {"id": 2}]
    reasons = [row.reason for row in rows if isinstance(row, BadRow)]
    assert reasons[0].startswith("is not a JSON object")
    assert reasons[3].startswith("is not utf-8 text")


@pytest.mark.parametrize("name", ["x.csv", "x.csv.gz"])
def test_reads_csv_with_quoted_line_ends(tmp_path: Path, name: str) -> None:
    content = 'id,bio\n1,"two\nlines"\n\n2,short,extra\n3,"é"\n4\n'.encode()
    rows = rows_of(written(tmp_path, name, content))
    assert [(row.line, row.values) for row in rows if isinstance(row, Row)] == [
        (2, {"id": "1", "bio": "two\nlines"}),
        (6, {"id": "3", "bio": "é"}),
        (7, {"id": "4"}),
    ]
    assert [(row.line, row.reason) for row in rows if isinstance(row, BadRow)] == [
        (5, "has 3 cells for 2 columns")
    ]


def test_an_open_quote_costs_a_bounded_stretch_and_says_which(tmp_path: Path) -> None:
    good = b"7,fine\n" * 40_000
    rows = rows_of(written(tmp_path, "x.csv", b'id,bio\n1,"never closed\n' + good))
    bad = [row for row in rows if isinstance(row, BadRow)]
    assert "is not valid CSV" in bad[0].reason
    assert "(lines 2 to" in bad[0].reason
    assert any(isinstance(row, Row) for row in rows)


def test_reads_tabs_semicolons_and_other_encodings(tmp_path: Path) -> None:
    assert rows_of(written(tmp_path, "x.tsv", b"id\tname\n1\tA\n")) == [Row(2, {"id": "1", "name": "A"})]
    latin = FileFormat(encoding="cp1252", delimiter=";")
    assert rows_of(written(tmp_path, "x.csv", b"id;name\n1;Zo\xeb\n"), latin) == [
        Row(2, {"id": "1", "name": "Zoë"})
    ]


def test_a_monstrous_line_is_rejected_without_ending_the_file(tmp_path: Path) -> None:
    content = b'{"id": "' + b"x" * (3 * MAX_ROW_BYTES) + b'"}\n{"id": 2}\n'
    rows = rows_of(written(tmp_path, "x.jsonl", content))
    assert isinstance(rows[0], BadRow)
    assert "longer than" in rows[0].reason
    assert rows[1] == Row(2, {"id": 2})


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("x.xlsx", b"", "cannot tell the format"),
        ("x", b"", "cannot tell the format"),
        ("x.csv", b"", "has no header"),
        ("x.csv", b"a,b,a\n", "names the column 'a' twice"),
    ],
)
def test_says_why_a_file_cannot_be_read(tmp_path: Path, name: str, content: bytes, complaint: str) -> None:
    with pytest.raises(ImportFileError, match=complaint):
        rows_of(written(tmp_path, name, content))


def test_a_damaged_gzip_gives_its_good_rows_first(tmp_path: Path) -> None:
    lines = b"".join(b'{"id": "%s"}\n' % sha256(b"%d" % n).hexdigest().encode() for n in range(20_000))
    path = written(tmp_path, "x.jsonl.gz", lines)
    path.write_bytes(path.read_bytes()[:-3000])
    seen: list[Row | BadRow] = []
    with RowFile(path, FileFormat()) as opened, pytest.raises(ImportFileError, match="is damaged"):
        list(map(seen.append, opened))
    assert len(seen) > 10_000
    assert all(isinstance(row, Row) for row in seen)


def test_an_absent_file_is_said_to_be_absent(tmp_path: Path) -> None:
    absent = tmp_path / "absent.jsonl"
    with pytest.raises(ImportFileError, match="cannot read"), RowFile(absent, FileFormat()):
        pass
