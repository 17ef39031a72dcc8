"""Splits text into the words the word search counts: names of technology whole, plurals with singulars."""

import re
from functools import cache, lru_cache
from pathlib import Path

_STOP_WORDS = Path(__file__).with_name("stop_words.txt")
_LONGEST = 40


def words(text: str) -> list[str]:
    """The words of a text in order, lower case. 'Node.js', 'C++' and 'C#' stay whole; numbers are dropped."""
    return list(filter(None, map(_counted, _word().findall(text.lower()))))


@lru_cache(maxsize=200_000)
def _counted(word: str) -> str:
    """What a word counts as; empty if it does not count."""
    if len(word) > _LONGEST or word in _stop_words() or word.isdigit():
        return ""
    return _singular(word)


def _singular(word: str) -> str:
    """A plain plural's singular (Harman's S-stemmer, JASIS 42(1), 1991, table 1)."""
    if len(word) < 4 or not word.endswith("s") or not word.isalpha():
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    return word[:-1] if not word.endswith(("us", "ss")) else word


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]++(?:[.+#][^\W_]++|\+\+|#)*+")


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(_STOP_WORDS.read_text(encoding="utf-8").split())
