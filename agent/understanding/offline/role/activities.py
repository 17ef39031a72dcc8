"""Tells kinds of work ('Logo Design') and everyday words ('Go') among the skills from plain tool names."""

from collections import Counter

from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.tokens import folded
from store.knowledge import Knowledge, RoleFamily, SkillEntry


class Activities:
    """Kinds of work and the role each is the heart of; spellings that are everyday words."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        nouns, tools = lexicon.words("activities", "nouns"), lexicon.words("activities", "tools")
        self._names = frozenset(
            entry.name for entry in knowledge.skills.values() if _is_activity(entry, nouns, tools)
        )
        self._everyday = frozenset(
            folded(name) for entry in knowledge.skills.values() for name in entry.ordinary_names
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


def _is_activity(entry: SkillEntry, nouns: frozenset[str], tools: frozenset[str]) -> bool:
    name = folded(entry.name.split(" (")[0])
    return name not in tools and (name in nouns or name.rsplit(" ", 1)[-1] in nouns)


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
