"""The ranking against the hidden truth of an invented marketplace.

The demo generator knows what each person can really do; the marketplace does not. Briefs are drawn from
the role families. "ranking" is the product's, "within reach" the best order there is of those who meet the
must-haves, "meaning alone" the order by embeddings. Gains are graded by store.demo.relevance.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from agent.matching.query import search_text
from api.composition import open_services
from api.services import Services
from api.settings import Settings
from evals.relevance.grading import DEPTH, Mean, mean, ndcg
from store.demo import DemoFreelancer, generate, relevance
from store.knowledge import Knowledge, RoleFamily
from store.nouns.brief import Brief, Importance, MoneyRange, Seniority, SkillWish, Slot, Term
from store.nouns.match import Match, Verdict


def briefs(knowledge: Knowledge, number: int, seed: int) -> Iterator[Brief]:
    """Briefs such as clients give: a role, mostly with a core skill, some with a level or a price."""
    chance = random.Random(seed)
    families = sorted(knowledge.roles.values(), key=lambda family: family.id)
    for _ in range(number):
        family = chance.choice(families)
        yield _brief(family, chance)


def _brief(family: RoleFamily, chance: random.Random) -> Brief:
    skills = []
    if family.core_skills and chance.random() < 0.8:
        skills.append(SkillWish(name=chance.choice(family.core_skills)))
    if family.usual_skills and chance.random() < 0.4:
        skills.append(SkillWish(name=chance.choice(family.usual_skills), importance=Importance.NICE))
    terms = {Slot.ROLE: Term(hard=False)}
    rate = None
    if chance.random() < 0.4:
        rate = MoneyRange(max=round(family.rate_usd[1]))
        terms[Slot.HOURLY_RATE] = Term(hard=True)
    seniority = chance.choice(list(Seniority)) if chance.random() < 0.3 else None
    return Brief(role=family.id, skills=tuple(skills), hourly_rate=rate, seniority=seniority, terms=terms)


async def _matches(services: Services, brief: Brief) -> Sequence[Match]:
    everyone = services.search.view().people
    ranking = await services.matcher.search(brief, today=services.today, limit=everyone)
    return ranking.matches


def broken(matches: Sequence[Match]) -> int:
    """How many hard requirements do not hold, by the checks, which read profiles and know no filter."""
    return sum(check.hard and check.verdict is not Verdict.MET for match in matches for check in match.checks)


async def _by_meaning(services: Services, brief: Brief) -> list[str]:
    view = services.search.view()
    vector = await services.search.vector(search_text(brief, services.knowledge))
    rows = await services.search.nearest(view, vector, view.alive, DEPTH)
    return [view.id_of(int(row)) for row in rows[:DEPTH]]


async def measure(size: int, number: int, seed: int, folder: Path) -> tuple[dict[str, Mean], int]:
    """Build a marketplace in `folder` and grade the rankings of `number` briefs: nDCG@10 by ranking.

    With it, how many hard requirements were broken by anybody ranked.
    """
    async with open_services(Settings(data_dir=folder)) as services:
        people = list(generate(size, seed, services.today, services.knowledge))
        await services.store.freelancers.upsert_many([person.freelancer for person in people])
        await services.search.sync(
            lambda done, total: print(f"\rindexing {done}/{total}", end="", file=sys.stderr)
        )
        print(file=sys.stderr)
        scores: dict[str, list[float]] = {"ranking": [], "within reach": [], "meaning alone": []}
        faults = 0
        for brief in briefs(services.knowledge, number, seed):
            grades = _grades(people, brief, services.knowledge)
            matches = await _matches(services, brief)
            faults += broken(matches)
            ranked = [match.freelancer_id for match in matches]
            reachable = sorted(ranked, key=lambda each: -grades[each])
            for name, order in (
                ("ranking", ranked),
                ("within reach", reachable),
                ("meaning alone", await _by_meaning(services, brief)),
            ):
                scores[name].append(ndcg([grades[i] for i in order], list(grades.values())))
    return {name: mean(values) for name, values in scores.items()}, faults


def _grades(people: Sequence[DemoFreelancer], brief: Brief, knowledge: Knowledge) -> dict[str, float]:
    return {p.freelancer.id: relevance(p.truth, p.freelancer, brief, knowledge) for p in people}
