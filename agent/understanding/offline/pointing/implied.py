"""Whom an order means that names nobody: 'save please', 'same, remove' after a question about somebody."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.orders import CUES, ends_message
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.reading import Intent, ReferenceKind


def with_implied(scene: Scene, intent: Intent, pointers: Sequence[Pointer]) -> list[Pointer]:
    """The pointers, or one at whoever was talked about last where the order's words end what is said."""
    focus, key = scene.context.focus, CUES.get(intent)
    if pointers or key is None or focus is None:
        return list(pointers)
    for cue in reversed(scene.message.of("intents", key)):
        if ends_message(scene, cue):
            return [Pointer(ReferenceKind.PRONOUN, cue.first, cue.last, freelancer_id=focus)]
    return []
