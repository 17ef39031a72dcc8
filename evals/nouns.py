"""The nouns of the evaluations: what a client wants, what was said, and what it was worth.

All are immutable and go to JSON and back. A brief is written in the design's field names throughout; in a
gold brief and in what a client knows, skills are name to importance and languages code to level:
`{"role": "frontend-developer", "skills": {"React": "MUST"}, "hourlyRate": {"max": 60, "currency": "USD"}}`.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from agent.understanding.reading import Intent, Topic
from api.replay import TurnRecord
from store.nouns.brief import Slot

PlainBrief = dict[Slot, Any]
"""Slots with their values as JSON; see the module's docstring for skills and languages."""

Position = Annotated[int, Field(ge=1, le=5)]
"""A place in the list last shown, counted from 1."""


class EvalNoun(BaseModel):
    """An immutable value, closed to fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Temper(StrEnum):
    """How a client talks."""

    COOPERATIVE = "cooperative"
    TERSE = "terse"
    RAMBLING = "rambling"
    MISTAKEN = "mistaken"
    """Says something wrong first and puts it right by itself."""
    UNDECIDED = "undecided"
    """Hesitates, and has no opinion where it is asked for one it was not told to have."""
    HOSTILE = "hostile"
    """Rude, and gives the system orders."""


class Act(StrEnum):
    """What a client does with one message."""

    OPEN = "open"
    """Describes the need."""
    ADD = "add"
    """Gives a further fact, or another value for one."""
    CORRECT = "correct"
    """Takes back a value it gave and gives the right one."""
    RELAX = "relax"
    """Makes a requirement a preference."""
    TIGHTEN = "tighten"
    """Makes a preference a requirement."""
    DROP = "drop"
    """Takes a fact out of the need."""
    ASK = "ask"
    COMPARE = "compare"
    SHORTLIST = "shortlist"
    DISMISS = "dismiss"
    MORE = "more"
    HAND_OFF = "hand_off"
    APPROVE = "approve"
    CANCEL = "cancel"
    START_OVER = "start_over"
    GREET = "greet"
    THANK = "thank"
    HELP = "help"
    OFF_TOPIC = "off_topic"
    """Asks for what the service does not do, or orders the system about: it must decline."""
    DELETE_DATA = "delete_data"


class AgendaItem(EvalNoun):
    """One thing the client will say, in its turn."""

    act: Act
    facts: PlainBrief = Field(default_factory=dict, description="What it tells: slots with their values.")
    slots: tuple[Slot, ...] = Field(
        default=(), description="With relax, tighten and drop: what they are about."
    )
    items: tuple[str, ...] = Field(
        default=(),
        description="With relax, tighten and drop of a list: which of it; none: all of it. With correct: "
        "what was wrong in it; none: all of it.",
    )
    people: tuple[Position, ...] = Field(default=(), description="Whom it points at in the list last shown.")
    topic: Topic | None = Field(default=None, description="With ask: what it wants to know.")
    says: tuple[str, ...] = Field(
        default=(),
        description="Its own words, one of which is chosen; none: its temper finds them.",
    )


class HandOffGold(StrEnum):
    """What must have become of the hand-off when the conversation ends."""

    PREPARED = "PREPARED"
    APPROVED = "APPROVED"
    CANCELLED = "CANCELLED"


class Gold(EvalNoun):
    """The end state that counts as success."""

    brief: PlainBrief = Field(
        default_factory=dict,
        description="Slots that must be set, with their values; of a list of roles any is right.",
    )
    may: PlainBrief = Field(
        default_factory=dict,
        description="Slots that may be set besides, with their values: told only when the agent "
        "asks. What is in neither must not be set.",
    )
    hard: tuple[Slot, ...] = Field(default=(), description="Must be requirements: nobody shown breaks them.")
    soft: tuple[Slot, ...] = Field(default=(), description="Must be preferences.")
    shortlist: int = Field(
        default=0, ge=0, description="People on the shortlist: those the client pointed at."
    )
    dismissed: int = Field(default=0, ge=0, description="People sent away, who must not be shown again.")
    hand_off: HandOffGold | None = Field(
        default=None, description="Its state, for the one the client pointed at; null: there must be none."
    )
    refuses: bool = Field(default=False, description="Every off-topic message must be declined.")
    unchanged: tuple[Slot, ...] = Field(
        default=(), description="Must keep the value they first got until the end."
    )
    steps: tuple[str, ...] = Field(
        default=(), description="Steps of the graph in this order; others may lie between."
    )
    acceptable: bool = Field(
        default=True, description="Somebody acceptable must be shown; false where no search can be expected."
    )


class Scenario(EvalNoun):
    """One client: its goal, what it knows, how it talks, what it will say, and the end that counts."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)
    group: str = Field(
        description="A kind of work (store/knowledge), or the theme: privacy, refusals, hostile..."
    )
    goal: str = Field(min_length=1, description="What the client is after, in a sentence.")
    intents: tuple[Intent, ...] = Field(min_length=1, description="What it exercises.")
    temper: Temper = Temper.COOPERATIVE
    today: date = date(2026, 11, 23)
    facts: PlainBrief = Field(
        default_factory=dict,
        description="All it knows of its need. What no agenda item tells it tells when asked.",
    )
    unknown: tuple[Slot, ...] = Field(default=(), description="It has no opinion on these, and says so.")
    agenda: tuple[AgendaItem, ...] = Field(min_length=1, max_length=12)
    gold: Gold


class Intended(EvalNoun):
    """What the client meant by a turn, in step with the transcript's turns. The agent never sees it."""

    act: Act | None = Field(description="Null where it only answered a question.")
    facts: PlainBrief = Field(default_factory=dict, description="The facts in its words.")
    people: tuple[str, ...] = Field(
        default=(), description="Ids of those it pointed at, as it saw them listed."
    )
    answers: Slot | None = Field(default=None, description="The slot whose question it answered.")
    declines: bool = Field(default=False, description="It answered that it has no opinion.")


class HandOffMade(EvalNoun):
    """What became of the conversation's last hand-off."""

    freelancer_id: str
    status: HandOffGold


class End(StrEnum):
    """Why a conversation ended."""

    DONE = "done"
    """The client had nothing left to say."""
    STUCK = "stuck"
    """There was nobody to point at, or the same question came again and again."""
    TOO_LONG = "too_long"
    FAILED = "failed"
    """The agent raised an error; `Transcript.error` has it."""


class Usage(EvalNoun):
    """What a model took for one turn."""

    input_tokens: int = Field(default=0, ge=0)
    output_tokens: int = Field(default=0, ge=0)
    cost_usd: float | None = Field(default=None, ge=0, description="Null where the price is not known.")


class Transcript(EvalNoun):
    """A conversation that was had."""

    scenario: str = Field(description="The scenario's id.")
    seed: int = 0
    perturbation: str | None = Field(
        default=None, description="How the client's words were changed, if at all."
    )
    client: str = Field(default="agenda", description="Who played the client: agenda, or the model's name.")
    policy: str = Field(default="evoi", description="How questions were chosen: evoi, random, fixed.")
    turns: tuple[TurnRecord, ...] = ()
    intended: tuple[Intended, ...] = ()
    shortlist: tuple[str, ...] = Field(default=(), description="Ids on the shortlist at the end.")
    dismissed: tuple[str, ...] = Field(default=(), description="Ids sent away.")
    hand_off: HandOffMade | None = None
    usage: tuple[Usage, ...] = Field(
        default=(), description="Tokens by turn, where a model was used and says so."
    )
    ended: End = End.DONE
    error: str | None = None


class Grade(EvalNoun):
    """What one grader says of one transcript."""

    key: str
    score: float = Field(ge=0, le=1)
    comment: str = ""
    turn: int | None = Field(default=None, ge=1, description="Where it went wrong, if it did at one turn.")
    gate: bool = Field(default=False, description="True: the case's score is multiplied by it.")
    value: float | None = Field(
        default=None, description="The raw figure behind the score: turns, questions, milliseconds, nDCG."
    )


class CaseResult(EvalNoun):
    """A transcript's grades and what they come to."""

    scenario: str
    group: str
    seed: int = 0
    perturbation: str | None = None
    score: float = Field(ge=0, le=1, description="Mean of the grades that are no gates, times the gates.")
    passed: bool = Field(description="Every gate holds.")
    grades: tuple[Grade, ...] = ()


class Run(EvalNoun):
    """One run of the suite: all that `score`, `diff` and the reports need."""

    created: datetime
    seed: int
    size: int = Field(description="People in the demo marketplace.")
    marketplace_seed: int
    interpreter: str = Field(description="offline, or the model's name.")
    selection: str = Field(description="whole, fast, or what was asked for.")
    seconds: float = Field(default=0, ge=0)
    scenarios: tuple[Scenario, ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    results: tuple[CaseResult, ...] = ()
