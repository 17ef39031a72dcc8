from pathlib import Path

import pytest

from evals.nouns import Scenario
from evals.scenarios import load_scenarios
from store.knowledge import Knowledge, load_knowledge

SAMPLE = Path(__file__).parents[1] / "scenarios" / "clients.jsonl"


@pytest.fixture(scope="package")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="package")
def scenarios(knowledge: Knowledge) -> dict[str, Scenario]:
    return {scenario.id: scenario for scenario in load_scenarios([SAMPLE], knowledge)}
