"""How a word looks when the fingers slip, and what a slipped word would be if it were put right.

A slip swaps two letters, leaves one out or doubles one; the first and the last letter are seldom mistaken.
"""

from collections.abc import Iterator
from string import ascii_lowercase


def put_right(word: str) -> Iterator[str]:
    """What a word would be if two letters were swapped in it, one left out or one doubled."""
    for place in range(1, len(word) - 1):
        if place < len(word) - 2:
            yield f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}"
        if word[place] == word[place - 1]:
            yield f"{word[:place]}{word[place + 1 :]}"
    for place in range(1, len(word)):
        for letter in ascii_lowercase:
            yield f"{word[:place]}{letter}{word[place:]}"


def slips_of(word: str) -> frozenset[str]:
    """The other way round: how a word looks when the fingers slip in it."""
    inside = range(1, len(word) - 1)
    swapped = (f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}" for i in inside[:-1])
    dropped = (f"{word[:i]}{word[i + 1 :]}" for i in inside)
    doubled = (f"{word[:i]}{word[i]}{word[i:]}" for i in range(len(word)))
    return frozenset((*swapped, *dropped, *doubled))
