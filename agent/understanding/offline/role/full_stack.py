"""Tells who works at both ends from tools said together: 'React + Node dev', '.NET developer with Vue'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.families import DEVELOPER, family_of
from agent.understanding.offline.role.role_wishes import is_unwanted
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.words.gazetteer import Mention

FULL_STACK = "full-stack-developer"

_FRONT = frozenset({"frontend-developer"})
_BACK = frozenset({"backend-developer", "php-developer"})
_ONE_OF_BOTH = frozenset({*_FRONT, *_BACK, "software-engineer"})

_REACH = 4
"""Words after a developer within which the other end is told: 'with knowledge of Angular'."""


def of_both_ends(scene: Scene, start: int, last: int, role: str) -> str:
    """The developer of both ends, where the name that ends at `last` and its tools are of one each.

    `start` is where the words before the name begin. Another role stays, and so does one whose tools are
    all of one end.
    """
    if role not in _ONE_OF_BOTH or FULL_STACK not in scene.knowledge.roles:
        return role
    ends = {_end_of(role)}
    for tool in (*_before(scene, start, last), *_after(scene, last)):
        family = family_of(scene, tool.key, DEVELOPER)
        ends.add(None if family is None else _end_of(family))
    return FULL_STACK if ends >= {"front", "back"} else role


def _end_of(role: str) -> str | None:
    if role in _FRONT:
        return "front"
    return "back" if role in _BACK else None


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
