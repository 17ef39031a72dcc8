"""An operator's own file is laid over ours, and its mistakes are named."""

from datetime import date
from pathlib import Path

import pytest

from store.knowledge import KnowledgeFault, load_knowledge


def written(folder: Path, text: str, name: str = "ours.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_adds_skills_and_extends_ours(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
        [skills."Acme CRM"]
        category = "business-software"
        aliases = ["AcmeForce", "RN app"]
        implies = ["CRM"]
        everyday_words = ["Acme CRM"]

        [skills.React]
        aliases = ["our ui library"]

        [countries.DE]
        rate_factor = 0.5

        [roles.frontend-developer]
        rate_usd = [1, 2, 3]

        [name_words]
        person = ["sorcerer"]
        """,
    )
    knowledge = load_knowledge(path)
    ours = load_knowledge()

    acme = knowledge.find_skill("acmeforce")
    assert acme is not None
    assert (acme.name, acme.category, acme.ordinary_word) == ("Acme CRM", "business-software", True)
    react = knowledge.skills["React"]
    assert set(react.aliases) == {*ours.skills["React"].aliases, "our ui library"}
    assert react.implies == ours.skills["React"].implies
    assert knowledge.countries["DE"].rate_factor == 0.5
    assert knowledge.countries["DE"].currency == "EUR"
    assert knowledge.roles["frontend-developer"].rate_usd == (1, 2, 3)
    assert (role := knowledge.find_role("Vue sorcerer")) is not None
    assert role.id == "frontend-developer"
    assert ours.find_role("Vue sorcerer") is None


def test_an_alias_the_operator_claims_is_taken_from_us(tmp_path: Path) -> None:
    path = written(tmp_path, '[skills."Registered Nursing"]\naliases = ["RN app", "PS"]\n')
    knowledge = load_knowledge(path)
    assert {found.name for text in ("RN app", "ps") if (found := knowledge.find_skill(text))} == {
        "Registered Nursing"
    }
    assert "PS" not in knowledge.skills["Photoshop"].ordinary_names


def test_rates_are_replaced_with_their_day(tmp_path: Path) -> None:
    path = written(tmp_path, "[rates]\ndate = 2026-11-20\n[rates.per_usd]\nEUR = 2.0\n")
    knowledge = load_knowledge(path)
    assert knowledge.rates_date == date(2026, 11, 20)
    assert knowledge.convert(10, "USD", "EUR") == pytest.approx(20)
    assert knowledge.convert(10, "USD", "GBP") == pytest.approx(load_knowledge().convert(10, "USD", "GBP"))


def test_a_folder_like_ours_is_merged(tmp_path: Path) -> None:
    written(tmp_path, "name,aliases\nBasket Weaving,basket weaver work\n", "skills/crafts.csv")
    written(tmp_path, "name,country,time_zone\nHobbiton,NZ,Pacific/Auckland\n", "cities.csv")
    written(tmp_path, "date = 2026-01-01\n[per_usd]\nUSD = 1.0\n", "rates.toml")
    knowledge = load_knowledge(tmp_path)
    assert knowledge.skills["Basket Weaving"].category == "crafts"
    assert (city := knowledge.find_city("hobbiton")) is not None
    assert city.country == "NZ"
    assert knowledge.rates_date == date(2026, 1, 1)


def test_a_file_of_a_folder_that_is_no_table_is_named(tmp_path: Path) -> None:
    written(tmp_path, "id,name,aliases\nhats,hats,hatter\n", "industries.csv")
    written(tmp_path, "Not read.", "README.md")
    with pytest.raises(KnowledgeFault, match=r"nothing is read from industries.csv; there are .*industries"):
        load_knowledge(tmp_path)


def test_a_table_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "crafts.csv").write_bytes("\ufeffname,aliases\r\nBasket Weaving,\r\n".encode())
    assert "Basket Weaving" in load_knowledge(tmp_path).skills


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[skills.Acme]\nimplies = ["Nothing Known"]\n', "'Acme' refers to 'Nothing Known'"),
        ('[skills.Acme]\naliases = ["React"]\n', "belongs to"),
        ('[skills.Acme]\nalias = ["A"]\n', "unknown cells alias"),
        ('[skills.Acme]\naliases = "A"\n', "aliases must be a list"),
        ("[skills]\nAcme = 3\n", "expected a table of cells"),
        ("[skils.Acme]\n", "no table is called skils"),
        ('[roles.frontend-developer]\nneighbours = ["nobody"]\n', "neighbour of 'nobody'"),
        ("[roles.frontend-developer]\nrate_usd = [50, 40, 30]\n", "must rise"),
        ("[roles.frontend-developer]\nrate_usd = [50]\n", "rate_usd must be"),
        ('[countries.DE]\ntime_zone = "Europe/Bonn"\n', "not an IANA name"),
        ('[countries.DE]\nrate_factor = "cheap"\n', "rate_factor must be a number"),
        ('[regions.here]\nname = "Here"\nmembers = ["there"]\n', "unknown region 'there'"),
        ('[regions.here]\nname = "Here"\nmembers = ["here"]\n', "is a circle"),
        ('[currencies.XTS]\nname = "test money"\n', "XTS has no rate"),
        ("[rates.per_usd]\nEUR = 2.0\n", "say the day"),
        ("[rates]\ndate = 2026-11-20\n[rates.per_usd]\nEUR = -1\n", "numbers above 0"),
        ("[skills.Acme\n", "ours.toml"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(KnowledgeFault, match=complaint):
        load_knowledge(written(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name,alias\nAcme,x\n", "crafts.csv: unknown columns alias"),
        ("name,aliases\nAcme,x,y\n", "crafts.csv line 2: more cells"),
        ("name,aliases\n,x\n", "crafts.csv line 2: name must not be empty"),
    ],
)
def test_a_mistake_in_a_table_is_named_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    written(tmp_path, text, "skills/crafts.csv")
    with pytest.raises(KnowledgeFault, match=complaint):
        load_knowledge(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeFault, match="nowhere"):
        load_knowledge(tmp_path / "nowhere.toml")
