"""Which skills a text names, so that nobody boasts of, or is hired for, what the profile does not list."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from store.demo.wording import Line
from store.knowledge import Knowledge

_SKILL_SLOTS = (("tool", "tool_skill"), ("skill", "skill"))
"""Slots that name a skill, and the slot that holds its canonical name."""
_LONGEST_NAME = 4
_PUNCTUATION = ",;:.!?()'\""


class Mentions:
    """Finds canonical skill names in lines, names of several words in any case; remembers what it found."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._names: dict[str, str] = {}
        for name, skill in knowledge.skills.items():
            if " " in name:
                self._names[name.lower()] = name
            elif not skill.ordinary_word and name[0].isupper():
                self._names[name] = name
        self._found: dict[str, frozenset[str]] = {}

    def of(self, line: Line, slots: Mapping[str, str] = MappingProxyType({})) -> frozenset[str]:
        """The skills a line names, spelled as in the knowledge files; those its slots bring in included."""
        if line.text not in self._found:
            self._found[line.text] = self._find(line.text)
        named = self._found[line.text]
        brought = [slots[source] for slot, source in _SKILL_SLOTS if slot in line.slots and source in slots]
        return named.union(brought) if brought else named

    def suitable(self, lines: Sequence[Line], skills: Collection[str], least: int) -> Sequence[Line]:
        """The lines that name no skill but these; all of them if fewer than `least` are left."""
        fitting = [line for line in lines if self.of(line).issubset(skills)]
        return fitting if len(fitting) >= least else lines

    def _find(self, text: str) -> frozenset[str]:
        words = [word.strip(_PUNCTUATION) for word in text.split()]
        found = set()
        for start in range(len(words)):
            for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
                name = " ".join(words[start:end])
                canonical = self._names.get(name) if end == start + 1 else self._names.get(name.lower())
                if canonical is not None:
                    found.add(canonical)
        return frozenset(found)
