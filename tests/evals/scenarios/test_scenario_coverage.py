"""What our own scenarios leave out, nobody would notice breaking."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pytest

from agent.understanding.reading import Intent, Topic
from evals.nouns import Act, AgendaItem, HandOffGold, Scenario, Temper
from evals.scenarios import load_scenarios
from store.knowledge import Knowledge, load_knowledge
from store.nouns.brief import Slot

FEWEST = 300
FEWEST_OF_A_KIND_OF_WORK = 5
FEWEST_OF_A_TEMPER = 20


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def scenarios(knowledge: Knowledge) -> tuple[Scenario, ...]:
    return load_scenarios(None, knowledge)


def _items(scenarios: tuple[Scenario, ...]) -> Iterator[AgendaItem]:
    return chain.from_iterable(scenario.agenda for scenario in scenarios)


def test_there_are_enough_and_each_has_an_id_and_a_goal_of_its_own(scenarios: tuple[Scenario, ...]) -> None:
    assert len(scenarios) >= FEWEST
    for attribute in ("id", "goal"):
        counted = Counter(getattr(scenario, attribute) for scenario in scenarios)
        assert [value for value, number in counted.items() if number > 1] == []


def test_no_two_clients_say_the_same(scenarios: tuple[Scenario, ...]) -> None:
    agendas = Counter(
        tuple(item.model_dump_json(exclude={"says"}) for item in s.agenda) for s in scenarios if s.facts
    )
    twice = [agenda for agenda, number in agendas.items() if number > 1]
    assert twice == []


def test_every_kind_of_work_has_its_own(scenarios: tuple[Scenario, ...], knowledge: Knowledge) -> None:
    groups = Counter(scenario.group for scenario in scenarios)
    kinds = {family.category for family in knowledge.roles.values()}
    assert {kind for kind in kinds if groups[kind] < FEWEST_OF_A_KIND_OF_WORK} == set()


def test_every_role_is_hired_for(scenarios: tuple[Scenario, ...], knowledge: Knowledge) -> None:
    roles = {scenario.facts.get(Slot.ROLE) for scenario in scenarios}
    assert set(knowledge.roles) - roles == set()


def test_a_role_stands_with_its_kind_of_work(scenarios: tuple[Scenario, ...], knowledge: Knowledge) -> None:
    kinds = {family.category for family in knowledge.roles.values()}
    astray = [
        scenario.id
        for scenario in scenarios
        if scenario.group in kinds and knowledge.roles[scenario.facts[Slot.ROLE]].category != scenario.group
    ]
    assert astray == []


def test_every_intent_is_exercised(scenarios: tuple[Scenario, ...]) -> None:
    assert set(Intent) - {intent for scenario in scenarios for intent in scenario.intents} == set()


def test_every_temper_speaks(scenarios: tuple[Scenario, ...]) -> None:
    tempers = Counter(scenario.temper for scenario in scenarios)
    assert {temper for temper in Temper if tempers[temper] < FEWEST_OF_A_TEMPER} == set()


def test_clients_do_all_there_is_to_do(scenarios: tuple[Scenario, ...]) -> None:
    assert set(Act) - {item.act for item in _items(scenarios)} == set()
    assert set(Topic) - {item.topic for item in _items(scenarios)} == set()


def test_every_slot_is_told_kept_and_expected(scenarios: tuple[Scenario, ...]) -> None:
    assert set(Slot) - {slot for item in _items(scenarios) for slot in item.facts} == set()
    assert set(Slot) - {slot for scenario in scenarios for slot in scenario.gold.brief} == set()


@pytest.mark.parametrize("act", [Act.RELAX, Act.TIGHTEN, Act.DROP])
def test_requirements_of_several_slots_are_weighed_anew(act: Act, scenarios: tuple[Scenario, ...]) -> None:
    assert len({slot for item in _items(scenarios) if item.act is act for slot in item.slots}) >= 6


def test_all_steps_are_gone_through(scenarios: tuple[Scenario, ...]) -> None:
    steps = {step for scenario in scenarios for step in scenario.gold.steps}
    assert steps == {"clarify", "search", "refine", "answer", "hand_off"}


def test_hand_offs_end_in_every_way(scenarios: tuple[Scenario, ...]) -> None:
    assert {scenario.gold.hand_off for scenario in scenarios} == {*HandOffGold, None}


def test_requirements_end_hard_and_soft_and_refusals_are_expected(scenarios: tuple[Scenario, ...]) -> None:
    assert {slot for s in scenarios for slot in s.gold.hard} >= {
        Slot.SENIORITY,
        Slot.START_BY,
        Slot.COUNTRIES,
    }
    assert {slot for s in scenarios for slot in s.gold.soft} >= {Slot.HOURLY_RATE, Slot.LANGUAGES}
    assert sum(scenario.gold.refuses for scenario in scenarios) >= 15
