"""Words that nearly decide what a question is about: "escrow", "GDPR", "money back"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_ANY_ENDING = "*"

_WORD, _WORDS = 0.3, 0.42
"""What a cue of one word adds to a topic's score, and one of several."""
_FURTHER = 0.15
"""What each further cue adds."""
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Cue:
    """Words in a row; with `open_end` the last may go on: 'refund' also stands for 'refunded'."""

    topic: str
    words: tuple[str, ...]
    open_end: bool

    def begins_at(self, words: Sequence[str], place: int) -> bool:
        """Whether the cue stands there."""
        said = tuple(words[place : place + len(self.words)])
        if said == self.words:
            return True
        return (
            self.open_end
            and len(said) == len(self.words)
            and said[:-1] == self.words[:-1]
            and said[-1].startswith(self.words[-1])
        )


@dataclass(frozen=True)
class Cues:
    """All topics' cues, by the first letters they can be found by."""

    _by_word: Mapping[str, tuple[Cue, ...]]
    _by_beginning: tuple[Cue, ...]

    def scores(self, words: Sequence[str]) -> dict[str, float]:
        """What the cues in these words add to the topics they speak for."""
        found: dict[str, set[Cue]] = {}
        for place in range(len(words)):
            for cue in self._at(words, place):
                found.setdefault(cue.topic, set()).add(cue)
        return {topic: _worth(cues) for topic, cues in found.items()}

    def _at(self, words: Sequence[str], place: int) -> Iterator[Cue]:
        for cue in (*self._by_word.get(words[place], ()), *self._by_beginning):
            if cue.begins_at(words, place):
                yield cue


def gather(cues: Sequence[Cue]) -> Cues:
    """The cues, ready to be looked for."""
    by_word: dict[str, list[Cue]] = {}
    beginnings: list[Cue] = []
    for cue in cues:
        if not cue.words:
            continue
        if cue.open_end and len(cue.words) == 1:
            beginnings.append(cue)
        else:
            by_word.setdefault(cue.words[0], []).append(cue)
    return Cues({word: tuple(found) for word, found in by_word.items()}, tuple(beginnings))


def written_cue(topic: str, text: str, words: Sequence[str]) -> Cue:
    """The cue that `text` writes, `words` being those of it."""
    return Cue(topic, tuple(words), text.rstrip().endswith(_ANY_ENDING))


def _worth(cues: set[Cue]) -> float:
    best = max(_WORDS if len(cue.words) > 1 else _WORD for cue in cues)
    return min(_MOST, best + _FURTHER * (len(cues) - 1))
