"""The Reading: what one message says. Both interpreters, offline and ChatGPT, give the same one."""

from datetime import date
from enum import StrEnum
from typing import Protocol

from pydantic import Field

from agent.chatmodel.work import ModelWork
from store.nouns.base import Noun
from store.nouns.brief import (
    Brief,
    Countries,
    LanguageWish,
    MoneyRange,
    Provider,
    Range,
    Seniority,
    SkillWish,
    Slot,
)
from store.nouns.conversation import Question


class Intent(StrEnum):
    """What the client wants of this turn."""

    DESCRIBE_NEED = "describe_need"
    REFINE = "refine"
    ASK_ABOUT_CANDIDATE = "ask_about_candidate"
    COMPARE = "compare"
    SHORTLIST = "shortlist"
    DISMISS = "dismiss"
    MORE_RESULTS = "more_results"
    HAND_OFF = "hand_off"
    CONFIRM = "confirm"
    DECLINE = "decline"
    START_OVER = "start_over"
    GREETING = "greeting"
    SMALLTALK = "smalltalk"
    HELP = "help"
    OUT_OF_SCOPE = "out_of_scope"
    DELETE_MY_DATA = "delete_my_data"


class Operation(StrEnum):
    """What a change does to its slot."""

    SET = "set"
    """Give a single-valued slot its value, replacing what was there."""
    ADD = "add"
    """Add an item to a list slot (skills, industries, countries, regions, languages, workingStyle)."""
    REMOVE = "remove"
    """Take the item (or, with no value, the whole slot) out of the brief."""
    REPLACE = "replace"
    """Replace the list slot's content ('Vue instead of React': replaces=('React',))."""
    RELAX = "relax"
    """Turn a hard requirement soft (MUST to NICE for a skill), keeping its value."""
    TIGHTEN = "tighten"
    """Turn a soft requirement hard (NICE to MUST for a skill), keeping its value."""
    RELATIVE = "relative"
    """Move the present value: `factor` multiplies, `delta` adds ('a bit cheaper', '10 more hours')."""


ChangeValue = (
    bool
    | int
    | float
    | date
    | Range
    | MoneyRange
    | SkillWish
    | LanguageWish
    | Countries
    | Seniority
    | Provider
    | str
)


class Span(Noun):
    """Characters [start, end) of the message."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Change(Noun):
    """One change to the brief, with the words it came from.

    The value's type follows from the slot: MoneyRange for hourlyRate and fixedBudget; Range for
    hoursPerWeek, durationWeeks and utcOffset; SkillWish, LanguageWish and Countries for those slots;
    str for role, industries, regions and workingStyle (ids of the knowledge files); date for startBy;
    int, float or bool for the rest. REMOVE, RELAX and TIGHTEN of a whole slot have no value.
    """

    slot: Slot
    operation: Operation
    value: ChangeValue | None = None
    replaces: tuple[str, ...] = Field(default=(), description="With REPLACE: names of the items that go.")
    factor: float | None = None
    delta: float | None = None
    hard: bool | None = Field(default=None, description="None: the slot's default (HARD_BY_DEFAULT).")
    uncertain: bool = False
    own: bool = Field(
        default=False, description="Of an industry: the client's own trade, told and asked of nobody."
    )
    span: Span
    words: str


class ReferenceKind(StrEnum):
    """How a message points at a candidate."""

    POSITION = "position"
    NAME = "name"
    PRONOUN = "pronoun"
    SUPERLATIVE = "superlative"
    FACT = "fact"
    """'the one from Kyiv', 'everyone under $50': by what their profiles say of them."""


class Reference(Noun):
    """A candidate a message points at, resolved against the list last shown.

    `freelancer_id` is None when it could not be resolved ('#9' of five, an unknown name).
    """

    kind: ReferenceKind
    freelancer_id: str | None
    position: int | None = Field(default=None, description="1-based place in the list last shown.")
    span: Span
    words: str


class Topic(StrEnum):
    """What a question about candidates is about."""

    RATE = "rate"
    AVAILABILITY = "availability"
    LOCATION = "location"
    TIME_ZONE = "time_zone"
    LANGUAGES = "languages"
    SKILLS = "skills"
    EXPERIENCE = "experience"
    RATING = "rating"
    REVIEWS = "reviews"
    PORTFOLIO = "portfolio"
    WHY = "why"
    GAPS = "gaps"
    OVERVIEW = "overview"


class PersonalDataKind(StrEnum):
    """Personal data recognised in a message."""

    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    ADDRESS = "address"


class PersonalData(Noun):
    """Where a message holds personal data."""

    kind: PersonalDataKind
    span: Span


class Reading(Noun):
    """All that one message says.

    `changes` are for the first role named; `further_needs` has the changes for each further role.
    `answers_question` is True when the message answers the question last asked; `declines_question`
    when the client does not want to or cannot answer it ('no idea').
    """

    intent: Intent
    changes: tuple[Change, ...] = ()
    references: tuple[Reference, ...] = ()
    topic: Topic | None = None
    skill_asked: str | None = Field(default=None, description="'Does she know Liquid?': the skill's name.")
    further_needs: tuple[tuple[Change, ...], ...] = ()
    answers_question: bool = False
    declines_question: bool = False
    personal_data: tuple[PersonalData, ...] = ()
    language: str = Field(default="en", description="ISO 639-1 of the message, as far as we can tell.")
    interpreter: str = "offline"
    fallback: str | None = Field(
        default=None, description="Why ChatGPT's reading was not used, if it was tried."
    )


class CandidateName(Noun):
    """What reading a reference needs to know of a candidate on the list last shown.

    None, or nothing, where the profile does not say. A model is told none of it.
    """

    freelancer_id: str
    name: str
    hourly_rate_usd: float | None = None
    rating: float | None = None
    jobs_completed: int = 0
    job_success: float | None = Field(default=None, description="0 to 1.")
    available_from: date | None = None
    hours_per_week: int | None = None
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2.")
    city: str | None = None
    languages: tuple[str, ...] = Field(default=(), description="ISO 639-1.")
    role: str | None = Field(default=None, description="Role family id.")
    skills: tuple[str, ...] = ()
    seniority: Seniority | None = None
    provider: Provider | None = None


class Context(Noun):
    """What the interpreter may know besides the message: never profile text."""

    today: date
    brief: Brief = Brief()
    question: Question | None = None
    shown: tuple[CandidateName, ...] = Field(default=(), description="The list last shown, in order.")
    focus: str | None = None
    together: tuple[str, ...] = Field(default=(), description="Those last talked about together: 'both'.")
    handoff_pending: bool = False


class Interpreter(Protocol):
    """Reads a message. Never raises on any content up to the message limit."""

    async def read(self, text: str, context: Context, work: ModelWork | None = None) -> Reading:
        """The reading of `text` in its context; what a model did for it goes to `work`."""
        ...
