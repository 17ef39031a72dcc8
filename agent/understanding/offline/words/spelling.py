"""Corrects misspelled names before they are looked up: 'devloper', 'pyhton', 'grafic desinger'.

A word we do not know is taken for a name's word if it begins with the same letter and few edits lie
between (optimal string alignment: Damerau 1964), or else if it sounds the same: 'fotoshop'. Before a name
that is only near comes the English word in which the fingers slipped: 'talekd' is no Talend. What is neither
may be a cue's word, one edit off: 'move frward', 'numer 2'. Known words and English words are left alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from string import ascii_lowercase

from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.tokens import Token, TokenKind
from agent.understanding.offline.words.verbs import verb_forms
from store.knowledge import Knowledge

SHORTEST = 5
"""Letters a word needs to be corrected to; as it is written one of them may be missing."""

_USUAL, _EVERYDAY = 50, 20_000
"""How often a word stands in the dictionary's texts to be what somebody meant, and rather so than a tool."""

LONG = 11
"""Letters from which on two edits are forgiven instead of one."""

MOST_CORRECTED = 40
"""Unknown words of one message that are looked at: the cost stays linear in its length."""

_SOUNDS = (("ph", "f"), ("ck", "k"), ("qu", "k"), ("c", "k"), ("z", "s"), ("y", "i"), ("x", "ks"))
"""Letters that are heard alike, the first put for the second."""

_PEOPLE_KINDS = ("heads", "typos")
_NO_CUES = ("foreign", "tongues", "places", "ordinary", "shorthand")
"""Data files whose words are not English or no cues."""


class Spelling:
    """The words worth correcting to, and the words never to correct."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon, spellings: Iterable[str]) -> None:
        self._known = {word for spelling in spellings for word in spelling.split(" ")} | verb_forms()
        for tables in lexicon.kinds.values():
            for table in tables.values():
                self._known.update(word for phrase in table.phrases for word in phrase.split(" "))
        self._buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._by_sound: dict[str, str] = {}
        self._names = _targets(knowledge, lexicon)
        for word in sorted(self._names):
            self._buckets[word[0], len(word)].append(word)
            self._by_sound.setdefault(_sound(word), word)
        self._english = SpellChecker(language="en").word_frequency.dictionary
        self._openings = {word[:2] for word, often in self._english.items() if often >= _EVERYDAY}
        self._cues: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(_cue_words(lexicon)):
            if word in self._english:
                self._cues[word[0], len(word)].append(word)
        self._remembered: dict[str, str] = {}

    def correct(
        self, tokens: Sequence[Token], text: str, names: Collection[str] = ()
    ) -> tuple[tuple[Token, ...], frozenset[int]]:
        """The tokens of `text` with misspelled words put right, and which ones were; `names` are left alone.

        A word with a capital within a sentence is a name rather than a mistaken cue, and a short one is left
        alone unless no everyday word begins like it: 'Linde', but not 'Lnux'.
        """
        changed: dict[int, str] = {}
        looked_at = 0
        for index, token in enumerate(tokens):
            word, capital = token.norm, text[token.start].isupper()
            is_name = capital and (
                not _begins_sentence(tokens, index) or text[token.start + 1 : token.start + 2].isupper()
            )
            if token.kind is not TokenKind.WORD or len(word) < SHORTEST - 1 or self.knows(word):
                continue
            if word in names or (is_name and len(word) <= SHORTEST and word[:2] in self._openings):
                continue
            looked_at += 1
            if looked_at > MOST_CORRECTED:
                break
            right = self._right(word, is_name)
            if right != word and not (len(word) <= SHORTEST and capital and right[0] != word[0]):
                changed[index] = right
        if not changed:
            return tuple(tokens), frozenset()
        put_right = (
            token._replace(norm=changed[index]) if index in changed else token
            for index, token in enumerate(tokens)
        )
        return tuple(put_right), frozenset(changed)

    def knows(self, word: str) -> bool:
        """Whether a folded word is a name's word, a cue's or plain English."""
        return word in self._known or word in self._english

    def understands(self, tokens: Sequence[Token]) -> bool:
        """Whether at least half of the first words are known ones: no gibberish, and no other language."""
        words = [token.norm for token in tokens if token.kind is TokenKind.WORD][:MOST_CORRECTED]
        return bool(words) and 2 * sum(self.knows(word) for word in words) >= len(words)

    def _right(self, word: str, is_name: bool) -> str:
        """The word meant: a name's word or a cue's, unless the fingers slipped in another English word."""
        named = self.nearest(word) if len(word) >= SHORTEST else word
        slipped = self._slipped(word, is_name)
        is_everyday = not is_name and self._english.get(slipped, 0) >= _EVERYDAY
        if named != word and word in _slips_of(named) and not is_everyday:
            return named
        if slipped != word or named != word or is_name or len(word) < SHORTEST:
            return slipped if slipped != word else named
        return self._nearest_cue(word)

    def _slipped(self, word: str, is_name: bool) -> str:
        """The most usual word of which this one is a slip; for a name, a word that is known to us."""
        meant = [
            each
            for each in _put_right(word)
            if each in self._names
            or (each in self._known and len(each) > SHORTEST)
            or (self._english.get(each, 0) >= _USUAL and (not is_name or each in self._known))
        ]
        return max(
            meant,
            key=lambda each: (is_name and each in self._names, self._english.get(each, 0), each),
            default=word,
        )

    def nearest(self, word: str) -> str:
        """The name's word meant by a word, or the word itself."""
        known = self._remembered.get(word)
        if known is not None:
            return known
        best: tuple[int, int, str] | None = None
        edits = 2 if len(word) >= LONG else 1
        for length in range(len(word) - edits, len(word) + edits + 1):
            for target in self._buckets.get((word[0], length), ()):
                allowed = edits if len(target) >= LONG else 1
                distance = OSA.distance(word, target, score_cutoff=allowed)
                if distance <= allowed:
                    found = (distance, abs(length - len(word)), target)
                    best = found if best is None else min(best, found)
        nearest = self._by_sound.get(_sound(word), word) if best is None else best[2]
        if len(self._remembered) < 50_000:
            self._remembered[word] = nearest
        return nearest

    def _nearest_cue(self, word: str) -> str:
        """The cue's word one edit from a word, the most usual of several; or the word itself."""
        lengths = (len(word) - 1, len(word), len(word) + 1)
        near = [
            target
            for length in lengths
            for target in self._cues.get((word[0], length), ())
            if OSA.distance(word, target, score_cutoff=1) <= 1
        ]
        return max(near, key=lambda target: (self._english[target], target), default=word)


def _put_right(word: str) -> Iterator[str]:
    """What a word would be if two letters were swapped in it, one left out or one doubled.

    The first and the last letter are seldom mistaken.
    """
    for place in range(1, len(word) - 1):
        if place < len(word) - 2:
            yield f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}"
        if word[place] == word[place - 1]:
            yield f"{word[:place]}{word[place + 1 :]}"
    for place in range(1, len(word)):
        for letter in ascii_lowercase:
            yield f"{word[:place]}{letter}{word[place:]}"


def _slips_of(word: str) -> frozenset[str]:
    """The other way round: how a word looks when the fingers slip in it."""
    inside = range(1, len(word) - 1)
    swapped = (f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}" for i in inside[:-1])
    dropped = (f"{word[:i]}{word[i + 1 :]}" for i in inside)
    doubled = (f"{word[:i]}{word[i]}{word[i:]}" for i in range(len(word)))
    return frozenset((*swapped, *dropped, *doubled))


def _begins_sentence(tokens: Sequence[Token], index: int) -> bool:
    return index == 0 or tokens[index - 1].kind is TokenKind.BREAK or tokens[index - 1].norm in ".!?"


def _cue_words(lexicon: Lexicon) -> set[str]:
    phrases = (
        phrase
        for kind, tables in lexicon.kinds.items()
        if kind not in _NO_CUES
        for table in tables.values()
        for phrase in table.phrases
    )
    return {
        word for phrase in phrases for word in phrase.split(" ") if len(word) >= SHORTEST and word.isalpha()
    }


def _sound(word: str) -> str:
    """What a folded word sounds like, roughly: alike letters made the same, doubled ones single."""
    for letters, heard in _SOUNDS:
        word = word.replace(letters, heard)
    return "".join(letter for letter, _ in groupby(word))


def _targets(knowledge: Knowledge, lexicon: Lexicon) -> set[str]:
    """Words of role names, one-word skills that are no everyday words, countries and languages."""
    words: set[str] = set()
    for role in knowledge.roles.values():
        for name in (role.name, *role.aliases):
            words.update(name.casefold().replace("-", " ").split(" "))
    for skill in knowledge.skills.values():
        words.update(
            name.casefold() for name in (skill.name, *skill.aliases) if name not in skill.ordinary_names
        )
    places = (country.name.casefold() for country in knowledge.countries.values())
    tongues = (language.name.casefold() for language in knowledge.languages.values())
    words.update(word for word in (*places, *tongues) if len(word) > SHORTEST)
    for kind in _PEOPLE_KINDS:
        for table in lexicon.kinds[kind].values():
            words.update(table.phrases)
    everyday = lexicon.words("typos", "not_meant")
    return {w for w in words if len(w) >= SHORTEST and w.isascii() and w.isalpha() and w not in everyday}
