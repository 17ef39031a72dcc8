"""Names and words that are written alike: skills beside roles, people, orders, days and languages."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from store.knowledge import Knowledge
from tests_support.readings import brief_of


def read(interpreter: OfflineInterpreter, knowledge: Knowledge, text: str) -> list[str]:
    return [wish.name for wish in brief_of(interpreter, knowledge, text).skills]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marketing strategist needed, GTM strategy.", "Marketing Strategy"),
        ("Architect with experience in container homes", "Tiny Houses and Modular Design"),
    ],
)
def test_a_word_that_is_another_thing_at_the_head_of_a_name_is_no_tool(
    interpreter: OfflineInterpreter, knowledge: Knowledge, text: str, name: str
) -> None:
    assert set(read(interpreter, knowledge, text)) == {name}
