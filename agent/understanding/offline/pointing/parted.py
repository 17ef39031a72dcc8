"""Knows orders that part around whom they mean: 'leave her out', 'cross Liam off', 'set the third aside'."""

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.pointers import Pointer


def is_parted(scene: Scene, pointer: Pointer, key: str) -> bool:
    """Whether the words on both sides of a pointer are together an order of that table: 'leave … out'."""
    before, after = scene.message.norm(pointer.first - 1), scene.message.norm(pointer.last)
    return pointer.first > 0 and f"{before} {after}" in scene.lexicon.words("intents", key)
