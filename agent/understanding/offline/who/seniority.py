"""Finds how senior a freelancer must be: 'senior', 'not a junior', 'intermediate level'."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.who.levels_by_themselves import is_above, is_said_by_itself
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from store.nouns.brief import Seniority, Slot

_LEVELS = {"expert": Seniority.EXPERT, "intermediate": Seniority.INTERMEDIATE, "entry": Seniority.ENTRY}


_BELOW = {Seniority.ENTRY: Seniority.INTERMEDIATE, Seniority.INTERMEDIATE: Seniority.EXPERT}


def level_mentions(scene: Scene) -> Iterator[Mention]:
    """The words of the message that mean a level of seniority."""
    doubtful = scene.lexicon.words("people", "doubtful_level")
    for mention in scene.message.of("people"):
        if mention.key not in _LEVELS or inside_another_name(scene, mention) or scene.is_dated(mention.first):
            continue
        excluded = _is_excluded(scene, mention)
        before = scene.message.norm(mention.first - 1)
        if (before in ("too", "more", "less") and not excluded) or _is_ours(scene, mention):
            continue
        if _is_of_others(scene, mention):
            continue
        words = words_of(scene.message, mention)
        if words in doubtful and not excluded and not _is_level(scene, mention):
            continue
        yield mention


def _is_of_others(scene: Scene, mention: Mention) -> bool:
    """'an app for seniors', 'a junior football club', 'a senior law partner': no freelancer's level."""
    message = scene.message
    if message.norm(mention.last) in scene.lexicon.words("people", "no_level"):
        return message.at("role", mention.last) is None
    aged = message.norms[mention.first : mention.last] in (("seniors",), ("juniors",))
    first = mention.first - (2 if message.norm(mention.first - 1) in ("and", "or") else 0)
    return aged and message.norm(first - 1) in ("for", "of", "by", "among", "older")


def _is_excluded(scene: Scene, mention: Mention) -> bool:
    """'no juniors', 'nobody junior', 'a junior is too risky'."""
    before = scene.message.norms[max(0, mention.first - 2) : mention.first]
    if before[-1:] and before[-1] in _BENEATH:
        return False
    if before == ("not", "too") or _is_too_much(scene.message, mention):
        return True
    nobody = before[-1:] in (("nobody",), ("noone",)) or before == ("no", "one")
    return nobody or scene.stance(mention.first, mention.last).excluded


def _is_too_much(message: Message, mention: Mention) -> bool:
    """'a junior is too risky', 'seniors would be too expensive'."""
    after = message.norms[mention.last : mention.last + 3]
    return after[:2] in (("is", "too"), ("are", "too")) or after == ("would", "be", "too")


_BENEATH = frozenset({"below", "under", "beneath"})
"""Before a level: whoever is below it is not wanted."""


def _is_ours(scene: Scene, mention: Mention) -> bool:
    """'I have a lead dev', 'our senior designer': somebody who is there already."""
    own = scene.message.ending("people", mention.first, reach=5)
    return own is not None and own.key == "own" and scene.message.norm(own.first) in _OURS


_OURS = frozenset({"our", "my", "we", "i", "their", "his", "her"})


def _is_level(scene: Scene, mention: Mention) -> bool:
    """Whether 'expert', 'lead' or 'experienced' stands before what a freelancer is called."""
    message, index = scene.message, mention.last
    if (
        message.norm(mention.first - 1) in ("our", "my", "your", "the")
        and message.norm(mention.first) == "lead"
    ):
        return False
    for _ in range(4):
        if message.names_somebody(index):
            return True
        people = message.at("people", index)
        if people is not None and people.key == "anyone":
            return message.norm(mention.first) in ("experienced", "intermediate", "beginner", "mid")
        if message.norm(index) in ("level", "or"):
            return True
        skill = message.at("skill", index)
        if skill is not None:
            index = skill.last
        elif message.norm(index) in (",", "and", "/"):
            index += 1
        else:
            break
    allowed = scene.near("people", "allowed", mention.last, mention.last, 0, 3)
    somebody = message.ending("people", mention.first)
    if allowed or (somebody is not None and somebody.key == "anyone"):
        return words_of(message, mention) in _OF_SOMEBODY and not _is_in_something(message, mention)
    if scene.context.brief.seniority is not None and _is_put_right(scene, mention):
        return True
    if message.norm(mention.first) == "intermediate" and _is_said_of_somebody(scene, mention):
        return True
    if message.norm(mention.first) in _MIDDLING and _is_all_of_an_item(message, mention):
        return True
    if words_of(message, mention) in _OF_SOMEBODY and is_said_by_itself(message, mention):
        return True
    alone = message.segment(mention.first)
    words = " ".join(message.norm(i) for i in range(mention.first, mention.last))
    if alone.last - alone.first <= mention.size + 2 and (
        scene.asked is Slot.SENIORITY or len(message.tokens) <= 4
    ):
        return words != "lead" and (words != "medium" or scene.asked is Slot.SENIORITY)
    return False


def _is_put_right(scene: Scene, mention: Mention) -> bool:
    """'make it intermediate', 'I misspoke, it is intermediate': instead of the level held."""
    cue = scene.message.ending("edits", mention.first)
    return cue is not None and cue.key == "instead" and not scene.message.has("language")


def _is_all_of_an_item(message: Message, mention: Mention) -> bool:
    """'svelte front end, mid, full time', 'Level: mid', 'Seniority > mid'."""
    told = message.norm(mention.first - 1) in (":", ">")
    ends = message.norm(mention.last) in (",", ".", ";", "", "\n")
    labelled = told and (ends or message.norm(mention.first - 2) in _LABELS)
    return labelled or message.fills_clause(mention.first, mention.last)


_MIDDLING = frozenset({"mid", "intermediate"})
_LABELS = frozenset({"level", "seniority", "experience"})


def _is_in_something(message: Message, mention: Mention) -> bool:
    """'somebody experienced in X' has worked with it, at whatever level."""
    return message.norm(mention.last) in ("in", "with")


_OF_SOMEBODY = _MIDDLING | {
    "experienced",
    "beginner",
    "beginners",
    "student",
    "students",
    "graduate",
    "newbie",
}


def words_of(message: Message, mention: Mention) -> str:
    """The folded words of a mention."""
    return " ".join(message.norms[mention.first : mention.last])


def _is_said_of_somebody(scene: Scene, mention: Mention) -> bool:
    """'someone intermediate', 'the level is intermediate', where no language is what the level is of."""
    message = scene.message
    low, high = message.sentence(mention.first)
    if message.between("language", low, high):
        return False
    before = message.ending("people", mention.first, reach=3)
    somebody = before is not None and before.key == "anyone"
    level = any(m.key == "seniority" for m in message.between("slots", low, mention.first))
    they = message.norms[mention.first - 3 : mention.first][-3:] if mention.first >= _THEY_ARE else ()
    return somebody or level or (they[:1] == ("they",) and they[-1:] == ("be",))


_THEY_ARE = 3
"""Tokens of 'they should be', before the level."""


def find_seniority(scene: Scene) -> Iterator[Finding]:
    """The levels asked for; one that is ruled out stands for the next one up."""
    doubtful = scene.lexicon.words("people", "doubtful_level")
    for mention in level_mentions(scene):
        message = scene.message
        if message.norm(mention.first - 1) in ("more", "less"):
            continue
        level = _LEVELS[mention.key]
        stance = scene.stance(mention.first, mention.last)
        if stance.unneeded and message.norm(mention.first) != "no":
            continue  # but 'no prior experience' is a level by its own word
        uncertain = stance.unsure
        words = " ".join(message.norm(i) for i in range(mention.first, mention.last))
        if _is_excluded(scene, mention):
            above = _BELOW.get(level)
            if above is None:
                continue
            held = scene.context.brief.seniority
            level = held if held is not None and held is not level else above
            uncertain = True
        elif words in doubtful:
            uncertain = uncertain or words in ("experienced", "lead")
        elif is_above(message, mention):
            level = _BELOW.get(level, level)
        hard = True if message.norm(mention.first - 1) in _BENEATH else stance.hard
        yield Finding(Slot.SENIORITY, level, mention.first, mention.last, hard=hard, uncertain=uncertain)


def inside_another_name(scene: Scene, mention: Mention) -> bool:
    """Whether the word is part of a longer name: the lead of 'lead generation'."""
    for kind in ("skill", "role", "record", "industry"):
        for back in range(3):
            other = scene.message.at(kind, mention.first - back)
            if other is not None and other.size > mention.size and other.last >= mention.last:
                return kind != "role" or (
                    mention.key == "expert"
                    and scene.message.norm(mention.first)
                    in (
                        "lead",
                        "expert",
                        "experts",
                    )
                )
    return False
