"""Whom an order means that names nobody: 'save please', 'same, remove' after a question about somebody."""

from collections.abc import Sequence

from agent.understanding.offline.findings import Scene
from agent.understanding.offline.pointing.pointers import Pointer
from agent.understanding.reading import Intent, ReferenceKind

_CUES = {Intent.SHORTLIST: "shortlist", Intent.DISMISS: "dismiss", Intent.HAND_OFF: "hand_off"}


def with_implied(scene: Scene, intent: Intent, pointers: Sequence[Pointer]) -> list[Pointer]:
    """The pointers, or one at whoever was talked about last where the order's words end what is said."""
    focus, key = scene.context.focus, _CUES.get(intent)
    if pointers or key is None or focus is None:
        return list(pointers)
    closing = scene.lexicon.words("references", "after_bare_order")
    for cue in reversed(scene.message.of("intents", key)):
        rest = scene.message.norms[cue.last :]
        if all(word in closing for word in rest if word.isalnum()):
            return [Pointer(ReferenceKind.PRONOUN, cue.first, cue.last, freelancer_id=focus)]
    return []
