"""Plays whole conversations through the agent and tells what each turn came to. Nothing is stored."""

from api.replay.player import Player, open_player, play
from api.replay.record import ConversationScript, TurnRecord

__all__ = ["ConversationScript", "Player", "TurnRecord", "open_player", "play"]
