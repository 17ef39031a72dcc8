"""The ways one name is written: with and without dots, as one word, in the plural, British and American."""

import re
from collections.abc import Collection, Iterator

from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.tokens import folded

SHORTEST_COMPACT = 6
"""Letters a name of several words needs to be known when written as one word."""


class Regional:
    """British spellings of American names, and the other way round."""

    def __init__(self, lexicon: Lexicon) -> None:
        words: dict[str, str] = lexicon.setting("regional", "words", "british")
        ends: dict[str, str] = lexicon.setting("regional", "ends", "british")
        self._words = {**words, **{british: american for american, british in words.items()}}
        self._ends = {**ends, **{british: american for american, british in ends.items()}}
        self._kept = lexicon.words("regional", "kept")
        self._known: dict[str, str] = {}

    def ways(self, name: str) -> Iterator[str]:
        """The name as the other side of the Atlantic writes it, where that differs."""
        words = name.casefold().split(" ")
        for word in words:
            if word not in self._known:
                self._known[word] = self._other(word)
        other = [self._known[word] for word in words]
        if other != words:
            yield " ".join(other)

    def _other(self, word: str) -> str:
        if word in self._kept:
            return word
        for stem, other in self._words.items():
            if stem in word and other not in word:
                return word.replace(stem, other)
        for end, other in self._ends.items():
            if word.endswith(end):
                return word.removesuffix(end) + other
        return word


def spellings_of(name: str, small_words: Collection[str] = ()) -> list[str]:
    """The folded ways to write a name: "Next.js" also as "next js", "Men's Wear" as "mens wear".

    A name that holds one of the `small_words` is not known by its parts: "in video editing" means no InVideo.
    """
    ways = {fold_name(name): None}
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", name)
    parts = spaced.casefold().split()
    if spaced != name and not any(part in small_words for part in parts):
        ways[fold_name(spaced)] = None
    for way in list(ways):
        if "&" in way:
            ways[way.replace("&", "and")] = None
        if " / " in way:
            ways[way.replace(" / ", " ")] = None
        if " 's " in way:
            ways[way.replace(" 's ", "s ")] = None
        if "." in way.strip("."):
            ways[way.replace(".", " ").strip()] = None
            ways[way.replace(".", "")] = None
        compact = way.replace(" ", "")
        if len(compact) >= SHORTEST_COMPACT and compact.isalnum():
            ways[compact] = None
    return list(ways)


def fold_name(name: str) -> str:
    """As `folded`, without cutting up a name that is plainly letters and spaces."""
    plain = name.isascii() and name.replace(" ", "").isalpha() and "  " not in name
    return name.lower() if plain else folded(name)


def plural(name: str) -> str:
    """The English plural of a name's last word."""
    if name.endswith(("s", "x", "ch", "sh")):
        return f"{name}es" if not name.endswith("s") else name
    if name.endswith("y") and len(name) > 2 and name[-2] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}s"


def women_in_german(title: str) -> Iterator[str]:
    """What one woman, and several, of a German title are called: 'Lektorin', 'Lektorinnen' for 'Lektor'."""
    if title.endswith(_OF_MEN):
        yield f"{title}in"
        yield f"{title}innen"


_OF_MEN = ("er", "or", "ist", "eur", "ekt", "ant", "ent", "graf", "loge")
