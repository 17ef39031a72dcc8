"""Running turns: one at a time per conversation, every event logged, nobody's socket in charge."""

from agent.turns.failures import (
    ConversationNotFound,
    MessageRejected,
    TooManyWaiting,
    TurnNotFound,
    TurnRefused,
)
from agent.turns.runner import TurnRunner, open_runner

__all__ = [
    "ConversationNotFound",
    "MessageRejected",
    "TooManyWaiting",
    "TurnNotFound",
    "TurnRefused",
    "TurnRunner",
    "open_runner",
]
