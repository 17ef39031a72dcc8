"""Finds every known name and cue in a message in one pass (Aho and Corasick 1975)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import ahocorasick

from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.names import Named, all_names
from agent.understanding.offline.words.tokens import Token, TokenKind
from store.knowledge import Knowledge

_LONGEST_CODE = 4
"""Letters of a code; a longer word in capitals beside one means that the passage is shouted."""


class Mention(NamedTuple):
    """Tokens [first, last) that are a phrase of `kind`; `key` says which."""

    kind: str
    key: str
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many tokens it covers."""
        return self.last - self.first


_BY_KEY = frozenset(
    {
        "places",
        "people",
        "languages",
        "trades",
        "ordinary",
        "topics",
        "slots",
        "money",
        "schedule",
        "record",
        "edits",
        "tasks",
        "callings",
        "deliverables",
        "refusals",
        "working_style",
    }
)
"""Kinds whose keys are told apart by other means than length."""

_FREE_INTENTS = (
    "need",
    "giving",
    "vague_need",
    "also",
    "work_nouns",
    "my_things",
    "more_like",
    "service",
    "delays",
    "partings",
    "usual_prices",
    "stock",
)
_FREE = frozenset({*(("intents", key) for key in _FREE_INTENTS), ("references", "together")})
"""Keys of the other kinds of which that is true."""

_SOME_BY_KEY = ("intents", "references")

_COVERING = ("cues", "quantities", "currency")
_COVERED = ("skill", "role", "industry", "country", "demonym", "region", "city", "language")

Spellings = dict[str, tuple[Named, ...]]


class Gazetteer:
    """All spellings of all names of the knowledge and all phrases of the lexicon."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        found: dict[str, dict[Named, None]] = defaultdict(dict)
        for spelling, named in all_names(knowledge, lexicon):
            if spelling:
                found[spelling].setdefault(named)
        self.spellings: Spellings = {spelling: _unmixed(named) for spelling, named in found.items()}
        self._marks_of_codes = lexicon.words("places", "marks_of_codes")
        self._sure_codes = lexicon.words("places", "sure_codes")
        self._clear_codes = lexicon.words("places", "clear_codes")
        self._before_codes = lexicon.words("places", "before_codes")
        self._automaton = ahocorasick.Automaton()
        for spelling, meanings in self.spellings.items():
            self._automaton.add_word(f" {spelling} ", (len(spelling), meanings))
        self._automaton.make_automaton()

    def find(self, text: str, tokens: Sequence[Token]) -> dict[str, list[Mention]]:
        """For each kind its mentions in order: of those that overlap, the leftmost longest."""
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        place = 1
        for index, token in enumerate(tokens):
            starts[place] = index
            place += len(token.norm)
            ends[place] = index + 1
            place += 1
        haystack = f" {' '.join(token.norm for token in tokens)} "
        by_kind: dict[str, list[Mention]] = defaultdict(list)
        for end, (length, meanings) in self._automaton.iter(haystack):
            first, last = starts.get(end - length), ends.get(end)
            if first is None or last is None:
                continue
            for named in meanings:
                if named.capitals and not self._is_meant(named, text, tokens, first, last):
                    continue
                if named.kind == "currency" and not _is_of_amount(tokens, first, last):
                    continue
                by_kind[named.kind].append(Mention(named.kind, named.key, first, last))
        found = {
            kind: longest_of_each(mentions) if kind in (*_BY_KEY, *_SOME_BY_KEY) else longest(mentions)
            for kind, mentions in by_kind.items()
        }
        return _without_covered(found)

    def _is_meant(self, named: Named, text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether capitals mean the name here: not in a shouted passage, a code only where a place can be."""
        if last < len(tokens) and tokens[last].norm in self._marks_of_codes:
            return True
        if tokens[first].norm in self._clear_codes:
            return True
        if not _written(text, tokens[first], tokens[last - 1]).isupper():
            return False
        around = [*tokens[max(0, first - 2) : first], *tokens[last : last + 2]]
        if any(
            len(token.norm) > _LONGEST_CODE and _written(text, token, token).isupper() for token in around
        ):
            return False
        if not named.code or tokens[first].norm in self._sure_codes:
            return True
        return first > 0 and tokens[first - 1].norm in self._before_codes


def _is_of_amount(tokens: Sequence[Token], first: int, last: int) -> bool:
    """'A$40' and 'R450' are written in one: 'a $40 logo' costs no Australian dollars, and R is a language."""
    if tokens[first].norm in _AFTER_THOUSANDS:
        return first > 0 and _is_large(tokens[first - 1])
    if tokens[last - 1].kind is TokenKind.SYMBOL:
        return all(token.glued for token in tokens[first + 1 : last])
    if len(tokens[first].norm) > 1 or last - first > 1 or not tokens[first].norm.isascii():
        return True
    return last < len(tokens) and tokens[last].kind is TokenKind.NUMBER and tokens[last].glued


def _is_large(token: Token) -> bool:
    """'5000 Ft', '150 000 Ft', '20k Ft', but '3 ft' and '6 months FT'."""
    if token.kind is not TokenKind.NUMBER:
        return token.norm in ("k", "m") and token.glued
    return len(token.norm) >= _THOUSANDS_DIGITS or token.norm == "000"


_AFTER_THOUSANDS = frozenset({"ft"})
"""Coins whose short name is a word for something else too, unless thousands stand before it."""
_THOUSANDS_DIGITS = 4


def _unmixed(meanings: Iterable[Named]) -> tuple[Named, ...]:
    """Without a country's code that is also what a skill is called: GTM is no Guatemala."""
    kept = tuple(meanings)
    if any(named.kind == "skill" for named in kept):
        return tuple(named for named in kept if not (named.kind == "country" and named.code))
    return kept


def _written(text: str, first: Token, last: Token) -> str:
    return text[first.start : last.end]


def longest_of_each(mentions: list[Mention]) -> list[Mention]:
    """The leftmost longest of each key that stands by itself, and of all the others together."""
    by_key: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        free = mention.kind in _BY_KEY or (mention.kind, mention.key) in _FREE
        by_key[mention.key if free else ""].append(mention)
    kept = [mention for same in by_key.values() for mention in longest(same)]
    return sorted(kept, key=lambda m: (m.first, -m.last))


def _without_covered(found: dict[str, list[Mention]]) -> dict[str, list[Mention]]:
    """Without names that are only a part of a longer cue: the city of Nice in 'nice to have'."""
    covers: dict[int, tuple[int, int]] = {}
    for kind in _COVERING:
        for mention in found.get(kind, ()):
            if mention.size > 1:
                for index in range(mention.first, mention.last):
                    covers[index] = (mention.first, mention.last)
    for kind in _COVERED:
        if kind in found:
            found[kind] = [m for m in found[kind] if not _is_within(m, covers.get(m.first))]
    return found


def _is_within(mention: Mention, cover: tuple[int, int] | None) -> bool:
    return (
        cover is not None
        and cover[0] <= mention.first
        and mention.last <= cover[1]
        and mention.size < cover[1] - cover[0]
    )


def longest(mentions: list[Mention]) -> list[Mention]:
    """Without the mentions that overlap an earlier or a longer one; namesakes of one span all stay."""
    mentions.sort(key=lambda m: (m.first, -m.last))
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        namesakes = before is not None and (mention.first, mention.last) == (before.first, before.last)
        if before is None or namesakes or mention.first >= before.last:
            kept.append(mention)
    return kept
