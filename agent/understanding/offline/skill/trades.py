"""Finds the industries the work is in: those a freelancer should know, and the client's own."""

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.role.needed_things import SOMEBODY
from agent.understanding.offline.skill.establishments import is_spoken_for
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
        if mention.key in found or _is_done(scene, mention) or not _is_wanted(scene, mention):
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


def _is_done(scene: Scene, mention: Mention) -> bool:
    """'can travel from Oman', 'to film our service': what somebody does, and no industry."""
    words = " ".join(scene.message.norms[mention.first : mention.last])
    before = scene.message.norm(mention.first - 1)
    return before in _BEFORE_VERBS and words in scene.lexicon.words("trades", "verbs")


_BEFORE_VERBS = frozenset({"to", "can", "could", "will", "would", "must", "should", "may", "might", "not"})


def _is_wanted(scene: Scene, mention: Mention) -> bool:
    message = scene.message
    for kind in ("role", "skill"):
        other = message.over(kind, mention.first, mention.last)
        if other is None:
            continue
        if kind == "role" and other.size == mention.size and is_who_they_are(scene, mention):
            continue
        is_tool = kind == "skill" and not scene.activities.has(other.key) and is_skill(scene, other)
        if other.size > mention.size or kind == "role" or is_tool:
            return False
        known = mention.key in scene.context.brief.industries
        own = cue_before(scene, mention, "own") is not None and is_business(scene, mention)
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
    if any(words in scene.lexicon.words("trades", key) for key in ("unmistakable", "matters")):
        return True
    if _is_of_the_work(scene, mention) or is_business(scene, mention) or is_spoken_for(scene, mention):
        return True
    low, high = message.sentence(mention.first)
    before = message.between("trades", max(low, mention.first - _REACH), mention.first)
    after = message.between("trades", mention.last, min(high, mention.last + 3))
    return any(cue.key == "experience" for cue in (*before, *after)) or was_worked_in(scene, mention)


def was_worked_in(scene: Scene, mention: Mention) -> bool:
    """'who recruited in healthcare before', 'who has taught at universities already'."""
    message = scene.message
    low, _ = message.sentence(mention.first)
    verb = mention.first - 2
    who = {"who", "that", "having"} & set(message.norms[max(low, verb - 2) : verb])
    leads = message.norm(mention.first - 1) in ("in", "at", "for")
    return leads and bool(who) and _is_past(message.norm(verb))


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in _PAST


_PAST = frozenset({"sold", "taught", "built", "wrote", "done", "made", "led", "run", "shot", "been"})


def is_who_they_are(scene: Scene, mention: Mention) -> bool:
    """'we are a solar installer': the client's trade, and nobody who is looked for."""
    own = cue_before(scene, mention, "own")
    return own is not None and own.size > 1 and scene.message.norm(own.first) in ("we", "i", "im", "were")


def _is_somebody_we_pay(scene: Scene, mention: Mention) -> bool:
    """'our insurer does not cover it', said beside the need: no business of the client's."""
    message = scene.message
    words = " ".join(message.norms[mention.first : mention.last])
    ours = message.norm(mention.first - 1) in ("our", "my", "the", "their")
    return ours and words in scene.lexicon.words("trades", "paid")


def _is_craft_of_role(scene: Scene, skill: Mention) -> bool:
    """'an accountant with Accounting experience': what the role itself does, and no industry."""
    message = scene.message
    if message.norms[max(0, skill.first - 2) : skill.first] == ("worked", "in"):
        return False
    following = message.at("trades", skill.last)
    if following is not None and message.norm(skill.last) != "experience":
        return False
    if message.norm(skill.last) in ("industry", "sector"):
        return False
    names = {m.key for m in message.of("role")} | {scene.context.brief.role}
    families = [f for name in names if (f := scene.knowledge.roles.get(name or "")) is not None]
    return any(skill.key in f.core_skills for f in families)


def is_business(scene: Scene, mention: Mention) -> bool:
    """The client's business, which the work is for: 'our fintech startup', 'for a café', 'a beauty brand'."""
    message = scene.message
    following = message.at("trades", mention.last)
    if following is not None and following.key == "business":
        return True
    if mention.size > 1 and message.over("trades", mention.last - 1, mention.last, "business") is not None:
        return True
    owner = cue_before(scene, mention, "own") or cue_before(scene, mention, "purpose")
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


def cue_before(scene: Scene, mention: Mention, key: str) -> Mention | None:
    """The cue of that table right before the mention, adjectives between them let by."""
    message = scene.message
    segment = message.segment(mention.first)
    cues = message.between("trades", max(segment.first, mention.first - _FARTHEST), mention.first)
    own = next((cue for cue in reversed(cues) if cue.key == key), None)
    if own is None:
        return None
    between = message.norms[own.last : mention.first]
    plain = all(word.isalnum() and word not in _STOPS for word in between)
    return own if plain and len(between) <= _ADJECTIVES else None


_ADJECTIVES = 3
_FARTHEST = 9
"""Tokens from the beginning of a cue to the business it tells: 'owner of a little family guesthouse'."""
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
