"""The knowledge that ships, and the offline interpreter with it: made once, because that takes seconds."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge, load_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="session")
def interpreter(knowledge: Knowledge) -> OfflineInterpreter:
    return OfflineInterpreter(knowledge)
