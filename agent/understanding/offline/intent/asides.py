"""Knows a sentence that speaks of something else: the weather, the office, somebody hired long ago.

"The roof leaks again" tells of the client's day, and words in it that could name work, a record or a person
name none. Such a sentence has a subject of its own, wants nothing, and points at nobody on the list.
"""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention

_WEIGHTS = frozenset({"must", "required", "nice", "preferred", "unneeded", "not_needed"})
_CHANGES = frozenset({"drop", "relax", "tighten", "replace"})
_BESIDE = frozenset({"also", "greeting", "smalltalk", "question", "vague_need", "work_nouns", "elsewhere"})
_SAID_FIRST = frozenset({"confirm", "decline", "declines_question"})
"""A yes, a no or a shrug is one where a sentence begins with it."""


def is_aside(scene: Scene, first: int, last: int) -> bool:
    """Whether the sentence of tokens [first, last) sounds like one; it is one if nothing was read from it."""
    message = scene.message
    if "?" in message.norms[first:last] or not _tells(scene, first, last):
        return False
    if message.between("slots", first, last) or message.between("relative", first, last):
        return False
    if any(m.key == "pronouns" for m in message.between("references", first, last)):
        return False
    weighed = any(m.key in _WEIGHTS for m in message.between("cues", first, last))
    changed = any(m.key in _CHANGES and not _is_bare(scene, m) for m in message.between("edits", first, last))
    return not weighed and not changed and not _orders(scene, first, last)


def _tells(scene: Scene, first: int, last: int) -> bool:
    """Whether it has a subject of its own: 'we moved …', 'the neighbours are …', 'you would not …'."""
    words = scene.lexicon.words("intents", "sentence_starts")
    while first < last and scene.message.norm(first) in words:
        first += 1
    norms = scene.message.norms[first:last]
    return norms[:1] != () and (norms[0] in scene.lexicon.words("intents", "tellers") or norms[:3] in _LISTEN)


_LISTEN = frozenset({("you", "would", "not"), ("you", "wouldnt", "believe"), ("you", "wont", "believe")})


def _is_bare(scene: Scene, mention: Mention) -> bool:
    """'not' and 'no' within a sentence change nothing by themselves."""
    return scene.message.norm(mention.first) in ("not", "no", "any")


def _orders(scene: Scene, first: int, last: int) -> bool:
    """Whether it asks for something, or answers."""
    cues = scene.message.between("intents", first, last)
    beside = [c for c in cues if c.key in _BESIDE or (c.key in _SAID_FIRST and c.first > first)]
    return any(not any(b.first <= c.first and c.last <= b.last for b in beside) for c in cues)
