"""Tells the numbers that count things from bare prices: '10k images', '14 supplier price lists'."""

from itertools import takewhile

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.findings import Scene
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind

SHORTEST_PLURAL = 4
_MANY = 100_000.0
"""From here on a number may count things of two words: 'two million airline passengers'."""

_FARTHEST = 3
"""Words from a number to the plural it counts: '14 old price lists'."""


def counts_things(scene: Scene, quantity: Quantity) -> bool:
    """Whether a bare number is followed by what it counts."""
    if scene.message.norm(quantity.last) in scene.lexicon.words("quantities", "counted"):
        return True
    if _measures_something(scene.message, quantity):
        return True
    return (
        _counts_plural(scene, quantity) or _counts_noun(scene, quantity) or _counts_followers(scene, quantity)
    )


def _measures_something(message: Message, quantity: Quantity) -> bool:
    """'24x24', '1080 x 1920': one side of a picture."""
    joined = message.norm(quantity.last)
    if not quantity.is_bare:
        return False
    if joined[:1] == "x" and joined[1:].isdigit():
        return True
    beside = message.norm(quantity.last + 1) if joined in _TIMES else message.norm(quantity.first - 2)
    return (joined in _TIMES or message.norm(quantity.first - 1) in _TIMES) and beside.isdigit()


_TIMES = frozenset({"x", "×"})


def _counts_plural(scene: Scene, quantity: Quantity) -> bool:
    """'about 1M companies', '10k images': a plural right behind the number says what it counts."""
    message, last = scene.message, quantity.last
    if last >= len(message.tokens) or message.tokens[last].kind is not TokenKind.WORD:
        return False
    if quantity.scaled and quantity.value >= _MANY and message.at("money", last) is None:
        last += message.tokens[last + 1 : last + 2] != () and message.norm(last + 1).endswith("s")
    return (
        _is_plural(scene, message.norm(last))
        and message.at("currency", last) is None
        and message.at("money", last) is None
    )


def _counts_noun(scene: Scene, quantity: Quantity) -> bool:
    """'14 supplier price lists', '50k concurrent users': words of a first message that can be of no price."""
    message, last = scene.message, quantity.last
    if scene.context.brief.terms or scene.asked is not None or not quantity.is_bare or quantity.bounded:
        return False
    if _is_after_price(scene, quantity):
        return False
    small = scene.lexicon.words("common", "function_words")
    segment = message.segment(quantity.core)
    end = min(last + _FARTHEST, segment.last, len(message.tokens))
    following = takewhile(lambda i: message.tokens[i].kind is TokenKind.WORD, range(last, end))
    words = [message.norm(i) for i in following]
    if not words or words[0] in small or any(message.at(kind, last) is not None for kind in _OF_PRICES):
        return False
    plural = next((i for i, word in enumerate(words) if _is_plural(scene, word)), None)
    if plural is not None:
        return not any(word in small for word in words[:plural])
    return quantity.scaled and all(message.at(kind, last) is None for kind in ("money", "schedule"))


_OF_PRICES = ("currency", "quantities", "units")


def _is_after_price(scene: Scene, quantity: Quantity) -> bool:
    """'budget 500 shared between us', 'paying 40 …': a word of price right before."""
    cue = scene.message.ending("money", quantity.first)
    return cue is not None and cue.key in ("budget", "fixed", "hourly") and not _is_had(scene, quantity)


def _is_had(scene: Scene, quantity: Quantity) -> bool:
    return scene.message.norm(quantity.first - 1) in ("have", "had", "got", "spend")


def _counts_followers(scene: Scene, quantity: Quantity) -> bool:
    """'we have 12k on YouTube': those who follow there."""
    message, after = scene.message, quantity.last + 1
    named = message.norm(quantity.last) == "on" and quantity.is_bare
    return named and any(message.at(kind, after) is not None for kind in ("skill", "products", "topics"))


def _is_plural(scene: Scene, word: str) -> bool:
    if word in scene.lexicon.words("quantities", "verbs"):
        return False
    return len(word) >= SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss")
