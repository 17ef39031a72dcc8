"""Says what a question about candidates is about."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.reading import Topic


def topic_of(scene: Scene) -> Topic:
    """The topic whose words stand in the question; of several, the first table in topics.toml."""
    said = {mention.key for mention in scene.message.of("topics")}
    for key in scene.lexicon.kinds["topics"]:
        if key in said and key not in ("overview", "experience", "skills", "availability"):
            return Topic(key)
    if skill_asked(scene) is not None:
        return Topic.EXPERIENCE if "experience" in said and "skills" not in said else Topic.SKILLS
    if scene.message.of("language"):
        return Topic.LANGUAGES
    if "availability" in said or scene.periods:
        return Topic.AVAILABILITY
    for key in ("experience", "skills", "overview"):
        if key in said:
            return Topic(key)
    if any(scene.message.of(kind) for kind in ("country", "region", "city", "demonym")):
        return Topic.LOCATION
    return Topic.OVERVIEW


def skill_asked(scene: Scene) -> str | None:
    """The skill a question names: 'does she know Liquid?'."""
    names: Sequence[str] = [m.key for m in scene.message.of("skill") if is_skill(scene, m)]
    return names[0] if names else None
