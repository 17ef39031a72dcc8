import pytest

from evals.clients.perturbing import PERTURBATIONS
from evals.nouns import Scenario
from evals.scenarios import load_scenarios
from evals.selecting import FAST_SCENARIOS, FAST_VARIED, fast_jobs, stratified, whole_jobs
from store.knowledge import load_knowledge


@pytest.fixture(scope="module")
def scenarios() -> tuple[Scenario, ...]:
    return load_scenarios(None, load_knowledge())


def test_the_whole_has_every_scenario_in_its_own_words_and_in_eight_variants(
    scenarios: tuple[Scenario, ...],
) -> None:
    jobs = whole_jobs(scenarios, seed=3)
    assert len(jobs) == len(scenarios) * 9
    assert {job.perturbation for job in jobs[:9]} == {None, *PERTURBATIONS}
    assert {job.seed for job in jobs} == {3}


def test_the_fast_few_have_every_group_temper_and_intent(scenarios: tuple[Scenario, ...]) -> None:
    jobs = fast_jobs(scenarios)
    chosen = {job.scenario.id: job.scenario for job in jobs}
    assert len(chosen) == FAST_SCENARIOS
    assert {each.group for each in chosen.values()} == {each.group for each in scenarios}
    assert {each.temper for each in chosen.values()} == {each.temper for each in scenarios}
    assert {i for each in chosen.values() for i in each.intents} == {
        i for each in scenarios for i in each.intents
    }
    assert len(jobs) == FAST_SCENARIOS + FAST_VARIED * len(PERTURBATIONS)


def test_the_few_are_always_the_same_whatever_the_order_of_the_files(
    scenarios: tuple[Scenario, ...],
) -> None:
    assert stratified(scenarios, 20) == stratified(scenarios[::-1], 20)
    assert stratified(scenarios, 20)[:5] == stratified(scenarios, 5)


def test_fewer_scenarios_than_asked_for_are_all_taken(scenarios: tuple[Scenario, ...]) -> None:
    taken = stratified(scenarios[:3], 20)
    assert {each.id for each in taken} == {each.id for each in scenarios[:3]}
