"""Puts the eligible in order: exactly, however many they are.

The parts that cost little are computed for everybody eligible. Nearness of texts, which costs the most,
is computed for those who could still be among the best: in order of their score so far, until nobody left
could reach the last place even with a perfect text. So the result is what scoring everybody would give.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.matching.nearness import Nearness
from agent.matching.need import Need
from agent.matching.parts import Part, Values, parts
from store.nouns.match import ScorePart
from store.search.columns import Rows
from store.search.view import View

_DECIMALS = 6
_ROUNDING = 1e-6
_CHUNK = 1_024


@dataclass(frozen=True, slots=True)
class Scored:
    """A row's place in the order. The parts' value times weight add up to the score."""

    row: int
    freelancer_id: str
    score: float
    parts: tuple[ScorePart, ...]


def rank(view: View, need: Need, rows: Rows, nearnesses: Sequence[Nearness], limit: int) -> list[Scored]:
    """The best `limit` of the rows, best first; equal scores go by id."""
    if not len(rows) or limit < 1:
        return []
    cheap = list(parts(view, need, rows))
    whole = sum(part.weight for part in (*cheap, *nearnesses))
    so_far: Values = np.sum([part.values * part.weight for part in cheap], axis=0) / whole
    near = [Part(part.name, part.weight, np.zeros(len(rows))) for part in nearnesses]
    totals = so_far.copy()
    hope = sum(part.weight for part in near) / whole + _ROUNDING
    compared = order = np.argsort(-so_far, kind="stable")
    for start in range(0, len(rows), _CHUNK):
        chunk, compared = order[start : start + _CHUNK], order[:start]
        if start >= limit and so_far[chunk[0]] + hope < _last_place(totals[compared], limit):
            break
        for nearness, part in zip(nearnesses, near, strict=True):
            part.values[chunk] = nearness.values(view, need, rows[chunk])
            totals[chunk] += part.values[chunk] * part.weight / whole
    else:
        compared = order
    every = [*near, *cheap]
    best = _best(view, rows, compared, np.round(totals, _DECIMALS), limit)
    return sorted(
        (_scored(view, rows, n, every, whole) for n in best),
        key=lambda scored: (-scored.score, scored.freelancer_id),
    )


def _last_place(totals: Values, limit: int) -> float:
    return float(np.partition(totals, -limit)[-limit])


def _best(view: View, rows: Rows, compared: NDArray[np.intp], totals: Values, limit: int) -> list[int]:
    limit = min(limit, len(compared))
    contenders = compared[totals[compared] >= _last_place(totals[compared], limit)]
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
