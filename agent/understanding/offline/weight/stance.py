"""How much each word of a message is wanted: cues painted over the tokens they reach.

A cue reaches from where it stands to the end of its segment and on through a list ("no PHP, Perl or
Java"), or back over the list before it ("React, Node and TypeScript required"). A heading that ends in a
colon reaches the lines below it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.understanding.offline.weight.painting import Painter
from agent.understanding.offline.weight.stance_cues import CueReader
from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.message import Message


@dataclass(frozen=True, slots=True)
class Stance:
    """What the cues say of some words. `hard` is None where nothing says it."""

    excluded: bool = False
    unneeded: bool = False
    hard: bool | None = None
    unsure: bool = False

    @property
    def liked(self) -> bool:
        """Whether it is a preference, or not surely more."""
        return self.hard is False or (self.unsure and self.hard is None)


class StanceReader:
    """Reads the stance of every word of a message."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cues = CueReader(lexicon)

    def read(self, message: Message) -> "Stances":
        """The stance of every token."""
        return Stances(Painter(message, self._cues.read(message), self._lexicon).paint())


class Stances:
    """The stance of any stretch of tokens."""

    def __init__(self, painted: Mapping[str, list[str]]) -> None:
        self._painted = painted

    def of(self, first: int, last: int) -> Stance:
        """What the cues say of tokens [first, last)."""
        want = self._first("want", first, last)
        strength = self._first("strength", first, last)
        return Stance(
            excluded=want == "exclude",
            unneeded=want == "unneeded" and strength != "nice",
            hard=None if not strength else strength == "must",
            unsure=bool(self._first("doubt", first, last)),
        )

    def _first(self, dimension: str, first: int, last: int) -> str:
        painted = self._painted[dimension]
        return next((painted[i] for i in range(first, last) if painted[i]), "")
