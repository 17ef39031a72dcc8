"""Writes phrases out, and draws them together: who looks for "doesn't matter" means "does not matter" too.

Formal writers contract nothing and hasty ones everything, so that the data files need to name one way only.
"""

from collections.abc import Iterable, Mapping


def in_both_ways(phrases: Iterable[str], forms: Mapping[str, str]) -> tuple[str, ...]:
    """The folded phrases, and those of several words also in the other way of writing."""
    ways: dict[str, None] = {}
    for phrase in phrases:
        ways.setdefault(phrase)
        if " " in phrase:
            ways.setdefault(" ".join(forms.get(word, word) for word in phrase.split(" ")))
            ways.setdefault(_drawn_together(phrase, forms))
    return tuple(ways)


def _drawn_together(phrase: str, forms: Mapping[str, str]) -> str:
    padded = f" {phrase} "
    for short, long in forms.items():
        padded = padded.replace(f" {long} ", f" {short} ")
    together = padded.strip()
    return together if " " in together else phrase
