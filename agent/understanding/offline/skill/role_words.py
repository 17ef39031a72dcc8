"""Tells skills from words of a role's own name: 'graphic design' in 'graphic designer'."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import folded


def is_role_word(scene: Scene, mention: Mention, asks: Sequence[RoleAsk]) -> bool:
    """Whether the skill is only part of a role's own name: 'graphic design' in 'graphic designer'."""
    role = scene.message.over("role", mention.first, mention.last)
    if role is None:
        return _is_work_of_an_ask(scene, mention, asks)
    if role.last == mention.last and _is_somebody(scene, mention, role):
        return True
    same = (role.first, role.last) == (mention.first, mention.last)
    if same and not any(ask.first <= role.first < ask.last for ask in asks):
        return False
    return scene.activities.has(mention.key) or _is_short_for_more(scene, mention, role)


def _is_somebody(scene: Scene, mention: Mention, role: Mention) -> bool:
    """'a fashion illustrator', 'a 3D illustrator / rigger': somebody, and not the tool of that name."""
    message, words = scene.message, folded(mention.key)
    if (
        words != " ".join(message.norms[mention.first : mention.last])
        or scene.knowledge.find_role(words) is None
    ):
        return False
    beside = message.norm(mention.last) == "/" and message.at("role", mention.last + 1) is not None
    return role.size > mention.size or beside


def _is_short_for_more(scene: Scene, mention: Mention, role: Mention) -> bool:
    """'an Amazon specialist': the role's own word, and no wish for one of the tools called by it."""
    words = " ".join(scene.message.norms[mention.first : mention.last])
    return words in folded(scene.knowledge.roles[role.key].name).split(" ") and words != folded(mention.key)


def _is_work_of_an_ask(scene: Scene, mention: Mention, asks: Sequence[RoleAsk]) -> bool:
    """'a layout designer': the work that somebody asked for is called by."""
    if not scene.activities.has(mention.key):
        return False
    work = scene.activities.role_of(mention.key)
    around = (ask for ask in asks if ask.start <= mention.first and mention.last < ask.last)
    return any(work is not None and work[0] == ask.role for ask in around)
