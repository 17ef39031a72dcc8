"""Tells whether a skill is of the trade that somebody is asked for: Resolve for a video editor."""

from agent.understanding.offline.findings import Scene
from store.knowledge import RoleFamily


def roles_said(scene: Scene, besides: str = "") -> list[RoleFamily]:
    """The families of the roles, tasks and kinds of work but one the message names, and of the role held."""
    message = scene.message
    named = [m.key for kind in ("role", "tasks") for m in message.of(kind)]
    named_works = (m.key for m in message.of("skill") if scene.activities.has(m.key) and m.key != besides)
    works = [scene.activities.role_of(work) for work in named_works]
    said = dict.fromkeys((*named, *(work[0] for work in works if work), scene.context.brief.role or ""))
    return [family for name in said if (family := scene.knowledge.roles.get(name)) is not None]


def is_of_the_field(scene: Scene, skill: str) -> bool:
    """Whether one of the roles has to do with the skill: its people have it, or what it is close to."""
    entry = scene.knowledge.skills[skill]
    near = {skill, *entry.implies, *entry.related}
    return any(
        not near.isdisjoint((*family.core_skills, *family.usual_skills))
        for family in roles_said(scene, besides=skill)
    )


def may_be_of_the_field(scene: Scene, skill: str) -> bool:
    """Whether a role's people know something of the same kind; true too where no role is known."""
    families, skills = roles_said(scene), scene.knowledge.skills
    kinds = {skills[name].category for f in families for name in (*f.core_skills, *f.usual_skills)}
    return not families or skills[skill].category in kinds or is_of_the_field(scene, skill)
