"""Puts the eligible in order: exactly, however many they are.

The parts that cost little are computed for everybody eligible. Meaning, which costs the most, is computed
for those who could still be among the best: in order of their score so far, until nobody left could reach
the last place even with a perfect text. So the result is the one that scoring everybody would give.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.matching import weights
from agent.matching.need import Need
from agent.matching.parts import Part, Values, parts
from store.embedding.embedder import Vectors
from store.nouns.match import ScorePart
from store.search.columns import Rows
from store.search.view import View

_DECIMALS = 6
_CHUNK = 1_024
_USUAL_COSINE = 0.75
"""Between the texts of two freelancers."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A row's place in the order. The parts' value times weight add up to the score."""

    row: int
    freelancer_id: str
    score: float
    parts: tuple[ScorePart, ...]


@dataclass(frozen=True, slots=True)
class Taste:
    """Where earlier likes and dismissals point: a direction among texts."""

    towards: Vectors | None
    away: Vectors | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """The need's vector, and the cosines that count as nothing and as everything."""

    vector: Vectors
    nothing: float
    everything: float

    def values(self, view: View, rows: Rows) -> Values:
        """0 to 1 for each row."""
        return self._scaled(view.similarities(self.vector, rows))

    def _scaled(self, cosines: NDArray[np.float32]) -> Values:
        share = (cosines.astype(np.float64) - self.nothing) / (self.everything - self.nothing)
        return np.clip(share, 0, 1)


def rank(
    view: View, need: Need, rows: Rows, meaning: Meaning, taste: Taste | None, limit: int
) -> list[Scored]:
    """The best `limit` of the rows, best first; equal scores go by id."""
    if not len(rows) or limit < 1:
        return []
    cheap = list(parts(view, need, rows))
    costly = weights.MEANING + (weights.TASTE if taste is not None else 0)
    whole = sum(part.weight for part in cheap) + costly
    so_far: Values = np.sum([part.values * part.weight for part in cheap], axis=0) / whole
    order = np.argsort(-so_far, kind="stable")
    totals = np.full(len(rows), -1.0)
    meanings, tastes = np.zeros(len(rows)), np.zeros(len(rows))
    for start in range(0, len(rows), _CHUNK):
        chunk = order[start : start + _CHUNK]
        if start >= limit and so_far[chunk[0]] + costly / whole < np.partition(totals, -limit)[-limit]:
            break
        meanings[chunk] = meaning.values(view, rows[chunk])
        totals[chunk] = so_far[chunk] + meanings[chunk] * weights.MEANING / whole
        if taste is not None:
            tastes[chunk] = _taste(view, taste, rows[chunk])
            totals[chunk] += tastes[chunk] * weights.TASTE / whole
    every = [Part("meaning", weights.MEANING, meanings), *cheap]
    if taste is not None:
        every.append(Part("liked and dismissed", weights.TASTE, tastes))
    return [
        _scored(view, rows, n, every, whole) for n in _best(view, rows, np.round(totals, _DECIMALS), limit)
    ]


def _best(view: View, rows: Rows, totals: Values, limit: int) -> list[int]:
    limit = min(limit, len(rows))
    last = np.partition(totals, -limit)[-limit]
    contenders = np.flatnonzero(totals >= last)
    return sorted(contenders.tolist(), key=lambda n: (-totals[n], view.id_of(int(rows[n]))))[:limit]


def _scored(view: View, rows: Rows, n: int, every: Sequence[Part], whole: float) -> Scored:
    row = int(rows[n])
    shown = tuple(
        ScorePart(
            name=part.name,
            value=round(float(part.values[n]), _DECIMALS),
            weight=round(part.weight / whole, _DECIMALS),
        )
        for part in every
    )
    score = round(sum(part.value * part.weight for part in shown), _DECIMALS)
    return Scored(row, view.id_of(row), score, shown)


def _taste(view: View, taste: Taste, rows: Rows) -> Values:
    """0.5 for nobody in particular; up with nearness to the liked, down with nearness to the dismissed."""
    vectors = view.vectors(rows)
    pull = np.zeros(len(rows))
    if taste.towards is not None:
        pull += _centred(vectors @ taste.towards)
    if taste.away is not None:
        pull -= _centred(vectors @ taste.away)
    return np.clip(0.5 + pull, 0, 1)


def _centred(cosines: NDArray[np.float32]) -> Values:
    return np.subtract(np.round(cosines, 4), _USUAL_COSINE, dtype=np.float64)
