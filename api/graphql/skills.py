"""Completes what somebody types: skills by the beginning of their name, of a word in it, or of an alias."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from store.knowledge import SkillEntry

_CALLED, _NAME, _WITHIN, _ALIAS = range(4)
"""All of a name or alias, or the beginning of a name, of a word within it or of an alias: the best first."""


class _Beginning(NamedTuple):
    """Something a skill may be found by; `rank` is one of those above."""

    text: str
    rank: int
    name: str


class SkillCompletion:
    """Every way to begin a skill, sorted once, so that each key somebody types costs only what it finds."""

    def __init__(self, skills: Iterable[SkillEntry]) -> None:
        self._skills = {skill.name: skill for skill in skills}
        self._beginnings = sorted(
            beginning for skill in self._skills.values() for beginning in _beginnings(skill)
        )

    def matching(self, text: str) -> list[SkillEntry]:
        """The skills `text` may begin: those called just so, then by name, words within and alias."""
        wanted = " ".join(text.casefold().split())
        ranks: dict[str, int] = {}
        for beginning in self._from(wanted):
            called = beginning.text == wanted and beginning.rank != _WITHIN
            rank = _CALLED if called else beginning.rank
            ranks[beginning.name] = min(rank, ranks.get(beginning.name, rank))
        ordered = sorted(ranks, key=lambda name: (ranks[name], name.casefold()))
        return [self._skills[name] for name in ordered]

    def _from(self, wanted: str) -> Iterator[_Beginning]:
        for place in range(bisect_left(self._beginnings, (wanted,)), len(self._beginnings)):
            if not self._beginnings[place].text.startswith(wanted):
                return
            yield self._beginnings[place]


def _beginnings(skill: SkillEntry) -> Iterator[_Beginning]:
    words = skill.name.casefold().split()
    for place in range(len(words)):
        yield _Beginning(" ".join(words[place:]), _WITHIN if place else _NAME, skill.name)
    for alias in skill.aliases:
        yield _Beginning(" ".join(alias.casefold().split()), _ALIAS, skill.name)
