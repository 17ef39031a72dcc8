"""Knows a client who wants to see whom they kept: 'who is on my list now?', 'show me who I saved'."""

from agent.understanding.offline.intent.evidence import SHORT, VERY_SHORT, Evidence
from agent.understanding.reading import ReferenceKind


def asks_for_own_list(e: Evidence) -> bool:
    """Whether it asks for the people kept. It names none of them, and does nothing to them."""
    if e.findings or any(p.kind is not ReferenceKind.PRONOUN for p in e.pointers):
        return False
    norms = e.scene.message.norms
    kept = e.scene.message.of("references", "kept")
    if not kept or e.size > SHORT + VERY_SHORT or {"more", "others"} & set(norms):
        return False
    begin = e.scene.beginning
    return norms[begin] in e.scene.lexicon.words("references", "asks_for_kept") or (
        e.size <= VERY_SHORT and any(mention.first == begin for mention in kept)
    )
