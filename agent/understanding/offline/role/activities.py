"""Tells kinds of work ('Logo Design') and everyday words ('Go') among the skills from plain tool names."""

from collections import Counter
from dataclasses import dataclass

from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.tokens import folded
from agent.understanding.offline.words.ways_to_write import Regional
from store.knowledge import Knowledge, RoleFamily, SkillEntry


class Activities:
    """Kinds of work and the role each is the heart of; spellings that are everyday words."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        kinds = _Kinds(*(lexicon.words("activities", key) for key in ("nouns", "tools", "products")))
        self._names = frozenset(entry.name for entry in knowledge.skills.values() if kinds.is_work(entry))
        regional = Regional(lexicon)
        self._everyday = frozenset(
            folded(way)
            for entry in knowledge.skills.values()
            for name in entry.ordinary_names
            for way in (name, *regional.ways(name))
        )
        general = lexicon.words("activities", "too_general")
        self._roles = {
            skill: role for skill, role in _roles_by_skill(knowledge).items() if folded(skill) not in general
        }

    def has(self, skill: str) -> bool:
        """Whether a skill is a kind of work."""
        return skill in self._names

    def is_everyday(self, spelling: str) -> bool:
        """Whether this folded spelling of a skill is an everyday word too."""
        return spelling in self._everyday

    def role_of(self, skill: str) -> tuple[str, bool] | None:
        """The role family whose work the skill is, and whether that is beyond doubt."""
        return self._roles.get(skill)


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What tells work from tools: last words of works, names of tools, and last words of products."""

    nouns: frozenset[str]
    tools: frozenset[str]
    products: frozenset[str]

    def is_work(self, entry: SkillEntry) -> bool:
        """Whether a skill is a kind of work by its name."""
        name = folded(entry.name.split(" (")[0])
        before, _, last = name.rpartition(" ")
        product = bool(before) and last in self.products
        if name in self.tools:
            return False
        return name in self.nouns or (last in self.nouns and not product)


def _roles_by_skill(knowledge: Knowledge) -> dict[str, tuple[str, bool]]:
    """For each skill the family that names it first; sure if at its very head, or if no other names it."""
    found: dict[str, tuple[int, RoleFamily]] = {}
    named = Counter[str]()
    for family in knowledge.roles.values():
        for place, skill in enumerate((*family.core_skills, *family.usual_skills)):
            named[skill] += 1
            known = found.get(skill)
            if known is None or place < known[0]:
                found[skill] = (place, family)
    return {skill: (family.id, place == 0 or named[skill] == 1) for skill, (place, family) in found.items()}
