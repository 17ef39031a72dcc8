"""Puts the eligible in order: exactly, however many they are.

The parts that cost little are computed for everybody eligible. Nearness of texts, which costs the most,
is computed for those who could still be among the best: in order of their score so far, until nobody left
could reach the last place even with a perfect text. So the result is what scoring everybody would give.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from agent.matching.nearness import Nearness
from agent.matching.need import Need
from agent.matching.parts import Part, Values, parts
from store.nouns.match import ScorePart
from store.search.columns import Rows
from store.search.view import View

_DECIMALS = 6
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
    hope = sum(part.weight for part in nearnesses) / whole
    so_far: Values = np.sum([part.values * part.weight for part in cheap], axis=0) / whole
    order = np.argsort(-so_far, kind="stable")
    totals = np.full(len(rows), -1.0)
    near = [np.zeros(len(rows)) for _ in nearnesses]
    for start in range(0, len(rows), _CHUNK):
        chunk = order[start : start + _CHUNK]
        if start >= limit and so_far[chunk[0]] + hope < np.partition(totals, -limit)[-limit]:
            break
        totals[chunk] = so_far[chunk]
        for part, values in zip(nearnesses, near, strict=True):
            values[chunk] = part.values(view, need, rows[chunk])
            totals[chunk] += values[chunk] * part.weight / whole
    every = [
        *(Part(part.name, part.weight, values) for part, values in zip(nearnesses, near, strict=True)),
        *cheap,
    ]
    best = _best(view, rows, np.round(totals, _DECIMALS), limit)
    return sorted(
        (_scored(view, rows, n, every, whole) for n in best),
        key=lambda scored: (-scored.score, scored.freelancer_id),
    )


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
