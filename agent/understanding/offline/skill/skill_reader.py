"""Every skill a message asks for: known ones, platforms to work on, standards, and tools that no list has."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.skill.alternatives import with_alternatives
from agent.understanding.offline.skill.platforms import with_platforms
from agent.understanding.offline.skill.skills import find_skills
from agent.understanding.offline.skill.standards import StandardReader
from agent.understanding.offline.skill.unknown_tools import find_unknown_tools
from agent.understanding.offline.words.lexicon import Lexicon


class SkillReader:
    """Finds the skills of messages."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._standards = StandardReader(lexicon)

    def find(self, scene: Scene, asks: Sequence[RoleAsk]) -> list[Finding]:
        """The skills, those last that are no names of the knowledge."""
        skills = with_platforms(scene, asks, find_skills(scene, asks))
        skills += self._standards.find(scene, skills)
        unknown = find_unknown_tools(scene, skills)
        return with_alternatives(scene, [*skills, *unknown], {tool.first for tool in unknown})
