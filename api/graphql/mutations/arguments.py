"""Arguments that several mutations and subscriptions share."""

from typing import Annotated

import strawberry

ConversationId = Annotated[
    strawberry.ID, strawberry.argument(description="The conversation to act in: one of yours.")
]
CandidateId = Annotated[strawberry.ID, strawberry.argument(description="The candidate's global id.")]
HandoffId = Annotated[
    strawberry.ID, strawberry.argument(description="The hand-off's id, as HandoffPrepared gave it.")
]
Text = Annotated[
    str, strawberry.argument(description="The client's message in plain words: from 1 to 4,000 characters.")
]
ClientMessageId = Annotated[
    strawberry.ID,
    strawberry.argument(
        description="An id your side makes for this message, e.g. a UUID, at most 100 characters. Sending "
        "it again gives the same turn, so that a retry after a lost connection never says "
        "anything twice."
    ),
]
Undo = Annotated[
    bool, strawberry.argument(description="True takes back what this mutation did before. Default: false.")
]
