"""Looks up phrases of several words in a message: the longest that stands at a token."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import folded

Value = TypeVar("Value")
_LONGEST = 4


def longest(message: Message, index: int, table: Mapping[str, Value]) -> tuple[str, Value] | None:
    """The longest phrase of the table that begins at a token."""
    for size in range(_LONGEST, 0, -1):
        words = " ".join(message.norms[index : index + size])
        if words in table:
            return words, table[words]
    return None


def sizes_of(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For each first word of the phrases, how many words they have, longest first."""
    sizes: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split(" ")
        sizes.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}


def folded_keys(table: Mapping[str, Value]) -> dict[str, Value]:
    """The table by the folded spelling of its words."""
    return {folded(words): value for words, value in table.items()}
