"""Corrects misspelled names before they are looked up: 'devloper', 'pyhton', 'grafic desinger'.

A word we do not know is taken for a name's word if it begins with the same letter and few edits lie
between (optimal string alignment: Damerau 1964), or else if it sounds the same: 'fotoshop'. Before a name
that is only near comes the English word in which the fingers slipped: 'talekd' is no Talend. What is neither
may be a cue's word, one edit off: 'move frward', 'numer 2'. Known words are left alone, and English ones
unless they are rare and a slip of a common word of ours, or a slip in a longer name: 'the United Sates'.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from agent.understanding.offline.words.lexicon import Lexicon
from agent.understanding.offline.words.slips import put_right, slips_of
from agent.understanding.offline.words.slips_in_names import SlipsInNames
from agent.understanding.offline.words.slips_in_people import name_meant
from agent.understanding.offline.words.tokens import Token, TokenKind
from agent.understanding.offline.words.verbs import verb_forms
from agent.understanding.offline.words.words_of_ours import (
    SHORTEST,
    cue_words,
    names_of_ours,
    proper_names,
    title_words,
    tools,
)
from store.knowledge import Knowledge

_USUAL, _EVERYDAY = 50, 20_000
"""How often a word stands in the dictionary's texts to be what somebody meant, and rather so than a tool."""

_RARE, _COMMON = 60, 1000
"""How often at most a word stands there that is rather a slip, and at least the word of ours it is one of."""

_TELLING = 10
"""So much more likely a word of ours is meant than another that is as common."""

_TITLE = 7
"""Letters of a word in another language that may be a slip in an English title."""

LONG = 11
"""Letters from which on two edits are forgiven instead of one."""

MOST_CORRECTED = 100
"""Unknown and rare words of one message that are looked at: the cost stays linear in its length."""

_SOUNDS = (("ph", "f"), ("ck", "k"), ("qu", "k"), ("c", "k"), ("z", "s"), ("y", "i"), ("x", "ks"))
"""Letters that are heard alike, the first put for the second."""


class Spelling:
    """The words worth correcting to, and the words never to correct."""

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon, spellings: Collection[str]) -> None:
        self._known = {word for spelling in spellings for word in spelling.split(" ")} | verb_forms()
        for tables in lexicon.kinds.values():
            for table in tables.values():
                self._known.update(word for phrase in table.phrases for word in phrase.split(" "))
        self._buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._by_sound: dict[str, str] = {}
        self._names = names_of_ours(knowledge, lexicon)
        for word in sorted(self._names):
            self._buckets[word[0], len(word)].append(word)
            self._by_sound.setdefault(_sound(word), word)
        self._in_names = SlipsInNames(spellings)
        self._instead: dict[str, str] = lexicon.setting("typos", "slips", "instead")
        self._kept = lexicon.words("typos", "kept")
        self._english = SpellChecker(language="en").word_frequency.dictionary
        self._openings = {word[:2] for word, often in self._english.items() if often >= _EVERYDAY}
        self._cues: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._cued = cue_words(lexicon)
        self._titles = title_words(knowledge)
        self._tools = tools(knowledge)
        self._proper = proper_names(knowledge, lexicon)
        for word in sorted(self._cued):
            if word in self._english:
                self._cues[word[0], len(word)].append(word)
        self._remembered: dict[str, str] = {}

    def correct(
        self, tokens: Sequence[Token], text: str, names: Collection[str] = (), held: Collection[str] = ()
    ) -> tuple[tuple[Token, ...], frozenset[int]]:
        """The tokens of `text` with misspelled words put right, and which ones were.

        `names`, of people, are left alone, and what is one edit off one of them is taken for it. So is a slip
        of a word of what the brief has already, `held`.

        A word with a capital within a sentence is a name rather than a mistaken cue. A short one is taken for
        nothing but a tool or a country that it is a slip of, unless no everyday word begins like it: 'Lnux'.
        """
        doubtful = [
            index
            for index, token in enumerate(tokens)
            if token.kind is TokenKind.WORD
            and len(token.norm) >= SHORTEST - 1
            and token.norm not in names
            and token.norm not in held
            and self._may_be_wrong(token.norm)
        ][:MOST_CORRECTED]
        changed = dict(self._slips_of_held(tokens, held))
        called = {i: name for i in doubtful if (name := name_meant(tokens[i].norm, names)) is not None}
        changed.update(called)
        doubtful = [index for index in doubtful if index not in called]
        for index in doubtful:
            right = self._alone(tokens, index, text)
            if right != tokens[index].norm:
                changed[index] = right
        norms = [changed.get(index, token.norm) for index, token in enumerate(tokens)]
        for index in doubtful:
            named = self._in_names.meant(norms, index, tokens[index].norm)
            if named is not None:
                norms[index] = changed[index] = named
        return _with(changed, tokens)

    def correct_titles(self, tokens: Sequence[Token]) -> tuple[tuple[Token, ...], frozenset[int]]:
        """The same of a message in another language: only slips in English titles and in tools.

        'een Pytohn develoer' has two; a shorter word may be one of that language.
        """
        changed: dict[int, str] = {}
        long = (index for index, token in enumerate(tokens) if len(token.norm) > SHORTEST)
        unknown = [index for index in long if not self.knows(tokens[index].norm)]
        for index in unknown[:MOST_CORRECTED]:
            word = tokens[index].norm
            meant = {
                each
                for each in put_right(word)
                if each in self._tools or (len(word) >= _TITLE and each in self._titles)
            }
            if len(meant) == 1:
                changed[index] = meant.pop()
        return _with(changed, tokens)

    def _slips_of_held(self, tokens: Sequence[Token], held: Collection[str]) -> Iterator[tuple[int, str]]:
        """The words that are slips of a word the brief holds: 'Rials is a must', where it asks for Rails."""
        slips = {slip: word for word in held if len(word) >= SHORTEST for slip in slips_of(word)}
        for index, token in enumerate(tokens):
            meant = slips.get(token.norm)
            if meant and token.norm not in held and self._english.get(token.norm, 0) < _EVERYDAY:
                yield index, meant

    def _may_be_wrong(self, word: str) -> bool:
        """Whether a word is none that we know, or an English one that few people write."""
        rare = self._english.get(word, 0) < _EVERYDAY or word in self._instead
        return rare and word not in self._known

    def _alone(self, tokens: Sequence[Token], index: int, text: str) -> str:
        """The word meant by a doubtful one, whatever stands beside it; or the word itself."""
        token = tokens[index]
        word, capital = token.norm, text[token.start].isupper()
        is_name = capital and (
            not _begins_sentence(tokens, index) or text[token.start + 1 : token.start + 2].isupper()
        )
        if word in self._kept:
            return word
        inside = text[token.start + 1 : token.end]
        as_name = capital and not (inside.islower() or inside.isupper())  # 'OAth' is no oath
        if word in self._english and not as_name:
            return self._tool(word) if is_name else self._for_a_rare_word(word)
        if is_name and len(word) <= SHORTEST and word[:2] in self._openings:
            return self._tool(word, sure=as_name)
        right = self._right(word, is_name)
        return word if len(word) <= SHORTEST and capital and right[0] != word[0] else right

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
        if named != word and word in slips_of(named) and not is_everyday:
            return named
        if slipped != word or named != word or is_name or len(word) < SHORTEST:
            return slipped if slipped != word else named
        return self._nearest_cue(word)

    def _for_a_rare_word(self, word: str) -> str:
        """The common word that a rare one is a slip of: 'sills' for skills; or the word itself."""
        if word in self._instead:
            return self._instead[word]
        if self._english[word] > _RARE:
            return word
        meant = [
            each
            for each in put_right(word)
            if (each in self._names or each in self._cued) and self._english.get(each, 0) >= _COMMON
        ]
        return max(meant, key=lambda each: (self._english[each], each), default=word)

    def _tool(self, word: str, sure: bool = False) -> str:
        """The one tool or country that a name nobody knows is a slip of: 'Fimga'; or the word itself."""
        if not sure and self._english.get(word, 0) > _RARE:
            return word
        meant = {each for each in put_right(word) if each in self._proper}
        return meant.pop() if len(meant) == 1 else word

    def _slipped(self, word: str, is_name: bool) -> str:
        """The most usual word of which this one is a slip; for a name, a word that is known to us."""
        meant = [
            each
            for each in put_right(word)
            if each in self._names
            or (each in self._known and len(each) > SHORTEST)
            or (self._english.get(each, 0) >= _USUAL and (not is_name or each in self._known))
        ]
        return max(
            meant,
            key=lambda each: (is_name and each in self._names, self._weight(each), each),
            default=word,
        )

    def _weight(self, word: str) -> int:
        """How likely a word is meant: how often it is written, ten times that for a word of ours."""
        return self._english.get(word, 0) * (_TELLING if word in self._cued or word in self._names else 1)

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


def _with(changed: Mapping[int, str], tokens: Sequence[Token]) -> tuple[tuple[Token, ...], frozenset[int]]:
    corrected = (
        token._replace(norm=changed[index]) if index in changed else token
        for index, token in enumerate(tokens)
    )
    return tuple(corrected) if changed else tuple(tokens), frozenset(changed)


def _begins_sentence(tokens: Sequence[Token], index: int) -> bool:
    return index == 0 or tokens[index - 1].kind is TokenKind.BREAK or tokens[index - 1].norm in ".!?"


def _sound(word: str) -> str:
    """What a folded word sounds like, roughly: alike letters made the same, doubled ones single."""
    for letters, heard in _SOUNDS:
        word = word.replace(letters, heard)
    return "".join(letter for letter, _ in groupby(word))
