"""The Matcher: a brief in, a ranking out, with every reason taken from the store."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from agent.matching.checks import Judged, checks
from agent.matching.labels import labels
from agent.matching.need import Need, prepare, relevant, untagged
from agent.matching.query import search_text
from agent.matching.ranking import Meaning, Scored, Taste, rank
from agent.matching.reasons import reason
from agent.matching.relaxing import relaxations
from agent.matching.thinness import exclusions
from store.embedding.embedder import Vectors, unit_rows
from store.knowledge import Knowledge
from store.nouns.brief import Brief
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match, Ranking
from store.repositories.freelancers import FreelancerRepository
from store.search import Search, View
from store.search.columns import Rows
from store.search.requirements import eligible
from store.search.view import Mask

THIN = 5
"""With fewer people than this, the ranking says what would let more in."""
_BY_MEANING = 200
_NEAR_ENOUGH = 0.6
"""The share of the model's range from which a text alone makes somebody relevant."""


@dataclass(frozen=True, slots=True)
class _Field:
    """Those in question: who meets every hard requirement, and who of them has to do with the need."""

    need: Need
    passing: Mask
    candidates: Mask


class Matcher:
    """Finds, ranks and explains. Holds no state but its collaborators."""

    def __init__(self, search: Search, freelancers: FreelancerRepository, knowledge: Knowledge) -> None:
        self._search = search
        self._freelancers = freelancers
        self._knowledge = knowledge

    async def search(
        self,
        brief: Brief,
        *,
        today: date,
        limit: int = 5,
        exclude: Collection[str] = (),
        liked: Collection[str] = (),
        dismissed: Collection[str] = (),
    ) -> Ranking:
        """The best `limit` freelancers for the brief; nobody of `exclude` or `dismissed`.

        Every hard requirement holds for everyone returned. `liked` and `dismissed` move the order towards
        and away from those people's texts.
        """
        view = self._search.view()
        field, vector = await asyncio.gather(
            asyncio.to_thread(_field, view, brief, today),
            self._search.vector(search_text(brief, self._knowledge)),
        )
        meaning = self._meaning(vector)
        near = await self._search.nearest(view, vector, field.passing, _BY_MEANING)
        candidates = field.candidates.copy()
        candidates[_by_text_alone(view, field.need, near, meaning)] = True
        shown = candidates & view.without([*exclude, *dismissed])
        taste = _taste(view, liked, dismissed)
        scored = await asyncio.to_thread(
            rank, view, field.need, np.flatnonzero(shown).astype(np.int32), meaning, taste, limit
        )
        people = int(np.count_nonzero(candidates))
        return Ranking(
            matches=await self._explained(view, brief, scored, today),
            eligible=people,
            marketplace=view.people,
            exclusions=exclusions(view, field.need),
            relaxations=relaxations(view, field.need) if people < THIN else (),
        )

    async def count(self, brief: Brief, today: date) -> int:
        """How many people meet every hard requirement and have to do with the need."""
        field = _field(self._search.view(), brief, today)
        return int(np.count_nonzero(field.candidates))

    async def compare(self, brief: Brief, ids: Sequence[str], today: date) -> list[Match]:
        """Those freelancers held against the brief, in the order given; unknown ids are left out."""
        view = self._search.view()
        need = await asyncio.to_thread(prepare, view, brief, today)
        meaning = self._meaning(await self._search.vector(search_text(brief, self._knowledge)))
        rows: Rows = view.rows_of(dict.fromkeys(ids))
        scored = {each.freelancer_id: each for each in rank(view, need, rows, meaning, None, len(rows))}
        ordered = [scored[each] for each in dict.fromkeys(ids) if each in scored]
        return list(await self._explained(view, brief, ordered, today))

    def _meaning(self, vector: Vectors) -> Meaning:
        return Meaning(vector, *self._search.similarity_range)

    async def _explained(
        self, view: View, brief: Brief, scored: Sequence[Scored], today: date
    ) -> tuple[Match, ...]:
        people = await self._freelancers.get_many([each.freelancer_id for each in scored])
        return tuple(
            self._match(view, brief, each, people[each.freelancer_id], today)
            for each in scored
            if each.freelancer_id in people
        )

    def _match(self, view: View, brief: Brief, scored: Scored, person: Freelancer, today: date) -> Match:
        judged = Judged(person, brief, today, self._knowledge, view.skill_names)
        found = checks(judged)
        return Match(
            freelancer_id=person.id,
            score=scored.score,
            checks=found,
            parts=scored.parts,
            reason=reason(judged, found),
            labels=labels(person, float(view.facts.stuffing[scored.row]), today),
        )


def _field(view: View, brief: Brief, today: date) -> _Field:
    need = prepare(view, brief, today)
    passing = eligible(view, need.hard, today)
    return _Field(need, passing, passing & relevant(view, need))


def _by_text_alone(view: View, need: Need, near: Rows, meaning: Meaning) -> Rows:
    """Those of the nearest who are relevant by nothing but their text.

    With a role asked for, they are only people whose profiles name neither a role nor a skill.
    """
    if not need.brief.is_searchable:
        return near[:0]
    near = near[meaning.values(view, near) >= _NEAR_ENOUGH]
    return near if need.role_fit is None else near[untagged(view)[near]]


def _taste(view: View, liked: Collection[str], dismissed: Collection[str]) -> Taste | None:
    towards, away = _centre(view, liked), _centre(view, dismissed)
    return None if towards is None and away is None else Taste(towards, away)


def _centre(view: View, ids: Collection[str]) -> Vectors | None:
    rows = view.rows_of(ids)
    if not len(rows):
        return None
    centre: Vectors = unit_rows(view.vectors(rows).mean(axis=0, keepdims=True))[0]
    return centre
