"""An amount of something as a message says it, and the words around numbers."""

from collections import defaultdict
from dataclasses import dataclass

from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.message import Message

TIME_UNITS = frozenset({"hour", "day", "week", "month", "year", "quarter", "fortnight", "sprint", "weekend"})


PERS = {
    "per_hour": "hour",
    "per_week": "week",
    "per_fortnight": "fortnight",
    "per_month": "month",
    "per_day": "day",
    "per_year": "year",
    "per_piece": "piece",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """So much of something, in tokens [first, last).

    `low` and `high` are its ends (None: open), `step` is +1 or -1 where it is so much more or less than
    now, `bounded` says that words such as "under" gave it one end, `core` is where the number stands, and
    `scale` is the thousand, lakh or million it was told in.
    """

    low: float | None
    high: float | None
    first: int
    last: int
    core: int
    unit: str | None = None
    per: str | None = None
    currency: str | None = None
    about: bool = False
    bounded: bool = False
    vague: bool = False
    step: int = 0
    spelled: bool = False
    scale: float = 1.0

    @property
    def value(self) -> float:
        """The number said, or the upper of two."""
        return self.high if self.high is not None else self.low or 0.0

    @property
    def scaled(self) -> bool:
        """Whether it was told in thousands or the like."""
        return self.scale > 1

    @property
    def in_lakhs(self) -> bool:
        """Whether it was told in lakhs or crores, as rupees are."""
        return self.scale in _INDIAN

    @property
    def is_bare(self) -> bool:
        """Whether nothing says what it is of."""
        return self.unit is None and self.per is None and self.currency is None

    @property
    def is_range(self) -> bool:
        """Whether two different ends were said."""
        return self.low is not None and self.high is not None and self.low != self.high


_INDIAN = (100_000.0, 10_000_000.0)


@dataclass(frozen=True, slots=True)
class Cues:
    """The quantity words of a message by where they begin and where they end."""

    starts: dict[int, list[Mention]]
    ends: dict[int, list[Mention]]

    def at(self, index: int, *keys: str) -> Mention | None:
        return next((m for m in self.starts.get(index, ()) if m.key in keys), None)

    def before(self, index: int, *keys: str) -> Mention | None:
        return next((m for m in self.ends.get(index, ()) if m.key in keys), None)


def cues_of(message: Message) -> Cues:
    """The quantity words of a message."""
    starts: dict[int, list[Mention]] = defaultdict(list)
    ends: dict[int, list[Mention]] = defaultdict(list)
    for mention in message.of("quantities"):
        starts[mention.first].append(mention)
        ends[mention.last].append(mention)
    return Cues(starts, ends)
