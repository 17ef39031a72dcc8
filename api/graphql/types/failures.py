"""Failures a client can expect and act on: types in the payload of a mutation, not errors."""

from __future__ import annotations

import strawberry

from api.graphql.types.conversation import Turn
from api.graphql.types.handoff import Handoff


@strawberry.interface(
    description="An expected failure of a mutation: nothing was changed. Ask for it with `... on Failure`."
)
class Failure:
    """The part every failure has."""

    message: str = strawberry.field(description="What went wrong and what to do about it, ready to show.")


@strawberry.type(
    description="There is nothing with that id for you: it does not exist, was deleted, or belongs to "
    "somebody else. The three are never told apart."
)
class NotFound(Failure):
    """The id names nothing the client can see."""

    id: strawberry.ID = strawberry.field(description="The id that was asked for.")


@strawberry.type(description="An argument has a value that cannot be used.")
class InvalidInput(Failure):
    """An argument was refused."""

    field: str = strawberry.field(
        description="The argument or the input field it is about, e.g. 'brief.skills'."
    )


@strawberry.type(description="The message is longer than a message may be.")
class MessageTooLong(Failure):
    """The limit on a message's length."""

    length: int = strawberry.field(description="How many characters the message has.")
    limit: int = strawberry.field(description="How many characters a message may have.")


@strawberry.type(description="Only a failed turn can be retried, and this one has not failed.")
class TurnNotFailed(Failure):
    """A retry of a turn that is queued, running or completed."""

    turn: Turn = strawberry.field(description="The turn as it stands now.")


@strawberry.type(description="The hand-off was decided already, or a newer one has taken its place.")
class HandoffClosed(Failure):
    """An approval or a cancellation that comes too late."""

    handoff: Handoff = strawberry.field(description="The hand-off as it is now.")


@strawberry.type(
    description="Too many messages wait in this conversation. Send this one when some are answered."
)
class QueueFull(Failure):
    """The limit on a conversation's queued turns."""


@strawberry.type(
    description="The turn you asked for has begun but did not end in time, or failed. Nothing is lost: "
    "follow it with turnEvents, or, if it failed, use turnRetry."
)
class TurnUnfinished(Failure):
    """A mutation that waits for a turn gave up waiting, or the turn failed."""

    turn: Turn = strawberry.field(description="The turn as it stands now.")


def not_found(what: str, given: str) -> NotFound:
    """The failure for an id that names nothing the client can see."""
    return NotFound(message=f"There is no {what} with this id.", id=strawberry.ID(given))
