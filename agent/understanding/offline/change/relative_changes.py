"""Reads changes that count from the present value by words: 'a bit cheaper', 'half of that'."""

from collections.abc import Iterator, Sequence

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.reading import Operation
from store.nouns.brief import Brief, Slot


def relative(scene: Scene, brief: Brief, steps: Sequence[Finding]) -> Iterator[Finding]:
    """Every change that counts from a value of the brief: the `steps` told in numbers, and those in words."""
    yield from steps
    done = {finding.slot for finding in steps}
    turned = [f for f in _turned(scene, brief) if f.slot not in done]
    for mention in scene.message.of("relative"):
        slot = _moved_slot(brief, Slot(scene.lexicon.setting("relative", mention.key, "slot")))
        if slot in done or _is_denied(scene, mention) or (slot in _DATES and slot not in brief.terms):
            continue
        done.add(slot)
        factor = scene.lexicon.setting("relative", mention.key, "factor")
        delta = scene.lexicon.setting("relative", mention.key, "delta")
        scale = _degree(scene, mention)
        if factor is not None:
            factor = round(1 + (factor - 1) * (scale if factor not in (0.5, 2.0) else 1), 3)
        elif delta is not None and slot is not Slot.SENIORITY:
            delta = delta * scale
        yield Finding(slot, None, mention.first, mention.last, Operation.RELATIVE, factor=factor, delta=delta)
    yield from (f for f in turned if f.slot not in done)
    if not done and not turned:
        yield from _share_of_last(scene, brief)


def _share_of_last(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'half of that', 'twice that': of the number the brief was given last."""
    message = scene.message
    said = message.of("degrees", "share")
    if not said or not scene.is_fragment:
        return
    slot = next((slot for slot in reversed(brief.terms) if slot in SCALED), None)
    factors: dict[str, float] = scene.lexicon.setting("degrees", "share", "factors")
    factor = next((f for word, f in factors.items() if word in message.norms), None)
    if slot is not None and factor is not None:
        yield Finding(slot, None, said[0].first, said[0].last, Operation.RELATIVE, factor=factor)


def _turned(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """'the rate can be a bit higher': a requirement's name and the way it may go, without a number."""
    message = scene.message
    if scene.quantities:
        return
    for mention in message.of("slots"):
        low, high = message.sentence(mention.first)
        around = (
            *message.between("degrees", mention.last, min(high, mention.last + _REACH)),
            *message.between("degrees", max(low, mention.first - 3), mention.first),
        )
        cue = next((c for c in around if c.key in ("up", "down")), None)
        slot = _moved_slot(brief, Slot(mention.key))
        if cue is None or slot not in brief.terms:
            continue
        step = scene.lexicon.setting("degrees", "by_slot", slot.value)
        if step is None:
            continue
        size = _degree(scene, cue)
        sign = 1 if cue.key == "up" else -1
        if slot in SCALED:
            factor = round(1 + sign * step * size, 3)
            yield Finding(slot, None, mention.first, cue.last, Operation.RELATIVE, factor=factor)
        else:
            delta = sign * step * (1 if slot is Slot.SENIORITY else size)
            yield Finding(slot, None, mention.first, cue.last, Operation.RELATIVE, delta=delta)
        return


SCALED = frozenset(
    {Slot.HOURLY_RATE, Slot.FIXED_BUDGET, Slot.HOURS_PER_WEEK, Slot.DURATION_WEEKS, Slot.MIN_JOBS_COMPLETED}
)


_DATES = frozenset({Slot.START_BY})
"""Nothing is moved where no day was said: 'I'll tell you a bit later'."""

_REACH = 6


def _is_denied(scene: Scene, mention: Mention) -> bool:
    begin = scene.message.segment(mention.first).first
    if scene.message.norm(begin) in _OF_CHOICES:  # 'whichever is cheaper', 'who is cheaper?'
        return True
    return scene.message.norm(mention.first - 1) in ("not", "no", "isnt", "arent", "dont", "nothing")


_OF_CHOICES = frozenset({"whichever", "whoever", "whatever", "who", "which", "whos"})


def _moved_slot(brief: Brief, slot: Slot) -> Slot:
    if slot is Slot.HOURLY_RATE and brief.hourly_rate is None and brief.fixed_budget is not None:
        return Slot.FIXED_BUDGET
    return slot


def _degree(scene: Scene, mention: Mention) -> float:
    low = max(0, mention.first - 3)
    inside = scene.message.between("degrees", low, mention.first)
    for cue in reversed(inside):
        if cue.key in ("small", "large"):
            return float(scene.lexicon.setting("degrees", cue.key, "scale"))
    after = scene.message.at("degrees", mention.last)
    if after is not None and after.key in ("small", "large"):
        return float(scene.lexicon.setting("degrees", after.key, "scale"))
    return 1.0
