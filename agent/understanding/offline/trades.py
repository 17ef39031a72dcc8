"""Finds the industries a freelancer should know."""

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.gazetteer import Mention
from agent.understanding.offline.message import Opener
from agent.understanding.offline.tokens import TokenKind
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


_UNMISTAKABLE = frozenset({"saas", "ecommerce", "fintech"})
"""Industries whose names are no everyday words: alone between commas they are meant."""


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
    if _is_of_the_work(scene, mention):
        return True
    low, high = message.sentence(mention.first)
    before = message.between("trades", max(low, mention.first - _REACH), mention.first)
    after = message.between("trades", mention.last, min(high, mention.last + 3))
    if any(cue.key == "own" for cue in before):
        return False
    return any(cue.key == "experience" for cue in (*before, *after))


def _is_of_the_work(scene: Scene, mention: Mention) -> bool:
    """'lead generation in SaaS', or the industry as an item of its own beside a role: ', B2B SaaS,'."""
    message = scene.message
    before = mention.first - 1
    if message.norm(before) == "in":
        return any(message.ending(kind, before) is not None for kind in ("role", "skill"))
    segment = message.segment(mention.first)
    words = [i for i in range(segment.first, segment.last) if message.tokens[i].kind is TokenKind.WORD]
    others = [i for i in words if not mention.first <= i < mention.last]
    return (
        mention.key in _UNMISTAKABLE
        and segment.opener is Opener.COMMA
        and message.has("role")
        and all(message.norm(i) in ("b2b", "b2c") for i in others)
    )
