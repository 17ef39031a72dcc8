"""Everyday words for somebody with a trade, where one is plainly what is wanted: 'need a pianist'."""

from dataclasses import replace

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.role.own_titles import is_of_who_writes
from agent.understanding.offline.role.role_ask import RoleAsk
from agent.understanding.offline.role.role_modifiers import ARTICLES, start_of_modifiers
from agent.understanding.offline.who.headcounts import find_headcount
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import folded

_NEAR = 4
"""Words that may stand between the need and the calling: 'need a patient Welsh-speaking pianist'."""

_TURNING = frozenset(
    {"for", "to", "of", "from", "with", "by", "my", "our", "their", "your", "who", "that", "is"}
)


def find_calling(scene: Scene) -> RoleAsk | None:
    """The first calling that is wanted."""
    for mention in scene.message.of("callings"):
        stance = scene.stance(mention.first, mention.last)
        if stance.excluded or stance.unneeded or _is_part_of_name(scene, mention):
            continue
        if _is_wanted(scene, mention):
            count, at = find_headcount(scene, max(0, mention.first - _NEAR), mention.first)
            start = start_of_modifiers(scene, mention.first)
            ask = RoleAsk(mention.key, start, mention.first, mention.last, count, at)
            if not is_of_who_writes(scene, ask):
                return replace(ask, start=mention.first)
    return None


def _is_part_of_name(scene: Scene, mention: Mention) -> bool:
    message = scene.message
    for kind in ("skill", "role", "industry", "money"):
        other = message.over(kind, mention.first, mention.last)
        if other is not None and (
            other.size > mention.size or (kind != "skill" and other.size == mention.size)
        ):
            return True
    tool = message.over("skill", mention.first, mention.last)
    named = tool is not None and folded(tool.key) == message.norm(mention.first)
    return named and message.norm(mention.first - 1) not in ARTICLES


def _is_wanted(scene: Scene, mention: Mention) -> bool:
    message = scene.message
    low, _ = message.sentence(mention.first)
    if message.norm(mention.last) in ("wanted", "needed", "required"):
        return True
    needs = [
        m
        for m in message.between("intents", max(low, mention.first - 2 * _NEAR), mention.first)
        if m.key == "need"
    ]
    if needs:
        between = message.norms[needs[-1].last : mention.first]
        return len(between) <= _NEAR and not _TURNING & set(between)
    before = message.norms[low : mention.first]
    begins = low == 0 and message.segment(0) == message.segment(mention.first)
    return begins and mention.first <= 2 * _NEAR and not _TURNING & set(before) and scene.asked is None
