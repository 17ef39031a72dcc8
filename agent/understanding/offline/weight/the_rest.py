"""Reads what is said of all that goes unnamed: 'Python is a must, the rest is negotiable'."""

from collections.abc import Iterator

from agent.understanding.offline.change.held import holds
from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.reading import Operation
from store.nouns.brief import Brief, Importance, SkillWish, Slot


def the_rest(scene: Scene, brief: Brief) -> Iterator[Finding]:
    """The skills held as musts that go unnamed beside one that is named, where they become wishes."""
    named = {m.key for m in scene.message.of("skill") if holds(brief, Slot.SKILLS, m.key)}
    said = _said_of_it(scene) if named else None
    if said is None:
        return
    for wish in brief.skills:
        if wish.name not in named and wish.importance is Importance.MUST:
            yield Finding(Slot.SKILLS, SkillWish(name=wish.name), *said, Operation.RELAX)


def _said_of_it(scene: Scene) -> tuple[int, int] | None:
    """Where 'the rest' is said to be only liked, with what says so: 'the others are optional'."""
    message = scene.message
    phrases = scene.lexicon.words("edits", "rest")
    for first in range(len(message.norms)):
        last = message.phrase_end(first, phrases)
        if last is None:
            continue
        high = min(message.segment(first).last, last + _REACH)
        eased = [m for m in message.between("edits", last, high) if m.key == "relaxed"]
        eased += [m for m in message.between("cues", last, high) if m.key in _WISHES]
        if eased:
            return first, max(m.last for m in eased)
    return None


_WISHES = frozenset({"nice", "preferred", "closing_nice", "not_needed"})
_REACH = 6
