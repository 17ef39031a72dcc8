"""Tells a person's name from a skill's: the client may be called Ruby, Jasmine or Django."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention


def is_somebodys_name(scene: Scene, mention: Mention) -> bool:
    """'my client is called Ruby', 'Ruby, my partner', 'my name is Jasmine': a person, and no skill."""
    message = scene.message
    if mention.size > 1:
        return False
    first, before = mention.first, message.norms[max(0, mention.first - 4) : mention.first]
    if before[-3:] in _I_AM_CALLED:
        return True
    begins = first - 2 == message.sentence(first)[0]
    if begins and before[-2:] == ("this", "is") and message.norm(mention.last) in _WHENCE:
        return True
    if not message.words(first, mention.last)[0].isupper():
        return False
    people = scene.lexicon.words("ordinary", "persons")
    if before[-1:] in (("called",), ("named",)) or before[-2:] == ("name", "is"):
        low, _ = message.sentence(first)
        return bool(set(message.norms[low:first]) & people)
    if before[-1:] and before[-1] in people and before[-2:-1] and before[-2] in ("my", "our", "her", "his"):
        return True
    after = message.norms[mention.last : mention.last + 4]
    if after[:1] == (",",) and after[1:2] in (("my",), ("our",)):
        return bool(set(after[2:]) & people)
    return after[:1] == ("here",) and first == message.sentence(first)[0]


_WHENCE = frozenset({"from", "at", "here"})
"""'This is Ruby from accounts'."""
_I_AM_CALLED = frozenset({("my", "name", "is"), ("i", "am", "called"), ("my", "name", "'s")})
