"""How near freelancers' texts are to the brief, to the client's own words, and to those liked before."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.matching import weights
from agent.matching.need import Need
from agent.matching.parts import Values
from store.embedding.embedder import Vectors, unit_rows
from store.nouns.freelancer import Freelancer
from store.search.columns import Rows
from store.search.view import View

_BY_WORDS = 0.2
"""The share of the description's part that its words decide; its meaning decides the rest."""
_USUAL_COSINE = 0.75
"""Between the texts of two freelancers."""
_PULL_OF_SKILLS = 0.3


@dataclass(frozen=True, slots=True)
class Scale:
    """The cosines of a model that count as nothing (0) and as everything (1)."""

    nothing: float
    everything: float

    def values(self, cosines: NDArray[np.float32]) -> Values:
        """0 to 1 for each cosine."""
        share = (cosines.astype(np.float64) - self.nothing) / (self.everything - self.nothing)
        return np.clip(share, 0, 1)


@dataclass(frozen=True, slots=True)
class Meaning:
    """The part for what the brief says, put in a sentence."""

    vector: Vectors
    scale: Scale
    name: str = "meaning"
    weight: float = weights.MEANING

    def values(self, view: View, need: Need, rows: Rows) -> Values:
        """0 to 1 for each row."""
        return self.scale.values(view.similarities(self.vector, rows))


@dataclass(frozen=True, slots=True)
class Description:
    """The part for the client's own words: their meaning, and the words themselves."""

    vector: Vectors
    scale: Scale
    words: int
    name: str = "description"

    @property
    def weight(self) -> float:
        """The more words, the more it counts."""
        least, most = weights.DESCRIPTION
        return least + (most - least) * min(1.0, self.words / weights.FULL_DESCRIPTION) ** 2

    def values(self, view: View, need: Need, rows: Rows) -> Values:
        """0 to 1 for each row."""
        meaning = self.scale.values(view.similarities(self.vector, rows))
        worded = need.description_scores[rows].astype(np.float64)
        return (1 - _BY_WORDS) * meaning + _BY_WORDS * worded


@dataclass(frozen=True, slots=True)
class Taste:
    """The part for earlier likes and dismissals: directions among texts, and the skills they stand for."""

    towards: Vectors | None
    away: Vectors | None
    liked_skills: tuple[str, ...]
    dismissed_skills: tuple[str, ...]
    name: str = "liked and dismissed"
    weight: float = weights.TASTE

    def values(self, view: View, need: Need, rows: Rows) -> Values:
        """0.5 for nobody in particular; up with nearness to the liked, down with it to the dismissed."""
        vectors = view.vectors(rows)
        pull = _PULL_OF_SKILLS * (
            _overlap(view, self.liked_skills, rows) - _overlap(view, self.dismissed_skills, rows)
        )
        if self.towards is not None:
            pull += _centred(vectors @ self.towards)
        if self.away is not None:
            pull -= _centred(vectors @ self.away)
        return np.clip(0.5 + pull, 0, 1)


Nearness = Meaning | Description | Taste


def taste(
    view: View, need: Need, liked: Collection[Freelancer], dismissed: Collection[Freelancer]
) -> Taste | None:
    """What those people point to; None if there are none. Skills that the brief asks for say nothing."""
    if not liked and not dismissed:
        return None
    return Taste(
        _centre(view, liked),
        _centre(view, dismissed),
        _skills(view, need, liked),
        _skills(view, need, dismissed),
    )


def combined(nearnesses: Sequence[Nearness]) -> Vectors | None:
    """One vector for all that the client asks for."""
    vectors = [each.vector for each in nearnesses if not isinstance(each, Taste)]
    return _middle(np.stack(vectors)) if vectors else None


def _middle(vectors: Vectors) -> Vectors:
    middle: Vectors = unit_rows(vectors.mean(axis=0, keepdims=True))[0]
    return middle


def _centre(view: View, people: Collection[Freelancer]) -> Vectors | None:
    rows = view.rows_of(person.id for person in people)
    return _middle(view.vectors(rows)) if len(rows) else None


def _skills(view: View, need: Need, people: Collection[Freelancer]) -> tuple[str, ...]:
    asked = {view.skill_names.key(wish.name) for wish in need.brief.skills}
    held = {view.skill_names.key(skill.name) for person in people for skill in person.skills}
    return tuple(sorted(held - asked))


def _overlap(view: View, skills: Sequence[str], rows: Rows) -> Values:
    """The share of the skills that each row has."""
    if not skills:
        return np.zeros(len(rows))
    share: Values = np.mean([view.with_skill(skill)[rows] for skill in skills], axis=0)
    return share


def _centred(cosines: NDArray[np.float32]) -> Values:
    return np.subtract(np.round(cosines, 4), _USUAL_COSINE, dtype=np.float64)
