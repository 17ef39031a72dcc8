"""Turns and their events, out of their rows."""

from store.nouns.conversation import Action, LoggedEvent, Turn, TurnStatus
from store.nouns.usage import TurnUsage
from store.tables import EventRow, TurnRow


def to_turn(row: TurnRow) -> Turn:
    """The noun; who runs the turn, and until when, is nobody else's business."""
    return Turn(
        id=row.id,
        conversation_id=row.conversation_id,
        client_message_id=row.client_message_id,
        text=row.text,
        action=None if row.action is None else Action.model_validate(row.action),
        status=TurnStatus(row.status),
        attempt=row.attempt,
        error=row.error,
        error_id=row.error_id,
        usage=None if row.usage is None else TurnUsage.model_validate(row.usage),
        created=row.created,
        completed=row.completed,
    )


def to_logged_event(row: EventRow) -> LoggedEvent:
    """The noun."""
    return LoggedEvent(
        conversation_id=row.conversation_id,
        sequence=row.sequence,
        turn_id=row.turn_id,
        attempt=row.attempt,
        event=row.event,
        created=row.created,
    )
