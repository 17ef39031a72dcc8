"""The names of a message, of whatever kind, by where they begin: what a cue can be said of."""

from collections.abc import Iterator

from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message, Segment
from agent.understanding.offline.words.tokens import TokenKind

_KINDS = (
    "skill",
    "role",
    "industry",
    "country",
    "demonym",
    "region",
    "city",
    "language",
    "people",
    "zone",
    "platforms",
)
_KINDS_OF_PEOPLE = frozenset({"expert", "intermediate", "entry", "agency", "individual"})
_MOST_BESIDES = 4
"""Tokens of an item of a list besides its name."""


class Names:
    """The longest name that begins at each token of a message."""

    def __init__(self, message: Message) -> None:
        self._message = message
        self._at: dict[int, Mention] = {}
        for kind in _KINDS:
            for mention in message.of(kind):
                if kind == "people" and mention.key not in _KINDS_OF_PEOPLE:
                    continue
                known = self._at.get(mention.first)
                if known is None or mention.last > known.last:
                    self._at[mention.first] = mention

    def at(self, index: int) -> Mention | None:
        """The name that begins at a token."""
        return self._at.get(index)

    def within(self, first: int, last: int) -> Iterator[Mention]:
        """The names in tokens [first, last), one after the other."""
        index = first
        while index < last:
            name = self._at.get(index)
            if name is not None and name.last <= last:
                yield name
                index = name.last
            else:
                index += 1

    def any(self, first: int, last: int) -> bool:
        """Whether there is a name in tokens [first, last)."""
        return next(self.within(first, last), None) is not None

    def something(self, first: int, last: int) -> bool:
        """Whether there is anything to be wanted or not: a name, a number, a date, a requirement's name."""
        message = self._message
        return (
            self.any(first, last)
            or any(message.tokens[i].kind is TokenKind.NUMBER for i in range(first, last))
            or bool(message.between("schedule", first, last) or message.between("slots", first, last))
        )

    def are_list(self, segment: Segment, kind: str) -> bool:
        """Whether a segment is one more item of a list of that kind: little but a name."""
        names = [name for name in self.within(segment.first, segment.last) if name.kind == kind]
        covered = sum(name.size for name in names)
        return (
            bool(names)
            and segment.last - segment.first - covered <= _MOST_BESIDES
            and not self._message.between("role", segment.first, segment.last)
        )
