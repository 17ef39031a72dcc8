"""conversationStart, conversationExport and conversationDelete."""

from __future__ import annotations

from typing import Annotated

import strawberry
from strawberry.scalars import JSON

from api.graphql.context import Info
from api.graphql.exporting import export_conversation
from api.graphql.mutations.arguments import ConversationId
from api.graphql.types.conversation import Conversation
from api.graphql.types.failures import InvalidInput, NotFound, not_found

_LONGEST_TITLE = 200


@strawberry.type(description="The conversation is started; send its first message with messageSend.")
class ConversationStarted:
    """The success of conversationStart."""

    conversation: Conversation = strawberry.field(description="The new conversation, still empty.")


ConversationStartPayload = Annotated[
    ConversationStarted | InvalidInput,
    strawberry.union(
        "ConversationStartPayload", description="The new conversation, or why none could be started."
    ),
]


@strawberry.type(description="The conversation as one document: yours to keep, to move or to evaluate.")
class ConversationExported:
    """The success of conversationExport."""

    file_name: str = strawberry.field(description="A name to save the document under, ending in '.json'.")
    document: JSON = strawberry.field(
        description="Everything stored about the conversation: messages, turns, events, the brief and "
        "hand-offs. Its 'format' says which version of the layout it has."
    )


ConversationExportPayload = Annotated[
    ConversationExported | NotFound,
    strawberry.union(
        "ConversationExportPayload", description="The exported conversation, or why there is none."
    ),
]


@strawberry.type(description="The conversation is gone, with its messages, turns, events and hand-offs.")
class ConversationDeleted:
    """The success of conversationDelete."""

    conversation_id: strawberry.ID = strawberry.field(
        description="The id of what was deleted, to drop it from your cache."
    )


ConversationDeletePayload = Annotated[
    ConversationDeleted | NotFound,
    strawberry.union("ConversationDeletePayload", description="What was deleted, or why there was nothing."),
]


async def conversation_start(
    info: Info,
    title: Annotated[
        str,
        strawberry.argument(description="A short title for your list of conversations; may be left empty."),
    ] = "",
) -> ConversationStartPayload:
    """Start a conversation of the client's."""
    if len(title) > _LONGEST_TITLE:
        return InvalidInput(message=f"A title has at most {_LONGEST_TITLE} characters.", field="title")
    context = info.context
    conversation = await context.services.store.conversations.create(context.client_id, title.strip())
    return ConversationStarted(conversation=Conversation.from_domain(conversation))


async def conversation_export(info: Info, conversation_id: ConversationId) -> ConversationExportPayload:
    """Everything stored about a conversation, as one document."""
    context = info.context
    document = await export_conversation(context.services, context.client_id, conversation_id)
    if document is None:
        return not_found("conversation", conversation_id)
    return ConversationExported(file_name=f"rolecall-{conversation_id}.json", document=JSON(document))


async def conversation_delete(info: Info, conversation_id: ConversationId) -> ConversationDeletePayload:
    """Delete a conversation with all that belongs to it. It cannot be undone."""
    context = info.context
    if not await context.services.store.conversations.delete(context.client_id, conversation_id):
        return not_found("conversation", conversation_id)
    await context.services.runner.forget(conversation_id)
    context.renew_loaders()
    return ConversationDeleted(conversation_id=conversation_id)
