"""Completes what somebody types: skills by the beginning of their name, of a word in it, or of an alias."""

from store.knowledge import Knowledge, SkillEntry


def matching_skills(knowledge: Knowledge, text: str) -> list[SkillEntry]:
    """The skills `text` may begin: whole names that begin so first, then words within, then aliases."""
    wanted = " ".join(text.casefold().split())
    ranked = [
        (rank, name.casefold(), skill)
        for name, skill in knowledge.skills.items()
        if (rank := _rank(skill, wanted)) is not None
    ]
    return [skill for _, _, skill in sorted(ranked, key=lambda each: each[:2])]


def _rank(skill: SkillEntry, wanted: str) -> int | None:
    name = skill.name.casefold()
    if name.startswith(wanted):
        return 0
    if f" {wanted}" in name:
        return 1
    if any(alias.casefold().startswith(wanted) for alias in skill.aliases):
        return 2
    return None
