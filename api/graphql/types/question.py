"""The one question the agent asks, with the answers it offers."""

from __future__ import annotations

import strawberry

from api.graphql.types.enums import Slot, same_name
from store.nouns import conversation as nouns


@strawberry.type(description="One answer offered with a question: show it as a button.")
class QuestionOption:
    """Projects store.nouns.conversation.QuestionOption."""

    label: str = strawberry.field(description="The short text for the button.")
    text: str = strawberry.field(description="What to send with messageSend when the client chooses it.")
    candidates: int | None = strawberry.field(
        description="How many people the answer would leave; null if it was not counted."
    )


@strawberry.type(description="The question most worth asking now, about one slot of the brief.")
class Question:
    """Projects store.nouns.conversation.Question."""

    slot: Slot = strawberry.field(description="The slot of the brief the answer would fill.")
    text: str = strawberry.field(description="The question in words, ready to show.")
    options: list[QuestionOption] = strawberry.field(
        description="Answers to offer. The client may also answer in any other words, or not at all."
    )

    @classmethod
    def from_domain(cls, question: nouns.Question) -> Question:
        """The projection of one question."""
        return cls(
            slot=same_name(Slot, question.slot),
            text=question.text,
            options=[
                QuestionOption(label=option.label, text=option.text, candidates=option.candidates)
                for option in question.options
            ],
        )
