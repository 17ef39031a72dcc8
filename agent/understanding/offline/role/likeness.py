"""Which role family the words of a message are most like, where nobody is named and no rule tells the task.

Every family has the words of its name, its skills, and tasks as clients tell them (`data/work`). A message
is compared with each family by the words and pairs of words they share: Rocchio's nearest centroid, counts
damped by their square root and weighed by how few families have the word (Manning, Raghavan and Schütze,
Introduction to Information Retrieval, 2008, 6.2 and 14.2).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from store.knowledge import Knowledge, RoleFamily
from store.search.tokens import words

_CORE = 2
"""How often a family's core skill counts; every other name of it, and every task, counts once."""
_SMOOTHING = 0.2
"""What a word that every family has still weighs."""


_Weights = tuple[NDArray[np.int64], NDArray[np.float64]]
"""Families by number, and how much a word speaks for each."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like each family some words are, the most like first; likenesses add up over the words."""

    roles: tuple[str, ...]
    values: tuple[float, ...]

    def share(self, role: str) -> float:
        """How like the role they are, beside the most like one: 0 to 1."""
        return self.values[self.roles.index(role)] / self.values[0] if role in self.roles else 0.0


class WorkWords:
    """The words of every family's work. Built once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._roles = tuple(knowledge.roles)
        counts: dict[str, dict[int, int]] = defaultdict(dict)
        tasks = _tasks()
        for number, family in enumerate(knowledge.roles.values()):
            for phrase, times in _phrases(family, tasks.get(family.id, ())):
                for word in _features(phrase):
                    known = counts[word]
                    known[number] = known.get(number, 0) + times
        self._weights = self._weighed(counts)

    def likeness(self, text: str) -> Likeness | None:
        """The families a text is like; None if no family has any of its words."""
        found = [self._weights[word] for word in _features(text) if word in self._weights]
        if not found:
            return None
        numbers = np.concatenate([numbers for numbers, _ in found])
        weights = np.concatenate([weights for _, weights in found])
        totals = np.bincount(numbers, weights, len(self._roles))
        order = [int(n) for n in np.argsort(-totals, kind="stable") if totals[n] > 0]
        return Likeness(tuple(self._roles[n] for n in order), tuple(float(totals[n]) for n in order))

    def weight(self, word: str, role: str) -> float:
        """How much a word speaks for a role."""
        found = (self._weights[each] for each in words(word) if each in self._weights)
        return float(sum(weights[numbers == self._roles.index(role)].sum() for numbers, weights in found))

    def _weighed(self, counts: Mapping[str, Mapping[int, int]]) -> dict[str, _Weights]:
        families = len(self._roles)
        rarity = {w: math.log((1 + families) / (1 + len(by))) + _SMOOTHING for w, by in counts.items()}
        squares = np.zeros(families)
        for word, by in counts.items():
            for number, count in by.items():
                squares[number] += count * rarity[word] ** 2
        lengths = np.sqrt(squares)
        found: dict[str, _Weights] = {}
        for word, by in counts.items():
            numbers = np.fromiter(by, np.int64, len(by))
            damped = np.sqrt(np.fromiter(by.values(), np.float64, len(by)))
            found[word] = numbers, damped * rarity[word] / lengths[numbers]
        return found


def _phrases(family: RoleFamily, tasks: Iterable[str]) -> Iterator[tuple[str, int]]:
    for phrase in (family.name, *family.aliases, *family.usual_skills, *tasks):
        yield phrase, 1
    for phrase in family.core_skills:
        yield phrase, _CORE


def _features(text: str) -> set[str]:
    """The words of a text that count, and each two that follow one another."""
    found = words(text)
    return {*found, *(f"{word} {following}" for word, following in pairwise(found))}


@cache
def _tasks() -> Mapping[str, Sequence[str]]:
    """Tasks by role, as clients tell them."""
    found: dict[str, list[str]] = defaultdict(list)
    folder = files("agent.understanding.offline") / "data" / "work"
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        for line in entry.read_text(encoding="utf-8").splitlines():
            role, _, task = line.partition("\t")
            found[role].append(task)
    return found
