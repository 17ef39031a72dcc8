"""Finds every known name and cue in a message in one pass (Aho and Corasick 1975)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import ahocorasick

from agent.understanding.offline.lexicon import Lexicon
from agent.understanding.offline.tokens import Token, TokenKind, folded
from store.knowledge import Knowledge, SkillEntry

_LONGEST_CODE = 4
"""Letters of a code; a longer word in capitals beside one means that the passage is shouted."""

SHORTEST_COMPACT = 6
"""Letters a name of several words needs to be known when written as one word."""


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


@dataclass(frozen=True, slots=True)
class Named:
    """What a spelling stands for.

    `capitals`: only when written in capitals ("PST"). `code`: and only where a place can stand ("in DE").
    """

    kind: str
    key: str
    capitals: bool = False
    code: bool = False


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
        "refusals",
        "working_style",
    }
)
"""Kinds whose keys are told apart by other means than length."""

_FREE_INTENTS = ("need", "giving", "vague_need", "also", "work_nouns", "my_things", "more_like", "service")
_FREE = frozenset(("intents", key) for key in _FREE_INTENTS)
"""Keys of the other kinds of which that is true."""

FOREIGN = "foreign"
"""The data file of words in other languages; its tables are named after what they stand for."""

_MAKERS = ("Adobe ", "Apache ", "Autodesk ")
_COVERING = ("cues", "quantities", "currency")
_COVERED = ("skill", "role", "industry", "country", "demonym", "region", "city", "language")

Spellings = dict[str, tuple[Named, ...]]


class Gazetteer:
    """All spellings of all names of the knowledge and all phrases of the lexicon."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon) -> None:
        found: dict[str, dict[Named, None]] = defaultdict(dict)
        for spelling, named in _all_names(knowledge, lexicon):
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
            kind: longest_of_each(mentions) if kind in (*_BY_KEY, "intents") else longest(mentions)
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
    if tokens[last - 1].kind is TokenKind.SYMBOL:
        return all(token.glued for token in tokens[first + 1 : last])
    if len(tokens[first].norm) > 1 or last - first > 1 or not tokens[first].norm.isascii():
        return True
    return last < len(tokens) and tokens[last].kind is TokenKind.NUMBER and tokens[last].glued


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


def _all_names(knowledge: Knowledge, lexicon: Lexicon) -> Iterator[tuple[str, Named]]:
    for kind, tables in lexicon.kinds.items():
        for key, table in tables.items():
            if table.settings.get("single_words"):
                continue
            meaning = (
                Named(key.partition(".")[0], key.partition(".")[2]) if kind == FOREIGN else Named(kind, key)
            )
            for phrase in table.phrases:
                yield phrase, meaning
    for skill in knowledge.skills.values():
        yield from _named(
            "skill", skill.name, (skill.name, *skill.aliases, *_without_maker(skill, knowledge))
        )
    for role in knowledge.roles.values():
        names = (role.name, *role.aliases)
        yield from _named("role", role.id, names)
        yield from _named("role", role.id, (plural(name) for name in names))
    for industry in knowledge.industries.values():
        yield from _named("industry", industry.id, (industry.id, industry.name, *industry.aliases))
    yield from _places(knowledge, lexicon)
    for language in knowledge.languages.values():
        yield from _named("language", language.code, (language.name, *language.aliases))
    small_codes = lexicon.words("quantities", "small_codes")
    for currency in knowledge.currencies.values():
        code = folded(currency.code)
        yield code, Named("currency", currency.code, capitals=code not in small_codes)
        for word in (*currency.symbols, *currency.words):
            yield folded(word), Named("currency", currency.code)
            yield plural(folded(word)), Named("currency", currency.code)


def _without_maker(skill: SkillEntry, knowledge: Knowledge) -> Iterator[str]:
    """'InDesign' for Adobe InDesign, where no other skill is called that."""
    for maker in _MAKERS:
        short = skill.name.removeprefix(maker)
        if short != skill.name and len(short) >= SHORTEST_COMPACT and knowledge.find_skill(short) is None:
            yield short


def _places(knowledge: Knowledge, lexicon: Lexicon) -> Iterator[tuple[str, Named]]:
    abbreviations = lexicon.words("places", "no_codes")
    for country in knowledge.countries.values():
        yield from _named("country", country.code, (country.name, *country.aliases))
        for code in (folded(country.code), folded(country.alpha3)):
            if code not in abbreviations:
                yield code, Named("country", country.code, capitals=True, code=True)
        yield from _named("demonym", country.code, country.demonyms)
        yield from _named("demonym", country.code, (plural(demonym) for demonym in country.demonyms))
    for region in knowledge.regions.values():
        names = (region.name, region.name.removeprefix("the "), *region.aliases)
        yield from _named("region", region.id, names)
        yield from _named("region", region.id, (plural(name) for name in names if name.endswith("n")))
    for place, city in enumerate(knowledge.cities):
        yield from _named("city", str(place), (city.name, *city.aliases))
    for zone in knowledge.time_zones.values():
        for name in (zone.name, *zone.aliases):
            short = zone.ordinary_word and name.isupper()
            yield folded(name), Named("zone", zone.name, capitals=short)


def _named(kind: str, key: str, names: Iterable[str]) -> Iterator[tuple[str, Named]]:
    for name in names:
        short = len(name) <= 2 and kind not in ("skill", "role")
        for spelling in spellings_of(name):
            yield spelling, Named(kind, key, capitals=short)


def spellings_of(name: str) -> list[str]:
    """The folded ways to write a name: "Next.js" also as "next js" and "nextjs", "WordPress" as two words."""
    ways = {_fold_name(name): None}
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", name)
    if spaced != name:
        ways[_fold_name(spaced)] = None
    for way in list(ways):
        if "&" in way:
            ways[way.replace("&", "and")] = None
        if " / " in way:
            ways[way.replace(" / ", " ")] = None
        if "." in way.strip("."):
            ways[way.replace(".", " ").strip()] = None
            ways[way.replace(".", "")] = None
        compact = way.replace(" ", "")
        if len(compact) >= SHORTEST_COMPACT and compact.isalnum():
            ways[compact] = None
    return list(ways)


def _fold_name(name: str) -> str:
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
