"""The market's proper names in a text: skills, places, languages, roles, as they are written in replies."""

import re
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from evals.grading.grounding.keeping import made_once
from evals.truth import beginnings
from store.knowledge import Knowledge

_MOST_WORDS = 6
_TOKEN = re.compile(r"\S+")
_EDGES = "\"'()[]{},;:.!?“”‘’"


class Sort(StrEnum):
    """What a name names."""

    SKILL = "skill"
    COUNTRY = "country"
    LANGUAGE = "language"
    CITY = "city"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, at characters [start, end)."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Vocabulary:
    """Every proper name of the knowledge files, as spelled there, with what it can name."""

    sorts: Mapping[str, frozenset[Sort]]

    def mentions(self, text: str) -> Iterator[Mention]:
        """The names in the text, the longest first where they overlap, from left to right."""
        return find(text, self.sorts, self.beginnings)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first words of the names."""
        return beginnings(self.sorts)

    def names_only(self, name: str, sort: Sort) -> bool:
        """Whether the word names nothing but such a thing."""
        return self.sorts.get(name) == frozenset({sort})


def find(text: str, names: Collection[str], begins: Set[str]) -> Iterator[Mention]:
    """Occurrences of the names as whole words, the longest first, none overlapping.

    `begins` are the names' `beginnings`: no name is tried at any other word.
    """
    tokens = list(_TOKEN.finditer(text))
    words = [_bare(found) for found in tokens]
    place = 0
    while place < len(words):
        start, end = words[place]
        first = text[start:end]
        if not {first, first.removesuffix("'s"), text[start : tokens[place].end()]} & begins:
            place += 1
            continue
        for length in range(min(_MOST_WORDS, len(words) - place), 0, -1):
            start, end = words[place][0], words[place + length - 1][1]
            name = text[start:end]
            if name in names:
                yield Mention(name, start, end)
                place += length - 1
                break
            if name.endswith("'s") and name[:-2] in names:
                yield Mention(name[:-2], start, end - 2)
                place += length - 1
                break
        place += 1


def _bare(token: re.Match[str]) -> tuple[int, int]:
    """Where the token begins and ends without the punctuation around it."""
    word = token.group()
    start = token.start() + len(word) - len(word.lstrip(_EDGES))
    return start, max(start, token.end() - (len(word) - len(word.rstrip(_EDGES))))


@made_once
def vocabulary_of(knowledge: Knowledge) -> Vocabulary:
    """The vocabulary of the knowledge; made once for each."""
    named: list[tuple[str, Sort]] = [
        *((name, Sort.SKILL) for name in knowledge.skills),
        *((each.name, Sort.COUNTRY) for each in knowledge.countries.values()),
        *((each.name, Sort.LANGUAGE) for each in knowledge.languages.values()),
        *((each.name, Sort.CITY) for each in knowledge.cities),
        *((each.name, Sort.OTHER) for each in knowledge.roles.values()),
        *((each.name, Sort.OTHER) for each in knowledge.industries.values()),
        *((each.name, Sort.OTHER) for each in knowledge.regions.values()),
        *((each.code, Sort.OTHER) for each in knowledge.currencies.values()),
    ]
    sorts: dict[str, set[Sort]] = {}
    for name, sort in named:
        sorts.setdefault(name, set()).add(sort)
    return Vocabulary({name: frozenset(kinds) for name, kinds in sorts.items()})
