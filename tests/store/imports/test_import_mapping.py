from pathlib import Path

import pytest

from store.imports import MappingError, default_mapping, load_mapping
from store.imports.mapping import FieldName

GOOD = """
source = "board"
[fields]
external_id = "id"
hourly_rate = { column = ["rate", "price"], currency_column = "cur" }
skills = { column = "tags", separator = "|" }
"""


def mapping_file(folder: Path, text: str) -> Path:
    path = folder / "board.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_short_and_long_forms(tmp_path: Path) -> None:
    mapping = load_mapping(mapping_file(tmp_path, GOOD))
    assert mapping.identifying_columns == ("id",)
    assert mapping.fields[FieldName.HOURLY_RATE].named == ("rate", "price", "cur")


def test_the_default_mapping_names_every_field() -> None:
    assert set(default_mapping().fields) == set(FieldName)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("[fields]", "[fields"), "not valid TOML"),
        (('external_id = "id"', ""), "external_id is missing"),
        (('source = "board"', ""), "where the rows come from"),
        (("separator", "seperator"), "fields.skills.seperator: there is no such option; there are column,"),
        (("skills", "skils"), "fields.skils: there is no such field; there are external_id,"),
        (('external_id = "id"', 'external_id = "id"\nname = {}'), "exactly one of column, sum and constant"),
        (('"id"', '"id"\nbio = { column = "b", dates = ["%Y"] }'), "'dates' has no meaning"),
        (("[fields]", '[file]\nencoding = "utf-16"\n[fields]'), "convert them to UTF-8"),
        (("[fields]", '[file]\nencoding = "klingon"\n[fields]'), "no encoding 'klingon'"),
        (("[fields]", '[file]\nformat = "xml"\n[fields]'), "file.format"),
    ],
)
def test_says_in_one_line_what_is_wrong(tmp_path: Path, change: tuple[str, str], complaint: str) -> None:
    with pytest.raises(MappingError) as caught:
        load_mapping(mapping_file(tmp_path, GOOD.replace(*change)))
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_says_when_there_is_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(MappingError, match="cannot read the mapping"):
        load_mapping(tmp_path / "absent.toml")
