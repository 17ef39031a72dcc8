"""candidateShortlist and candidateDismiss: both can be undone, and each takes the other back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import strawberry

from api.graphql.context import Info
from api.graphql.mutations.arguments import CandidateId, ConversationId, Undo
from api.graphql.types.conversation import Conversation
from api.graphql.types.failures import InvalidInput, NotFound, not_found
from store.nouns import conversation as nouns

_LONGEST_LIST = 100
_Change = Callable[[nouns.Memory], nouns.Memory]


class _ListFull(Exception):
    """The list has as many candidates as a list may have."""


@strawberry.type(description="The shortlist is as it was asked for.")
class CandidateShortlisted:
    """The success of candidateShortlist."""

    conversation: Conversation = strawberry.field(
        description="The conversation with its shortlist as it is now."
    )


CandidateShortlistPayload = Annotated[
    CandidateShortlisted | NotFound | InvalidInput,
    strawberry.union(
        "CandidateShortlistPayload", description="The changed shortlist, or why it stayed as it was."
    ),
]


@strawberry.type(description="The candidate is dismissed, or welcome again, as it was asked for.")
class CandidateDismissed:
    """The success of candidateDismiss."""

    conversation: Conversation = strawberry.field(description="The conversation with whom it leaves out now.")


CandidateDismissPayload = Annotated[
    CandidateDismissed | NotFound | InvalidInput,
    strawberry.union(
        "CandidateDismissPayload", description="The conversation after the change, or why nothing changed."
    ),
]


async def candidate_shortlist(
    info: Info, conversation_id: ConversationId, candidate_id: CandidateId, undo: Undo = False
) -> CandidateShortlistPayload:
    """Put a candidate on the conversation's shortlist, or take them off it."""

    def change(memory: nouns.Memory) -> nouns.Memory:
        if undo:
            return memory.model_copy(update={"shortlisted": _without(memory.shortlisted, candidate_id)})
        return memory.model_copy(
            update={
                "shortlisted": _with(memory.shortlisted, candidate_id),
                "dismissed": _without(memory.dismissed, candidate_id),
            }
        )

    outcome = await _changed(info, conversation_id, candidate_id, change)
    return CandidateShortlisted(conversation=outcome) if isinstance(outcome, Conversation) else outcome


async def candidate_dismiss(
    info: Info, conversation_id: ConversationId, candidate_id: CandidateId, undo: Undo = False
) -> CandidateDismissPayload:
    """Leave a candidate out of what is shown from now on, or let them in again."""

    def change(memory: nouns.Memory) -> nouns.Memory:
        if undo:
            return memory.model_copy(update={"dismissed": _without(memory.dismissed, candidate_id)})
        return memory.model_copy(
            update={
                "dismissed": _with(memory.dismissed, candidate_id),
                "shortlisted": _without(memory.shortlisted, candidate_id),
            }
        )

    outcome = await _changed(info, conversation_id, candidate_id, change)
    return CandidateDismissed(conversation=outcome) if isinstance(outcome, Conversation) else outcome


async def _changed(
    info: Info, conversation_id: str, candidate_id: str, change: _Change
) -> Conversation | NotFound | InvalidInput:
    context = info.context
    store = context.services.store
    if await context.loaders.conversations.load(conversation_id) is None:
        return not_found("conversation", conversation_id)
    if await context.loaders.freelancers.load(candidate_id) is None:
        return not_found("candidate", candidate_id)
    try:
        conversation = await store.conversations.edit_memory(context.client_id, conversation_id, change)
    except _ListFull:
        return InvalidInput(message=f"At most {_LONGEST_LIST} candidates fit on a list.", field="candidateId")
    if conversation is None:
        return not_found("conversation", conversation_id)
    context.renew_loaders()
    return Conversation.from_domain(conversation)


def _with(ids: tuple[str, ...], candidate_id: str) -> tuple[str, ...]:
    if candidate_id in ids:
        return ids
    if len(ids) >= _LONGEST_LIST:
        raise _ListFull
    return (*ids, str(candidate_id))


def _without(ids: tuple[str, ...], candidate_id: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != candidate_id)
