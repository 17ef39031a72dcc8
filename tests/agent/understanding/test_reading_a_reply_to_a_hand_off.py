"""A hand-off that waits is put off in many words, and only a plain yes approves it."""

import pytest

from agent.understanding.offline import OfflineInterpreter
from agent.understanding.reading import Context, Intent
from tests_support.readings import BRIEF, SHOWN, TODAY

WAITING = Context(today=TODAY, brief=BRIEF, shown=SHOWN, focus="f2", handoff_pending=True)


@pytest.mark.parametrize(
    "text",
    [
        "I need to ask my boss first",
        "let me sleep on it",
        "I'm having second thoughts",
        "we need another day",
        "my partner isn't convinced yet",
        "oops, wrong person",
        "that was a mistake",
        "ok but let me ask my partner",
        "I'd rather you didn't",
        "better not",
    ],
)
def test_it_is_put_off(interpreter: OfflineInterpreter, text: str) -> None:
    assert interpreter.read_strictly(text, WAITING).intent is Intent.DECLINE


@pytest.mark.parametrize("text", ["yes I asked my boss, send it", "jawohl", "ok go", "perfect, off you go"])
def test_it_is_approved(interpreter: OfflineInterpreter, text: str) -> None:
    assert interpreter.read_strictly(text, WAITING).intent is Intent.CONFIRM
