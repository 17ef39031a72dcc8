"""Tells what is allowed outside a place from what is barred there: 'people outside the EU are fine too'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention


def is_open_outside(scene: Scene, place: Mention) -> bool:
    """Whether it is fine to be elsewhere, so that the place limits nobody any more: 'outside Spain is ok'."""
    message = scene.message
    low, high = message.sentence(place.first)
    before = place.first - 1
    while before >= low and message.norm(before) in _SMALL:
        before -= 1
    if before < low or message.norm(before) not in _OUTSIDE:
        return False
    denied = set(message.norms[max(low, before - _REACH) : before]) & _DENIALS
    allowed = scene.near("people", "allowed", place.first, place.last, 0, _REACH)
    return not denied and (allowed or bool(_ALLOWED & set(message.norms[place.last : high][:_REACH])))


_OUTSIDE = frozenset({"outside", "beyond"})
_SMALL = frozenset({"the", "of", "in", "from"})
_ALLOWED = frozenset({"ok", "okay", "fine", "works", "acceptable", "possible", "welcome"})
_DENIALS = frozenset({"nobody", "noone", "no", "not", "none"})
_REACH = 5
