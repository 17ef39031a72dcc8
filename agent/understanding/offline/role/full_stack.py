"""Tells who works at both ends from tools said together: 'React + Node dev', '.NET developer with Vue'."""

from dataclasses import replace

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.families import DEVELOPER, family_of
from agent.understanding.offline.role.role_ask import RoleAsk
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
    table = _ends(scene)
    front, back, either, both = (table[name] for name in ("front", "back", "either", "both"))
    if role not in (*front, *back, *either) or both[0] not in scene.knowledge.roles:
        return role
    tools = (*_before(scene, start, last), *_after(scene, last))
    told = {role, *(family_of(scene, tool.key, DEVELOPER) for tool in tools)}
    return both[0] if told & {*front} and told & {*back} else role


def _ends(scene: Scene) -> dict[str, list[str]]:
    """The families of developers by where they work: "front", "back", "either" and "both"."""
    ends: dict[str, list[str]] = scene.lexicon.setting("heads", DEVELOPER, "both_ends")
    return ends


def as_both_ends(scene: Scene, ask: RoleAsk) -> RoleAsk:
    """The developer of both ends, where one end was read and both are asked for."""
    table = _ends(scene)
    one = (*table["front"], *table["back"], *table["either"])
    if ask.role not in one or table["both"][0] not in scene.knowledge.roles:
        return ask
    return replace(ask, role=table["both"][0], generic=False) if _is_at_both_ends(scene, ask.first) else ask


def is_surely_both(scene: Scene, ask: RoleAsk) -> bool:
    """Whether somebody for both ends was read from what is told of either: 'Svelte/Rails developer'."""
    table = _ends(scene)
    if ask.role != table["both"][0]:
        return False
    high = min(ask.last + 1 + _REACH, scene.message.sentence(ask.first)[1])
    tools = (tool for tool in _tools(scene, ask.start, high) if not _is_language(scene, tool))
    told = {family_of(scene, tool.key, DEVELOPER) for tool in tools}
    return bool(told & {*table["front"]} and told & {*table["back"]}) or _is_at_both_ends(scene, ask.first)


def _is_language(scene: Scene, tool: Mention) -> bool:
    """TypeScript is written at either end."""
    return scene.knowledge.skills[tool.key].category == "programming-languages"


def _is_at_both_ends(scene: Scene, index: int) -> bool:
    """'React on the front and Django behind', 'Rails with a Svelte front end': both are to be done by one.

    Either end is named by its word or by a tool, one of them by its word at least, in the sentence of the
    token; what is said of an end that others do ('our backend is Rails') asks for nobody there.
    """
    message = scene.message
    low, high = message.sentence(index)
    norms = message.norms[low:high]
    if _SAYING & {*norms} or not _JOINING & {*norms}:
        return False
    fronts = [i for i in range(low, high) if _is_end(scene, i, _FRONT)]
    backs = [i for i in range(low, high) if _is_end(scene, i, _BACK)]
    if any(message.norm(i - 1) in _OF_OURS for i in (*fronts, *backs)):
        return False
    if fronts and backs:
        return True
    table = _ends(scene)
    told = {family_of(scene, tool.key, DEVELOPER) for tool in _tools(scene, low, high)}
    return bool((fronts and told & {*table["back"]}) or (backs and told & {*table["front"]}))


def _is_end(scene: Scene, index: int, words: frozenset[str]) -> bool:
    """Whether an end is named there: 'frontend', 'front end', 'on the front'."""
    word, after, before = (scene.message.norm(i) for i in (index, index + 1, index - 1))
    return f"{word}{after}" in words or word in words or (f"{word}end" in words and before == "the")


_FRONT = frozenset({"frontend", "frontends"})
_BACK = frozenset({"backend", "backends"})
_JOINING = frozenset({"and", "&", "+", "with", "plus", "both"})
_SAYING = frozenset(
    {"or", "but", "is", "are", "was", "were", "not", "no", "already", "done", "covered", "by", "our", "their"}
)
_OF_OURS = frozenset({"my", "existing", "current", "your", "same"})


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
