"""Tells a level that no role stands beside: 'experienced only', 'can be a beginner', 'above junior'."""

from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message


def is_said_by_itself(message: Message, mention: Mention) -> bool:
    """'…, experienced please', 'must be experienced', 'a beginner is totally ok', 'can be a student'."""
    if message.norm(mention.first).startswith("experience"):
        return _is_asked(message, mention)
    return _is_let_in(message, mention)


def _is_asked(message: Message, mention: Mention) -> bool:
    before, after = message.norm(mention.first - 1), message.norm(mention.last)
    be = before == "be" and message.norm(mention.first - 2) in _MUST
    return (before in _PAUSES and after in _ASKING) or (be and after in _ENDS)


_PAUSES = frozenset({"", ",", ".", ";", "-", "–", "(", "\n", "/"})
_ENDS = frozenset({"", ",", ".", ";", "-", "–", ")", "\n", "/", "and", "!"})
_MUST = frozenset({"must", "should", "to"})
_ASKING = frozenset({"only", "please", "pls", "preferred", "required", "preferably"})


def _is_let_in(message: Message, mention: Mention) -> bool:
    first, last = mention.first, mention.last
    first -= message.norm(first - 1) in ("a", "an", "even", "total", "complete")
    first -= message.norm(first - 1) in ("a", "an")
    if message.norm(first - 1) == "be" and message.norm(first - 2) in _MAY:
        return True
    last += message.norm(last) in ("is", "are", "would", "be")
    last += message.norm(last) in _WHOLLY
    return message.norm(last) in _FINE and message.norm(last + 1) not in _GOES_ON


_MAY = frozenset({"can", "could", "may", "might"})
_WHOLLY = frozenset(
    {"totally", "absolutely", "completely", "perfectly", "also", "fully", "entirely", "really"}
)
_FINE = frozenset({"ok", "okay", "fine", "welcome", "acceptable", "alright", "allowed"})
_GOES_ON = frozenset({"with", "for"})


def is_above(message: Message, mention: Mention) -> bool:
    """'any seniority above junior', 'more than a beginner': who is wanted is the next one up."""
    first = mention.first - (message.norm(mention.first - 1) in ("a", "an"))
    above = message.norms[max(0, first - 2) : first]
    if message.norm(first - len(above)) in _NOTHING or message.norm(first - len(above) - 1) in _NOTHING:
        return False
    return above[-1:] == ("above",) or above in _MORE_THAN


_NOTHING = frozenset({"nothing", "nobody", "noone", "none", "not", "no", "anyone", "anything", "never"})
_MORE_THAN = frozenset({("more", "than"), ("better", "than"), ("higher", "than"), ("over", "the")})
