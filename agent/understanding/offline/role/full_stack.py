"""Tells who works at both ends from tools said together: 'React + Node dev', '.NET developer with Vue'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.families import DEVELOPER, family_of
from agent.understanding.offline.role.role_wishes import is_unwanted
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.words.gazetteer import Mention

_REACH = 4
"""Words after a developer within which the other end is told: 'with knowledge of Angular'."""


def of_both_ends(scene: Scene, start: int, last: int, role: str) -> str:
    """The developer of both ends, where the name that ends at `last` and its tools are of one each.

    `start` is where the words before the name begin. Another role stays, and so does one whose tools are
    all of one end.
    """
    table: dict[str, list[str]] = scene.lexicon.setting("heads", DEVELOPER, "both_ends")
    front, back, either, both = (table[name] for name in ("front", "back", "either", "both"))
    if role not in (*front, *back, *either) or both[0] not in scene.knowledge.roles:
        return role
    tools = (*_before(scene, start, last), *_after(scene, last))
    told = {role, *(family_of(scene, tool.key, DEVELOPER) for tool in tools)}
    return both[0] if told & {*front} and told & {*back} else role


def _before(scene: Scene, start: int, last: int) -> list[Mention]:
    """The tools joined before a developer: not 'Vue or Django developer'."""
    if "or" in scene.message.norms[start:last]:
        return []
    return _tools(scene, start, last)


def _after(scene: Scene, last: int) -> list[Mention]:
    """The tools that whoever is wanted has besides: 'with Angular', '+ React'."""
    message = scene.message
    if message.norm(last) not in _BESIDES:
        return []
    high = min(last + 1 + _REACH, message.sentence(last - 1)[1])
    if message.between("heads", last + 1, high):
        return []
    after = _tools(scene, last + 1, high)
    return [tool for tool in after if scene.stance(tool.first, tool.last).hard is not False]


_BESIDES = frozenset({"with", "w", "+", "plus"})


def _tools(scene: Scene, first: int, last: int) -> list[Mention]:
    found = scene.message.between("skill", first, last)
    return [
        tool
        for tool in found
        if is_skill(scene, tool) and not scene.activities.has(tool.key) and not is_unwanted(scene, tool)
    ]
