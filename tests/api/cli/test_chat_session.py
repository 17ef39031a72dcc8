import io
from collections.abc import AsyncIterator, Sequence

import pytest
from anyio.from_thread import start_blocking_portal
from rich.console import Console

from api.cli.chatting.scenes import (
    Asked,
    Began,
    Candidates,
    Card,
    Ended,
    Failed,
    Option,
    Prepared,
    Refused,
    Scene,
    Spoke,
    Understood,
    Working,
)
from api.cli.chatting.screen import Screen
from api.cli.chatting.session import Session

CARD = Card(
    name="Maria Silva [bold]",
    headline="Shopify developer",
    place="Porto, Portugal · Europe/Lisbon (UTC)",
    rate="€45/h",
    rating="4.9 over 31 reviews",
    jobs="60 completed jobs",
    skills=("Shopify", "React"),
    reason="Knows Shopify from 12 contracts.",
    cautions=("Not active for a long time.",),
)


class PlayedTalk:
    """Plays scenes prepared for it, and remembers what was said."""

    def __init__(self, turns: Sequence[Sequence[Scene]]) -> None:
        self.turns = list(turns)
        self.said: list[str] = []

    async def say(self, text: str) -> AsyncIterator[Scene]:
        if text == "too long":
            raise Refused("Shorten it.")
        self.said.append(text)
        for scene in self.turns.pop(0):
            yield scene

    async def retry(self, turn_id: str) -> AsyncIterator[Scene]:
        async for scene in self.say(f"retry {turn_id}"):
            yield scene

    async def start_new(self) -> None:
        self.said.append("new")


def played(monkeypatch: pytest.MonkeyPatch, typed: str, *turns: Sequence[Scene]) -> tuple[str, list[str]]:
    """What is shown, and what was said, when this is typed."""
    shown = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    monkeypatch.setattr("sys.stdout", shown)
    talk = PlayedTalk(turns)
    with start_blocking_portal() as portal:
        Session(portal, talk, Screen(Console(file=shown, width=100))).run()
    return shown.getvalue(), talk.said


def test_what_went_on_without_the_model_is_a_note_after_the_reply(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, _ = played(monkeypatch, "hi\n", [Ended("Hello.", ("wording: the model took too long",))])
    assert shown.index("Hello.") < shown.index("(without the model for wording: the model took too long)")


def test_a_turn_reads_as_plain_text_when_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, _ = played(
        monkeypatch,
        "a Shopify developer\n",
        [
            Began(1),
            Working("search"),
            Understood(("Shopify", "developer")),
            Candidates((CARD,)),
            Spoke("One person"),
            Spoke("One person fits."),
            Ended("One person fits."),
        ],
    )
    assert "\x1b" not in shown
    assert "you> a Shopify developer" in shown
    assert "Understood: Shopify · developer" in shown
    assert "#1 Maria Silva [bold]  Shopify developer" in shown
    for fact in (
        "€45/h · 4.9 over 31 reviews · 60 completed jobs",
        "Porto",
        "Shopify, React",
        "12 contracts",
    ):
        assert fact in shown
    assert "! Not active for a long time." in shown
    assert shown.count("One person fits.") == 1


def test_an_options_number_says_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    options = (Option("Half time", "about 20 hours a week", 12), Option("Full time", "full time", None))
    shown, said = played(
        monkeypatch,
        "help me\n1\n1\n",
        [Asked(options), Ended("How much?")],
        [Ended("Noted.")],
        [Ended("One what?")],
    )
    assert "1  Half time  (12 people)" in shown
    assert "2  Full time\n" in shown
    assert said == ["help me", "about 20 hours a week", "1"]


def test_a_handoff_is_previewed(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, _ = played(
        monkeypatch, "the first\n", [Prepared("Maria", "Hello Maria,\n\nWe need you."), Ended("Yes or no?")]
    )
    assert "The message Maria would receive:" in shown
    assert "   We need you." in shown


def test_a_failed_turn_can_be_tried_again_once(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, said = played(
        monkeypatch,
        "hello\n/retry\n/retry\n",
        [Began(1), Failed("tn_1", "er_1")],
        [Began(2), Ended("Hello.")],
    )
    assert "(er_1). Your message is kept: /retry" in shown
    assert "There is nothing to try again." in shown
    assert said == ["hello", "retry tn_1"]


def test_commands_and_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, said = played(monkeypatch, "/help\n\n/wat\ntoo long\n/new\n/quit\nnever said\n")
    assert "/retry" in shown
    assert "There is no command /wat" in shown
    assert "Shorten it." in shown
    assert said == ["new"]


def test_a_reply_that_starts_over_is_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, _ = played(
        monkeypatch, "hi\n", [Began(1), Spoke("Hel"), Began(2), Spoke("Good day."), Ended("Good day.")]
    )
    assert "(interrupted; starting again)" in shown
    assert "Good day." in shown
