"""The small rules of English that composed sentences break most easily."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_LETTERS_SAID_WITH_A_VOWEL = frozenset("AEFHILMNORSX")
_SAID_AS_WORDS = ("SaaS", "REST", "LAMP", "LEED", "LIMS", "MIDI", "SIEM", "SOC", "RAG", "ROS")
_WITH_AN = ("hour", "honest", "heir", "honor", "iOS", "MLOps", "n8n")
_WITH_A = (
    "uni",
    "use",
    "usa",
    "usu",
    "uti",
    "ubi",
    "ubuntu",
    "eu",
    "one",
    "once",
    "ui",
    "ux",
    "uk ",
    "ukr",
    "us ",
)
_FOLDED_LETTERS = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "ə": "a",
    }
)
_OWN_SPELLING = "scikit|commercetools|dbt|n8n|k6|npm|pnpm|ggplot2|dplyr|pgvector|lxml|aiohttp|shadcn"
_SENTENCE_START = re.compile(rf"(^|[.!?]\s+|\n[•\-✅*]? ?)(?!{_OWN_SPELLING})([a-z])(?![a-z]*[A-Z])")
_NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def article(phrase: str) -> str:
    """'a' or 'an', by how the phrase's first word is said."""
    word = re.split(r"[\s\-/]", phrase, maxsplit=1)[0]
    if phrase.startswith(_WITH_AN):
        return "an"
    if word.startswith(_SAID_AS_WORDS) or f"{phrase.lower()} ".startswith(_WITH_A):
        return "a"
    if len(word) > 1 and word.rstrip("s").isupper():
        return "an" if word[0] in _LETTERS_SAID_WITH_A_VOWEL else "a"
    return "an" if word[:1].lower() in "aeiou" else "a"


@lru_cache(maxsize=4096)
def with_article(phrase: str) -> str:
    """The phrase with its indefinite article."""
    return f"{article(phrase)} {phrase}"


def listed(things: Sequence[str], last: str = "and") -> str:
    """'A', 'A and B', 'A, B and C'."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} {last} {things[-1]}"


def capital(phrase: str) -> str:
    """The phrase with a capital first letter, unless its first word has its own spelling (iOS)."""
    first = phrase.split(" ", 1)[0]
    if first != first.lower() or first.startswith(tuple(_OWN_SPELLING.split("|"))):
        return phrase
    return phrase[:1].upper() + phrase[1:]


def title_case(phrase: str) -> str:
    """Every word of a job title with a capital: 'Front-End Developer'."""
    return " ".join(
        "-".join(capital(part) for part in word.split("-"))
        if word not in ("and", "of", "for", "to")
        else word
        for word in phrase.split(" ")
    )


def number_word(number: int) -> str:
    """'three' for 3; figures above twelve."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def sentences(text: str) -> str:
    """The text with a capital at the start of every sentence and line."""
    return _SENTENCE_START.sub(lambda found: found[1] + found[2].upper(), text)


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, for addresses."""
    folded = unicodedata.normalize("NFKD", text.translate(_FOLDED_LETTERS))
    plain = folded.encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
