from pathlib import Path

import pytest

from agent.understanding.reading import Intent
from api.replay import TurnRecord
from api.replay.record import ListedCandidate
from evals.ablation import METRICS, brief_of, compare_policies, measure, vague_clients
from evals.nouns import Transcript
from evals.scenarios.validation import problems
from evals.staging import StageSettings
from store.demo import generate, relevance
from store.knowledge import load_knowledge
from store.nouns.brief import Slot


def test_vague_clients_are_sound_and_know_more_than_they_say() -> None:
    knowledge = load_knowledge()
    clients = vague_clients(knowledge, 60, 1)
    assert clients == vague_clients(knowledge, 60, 1) != vague_clients(knowledge, 60, 2)
    for client in clients:
        told = [problem for problem in problems(client, knowledge) if "in brief and in may" not in problem]
        assert told == []
        assert list(client.agenda[0].facts) == [Slot.ROLE]
    known = [len(client.facts) - 1 for client in clients]
    assert min(known) == 0 or min(known) == 1
    assert sum(known) / len(known) > 2


def test_lists_are_measured_by_the_hidden_truth() -> None:
    knowledge = load_knowledge()
    people = list(generate(80, 7, StageSettings().today, knowledge))
    need = brief_of({Slot.ROLE: people[0].truth.role, Slot.HOURLY_RATE: {"max": 90, "currency": "USD"}})
    assert need.is_hard(Slot.HOURLY_RATE)
    assert not need.is_hard(Slot.ROLE)
    grades = {p.freelancer.id: relevance(p.truth, p.freelancer, need, knowledge) for p in people}
    best = sorted(grades, key=lambda each: -grades[each])

    def measured(*lists: list[str]) -> dict[str, float]:
        turns = tuple(_turn(place, ids) for place, ids in enumerate(lists, start=1))
        return measure(Transcript(scenario="x", turns=turns), people, need, knowledge)

    assert measured(best[:5]) == {"success": 1, "turns": 1, "relevance": 1, "questions": 0}
    late = measured(best[-5:], best[:5])
    assert (late["turns"], late["success"]) == (2, 1)
    never = measured(best[-5:])
    assert (never["turns"], never["success"]) == (2, 0)
    assert measured(best[4::-1])["relevance"] < 1


def _turn(number: int, ids: list[str]) -> TurnRecord:
    return TurnRecord(
        id="x",
        turn=number,
        text="",
        intent=Intent.REFINE,
        step="search",
        brief={},
        changes=(),
        refs=(),
        question=None,
        candidates=tuple(ListedCandidate(id=each, name="", score=0) for each in ids),
        reply="",
    )


def test_policies_are_compared_over_the_same_clients(tmp_path: Path) -> None:
    stage = StageSettings(size=60, folder=tmp_path)
    compared = compare_policies(stage, clients=6, workers=1)
    assert [each.rival for each in compared] == ["random", "fixed"]
    for each in compared:
        assert each.clients == 6
        for metric in METRICS:
            low, high = each.difference[metric]["interval"]
            assert low <= each.difference[metric]["mean"] <= high
            assert each.ours[metric] - each.theirs[metric] == pytest.approx(each.difference[metric]["mean"])
