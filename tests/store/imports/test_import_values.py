from datetime import date

import pytest

from store.imports.values import (
    Invalid,
    is_unstated,
    read_count,
    read_date,
    read_json,
    read_list,
    read_number,
)


@pytest.mark.parametrize(
    ("written", "decimal", "meant"),
    [
        (25, ".", 25.0),
        ("25", ".", 25.0),
        (" 1,200.50 ", ".", 1200.5),
        ("1 200 000", ".", 1_200_000.0),
        ("97%", ".", 97.0),
        ("1.200,50", ",", 1200.5),
        ("4,9", ",", 4.9),
        ("-3", ".", -3.0),
    ],
)
def test_reads_numbers_as_written(written: object, decimal: str, meant: float) -> None:
    assert read_number(written, decimal) == meant


@pytest.mark.parametrize(
    "written", ["", "4.9/5", "1,2", "12,00.5", "ten", "1e9999", "٣", True, None, [1], float("inf"), 10**400]
)
def test_refuses_what_is_not_one_number(written: object) -> None:
    with pytest.raises(Invalid):
        read_number(written)


@pytest.mark.parametrize("written", [-1, 2.5, "2.5"])
def test_refuses_counts_that_are_not_whole(written: object) -> None:
    with pytest.raises(Invalid, match="whole number"):
        read_count(written)


@pytest.mark.parametrize(
    ("written", "formats"),
    [
        ("2015-12-08", ()),
        ("2015-12-08T10:00:00Z", ()),
        ("2015-12-08 21:05:59", ()),
        ("December 8, 2015", ("%B %d, %Y",)),
        ("08/12/2015", ("%B %d, %Y", "%d/%m/%Y")),
    ],
)
def test_reads_dates(written: str, formats: tuple[str, ...]) -> None:
    assert read_date(written, formats) == date(2015, 12, 8)


@pytest.mark.parametrize("written", ["08/12/2015", "2015-13-01", "2015-02-30", "yesterday", "2015", 20151208])
def test_refuses_dates_it_would_have_to_guess(written: object) -> None:
    with pytest.raises(Invalid):
        read_date(written)


def test_reads_lists_in_every_form() -> None:
    assert read_list(["a", "b"], None) == ["a", "b"]
    assert read_list('["a, b", "c"]', None) == ["a, b", "c"]
    assert read_list("a, b", None) == ["a", " b"]
    assert read_list("a|b||", "|") == ["a", "b"]
    with pytest.raises(Invalid):
        read_list(3, None)


@pytest.mark.parametrize("text", ['{"a": NaN}', "{", "[" * 100_000, '{"a": ' + "9" * 5000 + "}"])
def test_refuses_json_that_is_not_json(text: str) -> None:
    with pytest.raises(Invalid):
        read_json(text)


@pytest.mark.parametrize("cell", [None, "", "  ", "N/A", "-", "null", [], {}])
def test_knows_cells_that_state_nothing(cell: object) -> None:
    assert is_unstated(cell)


@pytest.mark.parametrize("cell", [0, False, "0", "Nan Madol"])
def test_keeps_cells_that_state_little(cell: object) -> None:
    assert not is_unstated(cell)
