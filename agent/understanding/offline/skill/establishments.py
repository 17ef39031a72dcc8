"""Tells the client's own business where it is only named: a bakery that a sentence or a note begins with."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind

_BEFORE_ITS_NAME = 3
"""Words that may describe a business before it is named: 'two small family restaurants'."""

_BESIDE = 3
"""Words after it at the most where it is an item of a note: 'small bakery in Leeds'."""


def is_spoken_for(scene: Scene, mention: Mention) -> bool:
    """'A craft distillery in Cork is relaunching', 'Xero, 2 small restaurants', 'we (church in Lagos)'."""
    message = scene.message
    known = scene.lexicon.words("trades", "establishments")
    if not {" ".join(message.norms[i : mention.last]) for i in range(mention.first, mention.last)} & known:
        return False
    segment = message.segment(mention.first)
    first = next((i for i in range(segment.first, mention.first) if _is_spoken(scene, i)), mention.first)
    described = range(first, mention.first)
    if len(described) > _BEFORE_ITS_NAME or any(message.norm(i) in _NO_DESCRIPTION for i in described):
        return False
    if any(message.over(kind, i, i + 1) for i in described for kind in ("role", "heads", "cues")):
        return False
    after = [i for i in range(mention.last, segment.last) if _is_spoken(scene, i)]
    is_item = len(after) <= _BESIDE and all(message.norm(i) not in _SAYING for i in after)
    if message.norm(first) in ("the", "this", "that"):
        return False
    return is_item or message.norm(first) in ("a", "an") or first == mention.first


def _is_spoken(scene: Scene, index: int) -> bool:
    return scene.message.tokens[index].kind in (TokenKind.WORD, TokenKind.NUMBER)


_NO_DESCRIPTION = frozenset(
    {"for", "with", "in", "to", "on", "of", "and", "who", "that", "from", "is", "are", "at", "about", "by"}
)
_SAYING = frozenset({"has", "wants", "gives", "says", "said", "gave", "was", "were"})
"""Said of a business that is only spoken of: 'the bank gives me a loan'."""
