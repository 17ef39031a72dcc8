"""briefUpdate: changes a form makes to a conversation's brief, without words."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.graphql.context import Info
from api.graphql.inputs.applying import BriefRefused, apply, touched
from api.graphql.inputs.brief import BriefInput
from api.graphql.mutations.arguments import ConversationId
from api.graphql.types.conversation import Conversation
from api.graphql.types.failures import InvalidInput, NotFound, not_found
from store.nouns.conversation import Memory


@strawberry.type(
    description="The brief is changed. Ask for candidates with a message, or with candidateSearch."
)
class BriefUpdated:
    """The success of briefUpdate."""

    conversation: Conversation = strawberry.field(description="The conversation with its new brief.")


BriefUpdatePayload = Annotated[
    BriefUpdated | NotFound | InvalidInput,
    strawberry.union("BriefUpdatePayload", description="The changed brief, or why it stayed as it was."),
]


async def brief_update(
    info: Info,
    conversation_id: ConversationId,
    brief: Annotated[
        BriefInput,
        strawberry.argument(
            description="Only what changes: a field that is left out stays, null takes its slot out, and "
            "hard and soft say how strictly slots are meant."
        ),
    ],
) -> BriefUpdatePayload:
    """Apply the changes to the brief in one write."""
    context = info.context

    def change(memory: Memory) -> Memory:
        asked = memory.question
        return memory.model_copy(
            update={
                "brief": apply(brief, memory.brief, context.services.knowledge),
                "question": None if asked is None or asked.slot in touched(brief) else asked,
            }
        )

    try:
        conversation = await context.services.store.conversations.edit_memory(
            context.client_id, conversation_id, change
        )
    except BriefRefused as refused:
        return InvalidInput(message=str(refused), field=f"brief.{refused.field}")
    if conversation is None:
        return not_found("conversation", conversation_id)
    context.renew_loaders()
    return BriefUpdated(conversation=Conversation.from_domain(conversation))
