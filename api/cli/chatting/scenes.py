"""What a terminal shows of a turn, wherever the turn runs."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Began:
    """The turn runs; `attempt` is more than 1 if it had to start again."""

    attempt: int


@dataclass(frozen=True, slots=True)
class Working:
    """The agent moved to another step."""

    step: str


@dataclass(frozen=True, slots=True)
class Understood:
    """The client's words that changed the brief."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A candidate, in words. `cautions` are sentences, `lacks` what of the must-haves is not met."""

    name: str
    headline: str
    place: str
    rate: str
    rating: str
    jobs: str
    skills: tuple[str, ...]
    reason: str
    cautions: tuple[str, ...]
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidates:
    """The list the client now chooses from, best first, and after it those who come closest."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """An answer on offer; `text` is what choosing it says."""

    label: str
    text: str
    candidates: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The question the client may answer by an option's number."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Spoke:
    """The reply so far."""

    text: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A hand-off waits for the client's yes: the message the freelancer would receive."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The turn is done; this is the whole reply. `fallbacks` says where it went on without the model."""

    reply: str
    fallbacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """The turn could not be done. It can be tried again by its id."""

    turn_id: str
    error_id: str


Scene = Began | Working | Understood | Candidates | Asked | Spoke | Prepared | Ended | Failed


class Refused(Exception):
    """The message was not taken; the reason is for the client."""


class Talk(Protocol):
    """One conversation."""

    def say(self, text: str) -> AsyncIterator[Scene]:
        """Send a message; its scenes, ending with Ended or Failed. Raises Refused."""
        ...

    def retry(self, turn_id: str) -> AsyncIterator[Scene]:
        """Run a failed turn again. Raises Refused."""
        ...

    async def start_new(self) -> None:
        """Leave this conversation and begin another."""
        ...
