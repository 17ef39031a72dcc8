"""One demo marketplace of the default size, shared by the tests that look at it from different sides."""

from datetime import date

import pytest

from store.demo import DemoFreelancer, generate
from store.knowledge import Knowledge, load_knowledge

TODAY = date(2026, 3, 14)


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="session")
def market(knowledge: Knowledge) -> list[DemoFreelancer]:
    return list(generate(1000, 1, TODAY, knowledge))
