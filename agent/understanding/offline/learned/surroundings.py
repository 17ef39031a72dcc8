"""What the models of wishes and prices look at: the words around, and what the rules made of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.learned.seen_words import seen_words
from agent.understanding.offline.words.gazetteer import Mention

_NEAR = 4
"""Words to each side that are looked at one by one."""
_FAR = 15
"""Words to each side that are looked at all together: what decides stands near, and a sentence has no end."""
_BEFORE = 8
"""Words of the sentence before that are looked at."""


class Surroundings:
    """The words around any words of a message."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._words = seen_words(scene, lambda mention: not _is_plain_english(scene, mention))
        self._at = {i: place for place, word in enumerate(self._words) for i in range(word.first, word.last)}
        self._is_post = scene.is_post

    def features(self, first_token: int, last_token: int, kind: str, rule: str) -> Iterator[str]:
        """The features of tokens [first, last), `rule` being what the rules say of them."""
        first, last = self._at[first_token], self._at[last_token - 1] + 1
        start, end = (self._place(index) for index in self._scene.message.sentence(first_token))
        segment = self._scene.message.segment(first_token)
        clause = self._place(segment.first), self._place(segment.last)
        yield f"rule {rule}"
        yield f"rule {rule} {kind}"
        yield f"rule {rule} post {self._is_post}"
        yield kind
        left = self._texts(max(0, first - _NEAR), first)
        right = self._texts(last, last + _NEAR)
        for distance in range(1, _NEAR + 1):
            yield f"L{distance} {_last(left, distance)}"
            yield f"R{distance} {_first(right, distance)}"
        for size in (2, 3):
            yield f"L {' '.join(left[-size:])}"
            yield f"R {' '.join(right[:size])}"
        yield f"LR {_last(left, 1)} {_first(right, 1)}"
        low, high = max(start, first - _FAR), min(end, last + _FAR)
        yield from _all("l", self._texts(max(low, clause[0]), first))
        yield from _all("r", self._texts(last, min(high, clause[1])))
        yield from _all("sl", self._texts(low, first))
        yield from _all("sr", self._texts(last, high))
        yield from (f"before {word}" for word in self._texts(max(0, start - _BEFORE), start))

    def sides(self, index: int) -> Iterator[str]:
        """The three words before a token and the two after it."""
        place = self._at[index]
        left, right = self._texts(max(0, place - 3), place), self._texts(place + 1, place + 3)
        yield from (f"L{distance} {_last(left, distance)}" for distance in (1, 2, 3))
        yield from (f"R{distance} {_first(right, distance)}" for distance in (1, 2))

    def _place(self, index: int) -> int:
        return self._at.get(index, len(self._words))

    def _texts(self, first: int, last: int) -> list[str]:
        return [word.text for word in self._words[first:last]]


def _all(side: str, words: Sequence[str]) -> Iterator[str]:
    yield from (f"{side} {word}" for word in words)
    yield from (f"{side} {one} {other}" for one, other in pairwise(words))


def _last(words: Sequence[str], distance: int) -> str:
    return words[-distance] if distance <= len(words) else "^"


def _first(words: Sequence[str], distance: int) -> str:
    return words[distance - 1] if distance <= len(words) else "$"


def _is_plain_english(scene: Scene, mention: Mention) -> bool:
    """'make', 'go', 'access' in small letters: more often a word than a tool."""
    message = scene.message
    return (
        mention.size == 1
        and message.words(mention.first, mention.last).islower()
        and scene.activities.is_everyday(message.norm(mention.first))
    )
