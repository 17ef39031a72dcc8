"""Tells whether a skill is of the trade that somebody is asked for: Resolve for a video editor."""

from agent.understanding.offline.findings import Scene
from store.knowledge import RoleFamily


def roles_said(scene: Scene, besides: str = "") -> list[RoleFamily]:
    """The families of the roles, tasks and kinds of work but one the message names, and of the role held."""
    works = scene.once(_roles_of_works)
    said = (*scene.once(_roles_named), *(role for work, role in works.items() if work != besides))
    return [family for name in dict.fromkeys(said) if (family := scene.knowledge.roles.get(name)) is not None]


def _roles_named(scene: Scene) -> tuple[str, ...]:
    named = [m.key for kind in ("role", "tasks") for m in scene.message.of(kind)]
    return tuple(dict.fromkeys((*named, scene.context.brief.role or "")))


def _roles_of_works(scene: Scene) -> dict[str, str]:
    """The kinds of work that are named, each with the role whose work it is."""
    named = dict.fromkeys(m.key for m in scene.message.of("skill"))
    roles = {name: scene.activities.role_of(name) for name in named if scene.activities.has(name)}
    return {name: role[0] for name, role in roles.items() if role is not None}


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
    kinds = scene.once(_kinds_known)
    return (
        not roles_said(scene)
        or scene.knowledge.skills[skill].category in kinds
        or is_of_the_field(scene, skill)
    )


def _kinds_known(scene: Scene) -> frozenset[str]:
    """The categories of all that people of those roles know."""
    known = (name for f in roles_said(scene) for name in (*f.core_skills, *f.usual_skills))
    return frozenset(scene.knowledge.skills[name].category for name in known)
