import re
from datetime import date
from pathlib import Path

from store.imports import load_mapping
from store.imports.mapping import Column, FieldName
from store.imports.profile import ProfileReader
from store.imports.rows import Row, RowFile
from store.knowledge import load_knowledge
from store.nouns.brief import LanguageLevel, Provider, Seniority
from store.nouns.freelancer import Money

README = Path(__file__).parents[3] / "store" / "imports" / "README.md"


def block(kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", README.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert found, f"no {kind} example"
    return found[1]


def test_the_full_example_works_as_written(tmp_path: Path) -> None:
    (tmp_path / "board.csv").write_text(block("csv"), encoding="utf-8")
    (tmp_path / "board.toml").write_text(block("toml"), encoding="utf-8")
    mapping = load_mapping(tmp_path / "board.toml")
    reader = ProfileReader(mapping, load_knowledge(), date(2026, 11, 22))
    with RowFile(tmp_path / "board.csv", mapping.file) as file:
        ada, studio = (reader.read(row.values)[0] for row in file if isinstance(row, Row))
    assert (ada.name, ada.country, ada.seniority) == ("Ada Okafor", "NG", Seniority.EXPERT)
    assert ada.hourly_rate == Money(amount=35, currency="EUR")
    assert ada.reported is not None
    assert (ada.reported.rating, ada.reported.on_time_pct) == (4.9, 97)
    assert {spoken.level for spoken in ada.languages} == {LanguageLevel.NATIVE, LanguageLevel.CONVERSATIONAL}
    assert (studio.provider, studio.name, studio.reported) == (Provider.AGENCY, "Agency 8813", None)
    assert studio.availability.hours_per_week == 40


def test_every_field_and_every_option_is_documented() -> None:
    text = README.read_text(encoding="utf-8")
    undocumented = [name for name in (*FieldName, *Column.model_fields) if f"`{name}`" not in text]
    assert not undocumented
