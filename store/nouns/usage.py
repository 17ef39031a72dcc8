"""What a language model did for a turn, and what it cost."""

from enum import StrEnum

from pydantic import Field

from store.nouns.base import Noun


class ModelStage(StrEnum):
    """What a language model may be asked to do in a turn."""

    READING = "READING"
    WORDING = "WORDING"


class Fallback(Noun):
    """A stage that went on without the model, and why, in words for the client."""

    stage: ModelStage
    reason: str


class TurnUsage(Noun):
    """Who read the message and worded the reply, and the model's share of the turn. All zero offline."""

    interpreter: str = Field(default="offline", description="Who read the message: offline, or a model.")
    phrasing: str = Field(default="template", description="Who worded the reply: template, or a model.")
    calls: int = Field(default=0, ge=0, description="Requests sent to the model, failed ones included.")
    input_tokens: int = Field(default=0, ge=0, description="Tokens the model was sent, as it counts them.")
    output_tokens: int = Field(default=0, ge=0, description="Tokens the model wrote, as it counts them.")
    cost_usd: float | None = Field(
        default=0, ge=0, description="What the tokens cost, in US dollars; null if a price is not known."
    )
    ms: float = Field(default=0, ge=0, description="Milliseconds spent waiting for the model.")
    fallbacks: tuple[Fallback, ...] = Field(
        default=(), description="The stages that went on without the model, in order."
    )
