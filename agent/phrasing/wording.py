"""A reply while a model words it: what was said, what is still to say, and when to stop listening."""

import re

from agent.chatmodel.asking import ModelFailed
from agent.phrasing.checking import LONGEST_SENTENCE, SentenceCheck, Strayed
from agent.phrasing.phrasing import Say, pieces
from agent.phrasing.sentences import SentenceStream
from agent.replies.draft import Draft, Fact, Told
from agent.replies.words import listed, sentence

MOST_SENTENCES = 10
"""Sentences of one reply: a model that writes more is not listened to further."""

MOST_STRAYED = 2

_WORD = re.compile(r"\s*\S+")


class Wording:
    """One reply in the making. What `say` was given, joined, is always a beginning of the reply."""

    def __init__(self, draft: Draft, say: Say) -> None:
        self._draft = draft
        self._say = say
        self._reply = ""
        self._sentences = SentenceStream()
        self._homes = [told for told in draft.told for _ in told.facts]
        self._check = SentenceCheck([fact for told in draft.told for fact in told.facts])
        self._considered = self._shown = self._strayed = 0
        self.begun = False
        """Whether the model wrote anything at all."""

    @property
    def used(self) -> bool:
        """Whether anything the model wrote was shown."""
        return self._shown > 0

    @property
    def enough(self) -> bool:
        """Whether the model has had its chance."""
        return (
            self._strayed > MOST_STRAYED
            or self._considered >= MOST_SENTENCES
            or self._sentences.waiting > LONGEST_SENTENCE
        )

    def open(self) -> None:
        """Say what comes before anything the model may word."""
        self._add(self._draft.before, "")

    def take(self, text: str) -> None:
        """Hear more of the model: each finished sentence is checked, and shown word by word."""
        self.begun = self.begun or bool(text.strip())
        for each in self._sentences.add(text):
            if not self.enough:
                self._consider(each)

    def finish(self, *, cut: bool) -> None:
        """The model has ended. Raises ModelFailed if it was cut off, strayed, or left something out."""
        rest = self._sentences.rest()
        if rest and not cut and not self.enough:
            self._consider(rest)
        if cut:
            raise ModelFailed("the model's answer was cut off")
        if self._strayed or self.enough:
            raise ModelFailed("the model's wording strayed from the facts")
        if len(self._check.said) < len(self._check.facts):
            raise ModelFailed("the model left out some of the facts")

    def close(self) -> str:
        """Say what is still to say, in our own words; the whole reply."""
        for told in self._draft.told:
            missing = [fact for fact in told.facts if not self._is_said(fact)]
            if len(missing) == len(told.facts):
                self._add(told.text, _gap(told))
            elif missing:
                self._add(_remainder(told, missing), " ")
        self._add(self._draft.after, "\n\n")
        return self._reply

    def _consider(self, text: str) -> None:
        self._considered += 1
        before = set(self._check.said)
        try:
            shown = self._check.accept(text)
        except Strayed:
            self._strayed += 1
            return
        if shown:
            self._shown += 1
            first = self._homes[min(self._check.said - before) - 1]
            fresh = all(not self._was_said(fact, before) for fact in first.facts)
            self._add(shown, _gap(first) if fresh else " ", by_words=True)

    def _add(self, text: str, gap: str, *, by_words: bool = False) -> None:
        if not text:
            return
        added = gap + text if self._reply else text
        self._reply += added
        for piece in _WORD.findall(added) if by_words else pieces(added):
            self._say(piece)

    def _is_said(self, fact: Fact) -> bool:
        return self._was_said(fact, self._check.said)

    def _was_said(self, fact: Fact, said: set[int]) -> bool:
        return any(self._check.facts[place - 1] is fact for place in said)


def _gap(told: Told) -> str:
    return "\n\n" if told.paragraph else " "


def _remainder(told: Told, missing: list[Fact]) -> str:
    """The facts of a sentence that were not said, with the person they are about."""
    person = next((fact for fact in told.facts if fact.introduces and fact.about == missing[0].about), None)
    if missing[0].introduces or person is None:
        return sentence(listed([fact.text for fact in missing]))
    return sentence(f"{person.text}: {listed([fact.text for fact in missing])}")
