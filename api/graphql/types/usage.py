"""What a language model did for a turn, as the client sees it."""

from __future__ import annotations

import strawberry

from api.graphql.types.enums import ModelStage, same_name
from store.nouns import usage as nouns


@strawberry.type(
    description="A stage of the turn that went on without the model. The turn is none the worse."
)
class Fallback:
    """Projects store.nouns.usage.Fallback."""

    stage: ModelStage = strawberry.field(description="What the model would have done.")
    reason: str = strawberry.field(description="Why it did not, in words for the client.")


@strawberry.type(
    description="Who read the message and worded the reply, and what the language model took. All zero where "
    "none is used."
)
class TurnUsage:
    """Projects store.nouns.usage.TurnUsage."""

    interpreter: str = strawberry.field(
        description="Who read the message: offline (our own reader), or the model's name."
    )
    phrasing: str = strawberry.field(
        description="Who worded the reply: template (our own sentences), or the name of the model that "
        "worded at least a part of it. Its facts are always ours."
    )
    calls: int = strawberry.field(description="Requests sent to the model, those that failed included.")
    input_tokens: int = strawberry.field(description="Tokens the model was sent, as its service counts them.")
    output_tokens: int = strawberry.field(description="Tokens the model wrote, as its service counts them.")
    cost_usd: float | None = strawberry.field(
        description="What those tokens cost, in US dollars; null if the model's price is not known."
    )
    ms: float = strawberry.field(description="Milliseconds the turn waited for the model.")
    fallbacks: list[Fallback] = strawberry.field(
        description="The stages that went on without the model, in order; empty if it did all it was asked, "
        "or none is used."
    )

    @classmethod
    def from_domain(cls, usage: nouns.TurnUsage) -> TurnUsage:
        """The projection of one turn's usage."""
        return cls(
            interpreter=usage.interpreter,
            phrasing=usage.phrasing,
            calls=usage.calls,
            input_tokens=usage.input_tokens,
            output_tokens=usage.output_tokens,
            cost_usd=usage.cost_usd,
            ms=usage.ms,
            fallbacks=[
                Fallback(stage=same_name(ModelStage, each.stage), reason=each.reason)
                for each in usage.fallbacks
            ],
        )
