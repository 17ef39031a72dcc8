"""Knows a misspelled name of somebody on the list: 'Tomaz' for Tomasz, 'Aishas' for Aisha."""

from collections.abc import Collection

from rapidfuzz.distance import OSA

SHORTEST = 4
"""Letters of a name that a word one edit off may be taken for."""


def name_meant(word: str, names: Collection[str]) -> str | None:
    """The one of the people's names that begins like an unknown word and is an edit off."""
    near = [
        name
        for name in names
        if len(name) >= SHORTEST and name[0] == word[0] and OSA.distance(word, name, score_cutoff=1) <= 1
    ]
    return near[0] if len(near) == 1 else None
