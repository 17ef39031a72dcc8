"""A skill of the knowledge files, for a form that helps to fill a brief."""

from __future__ import annotations

import strawberry

from store.knowledge import SkillEntry


@strawberry.type(description="A skill the marketplace knows: use its name in a brief.")
class Skill:
    """Projects store.knowledge.SkillEntry."""

    name: str = strawberry.field(description="The canonical name, e.g. 'Kubernetes'.")
    category: str = strawberry.field(description="The group the skill belongs to, e.g. 'development'.")
    aliases: list[str] = strawberry.field(description="Other ways people write it, e.g. 'k8s'.")
    implies: list[str] = strawberry.field(
        description="Skills that whoever has this one has too: Next.js implies React."
    )
    related: list[str] = strawberry.field(
        description="Skills that are near, but not the same: Vue and React."
    )

    @classmethod
    def from_domain(cls, skill: SkillEntry) -> Skill:
        """The projection of one entry."""
        return cls(
            name=skill.name,
            category=skill.category,
            aliases=list(skill.aliases),
            implies=list(skill.implies),
            related=list(skill.related),
        )
