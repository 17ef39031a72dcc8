"""The orders about people that are heard around whom they mean or end a message: 'leave her out', 'save'."""

from collections.abc import Mapping
from types import MappingProxyType

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Intent

CUES: Mapping[Intent, str] = MappingProxyType(
    {Intent.DISMISS: "dismiss", Intent.SHORTLIST: "shortlist", Intent.HAND_OFF: "hand_off"}
)
"""The table of intents.toml with the words of each order."""


def is_parted(scene: Scene, pointer: Pointer, key: str) -> bool:
    """Whether the words on both sides of a pointer are together an order of that table: 'leave … out'."""
    before, after = scene.message.norm(pointer.first - 1), scene.message.norm(pointer.last)
    return pointer.first > 0 and f"{before} {after}" in scene.lexicon.words("intents", key)


def ends_message(scene: Scene, cue: Mention) -> bool:
    """Whether nothing but politeness follows an order's words: 'save please'."""
    closing = scene.lexicon.words("references", "after_bare_order")
    return all(word in closing for word in scene.message.norms[cue.last :] if word.isalnum())
