"""How well the ranking finds the people who are truly right, on an invented marketplace.

The demo generator knows what each person can really do; the marketplace does not. For briefs drawn from
the role families this holds the product's ranking, and for comparison the ranking by meaning alone,
against that truth:

    python -m evals.relevance --size 600 --briefs 150

It prints nDCG@10 (Järvelin and Kekäläinen 2002, gains as graded by store.demo.relevance) with a 95%
bootstrap interval of its mean, as JSON.
"""

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from math import log2
from pathlib import Path

import numpy as np

from agent.matching.query import search_text
from api.composition import open_services
from api.services import Services
from api.settings import Settings
from store.demo import DemoFreelancer, generate, relevance
from store.knowledge import Knowledge, RoleFamily
from store.nouns.brief import Brief, Importance, MoneyRange, Seniority, SkillWish, Slot, Term

DEPTH = 10
RESAMPLES = 1000


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


def ndcg(gains: Sequence[float], best: Sequence[float]) -> float:
    """Discounted gain of a list as a share of the best list's; 1 where there is nothing to gain."""
    ideal = _discounted(sorted(best, reverse=True))
    return _discounted(gains) / ideal if ideal else 1.0


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / log2(place + 1) for place, gain in enumerate(gains[:DEPTH], start=1))


def interval(values: Sequence[float], seed: int) -> tuple[float, float]:
    """The 95% bootstrap interval of the mean."""
    drawn = np.random.default_rng(seed).choice(np.asarray(values), (RESAMPLES, len(values)))
    low, high = np.percentile(drawn.mean(axis=1), (2.5, 97.5))
    return float(low), float(high)


async def _by_ranking(services: Services, brief: Brief) -> list[str]:
    ranking = await services.matcher.search(brief, today=services.today, limit=DEPTH)
    return [match.freelancer_id for match in ranking.matches]


async def _by_meaning(services: Services, brief: Brief) -> list[str]:
    view = services.search.view()
    vector = await services.search.vector(search_text(brief, services.knowledge))
    rows = await services.search.nearest(view, vector, view.alive, DEPTH)
    return [view.id_of(int(row)) for row in rows[:DEPTH]]


async def measure(size: int, number: int, seed: int, folder: Path) -> dict[str, object]:
    """Build a marketplace in `folder` and grade the rankings of `number` briefs."""
    async with open_services(Settings(data_dir=folder)) as services:
        people = list(generate(size, seed, services.today, services.knowledge))
        await services.store.freelancers.upsert_many([person.freelancer for person in people])
        await services.search.sync(
            lambda done, total: print(f"\rindexing {done}/{total}", end="", file=sys.stderr)
        )
        print(file=sys.stderr)
        scores: dict[str, list[float]] = {"ranking": [], "meaning alone": []}
        for brief in briefs(services.knowledge, number, seed):
            grades = _grades(people, brief, services.knowledge)
            for name, ranked in (
                ("ranking", await _by_ranking(services, brief)),
                ("meaning alone", await _by_meaning(services, brief)),
            ):
                scores[name].append(ndcg([grades[i] for i in ranked], list(grades.values())))
    return {
        "size": size,
        "briefs": number,
        "seed": seed,
        "ndcg@10": {
            name: {"mean": statistics.mean(values), "interval": interval(values, seed)}
            for name, values in scores.items()
        },
    }


def _grades(people: Sequence[DemoFreelancer], brief: Brief, knowledge: Knowledge) -> dict[str, float]:
    return {p.freelancer.id: relevance(p.truth, p.freelancer, brief, knowledge) for p in people}


def main() -> None:
    """Measure and print a table and JSON."""
    parser = argparse.ArgumentParser(description="nDCG@10 of the ranking against the demo's hidden truth.")
    parser.add_argument("--size", type=int, default=600, help="people in the marketplace")
    parser.add_argument("--briefs", type=int, default=150, help="briefs to rank for")
    parser.add_argument("--seed", type=int, default=7, help="another seed makes other people and briefs")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = asyncio.run(measure(arguments.size, arguments.briefs, arguments.seed, Path(folder)))
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
