"""Finds the answer to a question about the service: what is asked, and what is said to it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from agent.service.cues import Cues, gather, written_cue
from agent.service.likeness import Likeness, learn
from agent.service.topics import GENERAL, NONE, Topics, load_topics
from agent.understanding.offline.words.lexicon import load_lexicon
from agent.understanding.offline.words.shorthand import written_out
from agent.understanding.offline.words.tokens import TokenKind, tokenize

NEAR = 0.4
"""The score from which a question about the service is of a topic."""

SURE = 0.72
"""The score from which a message is a question about the service, whatever else it was taken for."""

_MOST_ANSWERS = 2
_SHORTEST_QUESTION = 3
"""Words of a question that stands for itself beside another."""

_LONGEST = 400
"""Characters in which a question about the service is put."""

_QUESTION = re.compile(r"[^?.!\n]*\?")


@dataclass(frozen=True)
class ServiceAnswers:
    """The topics of one marketplace, ready to be asked about."""

    _answers: Mapping[str, str]
    _likeness: Likeness
    _cues: Cues
    _asked: Mapping[Sequence[str], str]

    @property
    def general(self) -> str:
        """What is said where nothing more to the point is known."""
        return self._answers[GENERAL]

    def answer(self, text: str) -> str | None:
        """What is said to the message, to both of two questions; None if it is of no topic."""
        topics = self.topics(text)
        return " ".join(self._answers[topic] for topic in topics) or None

    def topics(self, text: str) -> tuple[str, ...]:
        """What the message asks about, if that is told well enough."""
        asked = [each for each in _QUESTION.findall(text[:_LONGEST]) if self._stands_alone(each)]
        if len(asked) > 1:
            told = [topic for each in asked if (topic := self._topic(each, SURE)) is not None]
            if len(set(told)) > 1:
                return tuple(dict.fromkeys(told))[:_MOST_ANSWERS]
        topic = self._topic(text, NEAR)
        return () if topic is None else (topic,)

    def is_asked(self, text: str, least: float) -> bool:
        """Whether the message is of a topic by a score of at least that."""
        return self._topic(text, least) is not None

    def scores(self, text: str) -> dict[str, float]:
        """How near the message is to each topic: from 1 it is as good as one of its own questions."""
        words = spoken_words(text)
        scores = self._likeness.scores(words)
        for topic, worth in self._cues.scores(words).items():
            scores[topic] += worth
        own = self._asked.get(words)
        if own is not None:
            scores[own] = max(1.0, *scores.values())
        return scores

    @staticmethod
    def _stands_alone(question: str) -> bool:
        return len(spoken_words(question)) >= _SHORTEST_QUESTION

    def _topic(self, text: str, least: float) -> str | None:
        scores = self.scores(text)
        best = max(scores, key=lambda topic: scores[topic])
        return None if scores[best] < least or best in (GENERAL, NONE) else best


@cache
def load_answers(own: Path | None = None, *, with_model: bool = False) -> ServiceAnswers:
    """Our answers, and those of an operator's file; read once in a process.

    `with_model` says that a language model reads the messages, which some answers have to own up to. Raises
    AnswersFault.
    """
    topics = load_topics(own)
    answers = {
        name: (topic.with_model if with_model else None) or topic.answer or ""
        for name, topic in topics.items()
    }
    return ServiceAnswers(answers, *_learned(topics))


def _learned(topics: Topics) -> tuple[Likeness, Cues, Mapping[Sequence[str], str]]:
    asked = [(name, spoken_words(text)) for name, topic in topics.items() for text in topic.asked]
    cues = [(name, text) for name, topic in topics.items() for text in topic.cues]
    found = gather([written_cue(name, text, spoken_words(text)) for name, text in cues])
    return learn(asked), found, {words: name for name, words in asked}


def spoken_words(text: str) -> Sequence[str]:
    """The words and numbers of a text, short forms written out."""
    tokens = written_out(tokenize(text[:_LONGEST]), load_lexicon())
    return tuple(token.norm for token in tokens if token.kind in (TokenKind.WORD, TokenKind.NUMBER))
