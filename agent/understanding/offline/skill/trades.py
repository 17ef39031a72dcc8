"""Finds the industries the work is in: those a freelancer should know, and the client's own."""

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.role.needed_things import SOMEBODY
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Opener
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import Operation
from store.nouns.brief import Slot

_REACH = 5


def find_industries(scene: Scene) -> list[Finding]:
    """Industries said with experience, as what the work is for, or as what the client does."""
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
        is_tool = kind == "skill" and not scene.activities.has(other.key) and is_skill(scene, other)
        if other.size > mention.size or kind == "role" or is_tool:
            return False
        known = mention.key in scene.context.brief.industries
        own = _before(scene, mention, "own") is not None and _is_business(scene, mention)
        if kind == "skill" and not (known or own) and _is_craft_of_role(scene, other):
            return False
    if scene.is_fragment and scene.context.brief.terms and not message.has("role"):
        return True
    held = scene.context.brief.industries
    if scene.context.brief.terms and _is_somebody_we_pay(scene, mention):
        return False
    if scene.asked is Slot.INDUSTRIES or any(m.key in held for m in message.of("industry")):
        return True
    words = " ".join(message.norms[mention.first : mention.last])
    if words in scene.lexicon.words("trades", "unmistakable"):
        return True
    if _is_of_the_work(scene, mention) or _is_business(scene, mention):
        return True
    low, high = message.sentence(mention.first)
    before = message.between("trades", max(low, mention.first - _REACH), mention.first)
    after = message.between("trades", mention.last, min(high, mention.last + 3))
    return any(cue.key == "experience" for cue in (*before, *after))


def _is_somebody_we_pay(scene: Scene, mention: Mention) -> bool:
    """'our insurer does not cover it', said beside the need: no business of the client's."""
    message = scene.message
    words = " ".join(message.norms[mention.first : mention.last])
    ours = message.norm(mention.first - 1) in ("our", "my", "the", "their")
    return ours and words in scene.lexicon.words("trades", "paid")


def _is_craft_of_role(scene: Scene, skill: Mention) -> bool:
    """'an accountant with Accounting experience': what the role itself does, and no industry."""
    message = scene.message
    following = message.at("trades", skill.last)
    if following is not None and message.norm(skill.last) != "experience":
        return False
    if message.norm(skill.last) in ("industry", "sector"):
        return False
    names = {m.key for m in message.of("role")} | {scene.context.brief.role}
    families = [f for name in names if (f := scene.knowledge.roles.get(name or "")) is not None]
    return any(skill.key in f.core_skills for f in families)


def _is_business(scene: Scene, mention: Mention) -> bool:
    """The client's business, which the work is for: 'our fintech startup', 'for a café', 'a beauty brand'."""
    message = scene.message
    following = message.at("trades", mention.last)
    if following is not None and following.key == "business":
        return True
    if mention.size > 1 and message.over("trades", mention.last - 1, mention.last, "business") is not None:
        return True
    owner = _before(scene, mention, "own") or _before(scene, mention, "purpose")
    if owner is None or (message.norm(owner.first - 1) in SOMEBODY and owner.size == 1):
        return False
    words = " ".join(message.norms[mention.first : mention.last])
    if owner.key == "own" and owner.size == 1 and words in scene.lexicon.words("trades", "facilities"):
        return False
    if _THIRD & set(message.norms[message.segment(mention.first).first : owner.first]):
        return False
    return mention.size > 1 or not _names_more(scene, mention)


_THIRD = frozenset({"he", "she", "hes", "shes"})
"""Before it, in one clause: somebody else's place of work, as in 'he got a job at a bank'."""


def _before(scene: Scene, mention: Mention, key: str) -> Mention | None:
    """The cue of that table right before the mention, adjectives between them let by."""
    message = scene.message
    segment = message.segment(mention.first)
    cues = message.between("trades", max(segment.first, mention.first - _REACH), mention.first)
    own = next((cue for cue in reversed(cues) if cue.key == key), None)
    if own is None:
        return None
    between = message.norms[own.last : mention.first]
    plain = all(word.isalnum() and word not in _STOPS for word in between)
    return own if plain and len(between) <= _ADJECTIVES else None


_ADJECTIVES = 3
_STOPS = frozenset(
    {"for", "with", "in", "to", "on", "of", "and", "who", "that", "from", "is", "are", "at", "about"}
)


def _names_more(scene: Scene, mention: Mention) -> bool:
    """Whether an everyday word only begins the name of a thing: 'our media files', 'my travel photos'."""
    message, index = scene.message, mention.last
    words = " ".join(message.norms[mention.first : mention.last])
    if words not in scene.lexicon.words("trades", "everyday") or index >= message.segment(mention.first).last:
        return False
    if message.tokens[index].kind is not TokenKind.WORD or message.norm(index) == "'s":
        return False
    return message.norm(index) not in scene.lexicon.words("trades", "after_business")


def _is_of_the_work(scene: Scene, mention: Mention) -> bool:
    """'lead generation in SaaS', or the industry as an item of its own beside a role: ', crypto,'."""
    message = scene.message
    before = mention.first - 1
    if message.norm(before) == "in":
        return any(message.ending(kind, before) is not None for kind in ("role", "skill"))
    segment = message.segment(mention.first)
    words = [i for i in range(segment.first, segment.last) if message.tokens[i].kind is TokenKind.WORD]
    others = [i for i in words if not mention.first <= i < mention.last]
    low, _ = message.sentence(mention.first)
    if ":" in message.norms[low : segment.first]:
        return False
    return (
        not scene.is_post
        and segment.opener in (Opener.COMMA, Opener.ASIDE)
        and message.has("role")
        and (
            all(message.norm(i) in ("b2b", "b2c", "and", "or", "industry") for i in others)
            or (segment.opener is Opener.ASIDE and len(others) <= 1)
        )
    )
