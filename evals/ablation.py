"""What choosing questions by their value is worth: the product's way against random and fixed-order ones.

Clients know what they want and say at first only what kind of work it is; the rest they tell when asked. The
same clients, with the same words, talk to the agent under each policy. Policies ask equally often: they
differ in what they ask alone. Lists are graded by the marketplace's hidden truth for the client's whole need.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from typing import Any

from agent.understanding.reading import Intent
from evals.nouns import Act, AgendaItem, Gold, PlainBrief, Scenario, Transcript
from evals.playing import Job, play_all
from evals.policies import POLICIES
from evals.relevance.grading import Mean, mean
from evals.staging import Progress, StageSettings
from store.demo import DemoFreelancer, generate, relevance
from store.demo.chance import Chance
from store.knowledge import Knowledge, RoleFamily, load_knowledge
from store.nouns.brief import HARD_BY_DEFAULT, Brief, Slot, Term

LIST_SIZE = 5
GOOD_ENOUGH = 0.8
"""The share of the best grade in the marketplace from which somebody is acceptable."""

METRICS = ("success", "turns", "relevance", "questions")
"""success: somebody acceptable heads the list at the end; turns: to the first acceptable person on a list,
one more than were had if there was none; relevance: of the last list, as a share of the best list's
(discounted as in Järvelin and Kekäläinen 2002); questions: asked in all."""

_REGIONS = ("europe", "north-america", "latin-america", "asia", "africa")
_HOURS = (10, 20, 30)


@dataclass(frozen=True)
class Comparison:
    """The product's policy against another over the same clients; differences are ours less theirs."""

    rival: str
    clients: int
    ours: dict[str, float]
    theirs: dict[str, float]
    difference: dict[str, Mean]


def compare_policies(
    stage: StageSettings,
    *,
    clients: int = 200,
    seed: int = 1,
    workers: int = 2,
    progress: Progress = lambda step, done, total: None,
) -> tuple[Comparison, ...]:
    """Play so many vague clients under each policy; one comparison a rival."""
    knowledge = load_knowledge()
    people = list(generate(stage.size, stage.seed, stage.today, knowledge))
    scenarios = vague_clients(knowledge, clients, seed)
    jobs = [Job(scenario, seed, policy=policy) for policy in POLICIES for scenario in scenarios]
    played = play_all(jobs, stage, workers, progress)
    measured = {
        policy: [
            measure(transcript, people, brief_of(scenario.facts), knowledge)
            for scenario, transcript in zip(scenarios, played[place * clients :][:clients], strict=True)
        ]
        for place, policy in enumerate(POLICIES)
    }
    ours, *rivals = POLICIES
    return tuple(_compared(rival, measured[ours], measured[rival]) for rival in rivals)


def _compared(rival: str, ours: list[dict[str, float]], theirs: list[dict[str, float]]) -> Comparison:
    def means(rows: list[dict[str, float]]) -> dict[str, float]:
        return {metric: sum(row[metric] for row in rows) / len(rows) for metric in METRICS}

    difference = {
        metric: mean([our[metric] - their[metric] for our, their in zip(ours, theirs, strict=True)])
        for metric in METRICS
    }
    return Comparison(rival, len(ours), means(ours), means(theirs), difference)


def vague_clients(knowledge: Knowledge, number: int, seed: int) -> tuple[Scenario, ...]:
    """Clients of every kind of work who say little at first; each knows some of what could be asked."""
    families = sorted(knowledge.roles.values(), key=lambda family: family.id)
    return tuple(_vague(place, families, Chance(seed, "vague", place)) for place in range(number))


def _vague(place: int, families: Sequence[RoleFamily], chance: Chance) -> Scenario:
    family = chance.pick(families)
    facts: PlainBrief = {Slot.ROLE: family.id}
    if chance.happens(0.6):
        usual = family.rate_usd[chance.whole(0, 1)]
        facts[Slot.HOURLY_RATE] = {"max": float(5 * max(1, round(usual / 5))), "currency": "USD"}
    if chance.happens(0.5):
        facts[Slot.REGIONS] = [chance.pick(_REGIONS)]
    if chance.happens(0.5):
        facts[Slot.SENIORITY] = chance.pick(("ENTRY", "INTERMEDIATE", "EXPERT"))
    if chance.happens(0.4):
        facts[Slot.HOURS_PER_WEEK] = {"min": chance.pick(_HOURS)}
    if family.core_skills and chance.happens(0.6):
        facts[Slot.SKILLS] = {chance.pick(family.core_skills): "MUST"}
    askable = (Slot.HOURLY_RATE, Slot.REGIONS, Slot.SENIORITY, Slot.HOURS_PER_WEEK, Slot.SKILLS)
    return Scenario(
        id=f"vague-{place}",
        group=family.category,
        goal=f"{family.name}, told bit by bit.",
        intents=(Intent.DESCRIBE_NEED,),
        facts=facts,
        unknown=tuple(slot for slot in askable if slot not in facts),
        agenda=(AgendaItem(act=Act.OPEN, facts={Slot.ROLE: family.id}),),
        gold=Gold(brief={Slot.ROLE: family.id}, may=facts),
    )


def brief_of(facts: PlainBrief) -> Brief:
    """The facts as a brief whose slots are as hard as a client's plain words make them."""
    values: dict[str, Any] = {slot.value: value for slot, value in facts.items()}
    if Slot.SKILLS in facts:
        values["skills"] = [
            {"name": name, "importance": importance} for name, importance in facts[Slot.SKILLS].items()
        ]
    if Slot.LANGUAGES in facts:
        values["languages"] = [
            {"code": code, "level": level} for code, level in facts[Slot.LANGUAGES].items()
        ]
    brief = Brief.model_validate(values)
    return brief.model_copy(update={"terms": {slot: Term(hard=slot in HARD_BY_DEFAULT) for slot in facts}})


def measure(
    transcript: Transcript, people: Sequence[DemoFreelancer], need: Brief, knowledge: Knowledge
) -> dict[str, float]:
    """The metrics of one conversation. Where nobody fits the need at all every list is as good."""
    grades = {each.freelancer.id: relevance(each.truth, each.freelancer, need, knowledge) for each in people}
    best = sorted(grades.values(), reverse=True)[:LIST_SIZE]
    lists = [
        (turn.turn, [grades.get(person.id, 0.0) for person in turn.candidates])
        for turn in transcript.turns
        if turn.candidates
    ]
    least = best[0] * GOOD_ENOUGH
    first = next((turn for turn, shown in lists if max(shown) >= least), len(transcript.turns) + 1)
    last = lists[-1][1] if lists else [0.0]
    return {
        "success": float(last[0] >= least),
        "turns": float(first),
        "relevance": _discounted(last) / _discounted(best) if best[0] else 1.0,
        "questions": float(sum(turn.question is not None for turn in transcript.turns)),
    }


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / log2(place + 1) for place, gain in enumerate(gains, start=1))
