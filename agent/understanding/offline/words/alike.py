"""Other ways to say the name of a role: a 'Klaviyo specialist' is also asked for as a 'Klaviyo person'."""

from collections.abc import Iterator
from itertools import product

from agent.understanding.offline.words.lexicon import Lexicon


class Alike:
    """The words of `alike.toml` that may stand for each other in a role's name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._last: dict[str, tuple[str, ...]] = {}
        self._anywhere: dict[str, tuple[str, ...]] = {}
        for table in lexicon.kinds["alike"].values():
            words = self._anywhere if table.settings.get("anywhere") else self._last
            words.update(dict.fromkeys(table.phrases, table.phrases))

    def names(self, name: str) -> Iterator[str]:
        """The folded name with other words for some of its own; only names of several words have any."""
        words = name.split(" ")
        if len(words) == 1:
            return
        ways = [self._anywhere.get(word, (word,)) for word in words[:-1]]
        ways.append(self._anywhere.get(words[-1]) or self._last.get(words[-1], (words[-1],)))
        for way in product(*ways):
            other = " ".join(way)
            if other != name:
                yield other
