"""Holds every sentence a model words against the facts, before anybody sees it.

A sentence is safe by construction: it holds numbered places for facts, and between them nothing but words
of a closed list that can claim nothing. So no number, price, date or name can be invented or changed, and no
fact can move to somebody it is not true of: it must come after the name of the person it is about.
"""

import re
from collections.abc import Iterable, Sequence

from agent.phrasing.vocabulary import load_vocabulary
from agent.replies.draft import Fact

LONGEST_SENTENCE = 600
"""Characters of a sentence before its facts are put in."""

_TOKEN = re.compile(r"\[(?P<place>\d{1,3})\]|(?P<word>[A-Za-z]+(?:['’][a-z]+)?)|[ ,;:.!–—()-]")
_SHORTEST_QUOTE = 6


class Strayed(ValueError):
    """The sentence has something in it that is no fact of this reply; it must not be shown."""


class SentenceCheck:
    """The facts of one reply, and which of them were said. Fact n of the model is `facts[n - 1]`."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self._person: str | None = None
        self._introduced = 0
        self.said: set[int] = set()

    def accept(self, sentence: str) -> str:
        """The sentence with its facts put in; empty if it tells nothing new. Raises Strayed.

        A sentence that strays is as if it had never been written.
        """
        if len(sentence) > LONGEST_SENTENCE or not sentence.endswith((".", "!")):
            raise Strayed("not a sentence, or a very long one")
        numbered = self._numbered(sentence)
        tokens = list(_TOKEN.finditer(numbered))
        if sum(len(token.group()) for token in tokens) != len(numbered):
            raise Strayed("signs that belong to no fact")
        _check_words(token["word"] for token in tokens)
        person, introduced, said = self._person, self._introduced, set(self.said)
        for place in (int(token["place"]) for token in tokens if token["place"]):
            if not 1 <= place <= len(self.facts):
                raise Strayed("a fact that does not exist")
            fact = self.facts[place - 1]
            if fact.introduces:
                if place < introduced and place not in said:
                    raise Strayed("people out of their order")
                person, introduced = fact.about, max(place, introduced)
            elif place in said or fact.about not in (None, person):
                raise Strayed("a fact told twice, or of somebody else")
            said.add(place)
        if said == self.said:
            return ""
        self._person, self._introduced, self.said = person, introduced, said
        return self._filled(numbered)

    def _numbered(self, sentence: str) -> str:
        """The sentence with facts that were written out to the letter turned back into their numbers."""
        for place, fact in sorted(enumerate(self.facts, 1), key=lambda item: -len(item[1].text)):
            if fact.ours and len(fact.text) >= _SHORTEST_QUOTE:
                sentence = sentence.replace(fact.text, f"[{place}]")
        return sentence

    def _filled(self, sentence: str) -> str:
        def fact(found: re.Match[str]) -> str:
            text = self.facts[int(found[1]) - 1].text
            return text[:1].upper() + text[1:] if found.start() == 0 else text

        return re.sub(r"\[(\d+)\]", fact, sentence)


def _check_words(words: Iterable[str | None]) -> None:
    known = load_vocabulary()
    for word in words:
        if word is not None and word.lower().replace("’", "'") not in known:
            raise Strayed("a word that could claim something")
