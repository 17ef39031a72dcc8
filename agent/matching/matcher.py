"""The Matcher: a brief in, a ranking out, with every reason taken from the store."""

import asyncio
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

import numpy as np

from agent.matching import weights
from agent.matching.checks import Judged, checks
from agent.matching.field import Field, survey
from agent.matching.labels import labels
from agent.matching.near_misses import near_misses
from agent.matching.nearness import Description, Meaning, Nearness, Scale, Taste, combined, taste
from agent.matching.need import Need, prepare
from agent.matching.query import description, is_long_post, search_text
from agent.matching.ranking import Scored, rank
from agent.matching.reasons import reason
from agent.matching.relaxing import relaxations
from agent.matching.thinness import exclusions
from agent.matching.track import outlook
from agent.matching.yielding import THIN, Insisted, yielded
from store.index import TEXT_VERSION
from store.knowledge import Knowledge
from store.nouns.brief import Brief
from store.nouns.freelancer import Freelancer
from store.nouns.match import Match, Ranking, RankingStep, Receipt
from store.repositories.freelancers import FreelancerRepository
from store.search import Search, View
from store.search.columns import Rows
from store.search.facts import UNKNOWN
from store.search.view import Mask

_BY_MEANING = 200
_BY_WORDS = 200
_NOBODY = np.empty(0, np.int32)
_NEAR_ENOUGH = 0.6
"""The share of the model's range from which a text alone makes somebody relevant."""
_NEAR_ENOUGH_TO_WORDS = 0.4
"""The same where the client's own words say more than a role's name."""


class CannotReplay(ValueError):
    """A receipt names a marketplace, model, weights or rates that are not the present ones."""

    def __init__(self, changed: Sequence[str]) -> None:
        super().__init__(f"This ranking was made with something else: {', '.join(changed)}.")
        self.changed = tuple(changed)


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
        explained: int | None = None,
        at_least: int = 0,
    ) -> Ranking:
        """The best `limit` freelancers for the brief; nobody of `exclude` or `dismissed`.

        Every hard requirement holds for every match. Where fewer people than `at_least` meet them, near
        misses make up the number. `liked` and `dismissed` move the order towards and away from people like
        those, by their texts and skills. The first `explained` matches, or all, come with verdicts, reason,
        outlook and labels, as do near misses; the others with their score and its parts.
        """
        view = self._search.view()
        field, asked = await asyncio.gather(
            asyncio.to_thread(survey, view, brief, today), self._nearnesses(brief)
        )
        candidates = await self._candidates(view, field, asked)
        liking = await self._taste(view, field.need, liked, dismissed)
        free = view.without([*exclude, *dismissed])
        shown = candidates & free
        rows = np.flatnonzero(shown).astype(np.int32)
        nearnesses = asked if liking is None else (*asked, liking)
        scored = await asyncio.to_thread(rank, view, field.need, rows, nearnesses, limit)
        best = scored[:explained]
        near = await asyncio.to_thread(near_misses, view, field, free, nearnesses, at_least - len(rows))
        people = int(np.count_nonzero(candidates))
        return Ranking(
            matches=(
                *await self._explained(view, brief, best, today),
                *map(_unexplained, scored[len(best) :]),
            ),
            near_misses=await self._explained(view, brief, near, today),
            eligible=people,
            marketplace=view.people,
            exclusions=exclusions(view, field),
            relaxations=relaxations(view, field) if people < THIN else (),
            receipt=Receipt(
                **self._made_of(view),
                limit=limit,
                at_least=at_least,
                steps=_steps(view, field, candidates, shown, scored),
                today=today,
                brief=brief,
                liked=tuple(liked),
                dismissed=tuple(dismissed),
                excluded=tuple(exclude),
            ),
        )

    async def replay(self, receipt: Receipt) -> Ranking:
        """The ranking of a receipt, made again. Raises CannotReplay if it was made of something else."""
        made_of = self._made_of(self._search.view())
        changed = [name for name, value in made_of.items() if getattr(receipt, name) != value]
        if changed:
            raise CannotReplay(changed)
        return await self.search(
            receipt.brief,
            today=receipt.today,
            limit=receipt.limit,
            at_least=receipt.at_least,
            exclude=receipt.excluded,
            liked=receipt.liked,
            dismissed=receipt.dismissed,
        )

    def _made_of(self, view: View) -> dict[str, Any]:
        """What a ranking depends on besides what was asked, as a receipt names it."""
        return {
            "marketplace": view.digest,
            "model": self._search.model,
            "text_version": TEXT_VERSION,
            "weights_version": weights.VERSION,
            "exchange_rates": self._knowledge.rates_date,
        }

    async def count(self, brief: Brief, today: date) -> int:
        """How many people meet every hard requirement and have to do with the need."""
        field = await asyncio.to_thread(survey, self._search.view(), brief, today)
        return int(np.count_nonzero(field.candidates))

    async def eased(self, brief: Brief, today: date, insisted: Insisted) -> Brief:
        """The brief with as few must-haves made preferences as leave enough people; see `yielded`."""
        return await asyncio.to_thread(yielded, self._search.view(), brief, today, insisted)

    async def compare(self, brief: Brief, ids: Sequence[str], today: date) -> list[Match]:
        """Those freelancers held against the brief, in the order given; unknown ids are left out."""
        view = self._search.view()
        need = await asyncio.to_thread(prepare, view, brief, today)
        rows: Rows = view.rows_of(dict.fromkeys(ids))
        ranked = rank(view, need, rows, await self._nearnesses(brief), len(rows))
        scored = {each.freelancer_id: each for each in ranked}
        ordered = [scored[each] for each in dict.fromkeys(ids) if each in scored]
        return list(await self._explained(view, brief, ordered, today))

    async def _nearnesses(self, brief: Brief) -> tuple[Nearness, ...]:
        """What texts are compared with: the brief in a sentence, and the client's own words."""
        scale = Scale(*self._search.similarity_range)
        said = description(brief)
        asked = search_text(brief, self._knowledge) if brief.is_searchable else ""
        texts = [text for text in (asked, said) if text]
        vectors = dict(
            zip(texts, await asyncio.gather(*(self._search.vector(text) for text in texts)), strict=True)
        )
        found: list[Nearness] = []
        if brief.is_searchable:
            found.append(Meaning(vectors[asked], scale))
        if said:
            found.append(Description(vectors[said], scale, len(said.split())))
        return tuple(found)

    async def _candidates(self, view: View, field: Field, asked: Sequence[Nearness]) -> Mask:
        """Who may be shown: those who have to do with the need, and those whose text alone is near to it.

        Beside a role, a text speaks only for those who state none. A long post says more than a role: for it
        everybody counts who is among the nearest by meaning or by words, whatever role they state.
        """
        vector = combined(asked)
        if vector is None or not field.need.brief.is_searchable:
            return field.candidates
        brief, passing = field.need.brief, field.passing
        near = await self._search.nearest(view, vector, passing, _BY_MEANING)
        if is_long_post(brief):
            near = np.union1d(near, _by_words(field, passing))
        else:
            scale = Scale(*self._search.similarity_range)
            enough = _NEAR_ENOUGH_TO_WORDS if brief.description else _NEAR_ENOUGH
            near = near[scale.values(view.similarities(vector, near)) >= enough]
            if field.need.role_fit is not None:
                near = near[view.facts.role[near] == UNKNOWN]
        candidates = field.candidates.copy()
        candidates[near] = True
        return candidates

    async def _taste(
        self, view: View, need: Need, liked: Collection[str], dismissed: Collection[str]
    ) -> Taste | None:
        if not liked and not dismissed:
            return None
        people = await self._freelancers.get_many([*liked, *dismissed])
        return taste(
            view,
            need,
            [people[each] for each in liked if each in people],
            [people[each] for each in dismissed if each in people],
        )

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
            outlook=outlook(view, scored.row, today),
            labels=labels(person, float(view.facts.stuffing[scored.row]), today),
        )


def _unexplained(scored: Scored) -> Match:
    return Match(freelancer_id=scored.freelancer_id, score=scored.score, parts=scored.parts)


def _steps(
    view: View, field: Field, candidates: Mask, shown: Mask, scored: Sequence[Scored]
) -> tuple[RankingStep, ...]:
    counts = {
        "in the marketplace": view.people,
        "meet every hard requirement": int(np.count_nonzero(field.passing)),
        "of those, recalled by role, skills or words of theirs": int(np.count_nonzero(field.candidates)),
        "with those recalled by meaning or the client's words": int(np.count_nonzero(candidates)),
        "not shown or dismissed before": int(np.count_nonzero(shown)),
        "ranked by score, then by id": len(scored),
    }
    return tuple(RankingStep(name=name, people=people) for name, people in counts.items())


def _by_words(field: Field, passing: Mask) -> Rows:
    """The rows, of those passing, whose texts share most with the client's own words."""
    scores = np.where(passing, field.need.description_scores, 0)
    most = min(_BY_WORDS, len(scores))
    best: Rows = np.argpartition(-scores, most - 1)[:most].astype(np.int32) if most else _NOBODY
    return best[scores[best] > 0]
