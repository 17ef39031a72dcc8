"""What can be done, object first."""

from __future__ import annotations

import strawberry

from api.graphql.mutations.brief import BriefUpdatePayload, brief_update
from api.graphql.mutations.candidate import (
    CandidateDismissPayload,
    CandidateShortlistPayload,
    candidate_dismiss,
    candidate_shortlist,
)
from api.graphql.mutations.conversation import (
    ConversationDeletePayload,
    ConversationExportPayload,
    ConversationStartPayload,
    conversation_delete,
    conversation_export,
    conversation_start,
)
from api.graphql.mutations.handoff import (
    HandoffApprovePayload,
    HandoffCancelPayload,
    HandoffPreparePayload,
    handoff_approve,
    handoff_cancel,
    handoff_prepare,
)
from api.graphql.mutations.message import (
    MessageSendPayload,
    TurnRetryPayload,
    message_send,
    turn_retry,
)


@strawberry.type(
    description="What can be done. Each mutation answers with what it did or with a typed failure: ask for "
    "the success by its name, and for any failure with `... on Failure { message }`."
)
class Mutation:
    """The root of all mutations."""

    conversation_start: ConversationStartPayload = strawberry.mutation(
        resolver=conversation_start,
        description="Start a conversation. Then send its first message.",
    )
    message_send: MessageSendPayload = strawberry.mutation(
        resolver=message_send,
        description="Send a message. It is stored, its turn starts, and this returns at once; the answer "
        "arrives as events. Messages to one conversation are answered one after the other.",
    )
    turn_retry: TurnRetryPayload = strawberry.mutation(
        resolver=turn_retry,
        description="Try a failed turn again, with the message it was given.",
    )
    brief_update: BriefUpdatePayload = strawberry.mutation(
        resolver=brief_update,
        description="Change the brief from a form: values, and which requirements are hard.",
    )
    candidate_shortlist: CandidateShortlistPayload = strawberry.mutation(
        resolver=candidate_shortlist,
        description="Put a candidate on the conversation's shortlist, or with undo take them off it.",
    )
    candidate_dismiss: CandidateDismissPayload = strawberry.mutation(
        resolver=candidate_dismiss,
        description="Never show a candidate again in this conversation, or with undo let them in again.",
    )
    handoff_prepare: HandoffPreparePayload = strawberry.mutation(
        resolver=handoff_prepare,
        description="Prepare handing over to a candidate, and get the preview. Nothing is sent.",
    )
    handoff_approve: HandoffApprovePayload = strawberry.mutation(
        resolver=handoff_approve,
        description="Approve a prepared hand-off: only now is it recorded. Approving it again changes "
        "nothing.",
    )
    handoff_cancel: HandoffCancelPayload = strawberry.mutation(
        resolver=handoff_cancel,
        description="Close a prepared hand-off without effect. Cancelling it again changes nothing.",
    )
    conversation_export: ConversationExportPayload = strawberry.mutation(
        resolver=conversation_export,
        description="Everything stored about a conversation, as one JSON document to keep.",
    )
    conversation_delete: ConversationDeletePayload = strawberry.mutation(
        resolver=conversation_delete,
        description="Delete a conversation with all that belongs to it. This cannot be undone.",
    )
