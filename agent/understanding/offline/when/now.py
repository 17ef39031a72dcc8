"""Finds that somebody is wanted at once."""

from collections.abc import Iterator

from agent.understanding.offline.findings import Finding, Scene
from agent.understanding.offline.skill.everyday_words import is_skill
from agent.understanding.offline.words.gazetteer import Mention
from agent.understanding.offline.words.spans import WEEKS
from agent.understanding.reading import Operation
from store.nouns.brief import Slot


def find_now(scene: Scene) -> Iterator[Finding]:
    """'asap', 'at once', 'today' are availableNow."""
    barred = [m for m in scene.message.of("schedule") if m.key in ("not_now", "not_urgent")]
    yield from _no_longer(scene)
    yield from _plainly_now(scene)
    for mention in scene.message.of("schedule"):
        if mention.key != "now" or any(b.first <= mention.first < b.last for b in barred):
            continue
        if _is_tool(scene, mention) or _ends_a_length(scene, mention):
            continue
        stance = scene.stance(mention.first, mention.last)
        if stance.excluded or stance.unneeded:
            continue
        yield Finding(
            Slot.AVAILABLE_NOW, True, mention.first, mention.last, hard=stance.hard, uncertain=stance.unsure
        )
        return


def _no_longer(scene: Scene) -> Iterator[Finding]:
    """'it is not so urgent after all': what the brief holds counts no longer."""
    if Slot.AVAILABLE_NOW in scene.context.brief.terms:
        for mention in scene.message.of("schedule", "not_urgent"):
            yield Finding(Slot.AVAILABLE_NOW, None, mention.first, mention.last, Operation.REMOVE)
            return


def _plainly_now(scene: Scene) -> Iterator[Finding]:
    """'React dev, 20h, now': the word by itself between commas."""
    message = scene.message
    for segment in message.segments:
        words = message.norms[segment.first : segment.last]
        asked = scene.asked in (Slot.START_BY, Slot.AVAILABLE_NOW)
        if words == ("now",) and (len(message.tokens) > 1 or asked) and not scene.context.shown:
            yield Finding(Slot.AVAILABLE_NOW, True, segment.first, segment.last)


def _ends_a_length(scene: Scene, mention: Mention) -> bool:
    """'two weeks from today' is not today."""
    return any(q.last == mention.first and q.unit in WEEKS for q in scene.quantities)


def _is_tool(scene: Scene, mention: Mention) -> bool:
    """'they also know Instantly': the name of a tool that is a word for haste too."""
    skill = scene.message.over("skill", mention.first, mention.last)
    return skill is not None and is_skill(scene, skill)
