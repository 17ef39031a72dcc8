"""Tells people there are already from those who are wanted: 'we have 17 managers', 'a two-person studio'."""

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind

_REACH = 5


def is_somebody_elses(scene: Scene, quantity: Quantity) -> bool:
    """'we have 17 managers', 'a tier 2 analyst', 'React Router 7 developer', '2 coders already'."""
    message, first = scene.message, quantity.core
    own = message.ending("people", quantity.first, reach=4)
    if own is not None and own.key == "own" and quantity.value > 1 and message.norm(own.last - 1) != "of":
        return True
    if _is_of_others(message, first):
        return True
    if message.norm(first - 1) in _GRADES or message.norms[first - 2 : first] in _WE_HAVE:
        return True
    after = message.norms[quantity.last : quantity.last + _SOON]
    if "already" in after or "later" in after:
        return True
    named = (
        message.ending("skill", quantity.first) is not None and message.at("people", quantity.last) is None
    )
    several = any(word.endswith("s") for word in after[:2])
    return named and not several and quantity.value > 1 and not quantity.spelled


def _is_of_others(message: Message, first: int) -> bool:
    """'a list of 500 designers', 'a staff of 15', 'to lead six engineers': whom it is about."""
    before = message.norms[max(0, first - _SOON) : first]
    if before[-2:-1] and before[-1] == "of" and before[-2] in _GROUPS and before[0] in _SOMEBODYS:
        return True
    if before[-1:] in (("of",), ("with",)):
        return len(before) > 1 and before[-2] in _LISTS_AND_TALKS
    return bool(before) and before[-1] in _LEADS


_LISTS_AND_TALKS = frozenset(
    {"list", "lists", "database", "directory", "panel", "interviews", "interview", "calls", "sessions"}
    | {"meetings", "survey", "surveys", "conversations"}
)
_GROUPS = frozenset(
    {"staff", "workforce", "family", "household", "class", "audience", "congregation", "membership", "cohort"}
)
_SOMEBODYS = frozenset({"my", "our", "their", "his", "her", "your", "its", "for", "with", "entire", "whole"})
_LEADS = frozenset({"lead", "manage", "mentor", "train", "coach", "supervise", "interview", "teach"})

_GRADES = frozenset(
    {"tier", "level", "grade", "phase", "stage", "class", "l", "band", "step", "type", "series", "big"}
)
_WE_HAVE = frozenset({("we", "have"), ("i", "have"), ("have", "got"), ("weve", "got"), ("ive", "got")})
_SOON = 3


def is_beside_one(scene: Scene, size: Mention, quantity: Quantity) -> bool:
    """'Go developer wanted. Team of 6 in Oslo': somebody for a team of so many that there is."""
    message = scene.message
    low, _ = message.sentence(size.first)
    before = message.between("intents", max(low, size.first - _REACH), size.first)
    if any(m.key == "need" for m in before):
        return False
    there = range(quantity.last, quantity.last + _REACH)
    roles = [m for m in message.of("role") if m.first not in there]
    people = [m for m in message.of("people") if m.key == "anyone" and m.last <= size.first]
    return any(not message.norm(m.last - 1).endswith("s") for m in (*roles, *people))


def says_more(scene: Scene, index: int) -> bool:
    """'6 of them [missing that day]': what some of others do, and nobody who is wanted."""
    message = scene.message
    if index >= len(message.tokens) or message.tokens[index].kind is not TokenKind.WORD:
        return False
    return message.norm(index) not in _AFTER_THEM


def is_compound(scene: Scene, quantity: Quantity) -> bool:
    """'a two-person studio': of so many, and not that many persons, but for 'a two-person job'."""
    message, last = scene.message, quantity.last
    if quantity.value <= 1 or message.norm(last) not in ("person", "man", "woman", "people"):
        return False
    if message.norm(last + 1) in _WORK:
        return False
    return "-" in message.text[message.tokens[last - 1].end : message.tokens[last].start]


_WORK = frozenset({"job", "jobs", "gig", "shoot", "assignment", "shift"})
AND_US = frozenset({("and", "me"), ("and", "us"), ("plus", "me"), ("including", "me"), ("devs", "and")})
_AFTER_THEM = frozenset(
    {
        "please", "actually", "for", "with", "to", "in", "then", "now", "who", "that", "would", "will",
        "should", "is", "are", "and", "or", "at", "from", "on", "ideally", "if", "only", "working", "full",
        "part", "maybe", "max", "instead", "as", "but", "not", "too", "today", "each", "this", "right",
        "sorry", "thanks", "total", "needed",
    }
)  # fmt: skip


def is_ours(scene: Scene, quantity: Quantity) -> bool:
    """Whether the sentence speaks of the client's own people: 'we have two designers, 3 of them …'."""
    low, high = scene.message.sentence(quantity.first)
    return any(m.key in ("own", "agency") for m in scene.message.between("people", low, high))
