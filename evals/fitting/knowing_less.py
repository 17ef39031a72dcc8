"""Readers who know fewer names than ours: from them is learned what a name looks like that no list has."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from zlib import crc32

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.offline.words.message import Message
from store.knowledge import Knowledge

PARTS = 5
"""In so many parts names are hidden, one from each reader: about as many are new to us in a fresh message."""


class ForgetfulReaders:
    """A reader for each part of the skills that no role lists, who knows all names but these."""

    def __init__(self, knowledge: Knowledge) -> None:
        """The names that roles list are known to everybody."""
        listed = {
            name for role in knowledge.roles.values() for name in (*role.core_skills, *role.usual_skills)
        }
        self._part = {name: crc32(name.encode()) % PARTS for name in knowledge.skills if name not in listed}
        self._readers = [
            OfflineInterpreter(self._without(knowledge, part), by_example=False) for part in range(PARTS)
        ]

    def reading_less_of(self, message: Message) -> Iterator[tuple[OfflineInterpreter, frozenset[int]]]:
        """The readers from whom a name in the message is hidden, each with the tokens of those names."""
        hidden = [mention for mention in message.of("skill") if mention.key in self._part]
        for part in sorted({self._part[mention.key] for mention in hidden}):
            of_it = (mention for mention in hidden if self._part[mention.key] == part)
            yield self._readers[part], frozenset(i for m in of_it for i in range(m.first, m.last))

    def _without(self, knowledge: Knowledge, part: int) -> Knowledge:
        kept = {
            name: replace(
                skill, related=self._known(skill.related, part), implies=self._known(skill.implies, part)
            )
            for name, skill in knowledge.skills.items()
            if self._part.get(name) != part
        }
        return replace(knowledge, skills=MappingProxyType(kept))

    def _known(self, names: tuple[str, ...], part: int) -> tuple[str, ...]:
        return tuple(name for name in names if self._part.get(name) != part)
