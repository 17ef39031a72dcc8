"""Tells a language that is but to be read: 'who reads Arabic', 'German is needed for reading tickets'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.who.language_trades import has_language_trade
from agent.understanding.offline.words.gazetteer import Mention


def is_only_read(scene: Scene, mention: Mention) -> bool:
    """Whether reading is all that is said of a language, and no trade asked for is done in it."""
    message = scene.message
    low, high = message.segment(mention.first).first, message.segment(mention.first).last
    reads = message.norm(mention.first - 1) in _READ or message.norm(mention.last) in _READING
    if not reads:
        following = message.norms[mention.last : min(high, mention.last + _REACH)]
        reads = "reading" in following and following[following.index("reading") - 1 :][:1] == ("for",)
    if not reads or _MORE & set(message.norms[low:high]):
        return False
    return not scene.once(has_language_trade)


_READ = frozenset({"reads", "reading"})
_READING = frozenset({"reading", "reader", "readers"})
_MORE = frozenset({"write", "writes", "writing", "written", "speak", "speaks", "speaking", "spoken"})
"""What else is done in a language that is not only read."""

_REACH = 5
"""Tokens of 'is only needed for reading'."""
