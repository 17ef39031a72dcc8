"""Running turns: one at a time per conversation, every event logged, nobody's socket in charge."""

from agent.turns.failures import (
    ConversationNotFound,
    MessageRejected,
    TooManyWaiting,
    TurnNotFound,
    TurnRefused,
)
from agent.turns.playing import Outcome, TurnPlayer, player_in_memory
from agent.turns.runner import TurnRunner, open_runner

__all__ = [
    "ConversationNotFound",
    "MessageRejected",
    "Outcome",
    "TooManyWaiting",
    "TurnNotFound",
    "TurnPlayer",
    "TurnRefused",
    "TurnRunner",
    "open_runner",
    "player_in_memory",
]
