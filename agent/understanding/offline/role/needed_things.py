"""Tells whether a thing said by itself is needed: 'I need a logo', '$300 for a logo'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.tokens import TokenKind

_REACH = 6


def is_needed(scene: Scene, mention: Mention) -> bool:
    """Whether a word of need stands before the thing with nothing but small words between."""
    message = scene.message
    low, high = message.sentence(mention.first)
    if is_for_somebody(scene, mention, low) or _is_item(scene, mention, low, high):
        return True
    if _is_paid(scene, mention, low, high):
        return True
    if message.norm(mention.last) in ("needed", "wanted", "required"):
        return True
    needs = [
        m
        for m in message.between("intents", max(low, mention.first - _REACH), mention.first)
        if m.key == "need"
    ]
    if needs:
        between = [message.norm(i) for i in range(needs[-1].last, mention.first)]
        return not any(
            word in ("for", "with", "my", "our", "who", "to", "on", "from", "in", "of") for word in between
        )
    begins = low == 0 or not scene.is_post
    ahead = range(low, mention.first)
    plain = all(_is_how_many(scene, i) or message.norm(i) in _PLAIN for i in ahead)
    return begins and (plain or (len(ahead) <= _AHEAD and _is_how_many(scene, low)))


_AHEAD = 2
_PLAIN = frozenset(
    {"simple", "basic", "small", "short", "little", "nice", "modern", "clean", "quick", "easy"}
)
"""Words that may stand before a thing a message begins with: 'simple website for my shop'."""


def _is_how_many(scene: Scene, index: int) -> bool:
    """'a', 'new', '10', 'three': what stands before a thing at the beginning of a message."""
    word = scene.message.norm(index)
    counted = scene.message.tokens[index].kind is TokenKind.NUMBER
    return counted or word in ("a", "an", "new") or word in scene.lexicon.setting("numbers", "ones", "values")


def _is_paid(scene: Scene, mention: Mention, low: int, high: int) -> bool:
    """'paying 12 cents a word for articles', '$300 for a logo': the thing that the money is for."""
    message, before = scene.message, mention.first - 1
    while before > low and message.norm(before) in (*_SMALL, "short", "simple", "long", "good", "new", "few"):
        before -= 1
    if message.norm(before) != "for":
        return False
    return any(low <= q.first < before and q.currency is not None for q in scene.quantities)


_SMALL = ("the", "a", "an", "some", "our", "my", "this")


def _is_item(scene: Scene, mention: Mention, low: int, high: int) -> bool:
    """'1) new logo', 'Backend.': little but the thing, in a message that asks for something."""
    message = scene.message
    words = [i for i in range(low, high) if message.tokens[i].kind is TokenKind.WORD]
    segment = message.segment(mention.first)
    alone = [i for i in range(segment.first, segment.last) if message.tokens[i].kind is TokenKind.WORD]
    if len(words) > mention.size + _ITEM and len(alone) > mention.size:
        return False
    return mention.first > 0 and bool(message.has("intents", "need") or message.has("skill"))


_ITEM = 2
"""Words an item may have besides the thing."""


def is_for_somebody(scene: Scene, mention: Mention, low: int) -> bool:
    """'someone for lead generation', 'for the tax return we need somebody'."""
    message = scene.message
    before = mention.first - 1
    if message.norm(before) in ("the", "a", "an", "our", "my"):
        before -= 1
    if message.norm(before) != "for":
        return False
    ahead = message.norms[max(low, mention.first - 3 * _REACH) : mention.first]
    after = message.norms[mention.last : mention.last + _REACH] if before == low else ()
    return bool(SOMEBODY & {*ahead, *after})


SOMEBODY = frozenset(
    {"someone", "somebody", "sb", "person", "people", "freelancer", "freelancers", "anyone", "anybody"}
)
