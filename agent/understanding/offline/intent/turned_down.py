"""Knows when somebody is not to be hired: 'I wouldn't hire Olga', 'we don't want to work with 3'."""

from agent.understanding.offline.intent.evidence import Evidence
from agent.understanding.reading import Intent

_NOT = frozenset({"dont", "wont", "wouldnt", "never", "not", "didnt"})
_WILLING = frozenset({"want", "to", "like", "wish", "rather", "ever", "really", "think", "i", "we", "would"})
_PUT_OFF = frozenset({"yet", "now", "today", "until", "till", "before", "just"})
_WEIGHED = frozenset({"why", "if", "whether", "but"})
"""'Why don't we hire Maria?', 'not sure whether to hire Maria'."""


def denied_hand_off(e: Evidence) -> Intent | None:
    """What it wants that denies every word of hiring: somebody off the list, or a no for now."""
    norms, cues = e.scene.message.norms, e.cues("hand_off")
    if not cues or _WEIGHED & set(norms) or not all(_is_denied(norms, cue.first, cue.last) for cue in cues):
        return None
    return Intent.DECLINE if _PUT_OFF & set(norms) else Intent.DISMISS


def _is_denied(norms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a denial stands before a cue, or in it, with nothing but words of wishing between."""
    if _NOT & set(norms[first:last]):
        return True
    place = first - 1
    while place >= 0 and norms[place] in _WILLING:
        place -= 1
    return place >= 0 and norms[place] in _NOT
