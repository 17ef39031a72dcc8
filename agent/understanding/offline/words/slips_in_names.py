"""Puts right a slip in one word of a longer name, by the words beside it: 'Lain America', 'Raect Native'.

By itself such a word may be another word, or nobody's guess; with its neighbours it can only be the name.
"""

from collections.abc import Collection, Iterator, Sequence

from agent.understanding.offline.words.slips import put_right

_LONGEST = 5
"""Words of the longest names looked for."""


class SlipsInNames:
    """All names of two words and more, and the words they are made of."""

    def __init__(self, spellings: Collection[str]) -> None:
        self._spellings = spellings
        self._words = {word for spelling in spellings if " " in spelling for word in spelling.split(" ")}

    def meant(self, norms: Sequence[str], index: int, written: str) -> str | None:
        """The word of a name that `written` is a slip of, if the name is all there; None if none is.

        `norms` are the words of the message as far as they are put right. What is a name already stays.
        """
        meant = [word for word in put_right(written) if word in self._words]
        if not meant or self._size(norms, index, written):
            return None
        sizes = {word: self._size(norms, index, word) for word in dict.fromkeys(meant)}
        best = max(sizes, key=lambda word: (sizes[word], word == norms[index], word))
        return best if sizes[best] else None

    def _size(self, norms: Sequence[str], index: int, word: str) -> int:
        """How many words the longest name has that `word` at that place completes; 0 if it completes none."""
        return max((size for size, name in _around(norms, index, word) if name in self._spellings), default=0)


def _around(norms: Sequence[str], index: int, word: str) -> Iterator[tuple[int, str]]:
    """Every run of two words and more with the word in its place, and how many words it has."""
    for first in range(max(0, index - _LONGEST + 1), index + 1):
        for last in range(max(index + 1, first + 2), min(len(norms), first + _LONGEST) + 1):
            words = (*norms[first:index], word, *norms[index + 1 : last])
            yield last - first, " ".join(words)
