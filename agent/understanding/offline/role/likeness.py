"""Which role family the words of a message are most like, where nobody is named and no rule tells the task.

A linear model of words and their meanings (`learned/word_model.py`) and of what the rules say (`hints.py`),
fitted to the names and skills of every family, to tasks as clients tell them, to first messages and to talk
that wants nobody. It does not know the families of an operator's own file.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
        self._skills = knowledge.skills
        self._core: dict[str, list[str]] = defaultdict(list)
        self._usual: dict[str, list[str]] = defaultdict(list)
        self._fields: dict[str, dict[str, float]] = defaultdict(dict)
        for family in knowledge.roles.values():
            for skills, having in ((family.core_skills, self._core), (family.usual_skills, self._usual)):
                for skill in skills:
                    having[skill].append(family.id)
            for category, share in _shares(knowledge, (*family.core_skills, *family.usual_skills)):
                self._fields[category][family.id] = share

    def core(self, skill: str) -> Sequence[str]:
        """The families of which nearly everyone has a skill."""
        return self._core.get(skill, ())

    def usual(self, skill: str) -> Sequence[str]:
        """The families in which a skill often comes along."""
        return self._usual.get(skill, ())

    def near(self, skill: str) -> Sequence[str]:
        """The families that know what a skill is near to, where none is known to have itself."""
        entry = self._skills.get(skill)
        if entry is None or self.core(skill) or self.usual(skill):
            return ()
        found = (
            f for near in (*entry.implies, *entry.related) for f in (*self.core(near), *self.usual(near))
        )
        return list(dict.fromkeys(found))

    def field(self, skill: str) -> Mapping[str, float]:
        """The families that know much of the same kind as a skill, each with the share of what it knows."""
        entry = self._skills.get(skill)
        return {} if entry is None else self._fields.get(entry.category, {})

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


def _shares(knowledge: Knowledge, skills: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Each category of the skills that is at least a quarter of them, with its share."""
    kinds = Counter(knowledge.skills[skill].category for skill in skills if skill in knowledge.skills)
    for category, count in kinds.items():
        if count * _LEAST_OF_ITS_KIND >= len(skills):
            yield category, count / len(skills)


_LEAST_OF_ITS_KIND = 4
