"""Puts the eligible in order: exactly, however many they are.

The parts that cost little are computed for everybody eligible. Nearness of texts, which costs the most,
is computed for those who could still be among the best: in order of their score so far, until nobody left
could reach the last place even with a perfect text. So the result is what scoring everybody would give.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from agent.matching.nearness import Nearness
from agent.matching.need import Need
from agent.matching.parts import Part, Values, parts
from store.nouns.match import ScorePart
from store.search.columns import Places, Rows, places
from store.search.view import Mask, View

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
    cheap = list(parts(view, need, places(rows)))
    whole = sum(part.weight for part in (*cheap, *nearnesses))
    so_far: Values = np.sum([part.values * part.weight for part in cheap], axis=0) / whole
    near = [Part(part.name, part.weight, np.zeros(len(rows))) for part in nearnesses]
    totals = so_far.copy()
    hope = sum(part.weight for part in near) / whole + _ROUNDING
    chunks: list[Places] = []
    for chunk in _promising(so_far, totals, hope, limit):
        for nearness, part in zip(nearnesses, near, strict=True):
            part.values[chunk] = nearness.values(view, need, rows[chunk])
            totals[chunk] += part.values[chunk] * part.weight / whole
        chunks.append(chunk)
    compared = np.concatenate(chunks)
    every = [*near, *cheap]
    best = _best(view, rows, compared, np.round(totals[compared], _DECIMALS), limit)
    return sorted(
        (_scored(view, rows, n, every, whole) for n in best),
        key=lambda scored: (-scored.score, scored.freelancer_id),
    )


def _promising(so_far: Values, totals: Values, hope: float, limit: int) -> Iterator[Places]:
    """Chunks to compare, the most promising first, until hope lets nobody left reach the last place.

    The totals of a chunk must be complete before the next is asked for. Of many, only those who can still
    reach the last place after the first chunk are put in order.
    """
    first = _highest(so_far, max(limit, _CHUNK))
    yield first
    if len(first) == len(so_far):
        return
    best = _best_values(totals[first], limit)
    waiting = _in_order(so_far, so_far + hope >= best[0])[len(first) :]
    for start in range(0, len(waiting), _CHUNK):
        chunk = waiting[start : start + _CHUNK]
        if so_far[chunk[0]] + hope < best[0]:
            return
        yield chunk
        best = _best_values(np.concatenate([best, totals[chunk]]), limit)


def _highest(values: Values, most: int) -> Places:
    """The first `most` of all places in order."""
    last = _best_values(values, most)[0] if most < len(values) else -np.inf
    return _in_order(values, values >= last)[:most]


def _in_order(values: Values, among: Mask) -> Places:
    """The places of some of the values, the highest first, of equal ones the earlier."""
    some = np.flatnonzero(among)
    return some[np.argsort(-values[some], kind="stable")]


def _best_values(values: Values, most: int) -> Values:
    """The `most` highest of at least as many values, the lowest of them first, the others in any order."""
    return np.partition(values, -most)[-most:]


def _best(view: View, rows: Rows, compared: Places, totals: Values, limit: int) -> list[int]:
    """The places of the highest totals, which stand beside those compared; of equal ones by id."""
    limit = min(limit, len(compared))
    contend = np.flatnonzero(totals >= _best_values(totals, limit)[0]).tolist()
    order = sorted((-totals[n], view.id_of(int(rows[compared[n]])), int(compared[n])) for n in contend)
    return [place for _, _, place in order[:limit]]


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
