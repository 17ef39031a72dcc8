"""What the parts of the reader find, before it becomes the Reading's changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from agent.understanding.offline.amounts.quantity import Quantity
from agent.understanding.offline.role.activities import Activities
from agent.understanding.offline.role.likeness import WorkWords
from agent.understanding.offline.weight.stance import Stance, Stances
from agent.understanding.offline.when.clocks import Hours
from agent.understanding.offline.when.periods import Period
from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.message import Message
from agent.understanding.offline.words.tokens import TokenKind
from agent.understanding.reading import ChangeValue, Context, Operation
from store.knowledge import Knowledge
from store.nouns.brief import Slot
from store.search.tokens import words

Fact = TypeVar("Fact")

LONGEST_TITLE = 12
"""Tokens of a first sentence that may be a title though the text goes on in the same line."""

LONGEST_NOTE = 8
"""Tokens of a message that is but a few keywords."""

SHORTEST_POST = 45
"""Tokens from which a first message is read as a post."""


_PLACING = ("country", "demonym", "region", "city", "language")
"""Names that tell where and in what language, and nothing of the work."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A change to one slot, said in tokens [first, last)."""

    slot: Slot
    value: ChangeValue | None
    first: int
    last: int
    operation: Operation = Operation.SET
    hard: bool | None = None
    uncertain: bool = False
    replaces: tuple[str, ...] = ()
    factor: float | None = None
    delta: float | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class ToldWord:
    """A word that counts, as word searches write it, and its token."""

    text: str
    index: int


@dataclass(frozen=True)
class Scene:
    """A message with all that was made of it, in its context: what every finder looks at."""

    message: Message
    context: Context
    knowledge: Knowledge
    lexicon: Lexicon
    activities: Activities
    work_words: WorkWords
    stances: Stances
    quantities: Sequence[Quantity]
    periods: Sequence[Period]
    hours_of_day: Sequence[Hours] = ()
    language: str = "en"
    misspelled: frozenset[int] = frozenset()
    unknown: frozenset[int] = frozenset()
    """Words with capitals or marks that no dictionary has."""
    is_plain: bool = True
    """Whether most of its words are words that are known."""
    _facts: dict[Callable[["Scene"], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, fact: Callable[["Scene"], Fact]) -> Fact:
        """What a function makes of the whole scene, made once: for what is asked at every token or name."""
        if fact not in self._facts:
            self._facts[fact] = fact(self)
        known: Fact = self._facts[fact]
        return known

    @property
    def asked(self) -> Slot | None:
        """The slot of the question just asked."""
        return None if self.context.question is None else self.context.question.slot

    @cached_property
    def told(self) -> tuple[ToldWord, ...]:
        """The words that count, in order: without the small ones, amounts, dates, places and languages."""
        placed = {i for kind in _PLACING for m in self.message.of(kind) for i in range(m.first, m.last)}
        return tuple(
            ToldWord(word, index)
            for index, token in enumerate(self.message.tokens)
            if token.kind is TokenKind.WORD and index not in placed and not self.is_measured(index, index + 1)
            for word in words(token.norm)
        )

    @cached_property
    def coins_apart(self) -> frozenset[str]:
        """The currencies that are named outside of any amount or date."""
        taken = {index for each in self.quantities for index in range(each.first, each.last)}
        taken |= {index for each in self.periods for index in range(each.first, each.last)}
        named = self.message.of("currency")
        return frozenset(m.key for m in named if not any(i in taken for i in range(m.first, m.last)))

    @cached_property
    def coins_of_places(self) -> frozenset[str]:
        """The currencies of the countries, their people and their cities that are named."""
        countries, cities = self.knowledge.countries, self.knowledge.cities
        named = {m.key for kind in ("country", "demonym") for m in self.message.of(kind)}
        named |= {cities[int(m.key)].country for m in self.message.of("city")}
        return frozenset(countries[code].currency for code in named)

    @cached_property
    def beginning(self) -> int:
        """The first token after what one starts a sentence with: the 'who' of 'ok, and who …'; else 0."""
        starts = self.lexicon.words("intents", "sentence_starts")
        return next((i for i, word in enumerate(self.message.norms) if word not in starts), 0)

    def stance(self, first: int, last: int) -> Stance:
        """How much tokens [first, last) are wanted."""
        return self.stances.of(first, last)

    def near(self, kind: str, key: str, first: int, last: int, before: int, after: int) -> bool:
        """Whether a cue of that table stands up to so many tokens before `first` or after `last`.

        It must be in the same sentence.
        """
        low, high = self.message.sentence(first)
        low, high = max(low, first - before), min(high, last + after)
        cues = (*self.message.between(kind, low, first), *self.message.between(kind, last, high))
        return any(cue.key == key for cue in cues)

    def is_measured(self, first: int, last: int) -> bool:
        """Whether the tokens are part of a quantity or a date, such as the 'hr' of '$20/hr'."""
        return any(q.first < last and first < q.last for q in self.quantities) or any(
            p.first < last and first < p.last for p in self.periods
        )

    def is_dated(self, index: int) -> bool:
        """Whether a token is part of a date."""
        return any(period.first <= index < period.last for period in self.periods)

    def is_priced(self, index: int) -> bool:
        """Whether a token is part of an amount of something that is named: '4 hours', '$4'."""
        named = (q for q in self.quantities if q.unit or q.per or q.currency or q.bounded or q.about)
        return any(q.first <= index < q.last for q in named)

    @property
    def is_fragment(self) -> bool:
        """Whether the message is a few words, such as an answer would be."""
        return len(self.message.tokens) <= 6

    def is_title(self, first: int) -> bool:
        """Whether a sentence that begins at a token is the title: a first line, or a first few words."""
        if first != 0:
            return False
        _, last = self.message.sentence(0)
        return last <= LONGEST_TITLE or self.message.tokens[last - 1].kind is TokenKind.BREAK

    @property
    def is_brief_note(self) -> bool:
        """Whether the message is a line of keywords: 'senior ios berlin 12 weeks'."""
        return len(self.message.tokens) <= LONGEST_NOTE

    @property
    def is_post(self) -> bool:
        """Whether the message is a first one, and long: a post rather than something said."""
        return not self.context.brief.terms and len(self.message.tokens) >= SHORTEST_POST
