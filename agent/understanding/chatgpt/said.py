"""The form the model fills in: what it says a message means, before any of it is believed.

Every field is required and closed, because strict structured output demands it. Numbers, money and dates
are asked for only as quotes: the grammar reads their values.
"""

from pydantic import BaseModel, ConfigDict, Field

from agent.understanding.reading import Intent, Operation, Topic
from store.nouns.brief import Importance, LanguageLevel, Provider, Seniority, Slot


class Said(BaseModel):
    """A part of the form."""

    model_config = ConfigDict(extra="forbid")


class SaidChange(Said):
    """One change to the brief."""

    slot: Slot
    operation: Operation
    quote: str = Field(description="The words of the message this comes from, copied exactly.")
    name: str | None = Field(
        description="The item: a skill's usual name, the id of a role, industry or region, the ISO code of a "
        "country or language, or words for workingStyle. Null for numbers, money and dates: they are read "
        "from the quote."
    )
    replaces: list[str] = Field(description="With operation 'replace': the names of the items that go.")
    importance: Importance | None = Field(description="For skills: MUST, NICE or EXCLUDED.")
    excluded: bool = Field(description="For countries: true if nobody from there is wanted.")
    level: LanguageLevel | None = Field(description="For languages.")
    seniority: Seniority | None = Field(description="For seniority.")
    provider: Provider | None = Field(description="For provider.")
    hard: bool | None = Field(
        description="True for 'must', false for 'ideally', null if the words do not say."
    )
    own: bool = Field(
        description="For industries: true for the client's own trade, false if the freelancer should know it."
    )
    uncertain: bool = Field(description="True if the words could mean something else.")


class SaidReference(Said):
    """A candidate the message points at."""

    position: int = Field(description="1-based place in the list shown.")
    quote: str = Field(description="The words that point at the candidate, copied exactly.")


class SaidReading(Said):
    """What the message means."""

    intent: Intent
    changes: list[SaidChange]
    references: list[SaidReference]
    topic: Topic | None = Field(description="What a question about candidates is about.")
    answers_question: bool
    declines_question: bool
