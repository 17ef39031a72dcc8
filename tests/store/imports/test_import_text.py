import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.imports.text import clean_line, clean_paragraphs


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("  Web \t developer\n ", "Web developer"),
        ("Ada\x00\x1b[31m Lovelace\x07", "Ada[31m Lovelace"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("zero\u200bwidth", "zerowidth"),
        ("𝐃𝐚𝐭𝐚 expert", "Data expert"),
        ("R&amp;D &lt;3", "R&D <3"),
        ("<b>Bold</b> claims", "Bold claims"),
        ("See <URL>, <EMAIL>", "See <URL>, <EMAIL>"),
        ("a <- b -> c <3 >> d", "a <- b -> c <3 >> d"),
        ("Cafe\u0301", "Café"),
        ("👩\u200d💻 coder", "👩\u200d💻 coder"),
    ],
)
def test_cleans_a_line(written: str, clean: str) -> None:
    assert clean_line(written, 100).text == clean


def test_keeps_paragraphs_and_drops_markup() -> None:
    written = "<p>One</p><p>Two<br/>Three</p><script>alert(1)</script><!-- x -->\r\n\r\n\r\n\r\nFour"
    cleaned = clean_paragraphs(written, 100)
    assert cleaned.text == "One\nTwo\nThree\n\nFour"
    assert cleaned.markup_removed


def test_says_nothing_of_a_text_that_was_clean() -> None:
    cleaned = clean_paragraphs("Plain & simple.\r\n\r\nReally.", 100)
    assert not cleaned.markup_removed
    assert not cleaned.cut


def test_cuts_at_a_word_and_says_so() -> None:
    cleaned = clean_line("word " * 100, 50)
    assert cleaned.cut
    assert cleaned.text == "word " * 9 + "word…"
    assert len(clean_line("x" * 500, 50).text) == 50


@given(st.text(max_size=400), st.integers(min_value=10, max_value=300))
def test_any_text_comes_out_clean_short_and_stable(text: str, limit: int) -> None:
    cleaned = clean_paragraphs(text, limit).text
    assert len(cleaned) <= limit
    assert not any(ord(character) < 32 and character != "\n" for character in cleaned)
    cleaned.encode("utf-8")
    line = clean_line(text, limit).text
    assert len(line) <= limit
    assert "\n" not in line
