"""How a turn looks: streamed with colour in a terminal, as plain text where output is piped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.cli.chatting.scenes import (
    Asked,
    Began,
    Candidates,
    Card,
    Ended,
    Failed,
    Option,
    Prepared,
    Scene,
    Spoke,
    Understood,
    Working,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status
    from rich.text import Text

_STEPS = {
    "understand": "Reading your message",
    "clarify": "Thinking of a question",
    "refine": "Changing the brief",
    "search": "Searching the marketplace",
    "answer": "Looking it up",
    "hand_off": "Preparing the hand-off",
}

_INDENT = 3


class Screen:
    """Shows the scenes of one turn after another, and remembers what the client can answer."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._status: Status | None = None
        self._spoken = ""
        self.options: tuple[Option, ...] = ()
        self.failed_turn: str | None = None
        self.awaits_decision = False

    def begin(self) -> None:
        """A new message was sent: what could be answered before is gone."""
        self._spoken = ""
        self.options = ()
        self.failed_turn = None
        self.awaits_decision = False

    def show(self, scene: Scene) -> None:
        """Show what just happened."""
        match scene:
            case Began(attempt):
                if attempt > 1:
                    self._line("(interrupted; starting again)", "dim")
                self._spoken = ""
            case Working(step):
                self._work(_STEPS.get(step, step))
            case Understood(words):
                if words:
                    self._line(f"Understood: {' · '.join(words)}", "dim")
            case Candidates(cards):
                for number, card in enumerate(cards, 1):
                    self._card(number, card)
            case Asked(options):
                self.options = options
            case Spoke(text):
                self._speak(text)
            case Prepared(name, message):
                self._letter(name, message)
                self.awaits_decision = True
            case Ended(reply, fallbacks):
                self._end(reply)
                for each in fallbacks:
                    self._line(f"(without the model for {each})", "dim")
            case Failed(turn_id, error_id):
                self.failed_turn = turn_id
                self._line(f"That did not work ({error_id}). Your message is kept: /retry", "red")

    def stop(self) -> None:
        """Take the progress line away."""
        if self._status is not None:
            self._status.stop()
            self._status = None

    def note(self, text: str) -> None:
        """Say something that is not part of the conversation."""
        self._line(text, "dim")

    def _work(self, what: str) -> None:
        if not self._console.is_terminal or self._spoken:
            return
        if self._status is None:
            self._status = self._console.status(f"{what}…")
            self._status.start()
        else:
            self._status.update(f"{what}…")

    def _line(self, text: str, style: str = "") -> None:
        self.stop()
        plain = not self._console.is_terminal
        self._console.print(text, style=style, markup=False, highlight=False, soft_wrap=plain)

    def _speak(self, text: str) -> None:
        if not text.startswith(self._spoken):
            self._line("")
            self._spoken = ""
        self.stop()
        new = text[len(self._spoken) :]
        self._console.print(new, end="", markup=False, highlight=False, soft_wrap=True)
        self._spoken = text

    def _end(self, reply: str) -> None:
        self._speak(reply)
        self._console.print()
        for number, option in enumerate(self.options, 1):
            people = "" if option.candidates is None else f"  ({option.candidates:,} people)"
            self._line(f"  {number}  {option.label}{people}", "cyan")
        self._console.print()

    def _card(self, number: int, card: Card) -> None:
        from rich.text import Text

        self.stop()
        title = Text.assemble((f"#{number} ", "bold cyan"), (card.name, "bold"))
        if card.headline:
            title.append(f"  {card.headline}")
        self._console.print(title, soft_wrap=True)
        self._indented(Text(f"{card.rate} · {card.rating} · {card.jobs}"))
        self._indented(Text(card.place, style="dim"))
        self._indented(Text(", ".join(card.skills)))
        self._indented(Text(card.reason, style="green"))
        for each in card.lacks:
            self._indented(Text(f"✗ {each}", style="yellow"))
        for caution in card.cautions:
            self._indented(Text(f"! {caution}", style="yellow"))
        self._console.print()

    def _letter(self, name: str, message: str) -> None:
        from rich.text import Text

        self._line(f"The message {name} would receive:", "bold")
        for paragraph in message.splitlines():
            self._indented(Text(paragraph or " "))
        self._console.print()

    def _indented(self, text: Text) -> None:
        if not text.plain:
            return
        width = self._console.width - _INDENT if self._console.is_terminal else len(text)
        for line in text.wrap(self._console, max(width, 20)):
            line.pad_left(_INDENT if line.plain.strip() else 0)
            line.rstrip()
            self._console.print(line, soft_wrap=True)
