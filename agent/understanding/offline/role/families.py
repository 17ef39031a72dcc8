"""Which role family a skill speaks for: 'Kafka engineer', 'Tableau person', 'my Laravel app'."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Scene

_FOREMOST = 2
"""Place among a family's usual skills up to which one still speaks for it."""

_BUILT_WITH = frozenset({"backend", "frontend", "mobile", "electronics-and-embedded", "games", "blockchain"})
"""Files of skills whose tools tell a developer's family even where several share them."""

TELLING_FILES = frozenset({"electronics-and-embedded", "games", "blockchain"})
"""Files of skills whose tools tell more of a developer than the language that they write in."""

_OF_SYSTEMS = frozenset({"ecommerce-developer", "crm-specialist", "erp-consultant"})
"""Families known by the kind of system they build with, of which no list of tools has every one."""

DEVELOPER = "developer"
"""The head words whose tables of heads.toml say what a skill means by itself."""


def family_of(scene: Scene, skill: str, head: str) -> str | None:
    """Of the families a head word may mean, the one the skill speaks for most clearly.

    A skill at the head of a family, or at the core of one alone, means it; else the skill's file tells, or
    where the head word may be anybody, the family that names it first.
    """
    groups = scene.lexicon.setting("heads", head, "groups")
    families = [f for f in scene.knowledge.roles.values() if groups is None or f.category in groups]
    said = family_by_name(scene, skill)
    if said is not None:
        return said
    core = sorted((f.core_skills.index(skill), f.id) for f in families if skill in f.core_skills)
    if core and (core[0][0] == 0 or len(core) == 1):
        return core[0][1]
    implied = None if core else _by_kind_of_system(scene, skill)
    if implied in {family.id for family in families}:
        return implied
    category = scene.knowledge.skills[skill].category
    by_file = scene.lexicon.setting("heads", head, "by_skill_file") or {}
    usual: str | None = by_file.get(category)
    if usual is not None or core:
        return usual or core[0][1]
    known = sorted((f.usual_skills.index(skill), f.id) for f in families if skill in f.usual_skills)
    if groups is not None:
        return known[0][1] if known else None
    if known and known[0][0] <= _FOREMOST:
        return known[0][1]
    built = (scene.lexicon.setting("heads", DEVELOPER, "by_skill_file") or {}).get(category)
    return built or (known[0][1] if known else None)


def family_by_name(scene: Scene, skill: str) -> str | None:
    """The family of heads.toml for a skill that several families share, though it mostly means one."""
    by_skill: dict[str, str] = scene.lexicon.setting("heads", DEVELOPER, "by_skill") or {}
    return by_skill.get(skill)


def family_of_tool(scene: Scene, skill: str) -> str | None:
    """The family whose work a tool is nearest to the heart of, whoever does it; None if of nobody's."""
    if scene.activities.has(skill):
        return None
    said = family_by_name(scene, skill)
    if said is not None:
        return said
    families = scene.knowledge.roles.values()
    core = sorted((f.core_skills.index(skill), f.id) for f in families if skill in f.core_skills)
    decisive = bool(core) and (core[0][0] == 0 or len(core) == 1)
    if core and (decisive or scene.knowledge.skills[skill].category != "programming-languages"):
        return core[0][1]
    foremost = sorted((f.usual_skills.index(skill), f.id) for f in families if skill in f.usual_skills)
    if not core and foremost and foremost[0][0] == 0:
        return foremost[0][1]
    implied = None if core else _by_kind_of_system(scene, skill)
    if implied is not None:
        return implied
    by_file: dict[str, str] = scene.lexicon.setting("heads", DEVELOPER, "by_skill_file") or {}
    category = scene.knowledge.skills[skill].category
    return by_file.get(category) if category in _BUILT_WITH else None


def _by_kind_of_system(scene: Scene, skill: str) -> str | None:
    """The family of those who build shops, for the name of any system that shops are built with."""
    entry = scene.knowledge.skills[skill]
    if entry.category not in _FILES_OF_SYSTEMS:
        return None
    works = (scene.activities.role_of(each) for each in entry.implies)
    return next((work[0] for work in works if work is not None and work[0] in _OF_SYSTEMS), None)


_FILES_OF_SYSTEMS = frozenset({"websites-and-shops", "business-software"})


def family_by_work(scene: Scene, head: str, words: Sequence[str]) -> str | None:
    """The family by what the work is on: 'a reel editor', 'a designer for our website'."""
    said: dict[str, list[str]] = scene.lexicon.setting("heads", head, "by_work") or {}
    by_word = {word: role for role, known in said.items() for word in known}
    return next((by_word[each] for word in words for each in _forms(word) if each in by_word), None)


def _forms(word: str) -> tuple[str, ...]:
    return (word, word.removesuffix("s"), word.removesuffix("es"), f"{word}s")
