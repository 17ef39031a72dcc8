"""Reads an end of a range that counts no longer: 'no lower bound on the rate', 'forget the floor'."""

from collections.abc import Iterator

from agent.briefs.slots import PRICES, field_of
from agent.understanding.offline.change.requirement_edits import cue_before
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.words.gazetteer import Mention
from store.nouns.brief import Brief, MoneyRange


def opened(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """The price held without the end that is said to be open, where it has the other."""
    message = scene.message
    for cue in message.of("money"):
        if cue.key not in ("lower_end", "upper_end") or not _is_let_go(scene, cue):
            continue
        for slot in PRICES:
            held = getattr(brief, field_of(slot))
            if not isinstance(held, MoneyRange) or held.min is None or held.max is None:
                continue
            low, high = (None, held.max) if cue.key == "lower_end" else (held.min, None)
            value = MoneyRange(min=low, max=high, currency=held.currency)
            yield Finding(slot, value, cue.first, cue.last, hard=brief.terms[slot].hard)


def _is_let_go(scene: Scene, cue: Mention) -> bool:
    """'no minimum', 'forget the lower end', 'the lower end is not important'."""
    message = scene.message
    if any(q.first < cue.last and cue.first < q.last for q in scene.quantities):
        return False  # 'max 50'
    low = message.segment(cue.first).first
    no = message.norm(cue.first - 1) in ("no", "without") and cue.first - low <= _SOON
    dropped = cue_before(scene, "drop", cue.first, ("the", "my", "our", "that"))
    after = message.at("cues", cue.last)
    return no or dropped is not None or (after is not None and after.key == "not_needed")


_SOON = 3
