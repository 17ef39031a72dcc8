"""Finds the industries a freelancer should know."""

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.gazetteer import Mention
from agent.understanding.reading import Operation
from store.nouns.brief import Slot

_REACH = 5


def find_industries(scene: Scene) -> list[Finding]:
    """Industries said with experience, or as what the work is for; not those the client only lives in."""
    found: dict[str, Finding] = {}
    for mention in scene.message.of("industry"):
        if mention.key in found or not _is_wanted(scene, mention):
            continue
        stance = scene.stance(mention.first, mention.last)
        if stance.excluded or stance.unneeded:
            continue
        found[mention.key] = Finding(
            Slot.INDUSTRIES,
            mention.key,
            mention.first,
            mention.last,
            Operation.ADD,
            hard=stance.hard,
            uncertain=stance.unsure,
        )
    return list(found.values())


def _is_wanted(scene: Scene, mention: Mention) -> bool:
    message = scene.message
    for kind in ("role", "skill"):
        other = message.over(kind, mention.first, mention.last)
        if other is None:
            continue
        is_tool = kind == "skill" and not scene.activities.has(other.key)
        if other.size > mention.size or kind == "role" or is_tool:
            return False
    if scene.asked is Slot.INDUSTRIES or mention.key in scene.context.brief.industries:
        return True
    low, high = message.sentence(mention.first)
    before = message.between("trades", max(low, mention.first - _REACH), mention.first)
    after = message.between("trades", mention.last, min(high, mention.last + 3))
    if any(cue.key == "own" for cue in before):
        return False
    return any(cue.key == "experience" for cue in (*before, *after))
