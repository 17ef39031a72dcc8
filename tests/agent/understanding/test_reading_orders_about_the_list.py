"""What is ordered and asked of people on the list by place, all but some, or after what was said of them."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from tests_support.readings import BRIEF, SHOWN, TODAY

BESIDE_A_LIST = Context(today=TODAY, brief=BRIEF, shown=SHOWN)
AFTER_MARIA = BESIDE_A_LIST.model_copy(update={"focus": "f1"})


@pytest.mark.parametrize(
    ("text", "intent", "places"),
    [
        ("keep all of them but Olga", Intent.SHORTLIST, [1, 2, 3, 4]),
        ("dismiss everybody except 2 and 3", Intent.DISMISS, [1, 4, 5]),
        ("add 3 to my shortlist", Intent.SHORTLIST, [3]),
        ("put 1, 2 and 4 on my list", Intent.SHORTLIST, [1, 2, 4]),
        ("save her and the last one", Intent.SHORTLIST, [1, 5]),
        ("Aisha can't do Mondays. remove", Intent.DISMISS, [3]),
        ("Tomasz has the lowest rate, keep please", Intent.SHORTLIST, [2]),
        ("drop Liam a line", Intent.HAND_OFF, [4]),
        ("give her a call", Intent.HAND_OFF, [1]),
        ("contact the one who's free", Intent.HAND_OFF, [4]),
        ("3 doesn't suit us", Intent.DISMISS, [3]),
        ("nah, next one", Intent.MORE_RESULTS, []),
        ("everyone but Liam out", Intent.DISMISS, [1, 2, 3, 5]),
    ],
)
def test_whom_an_order_is_about(
    interpreter: OfflineInterpreter, text: str, intent: Intent, places: list[int]
) -> None:
    reading = interpreter.read_strictly(text, AFTER_MARIA)
    assert reading.intent is intent
    assert [reference.position for reference in reading.references] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("what would 4 charge?", [4]),
        ("how many clients has 2 had?", [2]),
        ("tell me more about 5", [5]),
        ("why not Olga?", [5]),
        ("have you found anyone with TypeScript?", []),
    ],
)
def test_what_is_asked_changes_nothing(interpreter: OfflineInterpreter, text: str, places: list[int]) -> None:
    reading = interpreter.read_strictly(text, BESIDE_A_LIST)
    assert reading.intent is Intent.ASK_ABOUT_CANDIDATE
    assert [reference.position for reference in reading.references] == places
    assert not reading.changes


def test_somebody_of_the_clients_own_is_not_asked_about(interpreter: OfflineInterpreter) -> None:
    reading = interpreter.read_strictly("my son is shy, he needs somebody patient", BESIDE_A_LIST)
    assert reading.intent is Intent.REFINE
