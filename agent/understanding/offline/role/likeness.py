"""Which role family the words of a message are most like, where nobody is named and no rule tells the task.

A linear model of words and their meanings (`learned/word_model.py`) and of what the rules say (`hints.py`),
fitted to the names and skills of every family, to tasks as clients tell them, to first messages and to talk
that wants nobody. It does not know the families of an operator's own file.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from agent.understanding.offline.learned.word_model import load_word_model
from store.knowledge import Knowledge

NOBODY = "-"
"""What words are like that are everyday talk."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A cue beside the words that speaks for a role, or for NOBODY."""

    cue: str
    role: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How probable each family, or NOBODY, is by some words, the most probable first; together 1."""

    roles: tuple[str, ...]
    values: tuple[float, ...]

    def of(self, role: str) -> float:
        """How probable a role is, 0 to 1; 0 for one that the model does not know."""
        return self.values[self.roles.index(role)] if role in self.roles else 0.0


class WorkWords:
    """The words of every family's work. Read once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._model = load_word_model("roles")
        self._known = np.array([label in knowledge.roles or label == NOBODY for label in self._model.labels])
        self._core: dict[str, list[str]] = defaultdict(list)
        self._usual: dict[str, list[str]] = defaultdict(list)
        for family in knowledge.roles.values():
            for skills, having in ((family.core_skills, self._core), (family.usual_skills, self._usual)):
                for skill in skills:
                    having[skill].append(family.id)

    def core(self, skill: str) -> Sequence[str]:
        """The families of which nearly everyone has a skill."""
        return self._core.get(skill, ())

    def usual(self, skill: str) -> Sequence[str]:
        """The families in which a skill often comes along."""
        return self._usual.get(skill, ())

    def likeness(self, words: Sequence[str], hints: Mapping[Reason, float]) -> Likeness | None:
        """The families that different words are like; None if there are no words.

        What words say adds up, divided by the square root of how many they are: more say more, but a long
        message is no surer than its words are of one mind. `hints` are how much speaks for each beside them.
        """
        if not words:
            return None
        said = self._model.scores(words)
        scores = said.sum(axis=0) / len(words) ** 0.5 + self._model.bias
        for reason, strength in hints.items():
            if (column := self._model.column(reason.role)) is not None:
                scores[column] += self._model.cues.get(reason.cue, 0.0) * strength
        powers = np.where(self._known, np.exp(scores - scores.max()), 0)
        shares = powers / powers.sum()
        order = np.argsort(-shares, kind="stable")
        return Likeness(tuple(self._model.labels[n] for n in order.tolist()), tuple(shares[order].tolist()))

    def weights(self, words: Sequence[str], role: str) -> list[float]:
        """How much each word speaks for a role; nothing for one that the model does not know."""
        column = self._model.column(role)
        if column is None:
            return [0.0] * len(words)
        found: list[float] = self._model.scores(words)[:, column].tolist()
        return found
